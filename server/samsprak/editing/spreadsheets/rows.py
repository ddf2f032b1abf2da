"""Rows: which of them have the id of a concept, which are new, and which cannot be either."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from samsprak.editing.folder import Folder
from samsprak.editing.spreadsheets.cells import lines, plain
from samsprak.editing.spreadsheets.columns import TERM
from samsprak.editing.spreadsheets.headings import Layout
from samsprak.editing.spreadsheets.notices import Notice, notice
from samsprak.editing.spreadsheets.table import Row, Table
from samsprak.errors import N_, UnknownResource
from samsprak.language.folding import without_case
from samsprak.vocabulary.records import Concept, Label

NAMED = 5
MOST_GAPS = 1_000


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of known concepts, those of new ones, what is wrong, and the columns of terms with their languages."""

    known: tuple[tuple[Concept, Row], ...]
    new: tuple[Row, ...]
    notices: tuple[Notice, ...]
    columns: Mapping[int, str]

    def terms(self, row: Row) -> Iterator[str]:
        """Yield the preferred terms of a row, as terms compare."""
        for number in self.columns:
            for text in lines(row.cells.get(number, "")):
                yield without_case(plain(text))


def sorted_out(table: Table, where: Layout, folder: Folder) -> Rows:
    """Return the rows of a table by what they are of."""
    return _Sorting(table, where, folder).rows()


class _Sorting:
    def __init__(self, table: Table, where: Layout, folder: Folder) -> None:
        self._table = table
        self._where = where
        self._folder = folder
        self._notices: list[Notice] = []
        self._terms = {number: column.lang for number, column in where.columns.items() if column.part.name == TERM}

    def rows(self) -> Rows:
        known: dict[str, tuple[Concept, Row]] = {}
        new: list[Row] = []
        unknown: list[tuple[str, Row]] = []
        self._notices += self._gaps()
        self._notices += self._unheaded()
        for row in self._table.rows:
            name = plain(row.cells.get(self._where.id, ""))
            if not name:
                if row.cells.keys() & self._where.columns.keys():
                    new.append(row)
                continue
            concept = self._concept(name)
            if not concept:
                unknown.append((name, row))
            elif concept.iri in known:
                template = N_(
                    "the id {id} stands in row {n} too. A concept has one row: take the id of the other away."
                )
                self._fault(row, self._where.id, template, id=name, n=known[concept.iri][1].number)
            else:
                known[concept.iri] = concept, row
        self._of_unknown(unknown, len(known))
        self._check_new(new)
        self._notices += self._absent(known)
        return Rows(tuple(known.values()), tuple(new), tuple(self._notices), self._terms)

    def _concept(self, name: str) -> Concept | None:
        try:
            record = self._folder.vocabulary.by_id(name)
        except UnknownResource:
            return None
        return record if isinstance(record, Concept) else None

    def _of_unknown(self, unknown: list[tuple[str, Row]], known: int) -> None:
        if unknown and not known and len(unknown) > 1:
            template = N_("no id here is one of this vocabulary: is the table one of another (--vocabulary)?")
            self._notices.append(notice(self._table.place(0, self._where.id), template))
            return
        for name, row in unknown:
            template = N_(
                "no concept here has the id {id}. Leave the cell empty for a new concept, else write its own id."
            )
            self._fault(row, self._where.id, template, id=name)

    def _check_new(self, new: list[Row]) -> None:
        taken = self._taken()
        seen: dict[tuple[str, str], Row] = {}
        for row in new:
            if not any(row.cells.get(number) for number in self._terms):
                template = N_("a row without an id is a new concept, and this one has no term.")
                self._fault(row, next(iter(self._terms), 0), template)
            for number, lang in self._terms.items():
                for text in lines(row.cells.get(number, "")):
                    self._check_term(row, number, (lang, without_case(plain(text))), seen, taken)

    def _check_term(
        self,
        row: Row,
        number: int,
        term: tuple[str, str],
        seen: dict[tuple[str, str], Row],
        taken: Mapping[tuple[str, str], Concept],
    ) -> None:
        text = row.cells[number]
        if term in seen and seen[term] is not row:
            template = N_("the new term “{text}” stands in row {n} too.")
            self._fault(row, number, template, text=text, n=seen[term].number)
        elif term in taken:
            template = N_(
                "“{text}” is a term of the concept {id} already. If that one is meant, write in its "
                "row; if not, say which "
                "is meant in parentheses: {text} (…)."
            )
            self._fault(row, number, template, text=text, id=taken[term].id)
        seen.setdefault(term, row)

    def _taken(self) -> dict[tuple[str, str], Concept]:
        def labels(concept: Concept) -> tuple[Label, ...]:
            return (*concept.preferred, *concept.alternative)

        concepts = [each for each in self._folder.vocabulary.concepts if not each.retired]
        return {(label.lang, without_case(label.text)): each for each in concepts for label in labels(each)}

    def _gaps(self) -> Iterator[Notice]:
        """Yield the empty rows between others."""
        numbers = [1, *(row.number for row in self._table.rows)]
        empty = (row for one, other in pairwise(numbers) for row in range(one + 1, other))
        for row, _ in zip(empty, range(MOST_GAPS), strict=False):
            yield notice(self._table.place(row), N_("the row is empty, and passed over."), fault=False)

    def _unheaded(self) -> Iterator[Notice]:
        seen: set[int] = set()
        for row in self._table.rows:
            for number in row.cells.keys() - self._table.headings.keys() - seen:
                seen.add(number)
                template = N_(
                    "the column has no heading, and here something is written in it. Give it one, or take it away."
                )
                yield notice(self._table.place(row.number, number), template)

    def _absent(self, known: Mapping[str, object]) -> Iterator[Notice]:
        gone = [each for each in self._folder.vocabulary.concepts if each.iri not in known]
        if gone:
            names = ", ".join(f"{self._folder.name_of(each.iri)} [{each.id}]" for each in gone[:NAMED])
            template = N_(
                "concepts that have no row here: {n} ({list}). They stay as they are: a concept is "
                "never taken away. To take "
                "one out of use: samsprak retire ID --replaced-by … or --because …"
            )
            yield notice(
                self._table.place(),
                template,
                fault=False,
                n=len(gone),
                list=names + (" …" if len(gone) > NAMED else ""),
            )

    def _fault(self, row: Row, number: int, template: str, **values: Any) -> None:
        self._notices.append(notice(self._table.place(row.number, number), template, **values))
