"""Importing: a table that comes back, as a proposal of changed files – or all that is wrong with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from samsprak.editing.amendment import Amendment
from samsprak.editing.chronicle import reopen
from samsprak.editing.folder import Folder, read_folder
from samsprak.editing.minting import drawn
from samsprak.editing.proposal import Proposal, proposal
from samsprak.editing.settling import namespace_of
from samsprak.editing.spreadsheets.births import Births, minted
from samsprak.editing.spreadsheets.columns import Shape
from samsprak.editing.spreadsheets.comparing import Comparing
from samsprak.editing.spreadsheets.edits import Edit, apply, follow_hierarchy, stated
from samsprak.editing.spreadsheets.headings import Layout, layout
from samsprak.editing.spreadsheets.naming import Naming
from samsprak.editing.spreadsheets.notices import Notice, from_error, notice
from samsprak.editing.spreadsheets.opening import open_workbook
from samsprak.editing.spreadsheets.package import ZIP, begins
from samsprak.editing.spreadsheets.rows import Rows, sorted_out
from samsprak.editing.spreadsheets.separated import read_separated
from samsprak.editing.spreadsheets.table import Row, Table
from samsprak.editing.spreadsheets.values import Values
from samsprak.errors import N_, UsageError
from samsprak.vocabulary.collector import collector_off
from samsprak.vocabulary.records import Concept, Status

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")


@dataclass(frozen=True, slots=True)
class Import:
    """What becomes of a table: notices, and where none is a fault and something is changed, a proposal.

    `rows` are the rows of the concepts that are changed or new, by IRI.
    """

    folder: Folder
    sheet: str
    notices: tuple[Notice, ...]
    proposal: Proposal | None
    rows: Mapping[str, int]

    @property
    def sound(self) -> bool:
        """Whether the table itself has no fault."""
        return not any(each.fault for each in self.notices)


def read_table(path: Path) -> Table:
    """Read the table of a workbook or CSV file; raises `UsageError` where the file is neither."""
    try:
        workbook = path.suffix.lower() in WORKBOOKS or begins(path) == ZIP
        return open_workbook(path) if workbook else read_separated(path)
    except OSError as error:
        raise UsageError(N_("{path} cannot be read: {reason}"), path=path, reason=error.strerror or error) from None


def import_table(path: Path, vocabulary: Path, *, today: dt.date, draw: Callable[[], str] = drawn) -> Import:
    """Compare a table with the vocabulary in a folder; nothing is written.

    Raises `UsageError`, `UnreadableInput` and `UnfitVocabulary` where one of them cannot be read.
    """
    with collector_off():
        table = read_table(path)
        return _Importing(table, read_folder(vocabulary), today, draw).outcome()


class _Importing:
    def __init__(self, table: Table, folder: Folder, today: dt.date, draw: Callable[[], str]) -> None:
        self._table = table
        self._folder = folder
        self._draw = draw
        self._amendment = Amendment(folder, today)
        self._notices: list[Notice] = []

    def outcome(self) -> Import:
        """Return what becomes of the table."""
        if not self._table.headings:
            self._notices += self._table.notices or [notice(self._table.place(1), N_("the headings are missing."))]
            return self._import({}, None)
        where, notices = layout(self._table, self._folder.vocabulary)
        self._notices += [each for each in self._table.notices if _concerns(each, where)]
        self._notices += notices
        if not where.id or any(each.fault for each in notices):
            return self._import({}, None)
        found = sorted_out(self._table, where, self._folder)
        self._notices += found.notices
        ids = minted(self._folder, len(found.new), self._draw) if self._is_sound() else []
        namespace = namespace_of(self._folder)
        births = dict(zip((namespace + each for each in ids), found.new, strict=False))
        edits = self._edits(found, births, where)
        if not self._is_sound():
            return self._import({}, None)
        rows = {iri: row.number for iri, (row, _) in edits.items()}
        if not edits:
            return self._import({}, None)
        self._apply(edits, births)
        return self._import(rows, proposal(self._amendment) if self._is_sound() else None)

    def _edits(self, found: Rows, births: Mapping[str, Row], where: Layout) -> dict[str, tuple[Row, tuple[Edit, ...]]]:
        """Return what each row changes, by IRI; rows that change nothing are left out."""
        called = {term: iri for iri, row in births.items() for term in found.terms(row)}
        for concept, row in found.known:
            for term in found.terms(row):
                called.setdefault(term, concept.iri)
        values = Values(self._folder, called)
        comparing = Comparing(self._table, where, Naming(self._folder.vocabulary), values)
        edits = {concept.iri: (row, comparing.of_concept(row, concept)) for concept, row in found.known}
        edits |= {iri: (row, comparing.of_new(row)) for iri, row in births.items()}
        comparing.close()
        self._notices += comparing.notices
        if comparing.outdated:
            template = N_(
                "cells that were not changed here, but in the vocabulary since the export, and stay "
                "as they are there: {n}."
            )
            self._notices.append(notice(self._table.place(), template, fault=False, n=comparing.outdated))
        changed = {iri: each for iri, each in edits.items() if each[1]}
        for iri, (row, told) in changed.items():
            self._notices += self._unstated(iri, row, told, where)
        return changed

    def _unstated(self, iri: str, row: Row, edits: tuple[Edit, ...], where: Layout) -> Iterator[Notice]:
        """Yield what is taken away and is not said plainly in the files."""
        numbers = {column.key: number for number, column in where.columns.items()}
        for edit in edits:
            if edit.column.part.shape is Shape.STATUS:
                continue
            try:
                for value in edit.lost:
                    stated(self._amendment, iri, edit.column, value)
            except UsageError as error:
                yield from_error(self._table.place(row.number, numbers[edit.column.key]), error)

    def _apply(self, edits: Mapping[str, tuple[Row, tuple[Edit, ...]]], births: Mapping[str, Row]) -> None:
        creating = Births(self._amendment) if births else None
        for iri, (row, told) in edits.items():
            try:
                if creating and iri in births:
                    creating.create(iri, told)
                else:
                    self._change(self._folder.vocabulary.concept(iri), told)
            except UsageError as error:
                self._notices.append(from_error(self._table.place(row.number), error))

    def _change(self, concept: Concept, edits: tuple[Edit, ...]) -> None:
        if concept.status is Status.DECIDED and not any(edit.column.part.name == "status" for edit in edits):
            reopen(self._amendment, concept)
        apply(self._amendment, concept, edits)
        follow_hierarchy(self._amendment, concept, edits)

    def _is_sound(self) -> bool:
        return not any(each.fault for each in self._notices)

    def _import(self, rows: Mapping[str, int], made: Proposal | None) -> Import:
        return Import(self._folder, self._table.sheet, tuple(self._notices), made, rows)


def _concerns(each: Notice, where: Layout) -> bool:
    """Tell whether a notice is about what is read: not about a column that is passed over."""
    column = each.place.column
    return not column or each.place.row == 1 or column in where.columns or column in (where.id, where.check)
