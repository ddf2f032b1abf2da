"""Compounds: the parts of long words, found with the words of a vocabulary and no other list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Set

from samsprak.language.tags import primary

# Letters between the parts of a compound, commonest first.
LINKS = {
    "da": ("", "s", "e"),
    "de": ("", "s", "es", "n", "en", "er"),
    "fi": ("", "n"),
    "nb": ("", "s", "e"),
    "nl": ("", "s", "en", "e"),
    "nn": ("", "s", "e"),
    "no": ("", "s", "e"),
    "sv": ("", "s", "a", "e", "o", "u"),
}
# Folded words and endings that look like parts and are none: förälder is not för + ålder.
NO_PARTS = frozenset(
    (
        *("ande", "ansk", "are", "att", "den", "det", "ende", "enda", "for", "fran", "genom", "het", "heter", "ing"),
        *("ingar", "ling", "med", "men", "mellan", "miss", "mot", "ning", "och", "om", "per", "skap", "som", "till"),
        *("under", "upp", "utan", "ute", "var", "vid"),
    )
)
SHORTEST_PART = 3
# A part that no label has as a word of its own must be longer, and stand in several words.
SHORTEST_LEARNT = 4
OFTEN = 2
# Vowels at the end of a word that it loses as a first part: skola, skolarbete.
DROPPED = frozenset("ae")
# And within it: förälder, föräldragrupp.
ELIDED = ("der", "ter", "mer")
MAX_PARTS = 5
MAX_WORD = 60


def _cut(word: str) -> str:
    """Return a word as it stands first in compounds, where that is without a vowel that it has alone."""
    if word[-1] in DROPPED:
        return word[:-1]
    return word[:-2] + word[-1] if word.endswith(ELIDED) else word


class Splitter:
    """Splits words of one language into parts that the vocabulary knows; words and parts are folded.

    The parts are the words it is given, and what is left in several of them when a known word is taken from the end
    (`foraldra` of `foraldragrupp` and `foraldrastod`).
    """

    def __init__(self, words: Iterable[str], lang: str) -> None:
        self._links = LINKS.get(primary(lang), ())
        whole = {word for word in words if SHORTEST_PART <= len(word) <= MAX_WORD and word.isalpha()}
        self._parts = (whole | self._learnt(whole)) - NO_PARTS if self._links else set()
        self._heads = self._parts | {
            cut for word in self._parts if len(word) > SHORTEST_LEARNT and (cut := _cut(word)) != word
        }
        self._starts = {head[:SHORTEST_PART] for head in self._heads}

    def split(self, word: str) -> tuple[str, ...]:
        """Return the parts of a compound without the letters that link them; nothing where it is not a compound."""
        if word[:SHORTEST_PART] not in self._starts or not 2 * SHORTEST_PART <= len(word) <= MAX_WORD:
            return ()
        shortest = self._shortest(word)
        # Most words end with no part, and are done here.
        if not shortest:
            return ()
        # Parts as they stand are surer than parts that have lost a vowel.
        for heads in (self._parts, self._heads):
            best = self._best(word, MAX_PARTS, heads, shortest, {})
            if len(best) > 1:
                return best
        return ()

    def _shortest(self, word: str) -> int:
        """Return how long the shortest part is that a word ends with, or 0 where nothing could stand before it."""
        for length in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            if word[-length:] in self._parts:
                return length
        return 0

    def _learnt(self, whole: set[str]) -> set[str]:
        heads: Counter[str] = Counter()
        for word in whole:
            for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
                if word[place:] in whole:
                    heads[word[:place]] += 1
        return {head for head, times in heads.items() if times >= OFTEN and len(head) >= SHORTEST_LEARNT}

    def _best(
        self, rest: str, allowed: int, heads: Set[str], shortest: int, known: dict[tuple[str, int], tuple[str, ...]]
    ) -> tuple[str, ...]:
        """Return the fewest parts that make up `rest`, among as many the longest last one; nothing if none do.

        No part at the end of the word has less than `shortest` letters.
        """
        key = (rest, allowed)
        if key in known:
            return known[key]
        found: tuple[str, ...] = (rest,) if rest in self._parts and allowed < MAX_PARTS else ()
        if not found and allowed > 1:
            for head, tail in self._cuts(rest, heads, shortest):
                parts = self._best(tail, allowed - 1, heads, shortest, known)
                if parts and (not found or len(parts) + 1 < len(found)):
                    found = (head, *parts)
                if len(parts) == 1:
                    break
        known[key] = found
        return found

    def _cuts(self, word: str, heads: Set[str], shortest: int) -> Iterator[tuple[str, str]]:
        """Yield ways to cut a word into a part and what is left, where something begins so, the shortest part first."""
        for place in range(SHORTEST_PART, len(word) - shortest + 1):
            if word[:place] in heads:
                for link in self._links:
                    start = place + len(link)
                    if word.startswith(link, place) and word[start : start + SHORTEST_PART] in self._starts:
                        yield word[:place], word[start:]
