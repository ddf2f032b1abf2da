"""Differences: the words that set texts apart, inflected forms of one word counted as the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from samsprak.language.folding import fold
from samsprak.language.function_words import is_function_word
from samsprak.language.inflections import root
from samsprak.language.words import Word, words

Span = tuple[int, int]
# Words that turn the word after them round, and alone make two places no more alike than a function word does.
WEAK = frozenset(("utan", "inte", "ej", "genom", "utanfor", "without", "not", "through", "outside"))


@dataclass(frozen=True, slots=True)
class Difference:
    """Where each text differs, as spans of character offsets, and the words that all have, as the first writes them.

    `alike` tells whether any two texts have something in common.
    """

    spans: tuple[tuple[Span, ...], ...]
    shared: tuple[str, ...]
    alike: bool


def difference(texts: Sequence[str], lang: str) -> Difference:
    """Compare texts in one language word by word.

    A word is shared where it stands in step with the same word of another text; of several texts, each is marked where
    none of the others says the same. Function words alone do not make two places alike, so they count as shared only
    beside a shared word that says something.
    """
    found = [list(words(text)) for text in texts]
    bases = [[root(word.text.lower(), lang) for word in each] for each in found]
    says = [[_says_something(word.text, lang) for word in each] for each in found]
    times = _times_in_step(bases, says)
    shared = [[number > 0 for number in each] for each in times]
    spans = tuple(tuple(_spans(each, alike)) for each, alike in zip(found, shared, strict=True))
    common = [number == len(texts) - 1 for number in times[0]]
    alike = any(any(each) for each in shared)
    return Difference(spans, _content(found[0], common, says[0], bases[0]), alike)


def _says_something(word: str, lang: str) -> bool:
    folded = fold(word)
    return folded not in WEAK and not is_function_word(folded, lang)


def _times_in_step(bases: Sequence[Sequence[str]], says: Sequence[Sequence[bool]]) -> list[list[int]]:
    """Tell of every word how many other texts have it in the same order, beside one that says something."""
    times = [[0] * len(each) for each in bases]
    for one, two in combinations(range(len(bases)), 2):
        for block in SequenceMatcher(None, bases[one], bases[two], autojunk=False).get_matching_blocks():
            if any(says[one][block.a : block.a + block.size]):
                for step in range(block.size):
                    times[one][block.a + step] += 1
                    times[two][block.b + step] += 1
    return times


def _spans(found: Sequence[Word], shared: Sequence[bool]) -> list[Span]:
    """Return the stretches between shared words, from the first word of each to its last."""
    spans: list[Span] = []
    before = True
    for word, alike in zip(found, shared, strict=True):
        if not alike and before:
            spans.append((word.start, word.end))
        elif not alike:
            spans[-1] = (spans[-1][0], word.end)
        before = alike
    return spans


def _content(
    found: Sequence[Word], shared: Sequence[bool], says: Sequence[bool], bases: Sequence[str]
) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for word, alike, content, same in zip(found, shared, says, bases, strict=True):
        if alike and content:
            kept.setdefault(same, word.text)
    return tuple(kept.values())
