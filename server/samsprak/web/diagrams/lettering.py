"""How wide a text is, and where it is broken into lines.

The service ships no font, and readers' systems have different ones. The widths are those of a wide common sans-serif,
so that a text fits its box in all of them; most readers see a little more air.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

SIZE = 14
MAX_LINES = 5
SOFT_HYPHEN = "\u00ad"
# Lines are filled to the first width; a word that is longer stands on one line up to the second, then is broken.
FULL = 136
WIDEST = 172

# Hundredths of the size of type.
_WIDTHS = (
    ("ijlI.,:;'|!", 32),
    ("frt()[]{}/- ", 40),
    ("sczvxykJLTF", 57),
    ("mwMW@%—…", 95),
    ("ABCDEGHKNOPQRSUVXYZÅÄÖ&", 75),
)
_OTHER = 63
_FULL_WIDTH = 100
_WIDTH_OF = {char: width for chars, width in _WIDTHS for char in chars}
_VOWELS = frozenset("aeiouyåäöéAEIOUYÅÄÖÉ")
# So many letters stay together on either side of a break.
_TOGETHER = 4
_PIECE = re.compile(r"[^\s\-–/]*[\-–/]+|[^\s\-–/]+|\s+")


@dataclass(frozen=True, slots=True)
class Lettering:
    """A text in lines, and the width of the widest."""

    lines: tuple[str, ...]
    width: float


def clean(text: str) -> str:
    """Return a text on one line, without the control characters that XML forbids."""
    if text.isprintable():
        return text
    return " ".join("".join(char if _drawable(char) else " " for char in text if char != SOFT_HYPHEN).split())


def _drawable(char: str) -> bool:
    return char >= " " and unicodedata.category(char) not in {"Cc", "Cs", "Cn"}


def width(text: str) -> float:
    """Return how wide a text is at `SIZE`."""
    return sum(map(_width_of, text)) * SIZE / 100


def _width_of(char: str) -> int:
    known = _WIDTH_OF.get(char)
    if known is not None:
        return known
    if char.isascii():
        return _OTHER
    if unicodedata.combining(char):
        return 0
    return _FULL_WIDTH if unicodedata.east_asian_width(char) in "WF" else _OTHER


@lru_cache(maxsize=16384)
def lettered(text: str) -> Lettering:
    """Return a text in lines, and how wide the widest is."""
    lines = _broken(text)
    return Lettering(lines, max(map(width, lines)))


def _broken(text: str) -> tuple[str, ...]:
    """Return a text in lines, about equally long: broken at spaces, after hyphens, and else inside long words.

    A text of more than `MAX_LINES` lines ends in an ellipsis; nothing shorter does.
    """
    text = clean(text).strip()
    if text and width(text) <= FULL:
        return (text,)
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


def _filled(pieces: list[str], limit: float) -> list[str]:
    lines: list[str] = []
    for piece in pieces:
        if lines and not lines[-1].endswith(SOFT_HYPHEN) and width(lines[-1] + piece.rstrip(SOFT_HYPHEN)) <= limit:
            lines[-1] += piece
        elif not piece.isspace():
            lines.append(piece)
    return [line.strip().replace(SOFT_HYPHEN, "-") for line in lines] or [""]


def _parts(word: str) -> list[str]:
    """Return a word too long for a line in parts, each but the last with a soft hyphen at its end."""
    parts = []
    while width(word) > WIDEST:
        place = _place_to_break(word)
        parts.append(word[:place] + SOFT_HYPHEN)
        word = word[place:]
    return [*parts, word]


def _place_to_break(word: str) -> int:
    """Return how many letters go on the first line: after a linking s, else before the consonant of a syllable."""
    fitting = 1
    while width(word[: fitting + 1]) + _width_of("-") * SIZE / 100 <= FULL:
        fitting += 1
    syllables = [
        place
        for place in range(_TOGETHER, min(fitting, len(word) - _TOGETHER) + 1)
        if word[place] not in _VOWELS and word[place + 1] in _VOWELS
    ]
    linked = [place for place in syllables if word[place - 1] == "s" and word[place - 2] not in _VOWELS]
    return max(linked or syllables or [fitting])
