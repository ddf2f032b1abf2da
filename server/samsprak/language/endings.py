"""Endings: what inflection adds to a word, as far as a list can say it; it asks no dictionary."""

from __future__ import annotations

# What inflection adds to nouns and adjectives; derivations (-are, -ing, -ning) make another word.
ENDINGS = {
    "sv": frozenset(
        (
            *("", "a", "e", "n", "s", "t", "r", "ar", "er", "or", "en", "et", "na", "as", "es", "ns", "ts", "rs"),
            *("arna", "erna", "orna", "ars", "ers", "ors", "ens", "ets", "nas", "arnas", "ernas", "ornas"),
        )
    ),
    "en": frozenset(("", "s", "es", "ies", "y")),
}
LONGEST_ENDING = max(len(ending) for endings in ENDINGS.values() for ending in endings)


def common_beginning(first: str, second: str) -> int:
    """Return how many letters two words begin with in common."""
    pairs = zip(first, second, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))
