"""The search index: what a person types, the concepts that are meant, and why each of them is found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import merge
from itertools import islice
from typing import NamedTuple

from samsprak.language.tags import best
from samsprak.search.annotation import Annotator
from samsprak.search.closeness import Closeness
from samsprak.search.filters import ANYTHING, Filters, Marker
from samsprak.search.labels import LabelIndex
from samsprak.search.lexicon import Lexicon
from samsprak.search.matching import MET_WHOLE, LabelMatch, Matcher
from samsprak.search.names import Named, Names
from samsprak.search.notes import NoteWords
from samsprak.search.patterns import Patterns
from samsprak.search.query import MAX_LENGTH, Query, understand
from samsprak.search.rows import Row, rows_of
from samsprak.search.suggestions import Suggester, distinct
from samsprak.search.texts import Explainer, TextIndex, TextMatch
from samsprak.search.weighing import WITHOUT_LABEL, Weigher
from samsprak.vocabulary.collector import collector_off
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, Label, LabelKind

ADDRESS = "://"
# So many labels and texts are looked at one by one; of the rest only the number is told.
MAX_LABELS, MAX_TEXTS = 80, 60
# Of labels fewer for long queries, whose every word is compared with every label: so many comparisons of words, about.
COMPARED, FEWEST_LABELS = 600, 40
# Texts are asked too where labels give fewer hits than this, or the query has several words.
FEW = 20
# So many of the best are weighed by what they say of each word, where no label is met whole.
WEIGHED = 40
# What only shares a part with a compound is no more than this.
WEAK = 0.4
# A label in the reader's language is told rather than another that covers more, where it covers so much of the same.
NEARLY = 0.8
# What a label leaves unsaid of the query may stand in the concept's texts; it counts so much.
TEXT_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept that was found, by which label, how it matched, and where.

    `marks` are places in the label, or in the text of `note` where that is what matched, as character offsets.
    `score` is what hits are sorted by: above 1.2 where a label is met whole, else about the share of the words met.
    """

    vocabulary: str
    concept: Concept
    label: Label
    kind: LabelKind
    closeness: Closeness
    marks: tuple[tuple[int, int], ...] = ()
    text: TextMatch | None = None
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Results:
    """One page of hits; `total` counts all concepts, and is a lower bound where `complete` is false.

    `guessed` says that nothing fits what was typed, and that these are the nearest terms. `counts` say how many of the
    concepts each value of a filter would leave, where that was asked for.
    """

    hits: tuple[Hit, ...]
    total: int
    complete: bool
    guessed: bool = False
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


class _Ranked(NamedTuple):
    score: float
    number: int
    match: LabelMatch | None


class Index:
    """Everything that can be searched, immutable once built."""

    def __init__(self, vocabularies: Iterable[Vocabulary]) -> None:
        by_id = {vocabulary.id: vocabulary for vocabulary in vocabularies}
        with collector_off():
            self._rows = rows_of(by_id.values())
            self._names = Names(by_id.values())
            self._marker = Marker(by_id)
            marks = list(self._marker.marks(self._rows))
            notes = NoteWords(self._rows)
            self._lexicon = Lexicon(self._rows, notes.words)
            self._labels = LabelIndex(self._rows, self._lexicon, marks, self._marker)
            self._texts = TextIndex(notes, self._rows, self._lexicon, marks, self._marker)
            self._lexicon.in_texts = self._texts.frequency
            self._patterns = Patterns(self._rows)
            self._suggesters = {
                name: Suggester(self._lexicon, numbers) for name, numbers in _by_vocabulary(self._rows).items()
            }
            self.annotator = Annotator(self._rows, self._lexicon)

    def suggest(self, typed: str, lang: str, *, vocabulary: str = "", limit: int = 8) -> list[Row]:
        """Return what the typed letters may become: the best rows, one a concept, those of `lang` first."""
        typed = typed[:MAX_LENGTH]
        asked = [vocabulary] if vocabulary else list(self._suggesters)
        ranked = merge(*(self._suggesters[name].ranked(typed, lang) for name in asked if name in self._suggesters))
        return list(distinct((self._rows[number] for _, _, number in ranked), typed, limit))

    def named(self, text: str) -> tuple[Named, ...]:
        """Return the concepts that a text names by IRI, id or notation, each with its vocabulary; mostly none."""
        return self._names.find(text)

    def like(self, pattern: str, filters: Filters = ANYTHING, *, limit: int) -> list[Row]:
        """Return the rows whose whole label fits a pattern in which `*` stands for anything, preferred labels first."""
        fitting = (self._rows[number] for number in self._patterns.fitting(pattern[:MAX_LENGTH]))
        return list(islice((row for row in fitting if self._marker.admits(row, filters)), limit))

    def search(
        self,
        text: str,
        lang: str,
        filters: Filters = ANYTHING,
        *,
        offset: int = 0,
        limit: int = 20,
        counted: bool = False,
        depth: int = MAX_LABELS,
    ) -> Results:
        """Return one page of the concepts that a text asks for, best first, each concept once.

        With `counted`, also how many of them each filter would leave. A lesser `depth` is quicker: fewer labels are
        looked at one by one. `lang` is the reader's language, whose labels come before others that match as well.
        """
        named = [hit for hit in self._by_name(text, lang) if filters.vocabulary in {"", hit.vocabulary}]
        # Nothing else is meant by an address.
        query = understand("" if named and ADDRESS in text else text, self._lexicon)
        ranked, total, complete = self._ranked(query, lang, filters, depth)
        guessed = False
        if not ranked and not named:
            query = understand(text, self._lexicon, forgiving=True)
            ranked, total, complete = self._ranked(query, lang, filters, depth)
            guessed = bool(ranked)
        known = {hit.concept.iri for hit in named}
        ranked = [each for each in ranked if self._rows[each.number].concept.iri not in known]
        first = named[offset : offset + limit]
        rest = ranked[max(offset - len(named), 0) :][: limit - len(first)]
        explainer = Explainer(query, self._lexicon.analyser.form, lang)
        page = (*first, *(self._hit(each, explainer, lang) for each in rest))
        counts = self._marker.count(self._rows[each.number] for each in ranked) if counted else {}
        return Results(page, max(total, len(named) + len(ranked)), complete, guessed, counts)

    def _by_name(self, text: str, lang: str) -> list[Hit]:
        return [
            Hit(
                vocabulary,
                concept,
                best(concept.preferred, (lang,)) or Label(concept.id, ""),
                LabelKind.PREFERRED,
                Closeness.ADDRESS,
            )
            for vocabulary, concept in self._names.find(text)
        ]

    def _ranked(self, query: Query, lang: str, filters: Filters, depth: int) -> tuple[list[_Ranked], int, bool]:
        """Return every concept that is looked at, best first, by its best label; and how many there are."""
        if not query.words:
            return [], 0, True
        found, worths, complete = self._by_labels(query, lang, filters, depth)
        near = sum(each.score > WEAK for each in found.values())
        if near < FEW or len(query.words) > 1:
            complete = self._add_texts(query, filters, found, depth) and complete
        ranked = sorted(found.values(), key=_best_first)
        if len(query.telling) > 1 and ranked and ranked[0].score <= MET_WHOLE:
            first = self._weighed(query, ranked[:WEIGHED], worths)
            rest = [each._replace(score=min(each.score, first[-1].score)) for each in ranked[WEIGHED:]]
            ranked = [*first, *rest]
        return ranked, len(ranked), complete

    def _by_labels(
        self, query: Query, lang: str, filters: Filters, depth: int
    ) -> tuple[dict[str, _Ranked], dict[str, dict[int, float]], bool]:
        """Return concepts by their labels, what each word of the query is worth in these, and whether that is all."""
        matcher = Matcher(query, lang)
        looked_at = min(depth, max(FEWEST_LABELS, COMPARED // len(query.words)))
        candidates, complete = self._labels.candidates(query, filters, looked_at)
        found: dict[str, _Ranked] = {}
        worths: dict[str, dict[int, float]] = {}
        for number in candidates:
            match = matcher.match(self._rows[number], self._lexicon.forms[number])
            if match:
                iri = self._rows[number].concept.iri
                each = _Ranked(match.score, number, match)
                found[iri] = self._told(found[iri], each, lang) if iri in found else each
                worth = worths.setdefault(iri, {})
                for place, word in match.asked.items():
                    worth[place] = max(worth.get(place, 0.0), word.worth)
        return found, worths, complete

    def _weighed(
        self, query: Query, ranked: Sequence[_Ranked], worths: Mapping[str, Mapping[int, float]]
    ) -> list[_Ranked]:
        """Return what was found for several words, each concept by what it says of each of them."""
        weigher = Weigher(query)
        texts = self._texts.worths(query, [self._concept(each).iri for each in ranked])
        nothing = [0.0] * len(query.telling)
        weighed = []
        for each in ranked:
            iri = self._concept(each).iri
            met = len(each.match.met) / len(self._lexicon.forms[each.number]) if each.match else WITHOUT_LABEL
            score = weigher.score(each.score, worths.get(iri, {}), texts.get(iri, nothing), met)
            weighed.append(_Ranked(score, each.number, each.match))
        return sorted(weighed, key=_best_first)

    def _concept(self, ranked: _Ranked) -> Concept:
        return self._rows[ranked.number].concept

    def _told(self, one: _Ranked, two: _Ranked, lang: str) -> _Ranked:
        """Return the better of two labels of a concept, with the reader's own told where it says nearly as much."""
        better, other = (two, one) if two.score > one.score else (one, two)
        if self._rows[better.number].label.lang.startswith(lang) or not (better.match and other.match):
            return better
        as_near = other.match.coverage >= NEARLY * better.match.coverage and better.match.closeness > Closeness.APART
        own = as_near and self._rows[other.number].label.lang.startswith(lang)
        return _Ranked(better.score, other.number, other.match) if own else better

    def _add_texts(self, query: Query, filters: Filters, found: dict[str, _Ranked], depth: int) -> bool:
        texts, all_texts = self._texts.search(query, filters, min(MAX_TEXTS, depth))
        for share, number in texts:
            iri = self._rows[number].concept.iri
            known = found.get(iri)
            if known and known.match and len(query.words) > 1:
                more = min(share, 1 - known.match.coverage) * TEXT_SHARE
                known = _Ranked(known.score + more, known.number, known.match)
            # What a text says in so many words is more than what a label only shares a part with.
            found[iri] = known if known and known.score >= share else _Ranked(share, number, None)
        return all_texts.complete

    def _hit(self, ranked: _Ranked, explainer: Explainer, lang: str) -> Hit:
        row = self._rows[ranked.number]
        if ranked.match:
            return Hit(*row, ranked.match.closeness, ranked.match.marks(row.label.text), score=ranked.score)
        text = explainer.explain(row.concept)
        name = best(row.concept.preferred, (lang,)) or row.label
        closeness = text.closeness if text else Closeness.NOTE
        return Hit(row.vocabulary, row.concept, name, LabelKind.PREFERRED, closeness, text=text, score=ranked.score)


def _best_first(ranked: _Ranked) -> tuple[float, int]:
    return -ranked.score, ranked.number


def _by_vocabulary(rows: Sequence[Row]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        found.setdefault(row.vocabulary, []).append(number)
    return found
