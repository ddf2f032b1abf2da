"""Labels by their words: which labels may answer a query, before they are looked at one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from samsprak.search.analysis import Form
from samsprak.search.closeness import Closeness
from samsprak.search.filters import Filters, Marker, Marks
from samsprak.search.fulltext import MARKS, Clause, FullText
from samsprak.search.lexicon import SHORTEST_BEGINNING, Lexicon
from samsprak.search.nearness import FURTHER, SHORTEST_BEGUN, WORTH
from samsprak.search.query import Asked, Query
from samsprak.search.rows import Row

# `words` as written, `bases` of inflected forms.
FIELDS = ("words", "bases")
# The parts of compounds and the beginnings that many words have are only ever looked up as they stand, so that they are
# marks, each after its sign: a field more costs a twentieth of the index.
PART, BEGINNING = "+", "^"
# A beginning that more words have is looked up as a word of its own: to gather what so many words are found in takes
# long.
MANY = 1000
# So many words of the query may be a label of their own between them.
LONGEST_RUN = 4
# Misspelt words are looked for as long as there are no more than these: each takes a millisecond among many labels.
MAX_MISSPELT = 4


class LabelIndex:
    """The labels of all vocabularies, by words."""

    def __init__(self, rows: Sequence[Row], lexicon: Lexicon, marks: Sequence[Marks], marker: Marker) -> None:
        """Index the words of rows, which bear these marks."""
        self._rows = rows
        self._marker = marker
        self._wide = lexicon.wide_beginnings(MANY)
        texts = _Texts(self._wide)
        documents = map(texts.document, lexicon.forms, marks)
        self._text = FullText(FIELDS, documents, len(marks))
        self._whole = _whole(lexicon.forms)

    def candidates(self, query: Query, filters: Filters, limit: int) -> tuple[list[int], bool]:
        """Return the numbers of the rows that are likeliest to match, and whether they are all that may."""
        left = MAX_MISSPELT
        words = []
        for asked in query.words:
            errors = self._errors(asked) if left else 0
            left -= bool(asked.errors)
            words.append([*self._clauses(asked), *_misspelt(asked, errors)])
        for place, joined in query.joined.items():
            words[place] += (clause for asked in joined for clause in _same(asked, 2 * WORTH[Closeness.APART]))
        found = self._text.search(words, self._marker.demanded(filters), limit)
        # A label met whole must be among them, however many labels hold its words.
        whole = [number for run in _runs(query) for number in self._whole.get(run, ())[:limit]]
        admitted = (number for number in whole if self._marker.admits(self._rows[number], filters))
        return list(dict.fromkeys((*admitted, *(number for _, number in found.scored)))), found.complete

    def _errors(self, asked: Asked) -> int:
        """Return how many errors to look for: two only where nothing is one away."""
        if asked.errors > 1:
            bases = [Clause("bases", base, 0.0, errors=1) for base in asked.bases]
            if any(self._text.exists(each) for each in (Clause("words", asked.folded, 0.0, errors=1), *bases)):
                return 1
        return asked.errors

    def _clauses(self, asked: Asked) -> Iterator[Clause]:
        """Yield what a word may be in a label, each worth what it would be worth there."""
        yield from _same(asked, asked.weight)
        part = asked.weight * WORTH[Closeness.PART]
        yield from (_part(base, part) for base in asked.bases)
        yield from (Clause("words", word, part) for word in asked.endings)
        kin = asked.weight * WORTH[Closeness.KIN]
        for base in asked.deeds:
            yield Clause("bases", base, kin)
            yield _part(base, part)
        for base, weight in asked.parts.items():
            yield Clause("bases", base, (part - asked.weight * FURTHER) * weight)
            yield _part(base, (part - asked.weight * 2 * FURTHER) * weight)
        if asked.part and len(asked.folded) >= SHORTEST_BEGINNING:
            worth = asked.weight * WORTH[Closeness.PREFIX]
            wide = asked.folded in self._wide
            yield (
                Clause(MARKS, BEGINNING + asked.folded, worth)
                if wide
                else Clause("words", asked.folded, worth, prefix=True)
            )


class _Texts(dict[Form, tuple[str, str, str]]):
    """What a word is indexed by in each field and among the marks, found when it is asked for first."""

    def __init__(self, wide: frozenset[str]) -> None:
        super().__init__()
        self._wide = wide

    def __missing__(self, form: Form) -> tuple[str, str, str]:
        beginnings = (form.folded[:length] for length in range(SHORTEST_BEGINNING, len(form.folded) + 1))
        wide = takewhile(self._wide.__contains__, beginnings)
        marks = (*(f" {PART}{part}" for part in form.parts), *(f" {BEGINNING}{each}" for each in wide))
        self[form] = texts = (form.folded, form.base, "".join(marks))
        return texts

    def document(self, forms: Sequence[Form], marks: Marks) -> Sequence[str]:
        """Return a label's words by field, and its marks."""
        lang, others = marks
        if len(forms) == 1:
            word, base, more = self[forms[0]]
            return word, base, f"{lang} {others}{more}"
        known = [self[form] for form in forms] or [("", "", "")]
        words, bases, mores = zip(*known, strict=True)
        return " ".join(words), " ".join(bases), f"{lang} {others}{''.join(mores)}"


def _whole(labels: Iterable[Sequence[Form]]) -> Mapping[str, Sequence[int]]:
    """Return the numbers of labels by all their words together."""
    found: dict[str, tuple[int, ...]] = {}
    for number, forms in enumerate(labels):
        together = forms[0].folded if len(forms) == 1 else "".join([form.folded for form in forms])
        known = found.get(together)
        found[together] = (*known, number) if known else (number,)
    return found


def _runs(query: Query) -> Iterator[str]:
    """Yield the words of a query together, and those of each run that may be a label of its own."""
    folded = [asked.folded for asked in query.words]
    yield "".join(folded)
    for length in range(1, min(LONGEST_RUN, len(folded) - 1) + 1):
        for place in range(len(folded) - length + 1):
            yield "".join(folded[place : place + length])


def _part(base: str, worth: float) -> Clause:
    return Clause(MARKS, PART + base, worth)


def _same(asked: Asked, worth: float) -> Iterator[Clause]:
    yield Clause("words", asked.folded, worth)
    inflected = worth * WORTH[Closeness.INFLECTED]
    yield from (Clause("bases", base, inflected) for base in asked.bases)
    yield from (Clause("words", each, inflected) for each in asked.candidates)


def _misspelt(asked: Asked, errors: int) -> Iterator[Clause]:
    if not errors:
        return
    spelling = asked.weight * WORTH[Closeness.SPELLING]
    yield Clause("words", asked.folded, spelling, errors=errors)
    yield from (Clause("bases", base, spelling, errors=errors) for base in asked.bases - {asked.folded})
    if len(asked.folded) >= SHORTEST_BEGUN:
        yield Clause("words", asked.folded, spelling - asked.weight * FURTHER, prefix=True, errors=1)
