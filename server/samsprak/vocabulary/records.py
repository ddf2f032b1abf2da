"""The frozen records of a vocabulary: what every layer above knows of concepts, labels and relations.

References between records are IRIs; `Vocabulary` looks them up. A date is kept as it was written (an ISO 8601
date or date-time), since vocabularies in the wild hold both.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Choice(StrEnum):
    """One of a few words. It hashes as text, not by Python's own way for members, since millions are."""

    __hash__ = str.__hash__


class LabelKind(Choice):
    """The three kinds of label (SKOS §5), in order of preference."""

    PREFERRED = "prefLabel"
    ALTERNATIVE = "altLabel"
    HIDDEN = "hiddenLabel"


class NoteKind(Choice):
    """The documentation properties (SKOS §7)."""

    DEFINITION = "definition"
    SCOPE = "scopeNote"
    EXAMPLE = "example"
    HISTORY = "historyNote"
    CHANGE = "changeNote"
    EDITORIAL = "editorialNote"
    GENERAL = "note"


class MappingKind(Choice):
    """The mapping properties (SKOS §10), closest first."""

    EXACT = "exactMatch"
    CLOSE = "closeMatch"
    BROAD = "broadMatch"
    NARROW = "narrowMatch"
    RELATED = "relatedMatch"


class Hierarchy(Choice):
    """What a broader relation says (ISO 25964-1): is a kind of, is a part of, is a named instance of."""

    GENERIC = "generic"
    PARTITIVE = "partitive"
    INSTANTIAL = "instantial"


class Status(Choice):
    """The status of a term record, by its ADMS name."""

    PROPOSED = "UnderDevelopment"
    DECIDED = "Completed"
    RETIRED = "Deprecated"
    WITHDRAWN = "Withdrawn"


OUT_OF_USE = (Status.RETIRED, Status.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Label:
    """A term in a language; `lang` is empty where the vocabulary gives none."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Note:
    """A definition, scope note or other documentation, with the sources that its own node names."""

    kind: NoteKind
    text: str
    lang: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mapping:
    """A match with a concept of another vocabulary."""

    kind: MappingKind
    target: str


@dataclass(frozen=True, slots=True)
class Broader:
    """A link to a broader concept and what it says."""

    iri: str
    hierarchy: Hierarchy = Hierarchy.GENERIC


@dataclass(frozen=True, slots=True)
class Agent:
    """Who publishes or decides: a name, an IRI, or both; empty strings where not known."""

    name: str
    iri: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """When a record was made, changed, decided, and until when it is valid; empty strings where not said."""

    created: str = ""
    modified: str = ""
    accepted: str = ""
    valid: str = ""
    decided_by: tuple[Agent, ...] = ()


NO_HISTORY = History()


@dataclass(frozen=True, slots=True)
class Class:
    """A class of concepts or collections besides those of SKOS, with what it is called and the classes it refines."""

    iri: str
    preferred: tuple[Label, ...] = ()
    broader: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """What concepts, collections, schemes and source records share: an IRI, an id for addresses, labels.

    `classes` are those of the vocabulary's own that it is an instance of.
    """

    iri: str
    id: str
    preferred: tuple[Label, ...] = ()
    notes: tuple[Note, ...] = ()
    history: History = NO_HISTORY
    classes: tuple[str, ...] = ()

    def notes_of(self, kind: NoteKind) -> tuple[Note, ...]:
        """Return the notes of one kind, in the order of the record."""
        return tuple(note for note in self.notes if note.kind is kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept(Resource):
    """A concept with the whole of its term record."""

    alternative: tuple[Label, ...] = ()
    hidden: tuple[Label, ...] = ()
    notations: tuple[str, ...] = ()
    broader: tuple[Broader, ...] = ()
    narrower: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    mappings: tuple[Mapping, ...] = ()
    see_also: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    top_of: tuple[str, ...] = ()
    member_of: tuple[str, ...] = ()
    status: Status | None = None
    replaced_by: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()

    @property
    def retired(self) -> bool:
        """Tell whether the concept is out of use."""
        return self.status in OUT_OF_USE


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection(Resource):
    """A facet, a characteristic of division, a row of a table: concepts put together without a hierarchy.

    `array` marks a characteristic of division (iso-thes:ThesaurusArray), which divides one concept's narrower ones.
    """

    members: tuple[str, ...] = ()
    ordered: bool = False
    array: bool = False
    member_of: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    notations: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme(Resource):
    """A concept scheme; `preferred` holds its titles."""

    descriptions: tuple[Label, ...] = ()
    publishers: tuple[Agent, ...] = ()
    licences: tuple[str, ...] = ()
    version: str = ""
    top_concepts: tuple[str, ...] = ()
    conforms_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Resource):
    """A document that concepts cite; `preferred` holds its titles."""

    publishers: tuple[Agent, ...] = ()
    issued: str = ""
    pages: tuple[str, ...] = ()
    descriptions: tuple[Label, ...] = ()


class Finding(Choice):
    """What the loader noticed, served all the same."""

    CYCLE = "cycle"
    UNLABELLED = "unlabelled"
    BLANK_CONCEPT = "blank-concept"
    DUPLICATE_FILE = "duplicate-file"
    DANGLING = "dangling"
    NO_SCHEME = "no-scheme"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing the loader noticed, with the IRIs or files it concerns."""

    finding: Finding
    subjects: tuple[str, ...] = field(default=())
