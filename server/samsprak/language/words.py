"""Words: where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Marks that stand on a letter where a text is not composed (NFD). Hardly any text has them, and without them to look
# for, the pattern is three times as fast.
COMBINING = re.compile(r"[\u0300-\u036f]")
COMPOSED = re.compile(r"[^\W_]+")
DECOMPOSED = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")


class Word(NamedTuple):
    """A word of a text and its place there, as character offsets; `end` is the first character after it."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text; hyphens, spaces and other signs part them."""
    return (Word(match.group(), match.start(), match.end()) for match in _pattern(text).finditer(text))


def word_texts(text: str) -> list[str]:
    """Return the words of a text without their places."""
    return _pattern(text).findall(text)


def pieces(text: str) -> list[str]:
    """Return what stands between the spaces of a text: no word goes beyond one, and they are found much quicker."""
    return text.split()


def _pattern(text: str) -> re.Pattern[str]:
    return DECOMPOSED if not text.isascii() and COMBINING.search(text) else COMPOSED
