"""Suggestions: what a few typed letters may become."""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest

from samsprak.language.folding import fold, meant_otherwise
from samsprak.language.tags import primary
from samsprak.language.words import word_texts
from samsprak.search.analysis import Form
from samsprak.search.lexicon import LAST, Lexicon
from samsprak.search.rows import Row

# Of beginnings with many continuations the best are chosen when the index is built, so many of them.
MANY, KEPT = 500, 60
# Added to the number of a row where it is not the label itself that begins so, but a word within it.
WITHIN = 1 << 31


class Suggester:
    """The labels of one vocabulary, by language and by the letters that they, or words of them, begin with."""

    def __init__(self, lexicon: Lexicon, numbers: Iterable[int]) -> None:
        """Take the rows with these numbers, which say how good a row is, the lowest the best."""
        by_language = defaultdict[str, list[int]](list)
        for number in numbers:
            by_language[lexicon.langs[number]].append(number)
        self._languages = {lang: _Beginnings(lexicon.forms, found) for lang, found in by_language.items()}

    def ranked(self, typed: str, lang: str) -> list[tuple[bool, bool, int]]:
        """Return what begins as typed, best first: is it in another language, is it within a label, and its row."""
        folded = " ".join(fold(word).replace(" ", "") for word in word_texts(typed))
        if not folded:
            return []
        own = primary(lang)
        found = (
            (language != own, each >= WITHIN, each % WITHIN)
            for language, beginnings in self._languages.items()
            for each in beginnings.best(folded)
        )
        return sorted(found)


class _Beginnings:
    """Labels of one language, sorted from each of their words on; rows as numbers, with `WITHIN` added or not."""

    def __init__(self, forms: Sequence[Sequence[Form]], numbers: Iterable[int]) -> None:
        keys: list[str] = []
        found = array("I")
        for number in numbers:
            rest = " ".join([form.folded for form in forms[number]])
            within = 0
            while rest:
                keys.append(rest)
                found.append(within + number)
                within = WITHIN
                rest = rest.partition(" ")[2]
        order = sorted(range(len(keys)), key=keys.__getitem__)
        self._keys = [keys[place] for place in order]
        self._numbers = array("I", (found[place] for place in order))
        self._chosen = dict(self._choices())

    def best(self, folded: str) -> Sequence[int]:
        """Return what begins so: all of it where it is not much, else the best."""
        chosen = self._chosen.get(folded)
        if chosen is not None:
            return chosen
        begin, end = self._range(folded, 0, len(self._keys))
        return nsmallest(KEPT, self._numbers[begin:end])

    def _choices(self) -> Iterator[tuple[str, array[int]]]:
        """Yield the best of every beginning that many have, the longest first: shorter ones choose from these."""
        found: dict[str, list[int]] = {"": []}
        wide = [("", 0, len(self._keys))]
        while wide:
            shorter, begin, end = wide.pop()
            while begin < end:
                beginning = self._keys[begin][: len(shorter) + 1]
                stop = begin + 1 if beginning == shorter else self._range(beginning, begin, end)[1]
                if stop - begin > MANY:
                    found[beginning] = []
                    wide.append((beginning, begin, stop))
                else:
                    found[shorter] += self._numbers[begin:stop]
                begin = stop
        for beginning in list(found)[:0:-1]:
            best = nsmallest(KEPT, found[beginning])
            found[beginning[:-1]] += best
            yield beginning, array("I", best)

    def _range(self, folded: str, begin: int, end: int) -> tuple[int, int]:
        begin = bisect_left(self._keys, folded, begin, end)
        return begin, bisect_left(self._keys, folded + LAST, begin, end)


def distinct(rows: Iterable[Row], typed: str, limit: int) -> Iterator[Row]:
    """Yield rows until there are enough; no concept and no text twice, none that was not meant."""
    concepts: set[str] = set()
    texts: set[str] = set()
    asked = word_texts(unicodedata.normalize("NFC", typed))
    for row in rows:
        text = row.label.text
        if len(texts) == limit:
            return
        if row.concept.iri not in concepts and text not in texts and _meant(asked, text):
            concepts.add(row.concept.iri)
            texts.add(text)
            yield row


def _meant(asked: Sequence[str], text: str) -> bool:
    """Tell whether some words of a label begin with the very letters that were typed on purpose, å, ä and ö."""
    if all(map(str.isascii, asked)):
        return True
    found = word_texts(unicodedata.normalize("NFC", text))
    places = range(len(found) - len(asked) + 1)
    return any(all(map(_begins, found[place : place + len(asked)], asked)) for place in places)


def _begins(word: str, typed: str) -> bool:
    return fold(word).startswith(fold(typed)) and not meant_otherwise(typed, word[: len(typed)])
