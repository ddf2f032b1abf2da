"""Questions and answers of a reconciliation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

DEFAULT_LIMIT = 10
# No cell that names something is longer.
MAX_TEXT = 1000


class Strictness(StrEnum):
    """What the types of a question demand: one of them, all of them, or nothing, though they count."""

    ANY = "any"
    ALL = "all"
    SHOULD = "should"


@dataclass(frozen=True, slots=True)
class Known:
    """What else is known of what is sought: a property and its values, each an identifier or a text."""

    property: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A name to reconcile, and what is known besides."""

    text: str
    types: tuple[str, ...] = ()
    strictness: Strictness = Strictness.ANY
    known: tuple[Known, ...] = ()
    limit: int = DEFAULT_LIMIT


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be meant, with a score from 0 to 100 (docs/reconciliation.md).

    `match` says that it is certain. `features` are what the score is made of, by name. `instead_of` is the IRI of the
    concept out of use that was asked for, where this one takes its place.
    """

    vocabulary: str
    iri: str
    score: float
    match: bool = False
    features: tuple[tuple[str, float], ...] = ()
    instead_of: str = ""
