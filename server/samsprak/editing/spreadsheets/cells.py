"""Cells: several values as the lines of one text, and what spreadsheets do to texts."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence

# Excel's limit, in UTF-16.
MAX_CELL = 32_767
CUT = "…"
# Spaces that one cannot see are no ordinary ones; the last three have no width.
HARD_SPACES = "\u00a0\u2007\u202f"
INVISIBLE = "\u200b\u2060\ufeff"
EDGES = f" \t\v\f\u0085{HARD_SPACES}{INVISIBLE}"
HARD = re.compile(f"[{HARD_SPACES}]")
UNSEEN = re.compile(f"[{INVISIBLE}]")
# No text of a vocabulary has them, and XML has no way to write most of them.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection").
FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
GUARDED = re.compile(r"'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
DIGEST = 4


def joined(values: Iterable[str]) -> str:
    """Return values as one cell, a line each; what does not fit into a cell is cut."""
    text = "\n".join(values)
    if length(text) <= MAX_CELL:
        return text
    cut = text.encode("utf-16-le")[: 2 * (MAX_CELL - len(CUT))].decode("utf-16-le", "ignore")
    return cut + CUT


def length(text: str) -> int:
    """Return the length of a text as Excel counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def lines(cell: str) -> tuple[str, ...]:
    """Return the values of a cell, without space at their edges; empty lines are none."""
    parts = cell.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(line for part in parts if (line := part.strip(EDGES)))


def fits(values: Sequence[str]) -> bool:
    """Tell whether a cell holds the values so that they can be read again."""
    text = "\n".join(values)
    return length(text) <= MAX_CELL and lines(text) == tuple(values) and not CONTROL.search(text)


def same(cell: str, other: str) -> bool:
    """Tell whether two cells hold the same values."""
    return cell == other or lines(cell) == lines(other)


def plain(text: str) -> str:
    """Return a value with ordinary spaces, whole letters (NFC), and without signs that have no width."""
    return unicodedata.normalize("NFC", UNSEEN.sub("", HARD.sub(" ", text))).strip(EDGES)


def fingerprint(key: str, cell: str) -> str:
    """Return what stands for the values of a cell: eight hexadecimal digits."""
    said = "\n".join((key, *lines(cell)))
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=DIGEST).hexdigest()


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula when it opens a CSV file: an apostrophe before it."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return a cell without the apostrophe that `guarded` puts there."""
    return cell[1:] if GUARDED.match(cell) else cell
