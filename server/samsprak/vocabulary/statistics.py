"""Statistics of a vocabulary: how many concepts have what, counted once over all records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from samsprak.vocabulary.events import day
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Collection, Concept, MappingKind, NoteKind, Status

# A concept has at most so many synonyms in the count; more count as so many.
MANY_SYNONYMS = 5
# Times are counted by month as long as they span so many months, else by year.
MAX_MONTHS = 24
MONTHS_A_YEAR = 12
# So many years are listed one by one, empty ones too.
MAX_YEARS = 60


@dataclass(frozen=True, slots=True)
class LanguageCount:
    """How many concepts have a preferred term and a definition in a language, and how many other terms there are."""

    lang: str
    preferred: int
    defined: int
    alternatives: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """The counts of a vocabulary.

    `facets` counts the concepts of each facet by status, under an empty IRI those of none; `held` counts the concepts
    that have a note of each kind, `sourced` those with a source; `synonyms` how many concepts have how many;
    `created` and `changed` are by month or year in order, those without any left in between.
    """

    concepts: int
    statuses: Mapping[Status | None, int]
    facets: Mapping[str, Mapping[Status | None, int]]
    languages: tuple[LanguageCount, ...]
    held: Mapping[NoteKind, int]
    sourced: int
    synonyms: Mapping[int, int]
    mappings: Mapping[MappingKind, int]
    created: Mapping[str, int]
    changed: Mapping[str, int]


def count(vocabulary: Vocabulary, facets: Sequence[str]) -> Statistics:
    """Count a vocabulary, whose facets are these collections."""
    concepts = vocabulary.concepts
    return Statistics(
        concepts=len(concepts),
        statuses=Counter(concept.status for concept in concepts),
        facets=_by_facet(vocabulary, facets),
        languages=_languages(vocabulary),
        held=Counter(kind for concept in concepts for kind in {note.kind for note in concept.notes}),
        sourced=sum(bool(concept.sources) for concept in concepts),
        synonyms=_synonyms(concepts),
        mappings=Counter(mapping.kind for concept in concepts for mapping in concept.mappings),
        created=_timeline(concept.history.created for concept in concepts),
        changed=_timeline(concept.history.modified for concept in concepts),
    )


def _by_facet(vocabulary: Vocabulary, facets: Sequence[str]) -> dict[str, Mapping[Status | None, int]]:
    found: dict[str, Mapping[Status | None, int]] = {}
    placed: set[str] = set()
    for facet in facets:
        members = _concepts_in(vocabulary, facet)
        placed.update(concept.iri for concept in members)
        found[facet] = Counter(concept.status for concept in members)
    if facets:
        found[""] = Counter(concept.status for concept in vocabulary.concepts if concept.iri not in placed)
    return {facet: counts for facet, counts in found.items() if counts}


def _concepts_in(vocabulary: Vocabulary, collection: str) -> list[Concept]:
    """Return the concepts of a collection and of the collections in it, each once."""
    pending, seen = [collection], {collection}
    concepts = []
    for iri in pending:
        record = vocabulary.resource(iri) if vocabulary.holds(iri) else None
        if isinstance(record, Concept):
            concepts.append(record)
        elif isinstance(record, Collection):
            pending += [member for member in record.members if member not in seen]
            seen.update(record.members)
    return concepts


def _languages(vocabulary: Vocabulary) -> tuple[LanguageCount, ...]:
    preferred, defined, alternatives = Counter[str](), Counter[str](), Counter[str]()
    for concept in vocabulary.concepts:
        preferred.update({label.lang for label in concept.preferred})
        defined.update({note.lang for note in concept.notes if note.kind is NoteKind.DEFINITION})
        alternatives.update(label.lang for label in concept.alternative)
    order = {lang: place for place, lang in enumerate(vocabulary.languages)}
    spoken = sorted(preferred | defined | alternatives, key=lambda lang: (order.get(lang, len(order)), lang))
    return tuple(LanguageCount(lang, preferred[lang], defined[lang], alternatives[lang]) for lang in spoken)


def _synonyms(concepts: Iterable[Concept]) -> dict[int, int]:
    """Return how many concepts have how many synonyms; nothing where none has any."""
    counts = Counter(min(len(concept.alternative), MANY_SYNONYMS) for concept in concepts)
    return {number: counts[number] for number in range(max(counts) + 1)} if any(counts.keys()) else {}


def _timeline(dates: Iterable[str]) -> dict[str, int]:
    """Return how many dates lie in each month or year, from the first to the last; what is no date is left out."""
    days = [found for written in dates if (found := day(written))]
    months = Counter(found[:7] for found in days)
    if not days:
        return {}
    if all(len(month) > len("2026") for month in months):
        first, last = _month_number(min(months)), _month_number(max(months))
        if last - first < MAX_MONTHS:
            return {name: months[name] for name in map(_month_name, range(first, last + 1))}
    years = Counter(int(found[:4]) for found in days)
    first, last = min(years), max(years)
    listed = range(first, last + 1) if last - first < MAX_YEARS else sorted(years)
    return {f"{year:04}": years[year] for year in listed}


def _month_number(month: str) -> int:
    return int(month[:4]) * MONTHS_A_YEAR + int(month[5:]) - 1


def _month_name(number: int) -> str:
    return f"{number // MONTHS_A_YEAR:04}-{number % MONTHS_A_YEAR + 1:02}"
