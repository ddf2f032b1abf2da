"""The columns of a vocabulary as a table: what a reader wants to know of each concept, in the languages that it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter, methodcaller

from samsprak.errors import N_
from samsprak.language.messages import language_name, say
from samsprak.language.tags import best
from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.events import day
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, Label, MappingKind, Note, NoteKind
from samsprak.vocabulary.statuses import STATUS_NAMES

Values = Callable[[Concept], Iterable[str]]
Labels = Callable[[Concept], Sequence[Label]]

NOTE_HEADINGS = {
    NoteKind.DEFINITION: N_("Definition"),
    NoteKind.SCOPE: N_("When to use it"),
    NoteKind.EXAMPLE: N_("Examples"),
    NoteKind.HISTORY: N_("History"),
    NoteKind.CHANGE: N_("What was changed"),
    NoteKind.EDITORIAL: N_("Editorial note"),
    NoteKind.GENERAL: N_("Note"),
}
MAPPING_HEADINGS = {
    MappingKind.EXACT: N_("Exact match"),
    MappingKind.CLOSE: N_("Close match"),
    MappingKind.BROAD: N_("Broader match"),
    MappingKind.NARROW: N_("Narrower match"),
    MappingKind.RELATED: N_("Related match"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, the property that it shows, what stands in it, and whether that is running text."""

    heading: str
    property: str
    values: Values
    long: bool = False


def language_of(vocabulary: Vocabulary) -> str:
    """Return the language of headings: the vocabulary's own where the interface has it, else English."""
    shown = [lang for lang in UI_LANGUAGES if vocabulary.default_language.partition("-")[0] == lang]
    return shown[0] if shown else "en"


def columns(vocabulary: Vocabulary) -> tuple[Column, ...]:
    """Return the columns of a vocabulary, those that would be empty left out."""
    return tuple(column for column in _Columns(vocabulary).all() if _used(column, vocabulary.concepts))


def _used(column: Column, concepts: Iterable[Concept]) -> bool:
    return any(any(column.values(concept)) for concept in concepts)


class _Columns:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._lang = language_of(vocabulary)

    def all(self) -> Iterator[Column]:
        """Yield every column that there could be, as a reader goes through a record."""
        yield Column(self._say(N_("Address (URI)")), "", lambda concept: (concept.iri,))
        yield Column(self._say(N_("Id")), "", lambda concept: (concept.id,))
        yield Column(self._say(N_("Notation")), "skos:notation", attrgetter("notations"))
        yield from self._of_labels(N_("Recommended term"), "skos:prefLabel", attrgetter("preferred"))
        yield from self._of_labels(N_("Synonyms"), "skos:altLabel", attrgetter("alternative"))
        if self._vocabulary.term_records:
            yield from self._of_labels(N_("Discouraged terms"), "skos:hiddenLabel", attrgetter("hidden"))
        for kind, heading in NOTE_HEADINGS.items():
            yield from self._of_notes(kind, heading)
        yield from self._of_records(N_("Broader"), "skos:broader", lambda each: (link.iri for link in each.broader))
        yield from self._of_records(N_("Narrower"), "skos:narrower", attrgetter("narrower"))
        yield from self._of_records(N_("Related"), "skos:related", attrgetter("related"))
        yield from self._of_records(N_("Stands in"), "skos:member", attrgetter("member_of"))
        yield Column(self._say(N_("Status")), "adms:status", self._status)
        yield from self._of_records(N_("Replaced by"), "dcterms:isReplacedBy", attrgetter("replaced_by"))
        yield from self._of_records(N_("Replaces"), "dcterms:replaces", attrgetter("replaces"))
        yield from self._of_records(N_("Sources"), "dcterms:source", attrgetter("sources"))
        yield from self._of_history()
        yield from map(self._of_mappings, MappingKind)
        yield Column(self._say(N_("See also")), "rdfs:seeAlso", attrgetter("see_also"))

    def _of_labels(self, heading: str, name: str, labels: Labels) -> Iterator[Column]:
        for lang in self._languages(label.lang for concept in self._vocabulary.concepts for label in labels(concept)):
            yield Column(self._in_language(heading, lang), _tagged(name, lang), _texts(labels, lang))

    def _of_notes(self, kind: NoteKind, heading: str) -> Iterator[Column]:
        notes = methodcaller("notes_of", kind)
        for lang in self._languages(note.lang for concept in self._vocabulary.concepts for note in notes(concept)):
            name = _tagged(f"skos:{kind.value}", lang)
            yield Column(self._in_language(heading, lang), name, _texts(notes, lang), long=True)

    def _of_records(self, heading: str, name: str, iris: Values) -> Iterator[Column]:
        """Yield what other records are called, and where they are: the first for people, the second for programs."""
        yield Column(self._say(heading), name, lambda concept: map(self._name, iris(concept)))
        yield Column(f"{self._say(heading)} (URI)", name, iris)

    def _of_history(self) -> Iterator[Column]:
        dates = (
            (N_("Created"), "dcterms:created", "created"),
            (N_("Changed"), "dcterms:modified", "modified"),
            (N_("Decided"), "dcterms:dateAccepted", "accepted"),
            (N_("Valid until"), "dcterms:valid", "valid"),
        )
        for heading, name, attribute in dates:
            yield Column(self._say(heading), name, _day(attrgetter(f"history.{attribute}")))
        yield Column(self._say(N_("Decided by")), "dcterms:publisher", _deciders)

    def _of_mappings(self, kind: MappingKind) -> Column:
        return Column(
            f"{self._say(MAPPING_HEADINGS[kind])} (URI)",
            f"skos:{kind.value}",
            lambda concept: (mapping.target for mapping in concept.mappings if mapping.kind is kind),
        )

    def _status(self, concept: Concept) -> tuple[str, ...]:
        return (self._say(STATUS_NAMES[concept.status]),) if concept.status else ()

    def _name(self, iri: str) -> str:
        """Return what a record is called, else its IRI."""
        record = self._vocabulary.resource(iri) if self._vocabulary.holds(iri) else None
        label = best(record.preferred, (self._vocabulary.default_language,)) if record else None
        return label.text if label else iri

    def _languages(self, found: Iterable[str]) -> list[str]:
        order = {lang: place for place, lang in enumerate(self._vocabulary.languages)}
        return sorted(set(found), key=lambda lang: (order.get(lang, len(order)), lang))

    def _in_language(self, heading: str, lang: str) -> str:
        return f"{self._say(heading)} ({language_name(lang, self._lang)})" if lang else self._say(heading)

    def _say(self, text: str) -> str:
        return say(text, self._lang)


def _tagged(name: str, lang: str) -> str:
    return f"{name} @{lang}" if lang else name


def _texts(items: Callable[[Concept], Iterable[Label | Note]], lang: str) -> Values:
    """Return what gives the texts of a concept in one language."""
    return lambda concept: (item.text for item in items(concept) if item.lang == lang)


def _day(value: Callable[[Concept], str]) -> Values:
    """Return what gives a date without the time of day, or what stands there in its place."""
    return lambda concept: (day(value(concept)) or value(concept),)


def _deciders(concept: Concept) -> Iterator[str]:
    yield from (agent.name or agent.iri for agent in concept.history.decided_by)
