"""How wide a text is, and where it is broken into lines.

The service ships no font, and readers' systems have different ones. The widths are those of a wide common sans-serif,
so that a text fits its box in all of them; most readers see a little more air.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

SIZE = 14
MAX_LINES = 5
SOFT_HYPHEN = "\u00ad"
# Lines are filled to the first width; a word that is longer stands on one line up to the second, then is broken.
FULL = 136
WIDEST = 172

# Hundredths of the size of type: whole numbers, so that they add up exactly.
_WIDTHS = (
    ("abdeghnopqu0123456789åäöé", 63),
    ("ijlI.,:;'|!", 32),
    ("frt()[]{}/- ", 40),
    ("sczvxykJLTF", 57),
    ("mwMW@%—…", 95),
    ("ABCDEGHKNOPQRSUVXYZÅÄÖ&", 75),
)
_OTHER = 63
_FULL_WIDTH = 100
_VOWELS = frozenset("aeiouyåäöéAEIOUYÅÄÖÉ")
# So many letters stay together on either side of a break.
_TOGETHER = 4
_PIECE = re.compile(r"[^\s\-–/]*[\-–/]+|[^\s\-–/]+|\s+")


class _Widths(dict[str, int]):
    """The widths of letters; that of a rare one is looked up in Unicode when it is asked for."""

    def __missing__(self, char: str) -> int:
        if char.isascii():
            return _OTHER
        if unicodedata.combining(char):
            return 0
        return _FULL_WIDTH if unicodedata.east_asian_width(char) in "WF" else _OTHER


_WIDTH_OF = _Widths({char: width for chars, width in _WIDTHS for char in chars})


class Lettering(NamedTuple):
    """A text in lines, and the width of the widest."""

    lines: tuple[str, ...]
    width: float


class _Piece(NamedTuple):
    """What is not broken, and its size; `ends` where a soft hyphen at its end means that a line ends there."""

    text: str
    size: int
    ends: bool


def clean(text: str) -> str:
    """Return a text on one line, without the control characters that XML forbids."""
    if text.isprintable():
        return text
    return " ".join("".join(char if _drawable(char) else " " for char in text if char != SOFT_HYPHEN).split())


def _drawable(char: str) -> bool:
    return char >= " " and unicodedata.category(char) not in {"Cc", "Cs", "Cn"}


def width(text: str) -> float:
    """Return how wide a text is at `SIZE`."""
    return _size(text) * SIZE / 100


def _size(text: str) -> int:
    """Return how wide a text is in hundredths of the size of type."""
    return sum(map(_WIDTH_OF.__getitem__, text))


def _room(limit: int) -> int:
    """Return the largest size that is no wider than a limit."""
    return limit * 100 // SIZE


@lru_cache(maxsize=16384)
def lettered(text: str) -> Lettering:
    """Return a text in lines, and how wide the widest is."""
    text = clean(text).strip()
    whole = width(text)
    if text and whole <= FULL:
        return Lettering((text,), whole)
    lines = _broken(text)
    return Lettering(lines, max(map(width, lines)))


def _broken(text: str) -> tuple[str, ...]:
    """Return a text in lines, about equally long: broken at spaces, after hyphens, and else inside long words.

    A text of more than `MAX_LINES` lines ends in an ellipsis; nothing shorter does.
    """
    pieces = [part for piece in _PIECE.findall(text) for part in _parts(piece)]
    lines = _filled(pieces, FULL)
    if len(lines) > MAX_LINES:
        lines = _filled(pieces, WIDEST)
    if len(lines) > MAX_LINES:
        return (*lines[: MAX_LINES - 1], lines[MAX_LINES - 1][:-1].rstrip("-") + "…")
    for limit in range(int(sum(map(width, lines)) / len(lines)), FULL, 8):
        evened = _filled(pieces, limit)
        if len(evened) == len(lines):
            return tuple(evened)
    return tuple(lines)


def _filled(pieces: Sequence[_Piece], limit: int) -> list[str]:
    lines: list[str] = []
    whole = _room(limit)
    left = 0
    for text, size, ends in pieces:
        if lines and size <= left:
            lines[-1] += text
            left -= size
        elif not text.isspace():
            lines.append(text)
            left = whole - size
        if ends:
            left = -1
    return [line.strip().replace(SOFT_HYPHEN, "-") for line in lines] or [""]


def _parts(word: str) -> list[_Piece]:
    """Return a word, too long for a line in parts, each but the last with a soft hyphen at its end."""
    parts = []
    size, widest = _size(word), _room(WIDEST)
    while size > widest:
        place = _place_to_break(word)
        begun = _size(word[:place])
        parts.append(_Piece(word[:place] + SOFT_HYPHEN, begun, ends=True))
        word, size = word[place:], size - begun
    return [*parts, _Piece(word, size, ends=False)]


def _place_to_break(word: str) -> int:
    """Return how many letters go on the first line: after a linking s, else before the consonant of a syllable."""
    sizes = list(accumulate(map(_WIDTH_OF.__getitem__, word)))
    fitting = max(1, bisect(sizes, _room(FULL) - _WIDTH_OF["-"]))
    syllables = [
        place
        for place in range(_TOGETHER, min(fitting, len(word) - _TOGETHER) + 1)
        if word[place] not in _VOWELS and word[place + 1] in _VOWELS
    ]
    linked = [place for place in syllables if word[place - 1] == "s" and word[place - 2] not in _VOWELS]
    return max(linked or syllables or [fitting])
