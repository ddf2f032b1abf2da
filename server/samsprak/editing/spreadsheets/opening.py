"""Opening a workbook: the sheet of concepts as text, and all that a spreadsheet has made of it.

The workbook is taken whole and not row by row, since merged cells and hidden rows are told only so. Formulas are never
worked out, and links to other files never followed.
"""

from __future__ import annotations

import datetime as dt
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from samsprak.editing.spreadsheets.columns import SHEET
from samsprak.editing.spreadsheets.headings import is_table
from samsprak.editing.spreadsheets.notices import Notice, Place, notice
from samsprak.editing.spreadsheets.package import COMPOUND, begins, examine
from samsprak.editing.spreadsheets.table import Row, Table
from samsprak.errors import N_, UsageError
from samsprak.language.folding import without_case
from samsprak.language.messages import say
from samsprak.settings import UI_LANGUAGES

MAX_ROWS, MAX_COLUMNS = 100_000, 200
# The library makes a cell of each place up to the last one.
MAX_PLACES = 4_000_000
# How far down headings are looked for, so that one can say where they are.
SEARCHED = 10
# A control character, or an underscore that would look like one (ECMA-376, ST_Xstring).
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
FIRST_DAY = dt.date(1899, 12, 30)
DAYS = range(20_000, 80_000)


def open_workbook(path: Path) -> Table:
    """Return the sheet of concepts. Raises `UsageError` where there is none, or the file is no such workbook."""
    if begins(path) == COMPOUND:
        raise UsageError(
            N_(
                "{path} has a password, or is of Excel's old kind (.xls). Take the password away, or save it as .xlsx, "
                "and import that."
            ),
            path=path,
        )
    examine(path)
    try:
        with path.open("rb") as file, warnings.catch_warnings():
            # Of decorations that the library does not know.
            warnings.simplefilter("ignore")
            book = load_workbook(file, keep_links=False)
    except Exception:
        # The library raises whatever a damaged part happens to cause.
        raise UsageError(
            N_("{path} cannot be opened as an Excel workbook (.xlsx): it is damaged, or another kind of file."),
            path=path,
        ) from None
    sheet, notices = _choose(book, path)
    return _Reading(sheet, notices).table()


def _choose(book: Any, path: Path) -> tuple[Any, list[Notice]]:
    """Return the sheet of concepts: the one that is called so, else the only one with such headings."""
    names = {without_case(say(SHEET, lang)) for lang in UI_LANGUAGES}
    named = [sheet for sheet in book.worksheets if without_case(sheet.title) in names]
    fit = [sheet for sheet in book.worksheets if _has_headings(sheet)]
    found = named or fit
    listed = ", ".join(sheet.title for sheet in book.worksheets)
    if not found or (not named and len(fit) > 1):
        raise UsageError(
            N_("{path} has no sheet called {name}. It has: {list}. Call the one that is to be read so."),
            path=path,
            name="Begrepp / Concepts",
            list=listed,
        )
    chosen = found[0]
    notices = [
        notice(
            Place(sheet.title),
            N_(
                "this is a table of concepts too, and only one can be read. Put the rows together, "
                "or take the sheet away."
            ),
        )
        for sheet in dict.fromkeys([*named, *fit])
        if sheet is not chosen
    ]
    if not named:
        notices.append(notice(Place(chosen.title), N_("this sheet is read, since it has the headings."), fault=False))
    return chosen, notices


def _has_headings(sheet: Any) -> bool:
    if sheet.max_column > MAX_COLUMNS:
        return False
    rows = sheet.iter_rows(max_row=min(SEARCHED, sheet.max_row), values_only=True)
    return any(is_table({number: str(value) for number, value in enumerate(row) if value}) for row in rows)


class _Reading:
    def __init__(self, sheet: Any, notices: list[Notice]) -> None:
        self._sheet = sheet
        self._name = sheet.title
        self._notices = notices
        self._dates: set[tuple[int, int]] = set()

    def table(self) -> Table:
        sheet = self._sheet
        places = sheet.max_column * sheet.max_row
        if sheet.max_column > MAX_COLUMNS or sheet.max_row > MAX_ROWS or places > MAX_PLACES:
            place = Place(self._name, sheet.max_row, sheet.max_column)
            template = N_(
                "the sheet goes on to here; it may have {rows} rows and {columns} columns. Delete "
                "what is empty below and beside the table, and save it."
            )
            fault = notice(place, template, rows=MAX_ROWS, columns=MAX_COLUMNS)
            return Table(self._name, {}, (), (*self._notices, fault))
        for merged in sheet.merged_cells.ranges:
            place = Place(self._name, merged.min_row, merged.min_col)
            template = N_("the cells {range} are merged. Split them, and write in each what belongs there.")
            self._notices.append(notice(place, template, range=str(merged.coord)))
        rows = [Row(number, cells) for number, cells in self._rows() if cells]
        headings = rows[0].cells if rows and rows[0].number == 1 else {}
        self._notices += self._of_headings(headings, rows)
        hidden = [row.number for row in rows if sheet.row_dimensions[row.number].hidden]
        for number in hidden:
            template = N_("the row is hidden, and read like the others.")
            self._notices.append(notice(Place(self._name, number), template, fault=False))
        body = tuple(row for row in rows if row.number > 1)
        return Table(self._name, headings, body, tuple(self._notices), frozenset(self._dates))

    def _of_headings(self, headings: Any, rows: list[Row]) -> Iterator[Notice]:
        if is_table(headings):
            return
        lower = next((row.number for row in rows[:SEARCHED] if is_table(row.cells)), 0)
        if lower:
            template = N_("the headings stand here. Delete the rows above, so that they are the first.")
            yield notice(Place(self._name, lower), template)

    def _rows(self) -> Iterator[tuple[int, dict[int, str]]]:
        for number, row in enumerate(self._sheet.iter_rows(), start=1):
            cells = {}
            for cell in row:
                if cell.value is not None:
                    text = self._text(cell)
                    if text.strip():
                        cells[cell.column] = text
            yield number, cells

    def _text(self, cell: Any) -> str:
        """Return what a cell says; what no text is, is told."""
        value, place = cell.value, Place(self._name, cell.row, cell.column)
        if cell.data_type == "s":
            return ESCAPE.sub(lambda found: chr(int(found[1], 16)), str(value))
        if isinstance(value, dt.datetime) and value.time() == dt.time():
            value = value.date()
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            self._dates.add((cell.row, cell.column))
            return value.isoformat()
        self._notices.append(_odd(cell, value, place))
        return str(value)


def _odd(cell: Any, value: object, place: Place) -> Notice:
    """Return what is wrong with a cell that holds no text."""
    if cell.data_type == "f":
        return notice(place, N_("the cell holds a formula, which is not worked out. Write what it is to say as text."))
    if cell.data_type == "e":
        return notice(place, N_("the cell holds an error of the spreadsheet ({value})."), value=str(value))
    if isinstance(value, bool):
        return notice(place, N_("the cell holds true or false instead of a text. Format it as text and write it anew."))
    if isinstance(value, int | float):
        if value in DAYS:
            day = FIRST_DAY + dt.timedelta(days=int(value))
            template = N_(
                "the cell holds the number {value}, which is how Excel stores {day}. Format the cell "
                "as text and write what "
                "it is to say."
            )
            return notice(place, template, value=f"{value:g}", day=day.isoformat())
        template = N_("the cell holds the number {value}. Format the cell as text and write it anew.")
        return notice(place, template, value=f"{value:g}")
    template = N_("the cell holds a time of day ({value}). Write the date alone, as 2026-01-31.")
    return notice(place, template, value=str(value))
