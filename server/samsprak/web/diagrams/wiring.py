"""How a sketch is wired: its columns and the lines through the gaps between them, before anything has a place.

All that follows from the shape of a sketch is found here and kept, since a shape serves many concepts: 240 shapes
serve 4,000 of a generated vocabulary, 670 the 2,300 of the Unified Astronomy Thesaurus.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from samsprak.web.diagrams.arrangement import Columns, arranged
from samsprak.web.diagrams.ports import Ports, ports_of
from samsprak.web.diagrams.records import Relation, Role, Sketch, Tie
from samsprak.web.diagrams.trunks import Gaps, associative, hierarchical, joined, passing

# In every worker, 9 kB each.
KEPT_SHAPES = 1024


class Shape(NamedTuple):
    """What a sketch is without its texts: its relations, its associations, and those of these that stand `beside`."""

    relations: tuple[Relation, ...]
    related: tuple[int, ...]
    beside: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Wiring:
    """The columns of slots, the trunks in the gap after each, where these end, and what each slot is joined to.

    `lines` are the members that each line joins, and how. `branches` holds the line and the division that a member
    stands on, those of its first relation; `captions` the division that is written above a member, the first of it in
    its column. `beside` are the members that are associated only, and stand a little apart.
    """

    columns: Columns
    gaps: Gaps
    ports: Ports
    joined: Mapping[int, Sequence[int]]
    lines: tuple[tuple[int, int, Tie], ...]
    branches: Mapping[int, tuple[int, int]]
    captions: Mapping[int, int]
    beside: tuple[int, ...]


def wired(sketch: Sketch) -> Wiring:
    """Arrange a sketch in columns, what the current concept is associated with beside what is below it."""
    beside = tuple([place for place in sketch.related if sketch.members[place].role is not Role.SIBLING])
    return _wired(Shape(sketch.relations, sketch.related, beside))


@lru_cache(maxsize=KEPT_SHAPES)
def _wired(shape: Shape) -> Wiring:
    branches = _branches(shape.relations)
    columns = [_gathered(branches, column) for column in _hierarchy(shape.relations)]
    here = next(number for number, column in enumerate(columns) if 0 in column)
    if shape.beside and here + 1 == len(columns):
        columns.append(())
    if shape.beside:
        columns[here + 1] += shape.beside
    trunks = [hierarchical(shape.relations, columns, number) for number in range(len(columns))]
    trunks[here] += associative(shape.related, len(shape.relations), columns[here])
    gaps = tuple(map(tuple, trunks))
    return Wiring(
        tuple(columns),
        gaps,
        ports_of(gaps),
        joined(gaps),
        tuple(_lines(shape)),
        branches,
        _captions(columns, branches),
        shape.beside,
    )


def _lines(shape: Shape) -> list[tuple[int, int, Tie]]:
    hierarchy = [(each.above, each.below, Tie(each.kind)) for each in shape.relations]
    return [*hierarchy, *((0, place, Tie.ASSOCIATIVE) for place in shape.related)]


def _branches(relations: Sequence[Relation]) -> dict[int, tuple[int, int]]:
    """Return the line and the division of each member whose first relation belongs to one."""
    first: dict[int, tuple[int, int | None]] = {}
    for line, relation in enumerate(relations):
        first.setdefault(relation.below, (line, relation.division))
    return {place: (line, division) for place, (line, division) in first.items() if division is not None}


def _captions(columns: Sequence[tuple[int, ...]], branches: Mapping[int, tuple[int, int]]) -> dict[int, int]:
    captions: dict[int, int] = {}
    for slot in [slot for column in columns for slot in column if slot in branches]:
        if branches[slot][1] not in captions.values():
            captions[slot] = branches[slot][1]
    return captions


def _hierarchy(relations: Sequence[Relation]) -> Columns:
    """Return the columns of what is related by hierarchy; grandalf sees the places without gaps."""
    places = sorted({0} | {place for each in relations for place in (each.above, each.below)})
    number = {place: at for at, place in enumerate(places)}
    lines = tuple((number[each.above], number[each.below]) for each in relations)
    columns = arranged(len(places), lines)
    return tuple(
        tuple(places[slot] if slot >= 0 else passing(-1 - slot, at) for slot in column)
        for at, column in enumerate(columns)
    )


def _gathered(branches: Mapping[int, tuple[int, int]], column: tuple[int, ...]) -> tuple[int, ...]:
    """Return a column with the members of each division together, where the first of them stands."""
    if branches.keys().isdisjoint(column):
        return column
    first: dict[int, int] = {}
    order = {}
    for at, slot in enumerate(column):
        order[slot] = (first.setdefault(branches[slot][1], at) if slot in branches else at, at)
    return tuple(sorted(column, key=order.__getitem__))
