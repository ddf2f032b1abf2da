"""Matching: how near a word of a query is to a word of a label, and how near a whole query is to a label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from samsprak.language.folding import meant_otherwise
from samsprak.language.words import word_texts, words
from samsprak.search.analysis import Form
from samsprak.search.closeness import Closeness
from samsprak.search.lexicon import SHORTEST_TAIL
from samsprak.search.query import Asked, Query
from samsprak.search.rows import KINDS, Row

# What a match of each closeness is worth, of 1.
WORTH = {
    Closeness.EXACT: 1.0,
    Closeness.FOLDED: 0.98,
    Closeness.INFLECTED: 0.94,
    Closeness.APART: 0.92,
    Closeness.PREFIX: 0.8,
    Closeness.PART: 0.6,
    Closeness.SPELLING: 0.72,
}
# Each further typing error, and a match that only shares a part with the word, cost as much.
FURTHER = 0.2
# A label that is met whole stands above every label that is met in part.
WHOLE = {
    Closeness.EXACT: 4.0,
    Closeness.FOLDED: 3.8,
    Closeness.INFLECTED: 3.0,
    Closeness.APART: 2.8,
    Closeness.PART: 1.6,
    Closeness.SPELLING: 1.2,
}
# A label that is met whole by a part of the query is worth more, by this share of what it covers.
COVERED = 0.2
# A compound whose parts make up so much of it is met whole.
ALL_BUT_WHOLE = 0.85
# Alternative and hidden labels stand behind preferred ones that match as well.
KIND_COST = 0.04
LANGUAGE_COST = 0.02
# Begun words with an error in them must be so long.
SHORTEST_BEGUN = 6


class WordMatch(NamedTuple):
    """How a word of the query matches a word of a label, what that is worth, from 0 to 1, and how much of it is met."""

    closeness: Closeness
    worth: float
    share: float = 1.0

    @property
    def value(self) -> float:
        """What to choose the best by."""
        return self.worth * (0.5 + 0.5 * self.share)


APART = WordMatch(Closeness.APART, WORTH[Closeness.APART])
# Words that make up a compound between them: `stöd till föräldrar`, föräldrastöd.
TOGETHER = WordMatch(Closeness.PART, 0.85)


class LabelMatch(NamedTuple):
    """How a query matches a label: a score to sort by, the closeness to tell, and the words of the label that match.

    `met` says how much of each of those is met, by its number; `coverage` is the share of the query that the label
    covers. Both go from 0 to 1.
    """

    score: float
    coverage: float
    closeness: Closeness
    met: Mapping[int, float]

    def marks(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the places in the label that match, as character offsets."""
        return tuple((word.start, word.end) for number, word in enumerate(words(text)) if number in self.met)


def same_word(asked: Asked, form: Form) -> WordMatch | None:
    """Return a match of two words that are forms of one word, or None."""
    if asked.folded == form.folded:
        if meant_otherwise(asked.text, form.text):
            return None
        closeness = Closeness.EXACT if asked.text == form.text else Closeness.FOLDED
        return WordMatch(closeness, WORTH[closeness])
    return WordMatch(Closeness.INFLECTED, WORTH[Closeness.INFLECTED]) if _inflected(asked, form) else None


def match_word(asked: Asked, form: Form) -> WordMatch | None:
    """Return how near a word of a label is to a word of the query, or None where it is not near."""
    same = same_word(asked, form)
    if same:
        return same
    if asked.folded == form.folded:
        return WordMatch(Closeness.SPELLING, WORTH[Closeness.SPELLING])
    share = len(asked.folded) / max(len(form.folded), 1)
    if (
        share < 1
        and asked.part
        and form.folded.startswith(asked.folded)
        and not meant_otherwise(asked.text, form.text[: len(asked.text)])
    ):
        return WordMatch(Closeness.PREFIX, WORTH[Closeness.PREFIX], share)
    if asked.bases & set(form.parts) or _ends(form.folded, asked):
        return WordMatch(Closeness.PART, WORTH[Closeness.PART], min(share, 1.0))
    return _misspelt(asked, form) or _akin(asked, form)


def _ends(folded: str, asked: Asked) -> bool:
    return asked.part and len(asked.folded) >= SHORTEST_TAIL and folded.endswith(asked.folded)


def _inflected(asked: Asked, form: Form) -> bool:
    if asked.text.isascii():
        return form.base in asked.bases or form.folded in asked.candidates
    return form.stem in asked.stems or (
        form.folded in asked.candidates and not meant_otherwise(asked.text[: len(form.text)], form.text)
    )


def _misspelt(asked: Asked, form: Form) -> WordMatch | None:
    if not asked.errors:
        return None
    wrong = OSA.distance(asked.folded, form.folded, score_cutoff=asked.errors)
    if wrong <= asked.errors:
        return WordMatch(Closeness.SPELLING, WORTH[Closeness.SPELLING] - FURTHER * (wrong - 1))
    wrong = min(OSA.distance(base, form.base, score_cutoff=asked.errors) for base in asked.bases)
    if wrong <= asked.errors:
        both = WORTH[Closeness.INFLECTED] * WORTH[Closeness.SPELLING]
        return WordMatch(Closeness.SPELLING, both - FURTHER * (wrong - 1))
    begun = form.folded[: len(asked.folded)]
    if len(asked.folded) >= SHORTEST_BEGUN and OSA.distance(asked.folded, begun, score_cutoff=1) <= 1:
        return WordMatch(Closeness.SPELLING, WORTH[Closeness.SPELLING] - FURTHER, len(begun) / len(form.folded))
    return None


def _akin(asked: Asked, form: Form) -> WordMatch | None:
    """Return a match with a part that both words have, or that the query's word has besides others."""
    if form.base in asked.parts:
        return WordMatch(Closeness.PART, WORTH[Closeness.PART] - FURTHER, 0.5)
    if asked.parts and not asked.parts.isdisjoint(form.parts):
        return WordMatch(Closeness.PART, WORTH[Closeness.PART] - 2 * FURTHER, 0.5)
    return None


class _Reach:
    """Which words of a query a word of a label can be near at all: next to none, and these are found at once."""

    def __init__(self, asked_for: Sequence[Asked]) -> None:
        self._places: dict[str, set[int]] = {}
        self._misspelt: set[int] = set()
        for place, asked in enumerate(asked_for):
            for key in {asked.folded, *asked.stems, *asked.bases, *asked.candidates, *asked.parts}:
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
        self._reach = _Reach(query.words)
        self._near: dict[Form, tuple[tuple[int, WordMatch], ...]] = {}
        self._apart: dict[Form, tuple[tuple[int, WordMatch], ...]] = {}

    def match(self, row: Row, forms: Sequence[Form]) -> LabelMatch | None:
        """Return how the query matches a label, whose words are given as forms, or None where no word does."""
        label = row.label
        asked, met = self._pairs(forms)
        if not asked:
            return None
        # What stands in brackets tells homonyms apart; nobody types it.
        bare = len(word_texts(label.text.partition(" (")[0])) if "(" in label.text else len(forms)
        needed = bare + sum(number >= bare for number in met) if bare < len(forms) else bare
        whole = len(met) == needed and self._telling <= asked.keys()
        worst = max([match.closeness for match in asked.values()])
        closeness = _closeness(worst, met, whole=whole, qualified=needed < len(forms))
        coverage = sum([self._weights[place] * match.worth for place, match in asked.items()])
        score = WHOLE.get(closeness, 0.0) if whole and min(met.values()) >= ALL_BUT_WHOLE else 0.0
        score += coverage * (0.7 + 0.3 * sum(met.values()) / needed) - KIND_COST * KINDS[row.kind]
        if len(met) == needed and worst <= Closeness.APART:
            score += COVERED * coverage
        if label.lang and not label.lang.startswith(self._lang):
            score -= LANGUAGE_COST
        return LabelMatch(score, coverage, closeness, met)

    def _pairs(self, forms: Sequence[Form]) -> tuple[dict[int, WordMatch], dict[int, float]]:
        """Return the words of the query that have a match, and how much of which words of the label is met."""
        if self._is_all(forms):
            return dict.fromkeys(range(len(self._weights)), APART), dict.fromkeys(range(len(forms)), 1.0)
        best: dict[int, WordMatch] = {}
        numbers: dict[int, int] = {}
        for number, form in enumerate(forms):
            for place, match in self._matches(form):
                if place not in best or _better(match, best[place], numbers, place):
                    best[place], numbers[place] = match, number
        met: dict[int, float] = {}
        for place, number in numbers.items():
            met[number] = min(best[place].share + met.get(number, 0.0), 1.0)
        if len(met) < len(numbers):
            _join_parts(best, numbers, met)
        if self._query.joined:
            self._add_joined(best, met, forms)
        return best, met

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
    return max(worst, Closeness.WORD)
