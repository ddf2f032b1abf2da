"""Full text: a tantivy index in memory, from which the numbers of documents come back, best first.

Documents are words that the caller has analysed; the index only looks them up, with every clause worth a constant, so
that a score says which words were found and nothing of how often. Among equal scores the lowest number comes first.
It is made once, before workers are forked, and only read after that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import tantivy

# One writer thread and room for all documents keep them in one segment, in the order that they came in.
SMALLEST_HEAP, HEAP_A_DOCUMENT = 20_000_000, 1_000
LARGEST_HEAP = 1_000_000_000
# The field of the words that filters demand, and of others that are looked up as they stand.
MARKS = "marks"
NUMBER = "number"
# A score is a whole number below 2²⁴ (single precision), which has room for so many digits of so many values.
VALUES, DIGITS = 8, 8
# Of a query whose words stand in more documents than this, the commonest words find none on their own.
PLENTY = 6_000
# So many documents times clauses are looked at then, about; it takes half a millisecond.
WORK = 20_000
FEWEST = 1_000


@dataclass(frozen=True, slots=True)
class Clause:
    """A word in a field and what finding it is worth; `prefix` finds what begins so, `errors` what is misspelt."""

    field: str
    word: str
    worth: float
    prefix: bool = False
    errors: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """Documents with their scores, best first; `total` is at least how many there are, all of them where `complete`."""

    scored: Sequence[tuple[float, int]]
    total: int
    complete: bool


NOTHING = Found((), 0, complete=True)


class FullText:
    """Documents of words by field."""

    def __init__(
        self, fields: Sequence[str], documents: Iterable[Sequence[str]], size: int, *, numbered: bool = False
    ) -> None:
        """Index documents, about `size` of them: of each the words of every field, as one text, and its marks last.

        Those that are `numbered` can be asked for by their places (`worths`).
        """
        builder = tantivy.SchemaBuilder()
        names = (*fields, MARKS)
        for field in names:
            builder.add_text_field(field, tokenizer_name="whitespace", index_option="basic")
        builder.add_unsigned_field(NUMBER, fast=True, indexed=numbered)
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema)
        heap = min(SMALLEST_HEAP + HEAP_A_DOCUMENT * size, LARGEST_HEAP)
        writer = self._index.writer(heap, num_threads=1)
        for number, document in enumerate(documents):
            entry = tantivy.Document()
            for field, text in zip(names, document, strict=True):
                if text:
                    entry.add_text(field, text)
            entry.add_unsigned(NUMBER, number)
            writer.add_document(entry)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(self, words: Sequence[Sequence[Clause]], demanded: Sequence[str], limit: int) -> Found:
        """Return the best documents: those with one of the words, and every demanded mark.

        Each of `words` counts as its best clause.
        """
        groups = [group for group in words if group]
        clauses = [clause for group in groups for clause in group]
        if not clauses:
            return NOTHING
        finding = self._finding(clauses, demanded)
        query = _any([_best([self._clause(each) for each in group]) for group in groups])
        if finding:
            query = _all([self._constant(finding), query], must=1)
        found = self._answer(_all([query, *self._demand(demanded)]), limit)
        return Found(found.scored, found.total, found.complete and not finding)

    def worths(self, documents: Sequence[int], words: Sequence[Sequence[Clause]]) -> Mapping[int, Sequence[float]]:
        """Return, for each of some documents that has any of the words, what each word is worth in it.

        A word is worth its best clause, of which no more than seven are told apart; one that more documents have than
        can be looked through is worth nothing. All words are asked for at once: each is a digit of the score, which is
        read digit by digit.
        """
        found: dict[int, list[float]] = {}
        words = [word if sum(map(self._count, word)) <= FEWEST else [] for word in words]
        among = tantivy.Query.const_score_query(tantivy.Query.term_set_query(self._schema, NUMBER, documents), 0.0)
        for start in range(0, len(words), DIGITS):
            scales = [sorted({clause.worth for clause in word}) for word in words[start : start + DIGITS]]
            digits = [
                _best([self._constant_clause(each, VALUES**place * (scale.index(each.worth) + 1)) for each in word])
                for place, (word, scale) in enumerate(zip(words[start:], scales, strict=False))
                if word
            ]
            for score, number in self._answer(_all([among, _any(digits)]), len(documents)).scored:
                worths = found.setdefault(number, [0.0] * len(words))
                for place, scale in enumerate(scales):
                    digit = int(score) // VALUES**place % VALUES
                    worths[start + place] = scale[digit - 1] if digit else 0.0
        return found

    def exists(self, clause: Clause) -> bool:
        """Tell whether a document has what a clause looks for."""
        return bool(self._searcher.search(self._words(clause), limit=1, count=False).hits)

    def frequency(self, field: str, word: str) -> int:
        """Return how many documents have a word in a field."""
        return int(self._searcher.doc_freq(field, word))

    def _finding(self, clauses: Sequence[Clause], demanded: Sequence[str]) -> list[Clause]:
        """Return the rarest clauses where all of them would find too many documents, else nothing.

        Documents that only the others find are left out; where the rarest find a document, the others count as well.
        """
        counted = sorted(((self._count(clause), number) for number, clause in enumerate(clauses)))
        few = min((self.frequency(MARKS, mark) for mark in demanded), default=PLENTY)
        if few < PLENTY or sum(count for count, _ in counted) <= PLENTY:
            return []
        left = max(WORK // len(clauses), FEWEST)
        finding = [clauses[counted[0][1]]]
        for count, number in counted[1:]:
            left -= count
            if left < 0:
                break
            finding.append(clauses[number])
        return finding

    def _count(self, clause: Clause) -> int:
        return 0 if clause.prefix or clause.errors else self.frequency(clause.field, clause.word)

    def _constant(self, finding: Sequence[Clause]) -> tantivy.Query:
        return tantivy.Query.const_score_query(_any([self._words(each) for each in finding]), 0.0)

    def _demand(self, demanded: Sequence[str]) -> list[tantivy.Query]:
        return [tantivy.Query.const_score_query(self._term(MARKS, mark), 0.0) for mark in demanded]

    def _answer(self, query: tantivy.Query, limit: int) -> Found:
        answer = self._searcher.search(query, limit=limit)
        numbers = self._searcher.fast_field_values(NUMBER, [address for _, address in answer.hits])
        scored = [(score, int(number or 0)) for (score, _), number in zip(answer.hits, numbers, strict=True)]
        total: int = answer.count  # type: ignore[attr-defined]  # the package's stubs lack it
        return Found(scored, total, total <= limit)

    def _clause(self, clause: Clause) -> tantivy.Query:
        return self._constant_clause(clause, clause.worth)

    def _constant_clause(self, clause: Clause, score: float) -> tantivy.Query:
        return tantivy.Query.const_score_query(self._words(clause), score)

    def _words(self, clause: Clause) -> tantivy.Query:
        if clause.errors or clause.prefix:
            # Without errors, too, this is the way: to compile a regular expression takes ten times as long.
            return tantivy.Query.fuzzy_term_query(
                self._schema, clause.field, clause.word, clause.errors, prefix=clause.prefix
            )
        return self._term(clause.field, clause.word)

    def _term(self, field: str, word: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, word)


def _any(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, each) for each in queries])


def _all(queries: Sequence[tantivy.Query], must: int | None = None) -> tantivy.Query:
    """Return a query for what all find; with `must`, for what the first so many find, the others only counting."""
    if len(queries) == 1:
        return queries[0]
    occurs = (tantivy.Occur.Must if must is None or n < must else tantivy.Occur.Should for n in range(len(queries)))
    return tantivy.Query.boolean_query(list(zip(occurs, queries, strict=True)))


def _best(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    return queries[0] if len(queries) == 1 else tantivy.Query.disjunction_max_query(list(queries))
