"""Slugs: a term as part of a file name or an address."""

from __future__ import annotations

from functools import lru_cache

from samsprak.language.folding import fold

MAX_LENGTH = 80


@lru_cache(maxsize=16384)
def slug(text: str) -> str:
    """Return the ASCII slug of a term: `Råd- och stödsamtal` gives `rad-och-stodsamtal`; may be empty."""
    ascii_only = fold(text).encode("ascii", "ignore").decode()
    return "-".join(ascii_only.split())[:MAX_LENGTH].rstrip("-")
