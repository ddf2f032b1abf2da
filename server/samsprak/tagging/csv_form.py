"""The form of a CSV file: encoding, delimiter and quoting, as office programs write them."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from samsprak.errors import N_, Problem, UnreadableInput

DELIMITERS = (";", ",", "\t")
# So much of a file is looked at to tell its delimiter.
SAMPLE = 256 * 1024
# A delimiter parts at least this share of the rows into as many cells as the first has.
ENOUGH = 0.5
CHUNK = 1024 * 1024
# Excel's own first line, which says what the delimiter is.
DECLARED = re.compile(r'\ufeff?"?sep=(?P<delimiter>[^"\r\n])"?\r?\n?')
# Bytes that no letter of Windows-1252 has.
UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
ZIP = b"PK\x03\x04"
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Form:
    """How a file is written; `mark` is its byte order mark, `lines` how many lines it has, about."""

    encoding: str
    mark: bytes
    delimiter: str
    declared: bool
    quoted: bool
    lines: int


def form_of(file: BinaryIO, name: str, wanted: Sequence[str]) -> Form:
    """Return the form of a file that can be read twice; the columns that are `wanted` help to tell the delimiter.

    csv.Sniffer is not used: it takes a letter for the delimiter where cells hold much text. Raises `UnreadableInput`.
    """
    file.seek(0)
    begin = file.read(SAMPLE)
    if not begin.strip():
        raise _unfit(name, None, N_("the file is empty"))
    if begin.startswith(ZIP):
        raise _unfit(name, None, N_("this is a workbook, not a CSV file; save it as CSV in the spreadsheet program"))
    mark, encoding = next(((mark, known) for mark, known in MARKS if begin.startswith(mark)), (b"", ""))
    encoding, lines = _read_through(file, name, mark, encoding)
    sample = begin.removeprefix(mark).decode(encoding, "ignore")
    declared = DECLARED.match(sample)
    if declared:
        return Form(encoding, mark, declared["delimiter"], declared=True, quoted=False, lines=lines)
    whole = len(begin) < SAMPLE
    delimiter = max(DELIMITERS, key=lambda each: _fitness(sample, each, wanted, whole=whole))
    first = sample.splitlines()[0]
    cells = first.split(delimiter)
    quoted = all(len(cell) > 1 and cell[0] == cell[-1] == '"' for cell in cells)
    return Form(encoding, mark, delimiter, declared=False, quoted=quoted, lines=lines)


def _read_through(file: BinaryIO, name: str, mark: bytes, encoding: str) -> tuple[str, int]:
    """Read a file once, a piece at a time, and return its encoding and how many lines it has."""
    file.seek(len(mark))
    decoder = codecs.getincrementaldecoder(encoding or "utf-8")()
    lines, broken, undefined = 0, False, 0
    while chunk := file.read(CHUNK):
        if b"\0" in chunk and not encoding.startswith("utf-16"):
            raise _unfit(name, lines + 1, N_("this is no text; save the table as CSV"))
        found = UNDEFINED.search(chunk)
        if found and not undefined:
            undefined = lines + chunk.count(b"\n", 0, found.start()) + 1
        lines += chunk.count(b"\n") or chunk.count(b"\r")
        broken = broken or not _decodes(decoder, chunk)
    broken = broken or not _decodes(decoder, b"", final=True)
    if broken and encoding:
        raise _unfit(name, None, N_("the file is not in the encoding that its first bytes tell ({encoding})"), encoding)
    if broken and undefined:
        raise _unfit(name, undefined, N_("the file is neither UTF-8 nor Windows-1252; save it as CSV UTF-8"))
    return encoding or ("cp1252" if broken else "utf-8"), lines


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _fitness(sample: str, delimiter: str, wanted: Sequence[str], *, whole: bool) -> tuple[bool, bool, float, int]:
    """Return how well a delimiter parts a sample: has the columns, is one, rows of one width, many columns."""
    rows = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    widths: Counter[int] = Counter()
    head: list[str] = []
    try:
        for row in rows:
            head = head or row
            widths[len(row)] += bool(row)
    except csv.Error:
        return False, False, 0.0, 0
    if not whole and widths.total() > 1:
        widths[len(row)] -= 1
    names = {_key(cell) for cell in head}
    same = widths[len(head)] / max(widths.total(), 1)
    parts = len(head) > 1 and same >= ENOUGH
    return all(_key(each) in names for each in wanted), parts, same, len(head)


def _key(name: str) -> str:
    return name.strip().casefold()


def _unfit(name: str, line: int | None, template: str, encoding: str = "") -> UnreadableInput:
    return UnreadableInput((Problem(name, line, template, (("encoding", encoding),)),))
