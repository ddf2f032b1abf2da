"""The table as an Excel workbook: the sheet to write in, how to fill it in, and lists to choose from.

Same vocabulary, same bytes. Texts are written as texts, so that nothing in them runs as a formula.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from samsprak.editing.spreadsheets.columns import SHEET, Column, Shape
from samsprak.editing.spreadsheets.exporting import Export, ExportedRow
from samsprak.editing.spreadsheets.guidance import TITLE, guidance
from samsprak.editing.spreadsheets.naming import Naming
from samsprak.errors import N_
from samsprak.language.collation import sort_key
from samsprak.language.messages import say
from samsprak.language.tags import best
from samsprak.vocabulary.facets import facets_of
from samsprak.vocabulary.records import Status
from samsprak.vocabulary.statuses import STATUS_NAMES

LISTS = N_("Lists")
# The day that the library writes into the package anyway.
FIXED = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - the library takes no zone
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
WIDTH, WIDTH_OF_TEXT, WIDTH_OF_ID, WIDTH_OF_LIST = 26, 60, 11, 50
# How many rows below the last are ready to be written in.
ROOM = 500
ALLOWED = (
    "format_cells",
    "format_columns",
    "format_rows",
    "insert_rows",
    "insert_columns",
    "delete_columns",
    "sort",
    "autofilter",
)
GREY, HEAD = "#E7E6E6", "#DDEBF7"


def write(export: Export, path: Path) -> None:
    """Write the workbook to a file."""
    with Workbook(str(path), {**OPTIONS, "tmpdir": str(path.parent)}) as book:
        _Book(book, export).write()


class _Book:
    def __init__(self, book: Workbook, export: Export) -> None:
        self._book = book
        self._export = export
        self._lang = export.lang
        common = {"text_wrap": True, "valign": "top", "num_format": "@"}
        self._head = book.add_format({**common, "bold": True, "bg_color": HEAD, "bottom": 1})
        self._open = book.add_format({**common, "locked": False})
        self._shut = book.add_format({**common, "bg_color": GREY})
        self._text = book.add_format({"text_wrap": True, "valign": "top"})

    def write(self) -> None:
        """Write all sheets."""
        title = best(self._export.vocabulary.titles, (self._lang,))
        self._book.set_properties({"title": title.text if title else "", "created": FIXED})
        sheet = self._book.add_worksheet(say(SHEET, self._lang))
        last = self._write_concepts(sheet)
        self._write_guidance(self._book.add_worksheet(say(TITLE, self._lang)[:31]))
        lists = _Lists(self._export)
        self._write_lists(self._book.add_worksheet(say(LISTS, self._lang)), lists.columns)
        self._offer(sheet, lists, last)

    def _write_concepts(self, sheet: Any) -> int:
        """Write the table, and return the number of its last row as the library counts."""
        headings = self._export.headings
        sheet.freeze_panes(1, 2)
        sheet.set_column(0, 0, WIDTH_OF_ID, self._shut)
        for place, column in enumerate(self._export.columns, start=1):
            form = self._shut if column.part.fixed else self._open
            sheet.set_column(place, place, _width(column), form)
        sheet.set_column(len(headings) - 1, len(headings) - 1, WIDTH_OF_ID, self._shut, {"hidden": True})
        for place, heading in enumerate(headings):
            sheet.write_string(0, place, heading, self._head)
        last = 0
        for last, row in enumerate(self._export.rows(), start=1):
            self._write_row(sheet, last, row)
        sheet.autofilter(0, 0, last, len(headings) - 1)
        sheet.protect("", dict.fromkeys(ALLOWED, True))
        return last

    def _write_row(self, sheet: Any, number: int, row: ExportedRow) -> None:
        sheet.write_string(number, 0, row.id, self._shut)
        for place, (cell, locked) in enumerate(zip(row.cells, row.locked, strict=True), start=1):
            if cell:
                sheet.write_string(number, place, cell, self._shut if locked else self._open)
        sheet.write_string(number, len(row.cells) + 1, row.check, self._shut)

    def _write_guidance(self, sheet: Any) -> None:
        sheet.set_column(0, 0, WIDTH + WIDTH_OF_ID)
        sheet.set_column(1, 1, WIDTH_OF_TEXT + WIDTH)
        for number, (heading, text) in enumerate(guidance(self._lang)):
            sheet.write_string(number, 0, heading, self._head)
            sheet.write_string(number, 1, text, self._text)

    def _write_lists(self, sheet: Any, lists: dict[str, list[str]]) -> None:
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, max(len(lists) - 1, 0), WIDTH_OF_LIST)
        for place, heading in enumerate(lists):
            sheet.write_string(0, place, heading, self._head)
        for number in range(max(map(len, lists.values()), default=0)):
            for place, values in enumerate(lists.values()):
                if number < len(values):
                    sheet.write_string(number + 1, place, values[number], self._text)

    def _offer(self, sheet: Any, lists: _Lists, last: int) -> None:
        """Let cells offer what they can hold. Only a status must be one of them: other cells may hold several."""
        name = say(LISTS, self._lang)
        for place, column in enumerate(self._export.columns, start=1):
            heading = lists.heading(column)
            values = lists.columns.get(heading)
            if not values or column.part.fixed:
                continue
            letter = chr(ord("A") + list(lists.columns).index(heading))
            rule: dict[str, object] = {
                "validate": "list",
                "source": f"='{name}'!${letter}$2:${letter}${len(values) + 1}",
                "show_error": column.part.shape is Shape.STATUS,
            }
            sheet.data_validation(1, place, last + ROOM, place, rule)


class _Lists:
    """What cells offer to choose from, by heading."""

    def __init__(self, export: Export) -> None:
        self._lang, naming, vocabulary = export.lang, export.naming, export.vocabulary
        facets = facets_of(vocabulary)
        others = [each.iri for each in vocabulary.collections if each.iri not in facets and not each.ordered]
        statuses = [say(STATUS_NAMES[each], self._lang) for each in Status if each is not Status.DECIDED]
        current = [each.iri for each in export.concepts() if not each.retired]
        every = {
            "status": statuses if any(column.part.name == "status" for column in export.columns) else [],
            "facet": [naming.record(iri) for iri in facets],
            "list": self._sorted(naming, others),
            "source": self._sorted(naming, [each.iri for each in vocabulary.sources]),
            "concept": [naming.record(iri) for iri in current],
        }
        headings = {
            "status": N_("Status"),
            "facet": N_("Facet"),
            "list": N_("Lists"),
            "source": N_("Sources"),
            "concept": N_("Concepts"),
        }
        self._headings = {key: say(heading, self._lang) for key, heading in headings.items()}
        self.columns = {self._headings[key]: values for key, values in every.items() if values}

    def heading(self, column: Column) -> str:
        """Return the heading of the list that a column offers; empty where it offers none."""
        shape, name = column.part.shape, column.part.name
        key = "concept" if shape is Shape.CONCEPT else name
        return self._headings.get(key, "")

    def _sorted(self, naming: Naming, iris: Sequence[str]) -> list[str]:
        return sorted(map(naming.record, iris), key=lambda text: sort_key(text, self._lang))


def _width(column: Column) -> int:
    return WIDTH_OF_TEXT if column.part.shape is Shape.PROSE else WIDTH
