"""A table that a source prints, drawn from collections: rows, and the facets that are its columns.

`vocabulary.grids` tells which collections make one. A row's general note is printed below the table; where it begins
with a concept's name and a colon, what follows up to a comma qualifies that cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samsprak.language.collation import sort_key
from samsprak.language.tags import best
from samsprak.vocabulary.grids import Grid, grids
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Collection, Concept, Label, Note, NoteKind
from samsprak.web.names import preferences
from samsprak.web.pages.collections.headings import Heading, heading
from samsprak.web.presentation import Link, Reader

QUALIFIER = re.compile(r"[^,.;]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept in a cell; `here` marks the one whose page shows the table."""

    link: Link
    qualifier: str
    here: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its collection, and for each column what stands there."""

    iri: str
    link: Link
    cells: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a page shows it, with what is printed below it."""

    iri: str
    link: Link
    columns: tuple[Heading, ...]
    rows: tuple[Row, ...]
    remarks: tuple[Note, ...]


def tables(reader: Reader) -> list[Table]:
    """Return every table of a vocabulary, whole."""
    ordered = [each for each in reader.vocabulary.collections if each.ordered]
    return [_shown(reader, grid, grid.rows, "") for grid in grids(reader.vocabulary, ordered)]


def tables_with(reader: Reader, concept: Concept) -> list[Table]:
    """Return the tables that a concept stands in, and of each only the rows that it stands in."""
    shown = []
    for grid in grids(reader.vocabulary, _holding_what_holds(reader.vocabulary, concept)):
        rows = [row for row in grid.rows if concept.iri in row.members]
        shown.append(_shown(reader, grid, rows, concept.iri))
    return shown


def _holding_what_holds(vocabulary: Vocabulary, concept: Concept) -> list[Collection]:
    """Return the ordered collections that hold a collection with the concept, each once."""
    above = dict.fromkeys(iri for held in concept.member_of for iri in _collection(vocabulary, held).member_of)
    return [each for each in (_collection(vocabulary, iri) for iri in above) if each.ordered]


def _collection(vocabulary: Vocabulary, iri: str) -> Collection:
    found = vocabulary.resource(iri)
    return found if isinstance(found, Collection) else Collection(iri=iri, id="")


def _shown(reader: Reader, grid: Grid, rows: Iterable[Collection], here: str) -> Table:
    within = [frozenset(column.members) for column in grid.columns]
    remarks = list[Note]()
    shown = []
    for row in rows:
        said = reader.texts(row.notes, NoteKind.GENERAL)
        remarks += said
        cells = tuple(tuple(_entries(reader, row, column, said, here)) for column in within)
        shown.append(Row(row.iri, reader.link(row.iri), cells))
    columns = tuple(heading(reader.link(column.iri)) for column in grid.columns)
    return Table(grid.table.iri, reader.link(grid.table.iri), columns, tuple(shown), tuple(remarks))


def _entries(
    reader: Reader, row: Collection, column: frozenset[str], said: Iterable[Note], here: str
) -> Iterator[Entry]:
    links = [(reader.link(iri), iri) for iri in row.members if iri in column]
    for link, iri in sorted(links, key=lambda pair: sort_key(pair[0].text, reader.shown)):
        yield Entry(link, _qualifier(reader, reader.vocabulary.concept(iri), said), iri == here)


def _qualifier(reader: Reader, concept: Concept, said: Iterable[Note]) -> str:
    """Return what a row's notes say first of a concept: of `Residential care: usually, not always.` it is `usually`."""
    for note in said:
        name = best(concept.preferred, (note.lang, *preferences(reader.vocabulary, reader.lang))) or Label("", "")
        beginning = f"{name.text}: "
        if note.text.casefold().startswith(beginning.casefold()):
            found = QUALIFIER.match(note.text, len(beginning))
            return found[0].strip() if found else ""
    return ""
