"""Fingerprints: what the cells of a table held when it was exported, as far as one must know it afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from samsprak.editing.spreadsheets.cells import fingerprint
from samsprak.editing.spreadsheets.columns import ID, Column
from samsprak.editing.spreadsheets.headings import Layout
from samsprak.editing.spreadsheets.table import Row, Table
from samsprak.vocabulary.records import Concept

SIGN = "k"
WIDTH = 8


@dataclass(frozen=True, slots=True)
class Known:
    """The fingerprints of one row; none where it was not exported, or the column of them is gone."""

    prints: frozenset[str]

    def had(self, key: str, cell: str) -> bool:
        """Tell whether a cell held this when the table was exported."""
        return fingerprint(key, cell) in self.prints


class Fingerprints:
    """The fingerprints of all rows of a table."""

    def __init__(self, table: Table, where: Layout) -> None:
        self._table = table
        self._where = where
        self._columns: dict[int, bool] = {}

    def of(self, row: Row) -> Known:
        """Return the fingerprints of a row."""
        digits = row.cells.get(self._where.check, "").strip().removeprefix(SIGN)
        return Known(frozenset(digits[start : start + WIDTH] for start in range(0, len(digits), WIDTH)))

    def stood_elsewhere(self, row: Row, key: str, cell: str) -> bool:
        """Tell whether what a cell holds was that of another row."""
        return bool(cell) and self._rows.get(fingerprint(key, cell), row.number) != row.number

    def had_column(self, number: int, column: Column) -> bool:
        """Tell whether a column was exported: whether any of its cells is what it was."""
        found = self._columns.get(number)
        if found is None:
            rows = self._table.rows
            found = any(self.of(row).had(column.key, row.cells.get(number, "")) for row in rows)
            self._columns[number] = found
        return found

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {each: row.number for row in self._table.rows for each in self.of(row).prints}


def check_number(concept: Concept, cells: Mapping[Column, str]) -> str:
    """Return the check number of a row: the fingerprints of its id and of its cells, each with its column's name."""
    prints = [fingerprint(ID, concept.id), *(fingerprint(column.key, cell) for column, cell in cells.items())]
    return SIGN + "".join(prints)
