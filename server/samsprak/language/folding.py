"""Folding: the form in which two spellings of a word are the same."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

# Letters that Unicode does not decompose, as they are typed where the keyboard lacks them.
UNDECOMPOSED = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h", "ß": "ss"}
)
# Letters of their own in the languages that this service knows best; who types one does not mean the plain letter.
OWN_LETTERS = frozenset("åäöæøü")
# Latin-1 Supplement and Latin Extended-A, dashes and quotation marks.
COMMON = (*range(0xA0, 0x180), *range(0x2010, 0x2027))
NOT_WORD = re.compile(r"[^\w]+|_+", re.UNICODE)


def without_case(text: str) -> str:
    """Return `text` in NFC without case and with single spaces: two labels equal but for form compare equal."""
    plain = text.casefold()
    if not text.isascii():
        plain = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return " ".join(plain.split())


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Return `text` without case, diacritics and punctuation: `Råd- och stödsamtal` is `rad och stodsamtal`."""
    plain = text.lower()
    if not plain.isascii():
        # The commonest, each in a tenth of the time that looking up every letter takes.
        plain = plain.replace("å", "a").replace("ä", "a").replace("ö", "o")
    if not plain.isascii():
        plain = plain.translate(_common())
    if not plain.isascii():
        plain = _plain(text)
    return plain if plain.isalnum() else " ".join(NOT_WORD.sub(" ", plain).split())


def _plain(text: str) -> str:
    # Twice, since compatibility forms hide capitals (™, 𝐀) and casefolding makes new ones to decompose.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return bare.translate(UNDECOMPOSED)


@cache
def _common() -> dict[int, str]:
    """Return what the letters of Europe's languages fold to: one look-up a letter takes a fifth of the time."""
    return {ord(char): _plain(char) for char in map(chr, COMMON) if char == char.lower()}


def meant_otherwise(typed: str, written: str) -> bool:
    """Tell whether two words that fold alike differ in a letter that was typed on purpose: `får` is not `far`.

    The other way round it is the keyboard's fault: who types `far` may mean `får`.
    """
    if typed.isascii():
        return False
    one, two = (unicodedata.normalize("NFC", word).casefold() for word in (typed, written))
    return len(one) == len(two) and any(a in OWN_LETTERS and a != b for a, b in zip(one, two, strict=True))
