"""Comparing: what has been changed in a row, against the vocabulary as it is and as it was when the table was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from samsprak.editing.spreadsheets.cells import MAX_CELL, length, lines, plain, same
from samsprak.editing.spreadsheets.columns import ID, TERM, Column, Shape
from samsprak.editing.spreadsheets.edits import Edit
from samsprak.editing.spreadsheets.fingerprints import Fingerprints, Known
from samsprak.editing.spreadsheets.headings import Layout
from samsprak.editing.spreadsheets.naming import Naming
from samsprak.editing.spreadsheets.notices import Notice, from_error, notice
from samsprak.editing.spreadsheets.table import Row, Table
from samsprak.editing.spreadsheets.values import Values
from samsprak.errors import N_, SamsprakError
from samsprak.vocabulary.records import Concept, Status

# So many texts that stood in other rows are no accident: a column was sorted by itself, or its cells were moved.
MOVED = 3
EDGES = N_("spaces at the edges of what is written, and empty lines, are left out.")


class Comparing:
    """Compares the rows of one table with the records of a vocabulary; what it notices is in `notices`."""

    def __init__(self, table: Table, where: Layout, naming: Naming, values: Values) -> None:
        self.notices: list[Notice] = []
        self.outdated = 0
        self._table = table
        self._where = where
        self._naming = naming
        self._values = values
        self._prints = Fingerprints(table, where)
        self._moved: dict[int, list[Row]] = {}

    def of_concept(self, row: Row, concept: Concept) -> tuple[Edit, ...]:
        """Return the edits of a row that has the id of a concept."""
        known = self._prints.of(row)
        if known.prints and not known.had(ID, concept.id):
            template = N_(
                "the id {id} does not belong to the rest of the row. Have columns been sorted by "
                "themselves? Undo that, or "
                "export the table anew."
            )
            self._fault(row, self._where.id, template, id=concept.id)
            return ()
        found = (self._of_cell(row, number, column, concept, known) for number, column in self._where.columns.items())
        return tuple(edit for edit in found if edit)

    def close(self) -> None:
        """Tell what only all rows together show."""
        for number, rows in self._moved.items():
            for row in rows if len(rows) >= MOVED else ():
                template = N_(
                    "what stands here stood in another row. Has the column been sorted by itself, or "
                    "have cells been moved? "
                    "Undo that, or export the table anew."
                )
                self._fault(row, number, template)

    def of_new(self, row: Row) -> tuple[Edit, ...]:
        """Return what a row without an id says of a new concept; what only the vocabulary says is passed over."""
        found = []
        for number, column in self._where.columns.items():
            if not column.part.fixed:
                gained = self._read(row, number, column, {})
                if column.part.shape is Shape.STATUS and gained and gained != (Status.PROPOSED.value,):
                    self._fault(row, number, N_("a new concept is a proposal: leave the cell empty."))
                if gained:
                    found.append(Edit(column, (), gained))
        return tuple(found)

    def _of_cell(self, row: Row, number: int, column: Column, concept: Concept, known: Known) -> Edit | None:
        cell, current = row.cells.get(number, ""), self._naming.cell(column, concept)
        if same(cell, current):
            if cell.replace("\r\n", "\n") != current:
                self._remark(row, number, EDGES)
            return None
        if known.prints and known.had(column.key, cell):
            self.outdated += not column.part.fixed
            return None
        if column.part.shape in (Shape.TERM, Shape.PROSE) and self._prints.stood_elsewhere(row, column.key, cell):
            self._moved.setdefault(number, []).append(row)
        reason = self._hindrance(number, column, concept, known)
        if reason:
            self._fault(row, number, reason, text=current)
            return None
        return self._edit(row, number, column, concept)

    def _hindrance(self, number: int, column: Column, concept: Concept, known: Known) -> str:
        """Return why a cell may not be changed; empty where it may."""
        current = self._naming.cell(column, concept)
        if column.part.fixed:
            return N_("what stands here is not changed in a table. It was “{text}”.")
        # An empty cell of a column that the group has added was nowhere before.
        if known.prints and not known.had(column.key, current) and (current or self._prints.had_column(number, column)):
            return N_(
                "changed both here and in the vocabulary since the table was exported; there it is now "
                "“{text}”. Export the table anew and make the change there."
            )
        if not self._naming.editable(column, concept):
            return N_(
                "what stands here does not fit into a cell as it is (line breaks, spaces at the edges, "
                "repeats or too much text): “{text}”. Change it in the file itself."
            )
        return ""

    def _edit(self, row: Row, number: int, column: Column, concept: Concept) -> Edit | None:
        before = column.values(concept)
        shown = dict(zip(self._naming.shown(column, before), before, strict=True))
        after = self._read(row, number, column, shown)
        if after is None:
            return None
        if column.part.name == TERM and before and not after:
            template = N_("the term “{text}” is gone. To take a concept out of use: samsprak retire {id} --because …")
            self._fault(row, number, template, text=before[0], id=concept.id)
            return None
        lost = tuple(value for value in before if value not in after)
        gained = tuple(value for value in after if value not in before)
        return Edit(column, lost, gained) if lost or gained else None

    def _read(self, row: Row, number: int, column: Column, shown: Mapping[str, str]) -> tuple[str, ...] | None:
        """Return the values of a cell; those in `shown` are kept as they are. None where something is wrong."""
        cell = row.cells.get(number, "")
        if not cell:
            return ()
        faults = len(self.notices)
        self.notices += self._of_form(row, number, column, cell)
        if "\n".join(lines(cell)) != cell.replace("\r\n", "\n"):
            self._remark(row, number, EDGES)
        found: dict[str, None] = {}
        for text in lines(cell):
            try:
                value = shown[text] if text in shown else self._values.value(column, text)
            except SamsprakError as error:
                self.notices.append(from_error(self._table.place(row.number, number), error))
                continue
            if value in found:
                self._remark(row, number, N_("“{text}” stands here twice, and counts once."), text=text)
            if text not in shown:
                self._of_spaces(row, number, text)
            found[value] = None
        self._of_status(row, number, column, found)
        if column.part.single and len(found) > 1:
            self._fault(row, number, N_("there is room for one value here. Take the line breaks away."))
        return None if any(each.fault for each in self.notices[faults:]) else tuple(found)

    def _of_form(self, row: Row, number: int, column: Column, cell: str) -> Iterator[Notice]:
        place = self._table.place(row.number, number)
        if length(cell) > MAX_CELL:
            template = N_("the cell has {given} characters; Excel keeps {n}. Shorten the text.")
            yield notice(place, template, given=length(cell), n=MAX_CELL)
        if (row.number, number) in self._table.dates and column.part.shape is not Shape.DATE:
            template = N_(
                "the spreadsheet has made a date of what was written here ({text}). Format the cell "
                "as text and write it anew."
            )
            yield notice(place, template, text=cell)

    def _of_spaces(self, row: Row, number: int, text: str) -> None:
        if plain(text) != text:  # `lines` has taken the edges off
            template = N_("hard spaces or signs without a width are read as ordinary spaces, or as nothing.")
            self._remark(row, number, template)

    def _of_status(self, row: Row, number: int, column: Column, found: Mapping[str, None]) -> None:
        if column.part.shape is Shape.STATUS and Status.DECIDED.value in found:
            template = N_("a body decides, on a day: that is entered by samsprak decide, not in a table.")
            self._fault(row, number, template)

    def _fault(self, row: Row, number: int, template: str, **values: Any) -> None:
        self.notices.append(notice(self._table.place(row.number, number), template, **values))

    def _remark(self, row: Row, number: int, template: str, **values: Any) -> None:
        self.notices.append(notice(self._table.place(row.number, number), template, fault=False, **values))
