"""Folding: the form in which two spellings of a word are the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose, as they are typed where the keyboard lacks them.
UNDECOMPOSED = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h", "ß": "ss"}
)
NOT_WORD = re.compile(r"[^\w]+|_+", re.UNICODE)


def without_case(text: str) -> str:
    """Return `text` in NFC without case and with single spaces: two labels equal but for form compare equal."""
    return " ".join(unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold()).split())


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return `text` without case, diacritics and punctuation: `Råd- och stödsamtal` is `rad och stodsamtal`."""
    if text.isascii():
        plain = text.lower()
    else:
        # Twice, since compatibility forms hide capitals (™, 𝐀) and casefolding makes new ones to decompose.
        decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        bare = "".join(char for char in decomposed if not unicodedata.combining(char))
        plain = bare.translate(UNDECOMPOSED)
    return " ".join(NOT_WORD.sub(" ", plain).split())
