"""Derivations: the nouns that say what a verb does, and who does it: `utvärdera`, `utvärdering`, `utvärderare`."""

from __future__ import annotations

from collections.abc import Iterator

from samsprak.language.tags import primary

# A shorter root is another word's more often than not.
SHORTEST_ROOT = 4
# Folded endings, the longest first, of nouns for a deed, with what the verb has in their place.
_DEEDS = {"sv": (("ation", "er"), ("ning", ""), ("ande", ""), ("ende", ""), ("ing", ""), ("an", ""))}
# Folded endings of verbs and their participles.
_VERBS = {
    "sv": ("ades", "ande", "ade", "ats", "ar", "as", "at", "ad", "er", "es", "de", "te", "ts", "ds", "a", "d", "t", "s")
}
DOERS = ("are", "ares", "aren", "arens")


def deed_roots(noun: str, lang: str) -> Iterator[str]:
    """Yield the roots of verbs that a folded noun may be the deed of: `utvardering` gives `utvarder`."""
    for ending, instead in _DEEDS.get(primary(lang), ()):
        if noun.endswith(ending) and len(noun) >= SHORTEST_ROOT + len(ending):
            yield noun[: -len(ending)] + instead


def verb_roots(verb: str, lang: str) -> Iterator[str]:
    """Yield the roots that a folded word may have as a verb: `utvarderas` gives `utvarder` and `utvardera`."""
    for ending in _VERBS.get(primary(lang), ()):
        if verb.endswith(ending) and len(verb) >= SHORTEST_ROOT + len(ending):
            yield verb[: -len(ending)]


def is_doer(word: str) -> bool:
    """Tell whether a Swedish word ends as those who do something are called: `handlaggare`."""
    return word.endswith(DOERS)
