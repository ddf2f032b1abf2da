"""Alphabetical order as the reader's language has it (Unicode CLDR, the standard collations).

No library that installs from a wheel offers Swedish order: PyICU needs a compiler and ICU's headers, pyuca and
feruca know the root order only, in which å and ä stand under a.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from samsprak.language.folding import UNDECOMPOSED
from samsprak.language.tags import primary

# Letters after z, in order, with the letters that sort as their equals (CLDR: sv, fi, nb, nn, da, et).
SWEDISH = ("å", "äæ", "öøœ")
DANISH = ("æä", "øöœ", "å")
ESTONIAN = ("õ", "ä", "ö", "ü")
AFTER_Z = {
    "sv": SWEDISH,
    "fi": SWEDISH,
    "nb": DANISH,
    "nn": DANISH,
    "no": DANISH,
    "da": DANISH,
    "et": ESTONIAN,
}
# Letters that sort as another letter, only told apart when all else is equal.
SORTED_AS = {"sv": {"ü": "y"}, "fi": {"ü": "y"}, "da": {"ü": "y"}, "nb": {"ü": "y"}, "nn": {"ü": "y"}}
OTHER = "#"
# Above every letter of the Latin alphabet, below the other scripts.
BASE = ord("z") + 1
# The signs whose code points stand in for those letters, so they cannot stand for themselves.
STANDING_IN = str.maketrans(dict.fromkeys("{|}~", " "))
STANDING_IN_FOUND = frozenset("{|}~")
NO_LETTERS = re.compile(r"(?:[^\w{|}~]|_)+")

SortKey = tuple[str, str, str, str]


@lru_cache(maxsize=64)
def _tailoring(lang: str) -> dict[int, str]:
    table: dict[int, str] = {}
    for place, equals in enumerate(AFTER_Z.get(lang, ())):
        table |= {ord(letter): chr(BASE + place) for letter in equals}
    for letter, other in SORTED_AS.get(lang, {}).items():
        table[ord(letter)] = other
    return table


def _letters(text: str, lang: str) -> str:
    """Return the primary level: letters and digits, one space between words, diacritics aside."""
    plain = text.lower()
    if not plain.isascii() or not STANDING_IN_FOUND.isdisjoint(plain):
        plain = plain.translate(_common(lang))
    if not plain.isascii():
        plain = _plain(text, lang)
    return NO_LETTERS.sub(" ", plain).strip()


def _plain(text: str, lang: str) -> str:
    # Compatibility forms first: a full-width { is a { as well.
    text = unicodedata.normalize("NFKC", text).translate(STANDING_IN)
    tailored = text.casefold().translate(_tailoring(lang))
    decomposed = unicodedata.normalize("NFKD", tailored.translate(UNDECOMPOSED))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=64)
def _common(lang: str) -> dict[int, str]:
    """Return what single signs of Western Europe become, so that few texts must be taken apart."""
    return STANDING_IN | {place: _plain(chr(place), lang) for place in range(0xA0, 0x180) if chr(place).islower()}


@lru_cache(maxsize=16384)
def sort_key(text: str, lang: str = "sv") -> SortKey:
    """Return a key that sorts texts as a dictionary in `lang` does: letters, then diacritics, then case.

    The text itself stands last, so that only equal texts have equal keys.
    """
    return _letters(text, primary(lang)), unicodedata.normalize("NFC", text).casefold(), text.swapcase(), text


def initial(key: SortKey, lang: str = "sv") -> str:
    """Return the letter under which the text of a sort key stands in the index; digits and signs stand under `#`."""
    letters = key[0]
    if not letters or letters[0].isdigit():
        return OTHER
    first = letters[0]
    if "{" <= first <= "~":
        return AFTER_Z[primary(lang)][ord(first) - BASE][0].upper()
    return first.upper()
