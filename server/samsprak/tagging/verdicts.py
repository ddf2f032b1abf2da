"""Verdicts: what has become of a URI that another system has stored."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """What a stored URI is today; the values are what programs read."""

    CURRENT = "current"
    RETIRED = "retired"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"
    EMPTY = "empty"


class Slip(StrEnum):
    """How what was stored differs from the IRI that it stands for, or how that was guessed."""

    SCHEME = "http-or-https"
    SLASH = "last-slash"
    CAPITALS = "capitals"
    ENCODING = "percent-encoding"
    WRITING = "writing"
    SUFFIX = "suffix"
    QUERY = "query"
    PAGE = "page-address"
    PREFIXED = "prefixed-name"
    ID = "id-alone"
    OLD = "older-iri"
    MAPPING = "mapping"
    NOTATION = "notation"
    ELSEWHERE = "id-in-another-address"
    MISTYPED = "mistyped"
    TERM = "term"
    NO_CONCEPT = "no-concept"


# Other spellings of the same address; the others are guesses, or decisions that a person makes.
CERTAIN = frozenset(
    {
        Slip.SCHEME,
        Slip.SLASH,
        Slip.CAPITALS,
        Slip.ENCODING,
        Slip.WRITING,
        Slip.SUFFIX,
        Slip.QUERY,
        Slip.PAGE,
        Slip.PREFIXED,
        Slip.ID,
        Slip.OLD,
    }
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of one stored URI.

    `meant` are the IRIs that it is, or is nearest to; `slips` say how it differs from them, and are empty where it is
    the IRI itself. `now` are the IRIs to use today: one, several to choose among, or none. `ways` lead from a concept
    that is out of use to each end, itself first. `needs_person` is false where a program may write `now` in its place.
    """

    given: str
    standing: Standing
    meant: tuple[str, ...] = ()
    slips: tuple[Slip, ...] = ()
    now: tuple[str, ...] = ()
    ways: tuple[tuple[str, ...], ...] = ()
    needs_person: bool = False
