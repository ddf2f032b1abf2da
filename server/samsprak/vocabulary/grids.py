"""Tables that collections make by their form: an ordered collection holds the rows, another the columns.

Every concept of a row stands in exactly one column, so that no cell is empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Collection


@dataclass(frozen=True, slots=True)
class Grid:
    """The collections of a table: itself, its columns and its rows, in order."""

    table: Collection
    columns: tuple[Collection, ...]
    rows: tuple[Collection, ...]


def grids(vocabulary: Vocabulary, ordered: Iterable[Collection]) -> Iterator[Grid]:
    """Yield the tables that ordered collections make, two and two, each once.

    The columns are those that more collections hold: facets are held by the list of facets too.
    """
    candidates = [(_holders(held), each, held) for each in ordered if (held := _collections_in(vocabulary, each))]
    candidates.sort(key=lambda candidate: candidate[0])
    for (few, table, rows), (many, other, columns) in combinations(candidates, 2):
        if _is_table(rows, columns):
            yield Grid(table, columns, rows)
        elif few == many and _is_table(columns, rows):
            yield Grid(other, rows, columns)


def _holders(collections: Iterable[Collection]) -> int:
    return min(len(each.member_of) for each in collections)


def _collection(vocabulary: Vocabulary, iri: str) -> Collection:
    found = vocabulary.resource(iri) if vocabulary.holds(iri) else None
    return found if isinstance(found, Collection) else Collection(iri=iri, id="")


def _collections_in(vocabulary: Vocabulary, collection: Collection) -> tuple[Collection, ...]:
    """Return the collections that a collection holds; none where it holds anything else."""
    held = tuple(_collection(vocabulary, iri) for iri in collection.members)
    return held if all(each.members for each in held) else ()


def _is_table(rows: tuple[Collection, ...], columns: tuple[Collection, ...]) -> bool:
    if not 1 < len(columns) <= min(len(row.members) for row in rows):
        return False
    within = [frozenset(column.members) for column in columns]
    for row in rows:
        cells = [column.intersection(row.members) for column in within]
        if not all(cells) or sum(map(len, cells)) != len(row.members):
            return False
    return True
