"""The table as CSV: UTF-8 with a byte order mark, semicolons where Excel expects them, one record a row.

Read with whichever of semicolon, comma and tab gives the headings. What a spreadsheet would run as a formula has an
apostrophe before it, which is taken away again.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from samsprak.editing.spreadsheets.cells import guarded, unguarded
from samsprak.editing.spreadsheets.headings import is_table
from samsprak.editing.spreadsheets.notices import Notice, Place, notice
from samsprak.editing.spreadsheets.table import Row, Table
from samsprak.errors import N_, UsageError

DELIMITERS = (";", ",", "\t")
# What Excel takes for the delimiter follows the country: where the decimal sign is a comma, it is a semicolon.
DELIMITER_OF = {"sv": ";", "en": ","}
MAX_FILE = 100_000_000
MAX_FIELD = 1_000_000
MAX_ROWS, MAX_COLUMNS = 100_000, 200


def written(rows: Iterable[Iterable[str]], lang: str) -> Iterator[bytes]:
    """Yield a table as the pieces of a CSV file."""
    yield codecs.BOM_UTF8
    for row in rows:
        text = io.StringIO()
        csv.writer(text, delimiter=DELIMITER_OF[lang], lineterminator="\r\n").writerow([guarded(cell) for cell in row])
        yield text.getvalue().encode()


def read_separated(path: Path) -> Table:
    """Return the table of a CSV file. Raises `UsageError` where it is none."""
    if path.stat().st_size > MAX_FILE:
        raise UsageError(
            N_("{path} is too large: a CSV file may have {size} MB."), path=path, size=MAX_FILE // 1_000_000
        )
    text = _decoded(path)
    delimiter = next((each for each in DELIMITERS if is_table(_headings(text, each))), "")
    if not delimiter:
        raise UsageError(
            N_(
                "{path} has no headings that can be read: the first row must be that of an exported "
                "table, with columns "
                "parted by semicolons, commas or tabs."
            ),
            path=path,
        )
    notices: list[Notice] = []
    try:
        rows = list(_rows(text, delimiter, notices))
    except csv.Error:
        raise UsageError(
            N_("{path} is no CSV file that can be read: a quotation mark may be missing."), path=path
        ) from None
    return Table("", rows[0].cells, tuple(row for row in rows[1:] if row.cells), tuple(notices))


def _decoded(path: Path) -> str:
    content = path.read_bytes()
    utf_16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return content.decode("utf-16" if utf_16 else "utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(
            N_("{path} is not written as UTF-8, so that letters may have been lost. Save it as “CSV UTF-8” in Excel."),
            path=path,
        ) from None


def _headings(text: str, delimiter: str) -> dict[int, str]:
    try:
        first = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
    except csv.Error:
        return {}
    return {number: cell for number, cell in enumerate(first, start=1) if cell.strip()}


def _rows(text: str, delimiter: str, notices: list[Notice]) -> Iterator[Row]:
    before = csv.field_size_limit(MAX_FIELD)
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), start=1):
            if number > MAX_ROWS or len(cells) > MAX_COLUMNS:
                place = Place("", number, len(cells))
                template = N_("the table goes on to here; it may have {rows} rows and {columns} columns.")
                notices.append(notice(place, template, rows=MAX_ROWS, columns=MAX_COLUMNS))
                return
            yield Row(number, {place: unguarded(cell) for place, cell in enumerate(cells, start=1) if cell.strip()})
    finally:
        csv.field_size_limit(before)
