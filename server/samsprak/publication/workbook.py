"""A vocabulary as an Excel workbook: a sheet of concepts, one about the vocabulary, one about the columns.

Same vocabulary, same bytes: dates that the library would take from the clock are fixed. Texts are written as texts,
so that nothing in them runs as a formula. Rows go to the disk as they are written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from samsprak.errors import N_
from samsprak.language.messages import say
from samsprak.language.tags import best
from samsprak.publication.columns import Column, columns, language_of
from samsprak.publication.table import Row, rows
from samsprak.vocabulary.events import day
from samsprak.vocabulary.protocol import Vocabulary

# Limits of Excel's own: characters of a cell and of an address, rows and links of a sheet.
MAX_CELL = 32_767
MAX_ADDRESS = 2_079
MAX_ROWS = 1_048_576
MAX_LINKS = 65_530
CUT = "…"
WIDTH, WIDTH_OF_TEXT, WIDTH_OF_ADDRESS = 24, 60, 14
# The day that the library writes into the package anyway.
FIXED = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write(vocabulary: Vocabulary, path: Path) -> None:
    """Write the workbook to a file."""
    with Workbook(str(path), {**OPTIONS, "tmpdir": str(path.parent)}) as book:
        _Book(book, vocabulary).write()


class _Book:
    def __init__(self, book: Workbook, vocabulary: Vocabulary) -> None:
        self._book = book
        self._vocabulary = vocabulary
        self._lang = language_of(vocabulary)
        self._bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self._plain = book.add_format({"valign": "top", "text_wrap": True})
        self._link = book.get_default_url_format()
        self._link.set_align("top")

    def write(self) -> None:
        """Write all sheets."""
        self._book.set_properties({"title": self._title(), "created": FIXED.replace(tzinfo=None)})
        shown = columns(self._vocabulary)
        self._write_concepts(shown)
        self._write_pairs(N_("About"), self._about())
        self._write_pairs(N_("Columns"), ((column.heading, column.property) for column in shown))

    def _write_concepts(self, shown: Sequence[Column]) -> None:
        sheet = self._book.add_worksheet(self._say(N_("Concepts")))
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(shown):
            sheet.set_column(place, place, _width(place, column))
            sheet.write_string(0, place, column.heading, self._bold)
        last = 0
        for number, row in enumerate(rows(self._vocabulary, shown), start=1):
            if number == MAX_ROWS:
                break
            self._write_row(sheet, number, row)
            last = number
        sheet.autofilter(0, 0, last, len(shown) - 1)

    def _write_row(self, sheet: Any, number: int, row: Row) -> None:
        self._write_address(sheet, number, 0, row[0])
        for place, cell in enumerate(row[1:], start=1):
            if cell:
                sheet.write_string(number, place, _fitting(cell), self._plain)

    def _write_pairs(self, name: str, pairs: Iterator[tuple[str, str]]) -> None:
        sheet = self._book.add_worksheet(self._say(name))
        sheet.set_column(0, 0, WIDTH + WIDTH_OF_ADDRESS)
        sheet.set_column(1, 1, WIDTH_OF_TEXT + WIDTH)
        for number, (heading, text) in enumerate(pairs):
            sheet.write_string(number, 0, heading, self._bold)
            self._write_address(sheet, number, 1, text)

    def _write_address(self, sheet: Any, number: int, place: int, text: str) -> None:
        """Write a link where there is an address, and room for it; else the text."""
        if text.startswith(("http://", "https://")) and len(text) <= MAX_ADDRESS and number < MAX_LINKS:
            sheet.write_url(number, place, text, self._link, text)
        else:
            sheet.write_string(number, place, _fitting(text), self._plain)

    def _about(self) -> Iterator[tuple[str, str]]:
        """Yield what the vocabulary is, as far as its scheme says."""
        yield self._say(N_("Title")), self._title()
        for scheme in self._vocabulary.schemes[:1]:
            description = best(scheme.descriptions, (self._lang,))
            facts = (
                (N_("Description"), (description.text,) if description else ()),
                (N_("Address (URI)"), (scheme.iri,)),
                (N_("Version"), (scheme.version,)),
                (N_("Publisher"), [agent.name or agent.iri for agent in scheme.publishers]),
                (N_("Licence"), scheme.licences),
                (N_("Created"), (day(scheme.history.created),)),
                (N_("Changed"), (day(scheme.history.modified),)),
            )
            for heading, texts in facts:
                yield from ((self._say(heading), text) for text in texts if text)
        yield self._say(N_("Concepts")), str(len(self._vocabulary.concepts))

    def _title(self) -> str:
        title = best(self._vocabulary.titles, (self._lang,))
        return title.text if title else self._vocabulary.id

    def _say(self, text: str) -> str:
        return say(text, self._lang)


def _width(place: int, column: Column) -> int:
    if place == 0 or column.heading.endswith("(URI)"):
        return WIDTH_OF_ADDRESS
    return WIDTH_OF_TEXT if column.long else WIDTH


def _fitting(cell: str) -> str:
    return cell if len(cell) <= MAX_CELL else cell[: MAX_CELL - len(CUT)] + CUT
