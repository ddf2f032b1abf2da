"""Properties: what is known of a record, as values that a table takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from typing_extensions import TypedDict

from samsprak.errors import N_
from samsprak.language.tags import best, matches
from samsprak.reconciliation.kinds import COLLECTION, CONCEPT
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Collection, Concept, Label, MappingKind, Note, NoteKind, Resource
from samsprak.vocabulary.statuses import STATUS_NAMES
from samsprak.web.names import preferences
from samsprak.web.reconciliation.describing import called, said
from samsprak.web.reconciliation.interface import reconciler

ALL_LANGUAGES = "*"
DATE = re.compile(r"\d{4}-\d\d-\d\d")


# A value that is text.
Text = TypedDict("Text", {"str": str})  # noqa: UP013 - a field of a class would hide the type


class Date(TypedDict):
    """A value that is a date and a time."""

    date: str


class Reference(TypedDict):
    """A value that is a record."""

    id: str
    name: str


Value = Text | Date | Reference
Written = Label | Note


@dataclass(frozen=True, slots=True)
class Shown:
    """A record in its vocabulary, read by somebody in a language.

    `lang` is the reader's language; `wanted` what texts are wanted in, empty for the best, `*` for all.
    """

    vocabulary: Vocabulary
    record: Resource
    lang: str
    wanted: str = ""

    @property
    def concept(self) -> Concept:
        """The record as a concept; another one has nothing that only concepts have."""
        return self.record if isinstance(self.record, Concept) else Concept(iri=self.record.iri, id=self.record.id)


Read = Callable[[Shown], Iterable[Value]]


@dataclass(frozen=True, slots=True)
class Property:
    """A property: its name, how its values are read, the type of records that it leads to, whether it has languages."""

    id: str
    name: str
    read: Read
    leads_to: str = ""
    lingual: bool = False


def _texts(items: Sequence[Written], shown: Shown) -> Iterator[Value]:
    wanted = shown.wanted
    if not wanted:
        chosen = best(items, preferences(shown.vocabulary, shown.lang))
        wanted = chosen.lang if chosen else ""
    for each in items:
        if wanted in {ALL_LANGUAGES, each.lang} or (wanted and matches(each.lang, wanted)):
            yield Text(str=each.text)


def _notes(kind: NoteKind) -> Read:
    return lambda shown: _texts(shown.record.notes_of(kind), shown)


def _records(iris: Iterable[str], shown: Shown) -> Iterator[Value]:
    """Yield records; what is not loaded is but an address."""
    for iri in iris:
        name = called(iri, shown.lang)
        yield Reference(id=iri, name=name) if name != iri else Text(str=iri)


def _mappings(kind: MappingKind) -> Read:
    return lambda shown: (Text(str=each.target) for each in shown.concept.mappings if each.kind is kind)


def _date(value: str) -> Iterator[Value]:
    if DATE.fullmatch(value):
        yield Date(date=f"{value}T00:00:00Z")
    elif value:
        yield Text(str=value)


def _status(shown: Shown) -> Iterator[Value]:
    status = shown.concept.status
    if status:
        yield Text(str=said(STATUS_NAMES[status], shown.lang))


def _collections(shown: Shown, *, facets: bool) -> Iterator[Value]:
    held = reconciler().kinds.of(shown.vocabulary, shown.record)[1:] if facets else shown.concept.member_of
    return _records(held, shown)


def _notations(shown: Shown) -> Iterator[Value]:
    record = shown.record
    return (Text(str=each) for each in (record.notations if isinstance(record, Concept | Collection) else ()))


def _members(shown: Shown) -> Iterator[Value]:
    return _records(shown.record.members if isinstance(shown.record, Collection) else (), shown)


OF_CONCEPTS = (
    Property("prefLabel", N_("Term"), lambda shown: _texts(shown.record.preferred, shown), lingual=True),
    Property("altLabel", N_("Synonyms"), lambda shown: _texts(shown.concept.alternative, shown), lingual=True),
    Property("definition", N_("Definition"), _notes(NoteKind.DEFINITION), lingual=True),
    Property("scopeNote", N_("Note on use"), _notes(NoteKind.SCOPE), lingual=True),
    Property("example", N_("Example"), _notes(NoteKind.EXAMPLE), lingual=True),
    Property("broader", N_("Broader"), lambda s: _records([each.iri for each in s.concept.broader], s), CONCEPT),
    Property("narrower", N_("Narrower"), lambda s: _records(s.concept.narrower, s), CONCEPT),
    Property("related", N_("Related"), lambda s: _records(s.concept.related, s), CONCEPT),
    Property("facet", N_("Facet"), lambda s: _collections(s, facets=True), COLLECTION),
    Property("collection", N_("Collection"), lambda s: _collections(s, facets=False), COLLECTION),
    Property("status", N_("Status"), _status),
    Property("notation", N_("Notation"), _notations),
    Property("exactMatch", N_("Exact match"), _mappings(MappingKind.EXACT)),
    Property("closeMatch", N_("Close match"), _mappings(MappingKind.CLOSE)),
    Property("broadMatch", N_("Broader match"), _mappings(MappingKind.BROAD)),
    Property("narrowMatch", N_("Narrower match"), _mappings(MappingKind.NARROW)),
    Property("relatedMatch", N_("Related match"), _mappings(MappingKind.RELATED)),
    Property("replacedBy", N_("Replaced by"), lambda s: _records(s.concept.replaced_by, s), CONCEPT),
    Property("replaces", N_("Replaces"), lambda s: _records(s.concept.replaces, s), CONCEPT),
    Property("inScheme", N_("Vocabulary"), lambda s: _records(s.concept.schemes or _scheme(s), s)),
    Property("created", N_("Created"), lambda s: _date(s.record.history.created)),
    Property("modified", N_("Changed"), lambda s: _date(s.record.history.modified)),
    Property("uri", N_("Address"), lambda s: [Text(str=s.record.iri)]),
)
MEMBER = Property("member", N_("Members"), _members)
# Clients may write what is a property of SKOS with its prefix.
PREFIX = "skos:"
BY_ID = {each.id: each for each in (*OF_CONCEPTS, MEMBER)}
ALIKE = ("prefLabel", "definition", "notation", "collection", "inScheme", "created", "modified", "uri")
OF_COLLECTIONS = (*(BY_ID[name] for name in ALIKE), MEMBER)


def _scheme(shown: Shown) -> list[str]:
    return [each.iri for each in shown.vocabulary.schemes[:1]]
