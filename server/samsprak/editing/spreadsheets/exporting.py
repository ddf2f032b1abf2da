"""Exporting: a vocabulary as the table that a working group edits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from samsprak.editing.folder import ANY_ID
from samsprak.editing.spreadsheets.columns import CHECK_HEADING, ID_HEADING, Column, columns
from samsprak.editing.spreadsheets.fingerprints import check_number
from samsprak.editing.spreadsheets.naming import Naming
from samsprak.errors import N_, UsageError
from samsprak.language.collation import sort_key
from samsprak.language.messages import say
from samsprak.language.tags import best
from samsprak.settings import VocabularyInput
from samsprak.vocabulary.collector import collector_off
from samsprak.vocabulary.loader import assemble
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.reader import read
from samsprak.vocabulary.records import Concept, Label

# Excel's own limit, the row of headings taken off.
MAX_CONCEPTS = 1_048_575


@dataclass(frozen=True, slots=True)
class ExportedRow:
    """One concept: its id, the cells of its columns, which of them are only to be read, and its check number."""

    id: str
    cells: tuple[str, ...]
    locked: tuple[bool, ...]
    check: str

    @property
    def texts(self) -> tuple[str, ...]:
        """The whole row."""
        return (self.id, *self.cells, self.check)


class Export:
    """The table of one vocabulary: headings, and a row a concept by its term."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.columns: tuple[Column, ...] = columns(vocabulary)
        self.naming = Naming(vocabulary)
        self.lang = self.naming.lang

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands above the columns."""
        own = (column.heading(self.lang) for column in self.columns)
        return (say(ID_HEADING, self.lang), *own, say(CHECK_HEADING, self.lang))

    def rows(self) -> Iterator[ExportedRow]:
        """Yield the rows, in the order of terms."""
        for concept in self.concepts():
            cells = {column: self.naming.cell(column, concept) for column in self.columns}
            locked = tuple(not self.naming.editable(column, concept) for column in self.columns)
            yield ExportedRow(concept.id, tuple(cells.values()), locked, check_number(concept, cells))

    def texts(self) -> Iterator[tuple[str, ...]]:
        """Yield the whole table as texts, the headings first."""
        yield self.headings
        yield from (row.texts for row in self.rows())

    def concepts(self) -> list[Concept]:
        """Return the concepts in the order of their terms, those out of use among them."""
        lang = self.vocabulary.default_language or "sv"

        def place(concept: Concept) -> tuple[object, ...]:
            label = best(concept.preferred, (lang,)) or Label("", "")
            return not label.text, sort_key(label.text, lang), concept.iri

        return sorted(self.vocabulary.concepts, key=place)


def export_of(path: Path) -> Export:
    """Read a vocabulary in a file or folder; raises `UsageError`, `UnreadableInput` and `UnfitVocabulary`."""
    with collector_off():
        vocabulary = assemble(read([path]), VocabularyInput(path, ANY_ID))
    if len(vocabulary.concepts) > MAX_CONCEPTS:
        raise UsageError(
            N_("{path} has {n} concepts; a sheet has room for {most}."),
            path=path,
            n=len(vocabulary.concepts),
            most=MAX_CONCEPTS,
        )
    return Export(vocabulary)
