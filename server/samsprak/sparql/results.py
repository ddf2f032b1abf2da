"""The rows of an answer, for whoever shows them: read from its file no further than they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from typing import BinaryIO

import pyoxigraph as ox

PIECE = 1 << 20


class ValueKind(Enum):
    """What a cell holds."""

    IRI = "iri"
    TEXT = "text"
    BLANK = "blank"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Value:
    """A cell: an IRI, a text with its language, a blank node, or nothing."""

    kind: ValueKind
    text: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The first rows of an answer, and how many it has in all."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    total: int


def table(file: BinaryIO, most: int) -> Table:
    """Return the first rows of an answer in TSV, in which each row is a line."""
    found = ox.parse_query_results(file, ox.QueryResultsFormat.TSV)
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError("an answer of ASK has no rows")
    columns = tuple(each.value for each in found.variables)
    rows = tuple(tuple(_value(each[name]) for name in columns) for each in islice(found, most))
    file.seek(0)
    return Table(columns, rows, sum(piece.count(b"\n") for piece in _pieces(file)) - 1)


def _value(term: object) -> Value:
    if isinstance(term, ox.NamedNode):
        return Value(ValueKind.IRI, term.value)
    if isinstance(term, ox.Literal):
        return Value(ValueKind.TEXT, term.value, term.language or "")
    return Value(ValueKind.NOTHING) if term is None else Value(ValueKind.BLANK, str(term))


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece
