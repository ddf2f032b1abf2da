"""An index of labels: what begins as the query does, at the label's start or at a word of it."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice

from samsprak.language.folding import fold, without_case
from samsprak.language.tags import best, primary
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, Label, LabelKind

KINDS = {
    LabelKind.PREFERRED: 0,
    LabelKind.ALTERNATIVE: 1,
    LabelKind.HIDDEN: 2,
}
# So many labels are looked at for one query; what a shorter query leaves out a longer one finds.
MAX_CANDIDATES = 2000
# Sorts after every continuation of a prefix.
LAST = "\U0010ffff"


class Closeness(IntEnum):
    """How a label matches, the closest first."""

    EXACT = 0
    FOLDED = 1
    PREFIX = 2
    WORD = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept that was found, by which label, and how it matched."""

    vocabulary: str
    concept: Concept
    label: Label
    kind: LabelKind
    closeness: Closeness


@dataclass(frozen=True, slots=True)
class Results:
    """One page of hits; `total` counts all, and is a lower bound where `complete` is false."""

    hits: tuple[Hit, ...]
    total: int
    complete: bool


class Index:
    """The labels of all vocabularies, folded and sorted; immutable once built.

    A label's number is its place in the order of kind, length and text, so that ranking compares numbers, and
    looks at records for the page of hits only: thousands of candidates a query would be thousands of records.
    """

    def __init__(self, vocabularies: Iterable[Vocabulary]) -> None:
        self._labels: list[tuple[str, Concept, Label, LabelKind]] = []
        self._by_iri: dict[str, tuple[str, Concept]] = {}
        for vocabulary in vocabularies:
            for concept in vocabulary.concepts:
                self._by_iri.setdefault(concept.iri, (vocabulary.id, concept))
                for kind, labels in _labels(concept):
                    self._labels += ((vocabulary.id, concept, label, kind) for label in labels)
        self._labels.sort(key=lambda row: (KINDS[row[3]], len(row[2].text), row[2].text, row[1].iri))
        self._kinds = bytes(KINDS[kind] for _, _, _, kind in self._labels)
        self._languages = [sys.intern(primary(label.lang)) for _, _, label, _ in self._labels]
        self._folded = [fold(label.text) for _, _, label, _ in self._labels]
        keys = [(key, number) for number, folded in enumerate(self._folded) for key in _starts(folded)]
        keys.sort()
        self._keys = [key for key, _ in keys]
        self._numbers = array("L", (number for _, number in keys))

    def search(
        self, query: str, lang: str, *, vocabulary: str | None = None, offset: int = 0, limit: int = 20
    ) -> Results:
        """Return one page of concepts whose labels match, best first, each concept once.

        `lang` is the reader's language, whose labels come before others that match as well.
        """
        pasted = self._by_iri.get(query.strip().strip("<>"))
        if pasted and vocabulary in {None, pasted[0]}:
            name = best(pasted[1].preferred, (lang,)) or Label(pasted[1].id, "")
            hit = Hit(*pasted, name, LabelKind.PREFERRED, Closeness.EXACT)
            return Results((hit,)[offset : offset + limit], 1, complete=True)
        folded = fold(query)
        if not folded:
            return Results((), 0, complete=True)
        begin = bisect_left(self._keys, folded)
        end = bisect_left(self._keys, folded + LAST)
        plain = without_case(query)
        ranked = sorted(
            (self._closeness(number, plain, folded), self._kinds[number], self._languages[number] != lang, number)
            for number in set(self._numbers[begin : min(end, begin + MAX_CANDIDATES)])
        )
        found: dict[str, tuple[Closeness, int]] = {}
        for closeness, _, _, number in ranked:
            vocab, concept, _, _ = self._labels[number]
            if vocabulary is None or vocab == vocabulary:
                found.setdefault(concept.iri, (closeness, number))
        page = tuple(
            Hit(*self._labels[number], closeness)
            for closeness, number in islice(found.values(), offset, offset + limit)
        )
        return Results(page, len(found), complete=end - begin <= MAX_CANDIDATES)

    def _closeness(self, number: int, plain: str, folded: str) -> Closeness:
        label = self._folded[number]
        if label == folded:
            same = without_case(self._labels[number][2].text) == plain
            return Closeness.EXACT if same else Closeness.FOLDED
        return Closeness.PREFIX if label.startswith(folded) else Closeness.WORD


def _labels(concept: Concept) -> Iterable[tuple[LabelKind, tuple[Label, ...]]]:
    kinds: Mapping[LabelKind, tuple[Label, ...]] = {
        LabelKind.PREFERRED: concept.preferred,
        LabelKind.ALTERNATIVE: concept.alternative,
        LabelKind.HIDDEN: concept.hidden,
    }
    return kinds.items()


def _starts(folded: str) -> list[str]:
    """Return the label from each of its words on: `enskilt samtalsstod` and `samtalsstod`."""
    starts = [folded]
    place = folded.find(" ")
    while place >= 0:
        starts.append(folded[place + 1 :])
        place = folded.find(" ", place + 1)
    return starts
