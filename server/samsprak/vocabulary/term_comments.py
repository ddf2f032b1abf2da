"""The term that stands as a comment beside a reference: what it says, and how to tell it from an editor's words."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from samsprak.language.folding import without_case

BETWEEN = ", "
# Two words this alike are one word in two spellings or inflections.
ALIKE = 0.75
IN_TERMS = frozenset("-–’'()/,.")


class TermComments:
    """Writes and recognises term comments, given the terms of a whole vocabulary."""

    def __init__(self, names: dict[str, str], terms: frozenset[str]) -> None:
        self._names = names
        self._terms = terms

    def written(self, iris: Sequence[str]) -> str:
        """Return the comment for what is referred to; empty where the name of any is not known."""
        names = [self._names.get(iri, "") for iri in iris]
        return "# " + BETWEEN.join(names) if names and all(names) else ""

    def recognises(self, comment: str, iris: Sequence[str]) -> bool:
        """Tell whether a comment holds nothing but terms: one or several of the vocabulary's, of today or nearly so.

        An earlier spelling of the name is a term as well; a word or a question mark more is an editor's remark.
        """
        text = comment.lstrip("#").strip()
        parts = text.split(BETWEEN)
        names = [self._names[iri] for iri in iris if iri in self._names]
        reached = {0}
        for end in range(1, len(parts) + 1):
            if any(start in reached and self._is_term(BETWEEN.join(parts[start:end]), names) for start in range(end)):
                reached.add(end)
        return len(parts) in reached

    def _is_term(self, text: str, names: Sequence[str]) -> bool:
        return without_case(text) in self._terms or any(_alike(text, name) for name in names)


def _alike(text: str, name: str) -> bool:
    """Tell whether a text is a name in another spelling: word for word nearly the same, and no other signs."""
    signs = {char for char in text if not char.isalnum() and not char.isspace()}
    words, others = text.casefold().split(), name.casefold().split()
    if len(words) != len(others) or not signs <= IN_TERMS | set(name):
        return False
    return all(SequenceMatcher(None, *pair).ratio() >= ALIKE for pair in zip(words, others, strict=True))
