"""Stems: what the inflected forms of a word have in common."""

from __future__ import annotations

from functools import cache, lru_cache

import Stemmer

from samsprak.language.tags import primary

# Snowball's algorithms by language; a language without one keeps its words as they are.
ALGORITHMS = {
    "da": "danish",
    "de": "german",
    "en": "english",
    "fi": "finnish",
    "fr": "french",
    "nb": "norwegian",
    "nn": "norwegian",
    "no": "norwegian",
    "sv": "swedish",
}


@cache
def _stemmer(lang: str) -> Stemmer.Stemmer | None:
    # Its own memory takes twice as long as the work: what comes again is remembered below.
    return Stemmer.Stemmer(ALGORITHMS[lang], 0) if lang in ALGORITHMS else None


@lru_cache(maxsize=16384)
def stem(word: str, lang: str) -> str:
    """Return the stem of a word in lower case, without diacritics folded."""
    stemmer = _stemmer(primary(lang))
    text: str = stemmer.stemWord(word) if stemmer else word
    return text
