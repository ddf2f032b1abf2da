"""How two terms may be all but the same: written apart or together, inflected, one typing error apart.

To compare every term with every other would take hours for 50,000 concepts. So each kind of likeness names keys of a
term, of which two terms that are alike share at least one, and only terms that share one are compared.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from samsprak.language.endings import ENDINGS, LONGEST_ENDING, common_beginning
from samsprak.language.stems import stem
from samsprak.language.tags import primary
from samsprak.validation.terms import Term

# Shorter words differ in one letter and mean different things: stöd, nöd.
SHORTEST_VARIANT = 9
# What is left of a word without its ending must say something.
SHORTEST_BASE = 4
# A letter's weight is a power of its number: sums of few letters then hardly ever agree by chance.
POWER = 5

Keys = set[Hashable]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Likeness:
    """One kind: terms of which it `holds` share at least one of its `keys`."""

    name: str
    keys: Callable[[Term], Keys]
    holds: Callable[[Term, Term], bool]


def alike(terms: Sequence[Term], only: Collection[str] | None = None) -> Iterator[tuple[str, Term, Term]]:
    """Yield the pairs of terms that are alike and the kind, by kind and then in the order of the terms.

    With `only`, pairs in which one term is of one of those concepts. Terms of one concept, of different languages or
    that differ in case only are no pairs.
    """
    by_lang: dict[str, list[int]] = {}
    for place, term in enumerate(terms):
        by_lang.setdefault(term.lang, []).append(place)
    few = None if only is None else [pair for places in by_lang.values() for pair in _with(terms, places, only)]
    for kind in KINDS:
        near = (pair for places in by_lang.values() for pair in _sharing(terms, places, kind.keys))
        found = {pair for pair in (near if few is None else few) if _are(kind, terms, pair)}
        yield from ((kind.name, terms[one], terms[two]) for one, two in sorted(found))


def _are(kind: Likeness, terms: Sequence[Term], pair: Pair) -> bool:
    one, two = terms[pair[0]], terms[pair[1]]
    return one.subject != two.subject and one.folded != two.folded and kind.holds(one, two)


def _sharing(terms: Sequence[Term], places: Sequence[int], keys: Callable[[Term], Keys]) -> Iterator[Pair]:
    """Yield the pairs of terms that share a key; most keys have one term only and need no group."""
    first: dict[Hashable, int] = {}
    groups: dict[Hashable, list[int]] = {}
    for place in places:
        for key in keys(terms[place]):
            earlier = first.setdefault(key, place)
            if earlier != place:
                groups.setdefault(key, [earlier]).append(place)
    for group in groups.values():
        yield from combinations(group, 2)


def _with(terms: Sequence[Term], places: Sequence[int], only: Collection[str]) -> Iterator[Pair]:
    """Yield the pairs that one of few concepts has a part in: to compare them is quicker than to make keys of all."""
    for one in places:
        if terms[one].subject in only:
            yield from ((min(one, two), max(one, two)) for two in places if two != one)


def _written(term: Term) -> Keys:
    return {term.joined} if term.words else set()


def _same_letters(one: Term, two: Term) -> bool:
    """Tell whether terms differ in spaces, hyphens and signs only: `föräldra stöd`, `råd och stödsamtal`."""
    return bool(one.words) and one.joined == two.joined


def _bases(term: Term) -> Keys:
    """Return what the last word may be without its ending, each after the beginnings of the words before it."""
    if not term.words:
        return set()
    endings = ENDINGS.get(primary(term.lang))
    if endings is None:
        return {_stems(term)}
    *others, last = term.words
    before = "".join(f"{word[:SHORTEST_BASE]} " for word in others)
    longest = min(LONGEST_ENDING, len(last) - SHORTEST_BASE)
    ends = (len(last) - length for length in range(longest + 1))
    return {before + last, *(before + last[:end] for end in ends if last[end:] in endings)}


def _inflected(one: Term, two: Term) -> bool:
    """Tell whether words differ in endings of inflection only: `tidig insats` and `tidiga insatser`.

    Stems alone would also join a deed and its doer, `fältarbete` and `fältarbetare`, and part some inflections
    (Snowball: `insat`, `insats`); they serve the languages whose endings are not listed.
    """
    if len(one.words) != len(two.words):
        return False
    endings = ENDINGS.get(primary(one.lang))
    if endings is None:
        return bool(one.words) and _stems(one) == _stems(two)
    return bool(one.words) and all(
        first == second or _forms_of_one(first, second, endings)
        for first, second in zip(one.words, two.words, strict=True)
    )


def _stems(term: Term) -> str:
    return " ".join(stem(word, term.lang) for word in term.words)


def _forms_of_one(first: str, second: str, endings: frozenset[str]) -> bool:
    same = common_beginning(first, second)
    return same >= SHORTEST_BASE and first[same:] in endings and second[same:] in endings


def _letters(term: Term) -> Keys:
    """Return a long term's letters as a sum of weights, whole and with any one of them taken away.

    Where two words are one error apart, the same letters are left when one or none is taken from each.
    """
    if not _long(term):
        return set()
    letters = term.joined
    whole = sum(map(_weight, letters))
    return {whole, *(whole - _weight(letter) for letter in set(letters))}


@lru_cache(maxsize=1024)
def _weight(letter: str) -> int:
    return int(ord(letter) ** POWER)


def _misspelt(one: Term, two: Term) -> bool:
    near = abs(len(one.joined) - len(two.joined)) <= 1
    return near and _long(one) and _long(two) and _one_error_apart(one.joined, two.joined)


def _long(term: Term) -> bool:
    # Numbers differ in one sign and mean different things.
    return len(term.joined) >= SHORTEST_VARIANT and term.joined.isalpha()


def _one_error_apart(first: str, second: str) -> bool:
    """Tell whether a letter more, less or changed, or two neighbours swapped, makes one word the other.

    They are of one length, or one letter apart.
    """
    if first == second:
        return False
    start = common_beginning(first, second)
    rest1, rest2 = first[start:], second[start:]
    swapped = rest1[:2] == rest2[:2][::-1] and rest1[2:] == rest2[2:]
    return swapped or rest1[1:] == rest2[1:] or rest1[1:] == rest2 or rest1 == rest2[1:]


COMPOUND, INFLECTION, SPELLING = "compound", "inflection", "spelling"
KINDS = (
    Likeness(COMPOUND, _written, _same_letters),
    Likeness(INFLECTION, _bases, _inflected),
    Likeness(SPELLING, _letters, _misspelt),
)
