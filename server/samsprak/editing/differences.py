"""Differences between two states of a vocabulary, as records: what happened to each thing, and what follows from it.

They hold no sentences: reports, pages and spreadsheets each say them in their own way (`editing.reports`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from samsprak.vocabulary.records import Concept, Label, LabelKind, NoteKind, Resource
from samsprak.vocabulary.states import State


class Sort(StrEnum):
    """What kind of thing differs."""

    CONCEPT = "concept"
    COLLECTION = "collection"
    SCHEME = "scheme"
    SOURCE = "source"
    GUIDE = "guide"
    OTHER = "other"


class Happening(StrEnum):
    """What has happened to it, in the order in which a reviewer wants to know."""

    LOST = "lost"
    SPLIT = "split"
    MERGED = "merged"
    RETIRED = "retired"
    REINSTATED = "reinstated"
    ADDED = "added"
    RENAMED = "renamed"
    REDEFINED = "redefined"
    MOVED = "moved"
    STATUS = "status"
    CHANGED = "changed"


class Aspect(StrEnum):
    """The parts of a record, in the order in which they are read; the values are what programs read."""

    PREFERRED = LabelKind.PREFERRED.value
    ALTERNATIVE = LabelKind.ALTERNATIVE.value
    HIDDEN = LabelKind.HIDDEN.value
    DEFINITION = NoteKind.DEFINITION.value
    SCOPE = NoteKind.SCOPE.value
    EXAMPLE = NoteKind.EXAMPLE.value
    HISTORY = NoteKind.HISTORY.value
    CHANGE = NoteKind.CHANGE.value
    EDITORIAL = NoteKind.EDITORIAL.value
    NOTE = NoteKind.GENERAL.value
    NOTE_SOURCE = "noteSource"
    DESCRIPTION = "description"
    BROADER = "broader"
    TOP = "topConceptOf"
    RELATED = "related"
    MAPPING = "mapping"
    SEE_ALSO = "seeAlso"
    NOTATION = "notation"
    SOURCE = "source"
    COLLECTION = "memberOf"
    MEMBER = "member"
    ORDER = "order"
    KIND = "kind"
    CLASS = "class"
    SCHEME = "inScheme"
    STATUS = "status"
    REPLACED_BY = "isReplacedBy"
    REPLACES = "replaces"
    DECIDED_BY = "decidedBy"
    ACCEPTED = "dateAccepted"
    VALID = "valid"
    PUBLISHER = "publisher"
    LICENCE = "license"
    VERSION = "version"
    CONFORMS = "conformsTo"
    ISSUED = "issued"
    PAGE = "page"
    HELP = "help"
    LEADS_TO = "leadsTo"
    ANSWERS = "answers"
    SUGGESTION = "suggestion"
    OPEN_POINT = "openPoint"
    PLACE = "place"
    CREATED = "created"
    MODIFIED = "modified"
    OTHER = "other"


# Aspects whose values are IRIs, of things that mostly have a name here.
REFERENCES = frozenset(
    {
        Aspect.BROADER,
        Aspect.TOP,
        Aspect.RELATED,
        Aspect.MAPPING,
        Aspect.SEE_ALSO,
        Aspect.SOURCE,
        Aspect.NOTE_SOURCE,
        Aspect.COLLECTION,
        Aspect.MEMBER,
        Aspect.ORDER,
        Aspect.CLASS,
        Aspect.SCHEME,
        Aspect.REPLACED_BY,
        Aspect.REPLACES,
        Aspect.SUGGESTION,
    }
)
# Aspects whose values are sentences, which are compared word by word.
PROSE = frozenset(
    {
        Aspect.DEFINITION,
        Aspect.SCOPE,
        Aspect.EXAMPLE,
        Aspect.HISTORY,
        Aspect.CHANGE,
        Aspect.EDITORIAL,
        Aspect.NOTE,
        Aspect.DESCRIPTION,
        Aspect.HELP,
    }
)


@dataclass(frozen=True, slots=True)
class Change:
    """What one part of a record has lost and gained.

    `lang` is empty where the values have no language; `detail` tells parts of one aspect apart: the kind of mapping or
    hierarchy, the property of what no record holds.
    """

    aspect: Aspect
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    lang: str = ""
    detail: str = ""


class Effect(StrEnum):
    """What follows from a difference, the gravest first."""

    GONE = "address-gone"
    REFERRED_TO = "still-referred-to"
    SUCCESSOR_MISSING = "successor-missing"
    GUIDE_BROKEN = "guide-broken"
    GUIDE_SUGGESTS = "guide-suggests"
    SAVED_LINKS = "saved-links-fail"
    PATHLESS = "narrower-lose-path"
    ROOTLESS = "loses-path"
    NEW_ADDRESS = "same-term-new-address"
    UNLIKE = "new-meaning"
    DECISION = "decision-outdated"
    FINDS_OTHER = "term-finds-another"
    SHARED = "term-shared"
    WITHDRAWN = "address-withdrawn"
    LEADS_NOWHERE = "tag-leads-nowhere"
    CHOICE = "tag-needs-choice"
    LEADS_TO = "tag-leads-to"
    NOT_FOUND = "term-finds-nothing"
    CARRIED = "narrower-move-along"
    WORD_FORMS = "word-forms-only"

    @property
    def alarming(self) -> bool:
        """Whether a reviewer must look at it before it is published."""
        return self in ALARMS


ALARMS = frozenset(
    {
        Effect.GONE,
        Effect.REFERRED_TO,
        Effect.SUCCESSOR_MISSING,
        Effect.GUIDE_BROKEN,
        Effect.GUIDE_SUGGESTS,
        Effect.SAVED_LINKS,
        Effect.PATHLESS,
        Effect.ROOTLESS,
        Effect.NEW_ADDRESS,
        Effect.UNLIKE,
        Effect.DECISION,
        Effect.FINDS_OTHER,
        Effect.SHARED,
    }
)


@dataclass(frozen=True, slots=True)
class Consequence:
    """What follows: `about` are IRIs, `texts` terms or languages, `n` how many where not all are named."""

    effect: Effect
    about: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    n: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How one thing differs.

    `before` and `after` are its records, None where it has none, as parts of a guide have not. `happenings` stand in
    the order of `Happening`. `successors` are what replaces a concept that went out of use; `together` are the others
    that the same concept replaces. A thing that is new or gone has its whole record in `changes`.
    """

    iri: str
    sort: Sort
    happenings: tuple[Happening, ...]
    before: Resource | None = None
    after: Resource | None = None
    names: tuple[Label, ...] = ()
    changes: tuple[Change, ...] = ()
    successors: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    consequences: tuple[Consequence, ...] = ()

    @property
    def first(self) -> Happening:
        """What a reviewer wants to know first."""
        return self.happenings[0]

    @property
    def alarming(self) -> bool:
        """Whether anything about it must be looked at before it is published."""
        return any(each.effect.alarming for each in self.consequences)

    def of(self, aspect: Aspect) -> tuple[Change, ...]:
        """Return the changes of one aspect."""
        return tuple(change for change in self.changes if change.aspect is aspect)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states and every difference between them, by sort, happening and IRI."""

    base: State
    head: State
    differences: tuple[Difference, ...]

    def __bool__(self) -> bool:
        return bool(self.differences)

    def happened(self, happening: Happening, sort: Sort = Sort.CONCEPT) -> tuple[Difference, ...]:
        """Return the differences of a sort to which something has happened, whatever else has."""
        return tuple(each for each in self.differences if each.sort is sort and happening in each.happenings)

    def record(self, iri: str) -> Resource:
        """Return the record with this IRI as it is, else as it was; raises `UnknownResource`."""
        vocabulary = self.head.vocabulary if self.head.vocabulary.holds(iri) else self.base.vocabulary
        return vocabulary.resource(iri)

    def concepts(self, difference: Difference) -> tuple[Concept | None, Concept | None]:
        """Return the records before and after of a concept."""
        before, after = difference.before, difference.after
        return before if isinstance(before, Concept) else None, after if isinstance(after, Concept) else None
