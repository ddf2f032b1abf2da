"""The columns of the table that a working group edits: what a concept says in each, and what they are called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from samsprak.errors import N_
from samsprak.language.messages import say
from samsprak.vocabulary.events import day
from samsprak.vocabulary.facets import facets_of
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, Hierarchy, MappingKind, NoteKind


class Shape(StrEnum):
    """What the values of a column are."""

    TERM = "term"
    PROSE = "prose"
    PLAIN = "plain"
    CONCEPT = "concept"
    COLLECTION = "collection"
    SOURCE = "source"
    ADDRESS = "address"
    DATE = "date"
    STATUS = "status"


Read = Callable[[Concept, str], Iterable[str]]
ID, TERM, CHECK = "id", "prefLabel", "check"
SHEET = N_("Concepts")
ID_HEADING = N_("Id (do not change)")
CHECK_HEADING = N_("Check number (do not change)")
# What an editor of term records expects to fill in, also where no record has it yet.
EXPECTED = frozenset({"hiddenLabel", "historyNote", "partitive", "instantial", "closeMatch", "status", "replacedBy"})


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a record that columns show: one column, or one a language where its texts have such.

    `single` allows one value at most, `fixed` parts are only read, `optional` ones are left out where nothing has them.
    """

    name: str
    heading: str
    shape: Shape
    read: Read
    tagged: bool = False
    single: bool = False
    fixed: bool = False
    optional: bool = True


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a part of a record in one language."""

    part: Part
    lang: str = ""

    @property
    def key(self) -> str:
        """What stands for the column in fingerprints."""
        return f"{self.part.name}@{self.lang}" if self.part.tagged else self.part.name

    def heading(self, lang: str) -> str:
        """Return what stands above the column."""
        told = say(self.part.heading, lang)
        return f"{told} ({self.lang})" if self.lang else told

    def values(self, concept: Concept) -> tuple[str, ...]:
        """Return what a concept says here: texts, IRIs, dates, the name of a status."""
        return tuple(value for value in self.part.read(concept, self.lang) if value)


def parts(vocabulary: Vocabulary) -> tuple[Part, ...]:
    """Return every part that a table can carry, in the order of its columns."""
    facets = frozenset(facets_of(vocabulary))
    return tuple(_parts(facets))


def columns(vocabulary: Vocabulary) -> tuple[Column, ...]:
    """Return the columns of a vocabulary's own table: those in use, and those that an editor expects to fill in."""
    return tuple(column for part in parts(vocabulary) for column in _columns(part, vocabulary))


def _columns(part: Part, vocabulary: Vocabulary) -> Iterator[Column]:
    if part.tagged:
        used = {lang for concept in vocabulary.concepts for lang in _languages(part.name, concept)}
        if not part.optional:
            used |= set(vocabulary.languages[:2])
        elif vocabulary.term_records and part.name in EXPECTED:
            used |= set(vocabulary.languages[:1])
        order = {lang: place for place, lang in enumerate(vocabulary.languages)}
        for lang in sorted(used, key=lambda each: (order.get(each, len(order)), each)):
            yield Column(part, lang)
    elif not part.optional or (vocabulary.term_records and part.name in EXPECTED) or _used(part, vocabulary):
        yield Column(part)


def _used(part: Part, vocabulary: Vocabulary) -> bool:
    return any(any(part.read(concept, "")) for concept in vocabulary.concepts)


def _languages(name: str, concept: Concept) -> Iterator[str]:
    attribute = {"prefLabel": "preferred", "altLabel": "alternative", "hiddenLabel": "hidden"}.get(name)
    if attribute:
        yield from (label.lang for label in getattr(concept, attribute))
    else:
        yield from (note.lang for note in concept.notes if note.kind.value == name)


def _parts(facets: frozenset[str]) -> Iterator[Part]:
    yield Part(TERM, N_("Recommended term"), Shape.TERM, _labels("preferred"), tagged=True, single=True, optional=False)
    yield Part("altLabel", N_("Synonyms"), Shape.TERM, _labels("alternative"), tagged=True, optional=False)
    yield Part("hiddenLabel", N_("Discouraged terms"), Shape.TERM, _labels("hidden"), tagged=True)
    yield Part(
        "definition",
        N_("Definition"),
        Shape.PROSE,
        _notes(NoteKind.DEFINITION),
        tagged=True,
        single=True,
        optional=False,
    )
    for kind, heading, optional in (
        (NoteKind.SCOPE, N_("When to use it"), False),
        (NoteKind.EXAMPLE, N_("Examples"), False),
        (NoteKind.HISTORY, N_("History"), True),
        (NoteKind.CHANGE, N_("What was changed"), True),
        (NoteKind.EDITORIAL, N_("Editorial note"), True),
        (NoteKind.GENERAL, N_("Note"), True),
    ):
        yield Part(kind.value, heading, Shape.PROSE, _notes(kind), tagged=True, optional=optional)
    for hierarchy, heading, optional in (
        (Hierarchy.GENERIC, N_("Broader: is a kind of"), False),
        (Hierarchy.PARTITIVE, N_("Broader: is a part of"), True),
        (Hierarchy.INSTANTIAL, N_("Broader: is an instance of"), True),
    ):
        yield Part(hierarchy.value, heading, Shape.CONCEPT, _broader(hierarchy), optional=optional)
    yield Part("related", N_("Related"), Shape.CONCEPT, _each("related"), optional=False)
    yield Part(
        "facet", N_("Facet"), Shape.COLLECTION, lambda concept, _: [iri for iri in concept.member_of if iri in facets]
    )
    yield Part(
        "list",
        N_("Lists"),
        Shape.COLLECTION,
        lambda concept, _: [iri for iri in concept.member_of if iri not in facets],
    )
    yield Part("source", N_("Sources"), Shape.SOURCE, _each("sources"), optional=False)
    yield Part("notation", N_("Notation"), Shape.PLAIN, _each("notations"))
    for match, heading in (
        (MappingKind.EXACT, N_("Exact match")),
        (MappingKind.CLOSE, N_("Close match")),
        (MappingKind.BROAD, N_("Broader match")),
        (MappingKind.NARROW, N_("Narrower match")),
        (MappingKind.RELATED, N_("Related match")),
    ):
        yield Part(match.value, heading, Shape.ADDRESS, _mapped(match))
    yield Part("seeAlso", N_("See also"), Shape.ADDRESS, _each("see_also"))
    yield Part(
        "status",
        N_("Status"),
        Shape.STATUS,
        lambda concept, _: [concept.status.value if concept.status else ""],
        single=True,
    )
    yield Part("replacedBy", N_("Replaced by"), Shape.CONCEPT, _each("replaced_by"))
    yield Part("replaces", N_("Replaces"), Shape.CONCEPT, _each("replaces"))
    yield Part("valid", N_("Valid until"), Shape.DATE, _date("valid"), single=True)
    yield Part("accepted", N_("Decided"), Shape.DATE, _date("accepted"), single=True, fixed=True)
    yield Part(
        "publisher",
        N_("Decided by"),
        Shape.PLAIN,
        lambda concept, _: [agent.name or agent.iri for agent in concept.history.decided_by],
        fixed=True,
    )
    yield Part("created", N_("Created"), Shape.DATE, _date("created"), single=True, fixed=True)
    yield Part("modified", N_("Changed"), Shape.DATE, _date("modified"), single=True, fixed=True)
    yield Part("iri", N_("Address (URI)"), Shape.ADDRESS, lambda concept, _: [concept.iri], single=True, fixed=True)


def _labels(attribute: str) -> Read:
    labels = attrgetter(attribute)
    return lambda concept, lang: [label.text for label in labels(concept) if label.lang == lang]


def _notes(kind: NoteKind) -> Read:
    return lambda concept, lang: [note.text for note in concept.notes if note.kind is kind and note.lang == lang]


def _broader(kind: Hierarchy) -> Read:
    return lambda concept, _: [link.iri for link in concept.broader if link.hierarchy is kind]


def _mapped(kind: MappingKind) -> Read:
    return lambda concept, _: [mapping.target for mapping in concept.mappings if mapping.kind is kind]


def _each(attribute: str) -> Read:
    values = attrgetter(attribute)
    return lambda concept, _: values(concept)


def _date(attribute: str) -> Read:
    value = attrgetter(f"history.{attribute}")
    return lambda concept, _: [day(value(concept)) or value(concept)]
