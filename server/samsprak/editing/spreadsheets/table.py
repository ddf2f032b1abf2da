"""Tables: the rows of a sheet as they were read, whatever file they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from samsprak.editing.spreadsheets.notices import Notice, Place


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the sheet, and its cells by the number of their column, empty ones left out."""

    number: int
    cells: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its headings by column, the rows below them, and what was noticed while reading.

    `dates` are cells that the spreadsheet holds as dates: their text is the date.
    """

    sheet: str
    headings: Mapping[int, str]
    rows: tuple[Row, ...]
    notices: tuple[Notice, ...] = ()
    dates: frozenset[tuple[int, int]] = field(default=frozenset())

    def place(self, row: int = 0, column: int = 0) -> Place:
        """Return a place in this sheet."""
        return Place(self.sheet, row, column)
