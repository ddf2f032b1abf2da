"""Matching: how near a query is to a label, and which of the label's words it meets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from samsprak.language.words import word_texts, words
from samsprak.search.analysis import Form
from samsprak.search.closeness import Closeness
from samsprak.search.nearness import WORTH, WordMatch, match_word, same_word
from samsprak.search.query import Asked, Query
from samsprak.search.rows import KINDS, Row

# A label that is met whole stands above every label that is met in part.
WHOLE = {
    Closeness.EXACT: 4.0,
    Closeness.FOLDED: 3.8,
    Closeness.INFLECTED: 3.0,
    Closeness.APART: 2.8,
    Closeness.KIN: 2.0,
    Closeness.PART: 1.6,
    Closeness.SHARED: 1.6,
    Closeness.SPELLING: 1.2,
}
# What a label that is not met whole is worth at most.
MET_WHOLE = 1.2
# A label that is met whole by a part of the query is worth more, by this share of what it covers.
COVERED = 0.2
# A compound whose parts make up so much of it is met whole.
ALL_BUT_WHOLE = 0.85
# Alternative and hidden labels stand behind preferred ones that match as well.
KIND_COST = 0.04
LANGUAGE_COST = 0.02


APART = WordMatch(Closeness.APART, WORTH[Closeness.APART])
# Words that make up a compound between them: `stöd till föräldrar`, föräldrastöd.
TOGETHER = WordMatch(Closeness.PART, 0.85)
# And a compound that is made of words of the label: `anhörigbarn`, barn som anhörig.
TAKEN_APART = WordMatch(Closeness.SHARED, 0.85)


class LabelMatch(NamedTuple):
    """How a query matches a label: a score to sort by, the closeness to tell, and the words of the label that match.

    `met` says how much of each of those is met, by its number; `asked` how each word of the query that matches does, by
    its place; `coverage` is the share of the query that the label covers, from 0 to 1.
    """

    score: float
    coverage: float
    closeness: Closeness
    met: Mapping[int, float]
    asked: Mapping[int, WordMatch]

    def marks(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the places in the label that match, as character offsets."""
        return tuple((word.start, word.end) for number, word in enumerate(words(text)) if number in self.met)


class _Reach:
    """Which words of a query a word of a label can be near at all: next to none, and these are found at once."""

    def __init__(self, asked_for: Sequence[Asked]) -> None:
        self._places: dict[str, set[int]] = {}
        self._misspelt: set[int] = set()
        for place, asked in enumerate(asked_for):
            known = (asked.stems, asked.bases, asked.candidates, asked.deeds, asked.parts)
            for key in {asked.folded}.union(*known):
                self._places.setdefault(key, set()).add(place)
            if asked.errors:
                self._misspelt.add(place)
        self._lengths = {len(asked.folded) for asked in asked_for if asked.part}

    def places(self, form: Form) -> set[int]:
        """Return the places of the words to compare a word with; one that is near is among them."""
        found = set(self._misspelt)
        folded = form.folded
        keys = [form.base, form.stem, *form.parts]
        for length in self._lengths:
            keys += (folded[:length], folded[-length:])
        for key in keys:
            if key in self._places:
                found |= self._places[key]
        return found


class Matcher:
    """Matches one query with many labels, and remembers what it has compared."""

    def __init__(self, query: Query, lang: str) -> None:
        self._query = query
        self._weights = [asked.weight / query.weight for asked in query.words]
        self._lang = lang
        self._telling = set(query.telling)
        self._compounds = {place: word.parts for place, word in enumerate(query.words) if len(word.parts) > 1}
        self._reach = _Reach(query.words)
        self._near: dict[Form, tuple[tuple[int, WordMatch], ...]] = {}
        self._apart: dict[Form, tuple[tuple[int, WordMatch], ...]] = {}

    def match(self, row: Row, forms: Sequence[Form]) -> LabelMatch | None:
        """Return how the query matches a label, whose words are given as forms, or None where no word does."""
        label = row.label
        asked, met, spare = self._pairs(forms)
        if self._telling.isdisjoint(asked):
            return None
        # What stands in brackets tells homonyms apart; nobody types it.
        bare = len(word_texts(label.text.partition(" (")[0])) if "(" in label.text else len(forms)
        needed = bare + sum(number >= bare for number in met) if bare < len(forms) else bare
        whole = len(met) == needed and self._telling <= asked.keys()
        worst = max([match.closeness for match in asked.values()])
        closeness = _closeness(worst, met, whole=whole, qualified=needed < len(forms))
        coverage = sum([self._weights[place] * match.worth for place, match in asked.items()])
        score = WHOLE.get(closeness, 0.0) if whole and min(met.values()) >= ALL_BUT_WHOLE else 0.0
        if spare:
            # What is told is how the label's words are met, whatever else they have to do with the query.
            worst = max(match.closeness for place, match in asked.items() if place not in spare)
            closeness = _closeness(worst, met, whole=False, qualified=False)
        score += coverage * (0.7 + 0.3 * sum(met.values()) / needed) - KIND_COST * KINDS[row.kind]
        if len(met) == needed and worst <= Closeness.APART:
            score += COVERED * coverage
        if label.lang and not label.lang.startswith(self._lang):
            score -= LANGUAGE_COST
        return LabelMatch(score, coverage, closeness, met, asked)

    def _pairs(self, forms: Sequence[Form]) -> tuple[dict[int, WordMatch], dict[int, float], set[int]]:
        """Return the words of the query that have a match, and how much of which words of the label is met.

        The last are those words of the query that are only akin to a word of the label that another one is.
        """
        if self._is_all(forms):
            return dict.fromkeys(range(len(self._weights)), APART), dict.fromkeys(range(len(forms)), 1.0), set()
        best: dict[int, WordMatch] = {}
        numbers: dict[int, int] = {}
        for number, form in enumerate(forms):
            for place, match in self._matches(form):
                if place not in best or _better(match, best[place], numbers, place):
                    best[place], numbers[place] = match, number
        met: dict[int, float] = {}
        for place, number in numbers.items():
            met[number] = min(best[place].share + met.get(number, 0.0), 1.0)
        spare: set[int] = set()
        if len(met) < len(numbers):
            _join_parts(best, numbers, met)
            same = {number for place, number in numbers.items() if best[place].closeness <= Closeness.APART}
            spare = {p for p, number in numbers.items() if number in same and best[p].closeness > Closeness.APART}
        if self._compounds:
            self._take_apart(best, met, forms)
        if self._query.joined:
            self._add_joined(best, met, forms)
        return best, met, spare

    def _take_apart(self, asked: dict[int, WordMatch], met: dict[int, float], forms: Sequence[Form]) -> None:
        """Pair a compound in the query with the words that it is made of: anhörigbarn, barn som anhörig."""
        for place, parts in self._compounds.items():
            if place in asked and asked[place].closeness is Closeness.SHARED:
                numbers = {number: form.base for number, form in enumerate(forms) if form.base in parts}
                if len(set(numbers.values())) == len(parts):
                    asked[place] = TAKEN_APART
                    met.update(dict.fromkeys(numbers, 1.0))

    def _is_all(self, forms: Sequence[Form]) -> bool:
        """Tell whether a label is the whole query, but for spaces and hyphens."""
        together = self._query.together
        if len(forms) == len(self._weights) or not forms or not together.startswith(forms[0].folded):
            return False
        return together == "".join([form.folded for form in forms])

    def _add_joined(self, asked: dict[int, WordMatch], met: dict[int, float], forms: Sequence[Form]) -> None:
        """Pair neighbours in the query with the word that they are when written together."""
        for number, form in enumerate(forms):
            for place, match in self._matches_apart(form):
                asked[place] = asked[place + 1] = match
                met[number] = 1.0

    def _matches(self, form: Form) -> tuple[tuple[int, WordMatch], ...]:
        """Return the words of the query, by place, that are near a word of a label."""
        if form not in self._near:
            asked = self._query.words
            found = ((place, match_word(asked[place], form)) for place in self._reach.places(form))
            self._near[form] = tuple((place, match) for place, match in found if match)
        return self._near[form]

    def _matches_apart(self, form: Form) -> tuple[tuple[int, WordMatch], ...]:
        if form not in self._apart:
            self._apart[form] = tuple(self._written_apart(form))
        return self._apart[form]

    def _written_apart(self, form: Form) -> Iterator[tuple[int, WordMatch]]:
        for place, joined in self._query.joined.items():
            worth = max((match.worth for asked in joined if (match := same_word(asked, form))), default=0)
            if worth:
                yield place, WordMatch(Closeness.APART, worth * WORTH[Closeness.APART])


def _better(match: WordMatch, than: WordMatch, numbers: Mapping[int, int], place: int) -> bool:
    """Tell whether a match is better, or as good and of a word that no other word of the query has: steg för steg."""
    if match.value != than.value:
        return match.value > than.value
    return list(numbers.values()).count(numbers[place]) > 1


def _join_parts(asked: dict[int, WordMatch], numbers: Mapping[int, int], met: Mapping[int, float]) -> None:
    """Make parts that are a compound between them worth more than each of them."""
    words = Counter(numbers.values())
    for place, number in numbers.items():
        if words[number] > 1 and met[number] >= ALL_BUT_WHOLE and asked[place].closeness is Closeness.PART:
            asked[place] = TOGETHER


def _closeness(worst: Closeness, met: Container[int], *, whole: bool, qualified: bool) -> Closeness:
    if whole and worst in WHOLE:
        return max(worst, Closeness.FOLDED) if qualified else worst
    if worst is Closeness.PREFIX:
        return Closeness.PREFIX if 0 in met else Closeness.WORD
    # Of several words the one that is kindred is plain to see where it is marked.
    return max(worst, Closeness.WORD) if worst is not Closeness.KIN else Closeness.WORD
