"""Packages: whether an Excel file can be opened without harm – what it unpacks to, and how many cells it has.

An Excel file is a zip archive of XML. Each part is looked through, a piece at a time, before a library takes the
whole of it into memory: an archive of a few kilobytes may hold gigabytes, and XML may define texts by one another.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from contextlib import nullcontext, suppress
from pathlib import Path
from xml.parsers import expat

from samsprak.errors import N_, UsageError

MAX_FILE = 50_000_000
MAX_UNPACKED = 250_000_000
MAX_PARTS = 2_000
MAX_CELLS = 1_500_000
ELEMENTS = 5
PIECE = 1 << 16
# What the library does to each cell of a range: merging, and links.
SPREADING = frozenset({"mergeCell", "hyperlink"})
MAX_COVERED = 100_000
RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})")
XML = (".xml", ".rels", ".vml")
ZIP = b"PK\x03\x04"
# What Word, Excel and PowerPoint wrote until 2007, and how they still write what has a password.
COMPOUND = b"\xd0\xcf\x11\xe0"
ODS = "mimetype"
# What zipfile raises of a file that it cannot unpack: RuntimeError where a part has a password, NotImplementedError
# where one is packed in a way that it does not know.
DAMAGED = (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error)


def examine(path: Path) -> None:
    """Raise `UsageError` where a file is no Excel workbook, or a larger one than can be opened."""
    if path.stat().st_size > MAX_FILE:
        raise _too_large(path)
    try:
        with zipfile.ZipFile(path) as archive:
            _examine(archive, path)
    except (*DAMAGED, expat.ExpatError):
        raise _broken(path) from None


def begins(path: Path) -> bytes:
    """Return the first bytes of a file, which tell what it is."""
    with path.open("rb") as file:
        return file.read(len(ZIP))


def _examine(archive: zipfile.ZipFile, path: Path) -> None:
    infos = archive.infolist()
    names = {info.filename for info in infos}
    if "xl/workbook.xml" not in names:
        if ODS in names:
            raise UsageError(
                N_("{path} is no Excel workbook. Save it as “Excel 2007–365 (.xlsx)” and import that."), path=path
            )
        raise _broken(path)
    if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > MAX_UNPACKED:
        raise _too_large(path)
    elements = _Elements(path)
    for info in infos:
        # A part may be called anything; what is no XML fails at its first sign, and would with the library.
        with nullcontext() if info.filename.endswith(XML) else suppress(expat.ExpatError):
            _walk(archive, info, elements)


def _walk(archive: zipfile.ZipFile, info: zipfile.ZipInfo, elements: _Elements) -> None:
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = elements.refuse
    parser.StartElementHandler = elements.count
    with archive.open(info) as part:
        while piece := part.read(PIECE):
            parser.Parse(piece, False)
    parser.Parse(b"", True)


class _Elements:
    """Counts the elements of all parts: a cell is one, with one or two for its value and as many for its text."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._left = ELEMENTS * MAX_CELLS
        self._covered = MAX_COVERED

    def count(self, name: str, attributes: dict[str, str]) -> None:
        """Count an element, and the cells that it spreads over; raises `UsageError` where there are too many."""
        self._left -= 1
        if name.rpartition(":")[2] in SPREADING:
            self._covered -= _area(attributes.get("ref", ""))
        if self._left < 0 or self._covered < 0:
            raise _too_large(self._path)

    def refuse(self, *_: object) -> None:
        """Raise `UsageError`: no spreadsheet declares a document type, and with one come texts that define texts."""
        raise UsageError(
            N_("{path} is no workbook that a spreadsheet has written (it declares a document type)."), path=self._path
        )


def _area(reference: str) -> int:
    """Return how many cells a range has, such as `A1:C4`."""
    found = RANGE.fullmatch(reference.upper())
    if not found:
        return MAX_COVERED + 1 if ":" in reference else 1
    first, top, last, bottom = found.groups()
    return (1 + abs(_number(last) - _number(first))) * (1 + abs(int(bottom) - int(top)))


def _number(letters: str) -> int:
    return sum((ord(letter) - ord("A") + 1) * 26**place for place, letter in enumerate(reversed(letters)))


def _broken(path: Path) -> UsageError:
    return UsageError(
        N_("{path} cannot be opened as an Excel workbook (.xlsx): it is damaged, or another kind of file."), path=path
    )


def _too_large(path: Path) -> UsageError:
    return UsageError(
        N_(
            "{path} is too large: a workbook may have {size} MB, {unpacked} MB unpacked, {n} cells, and "
            "{covered} merged ones."
        ),
        path=path,
        size=MAX_FILE // 1_000_000,
        unpacked=MAX_UNPACKED // 1_000_000,
        n=MAX_CELLS,
        covered=MAX_COVERED,
    )
