"""Which lines run through which gap between columns, before anything has a place.

A slot is a member's place in the sketch, or a negative number where a line passes through a column on its way.
Lines that leave a slot together run as one trunk, which forks in the gap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samsprak.web.diagrams.arrangement import Columns, arranged
from samsprak.web.diagrams.records import Role, Sketch, Tie

# Tells the slots of one line in several columns apart; no sketch has so many lines.
LINES = 1000


@dataclass(frozen=True, slots=True, eq=False)
class Wire:
    """One line's way through one gap. `line` numbers it: relations first, then associations."""

    line: int
    source: int
    target: int
    back: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Trunk:
    """Wires of one kind that leave a slot together; `back` where they return to the column that they come from."""

    tie: Tie
    source: int
    wires: tuple[Wire, ...]
    back: bool = False


@dataclass(frozen=True, slots=True)
class Wiring:
    """The columns, the trunks in the gap after each, and the branches of divisions.

    `branches` holds the line and the division that a member stands on, those of its first relation; `captions` the
    division that is written above a member, the first of it in its column.
    """

    columns: Columns
    gaps: tuple[tuple[Trunk, ...], ...]
    branches: dict[int, tuple[int, int]]
    captions: dict[int, int]


def wired(sketch: Sketch) -> Wiring:
    """Arrange a sketch in columns, what the current concept is associated with beside what is below it."""
    branches = _branches(sketch)
    columns = [_gathered(branches, column) for column in _hierarchy(sketch)]
    here = next(number for number, column in enumerate(columns) if 0 in column)
    beside = tuple(place for place in sketch.related if sketch.members[place].role is not Role.SIBLING)
    if beside and here + 1 == len(columns):
        columns.append(())
    if beside:
        columns[here + 1] += beside
    gaps = [_trunks(sketch, columns, number) for number in range(len(columns))]
    gaps[here] += _associations(sketch, columns[here])
    captions: dict[int, int] = {}
    for slot in [slot for column in columns for slot in column if slot in branches]:
        if branches[slot][1] not in captions.values():
            captions[slot] = branches[slot][1]
    return Wiring(tuple(columns), tuple(tuple(gap) for gap in gaps), branches, captions)


def _branches(sketch: Sketch) -> dict[int, tuple[int, int]]:
    """Return the line and the division of each member whose first relation belongs to one."""
    first: dict[int, tuple[int, int | None]] = {}
    for line, relation in enumerate(sketch.relations):
        first.setdefault(relation.below, (line, relation.division))
    return {place: (line, division) for place, (line, division) in first.items() if division is not None}


def _hierarchy(sketch: Sketch) -> Columns:
    """Return the columns of what is related by hierarchy; grandalf sees the places without gaps."""
    places = sorted({0} | {place for each in sketch.relations for place in (each.above, each.below)})
    number = {place: at for at, place in enumerate(places)}
    lines = tuple((number[each.above], number[each.below]) for each in sketch.relations)
    columns = arranged(len(places), lines)
    return tuple(
        tuple(places[slot] if slot >= 0 else _passing(-1 - slot, at) for slot in column)
        for at, column in enumerate(columns)
    )


def _passing(line: int, column: int) -> int:
    return -1 - line - LINES * column


def _gathered(branches: Mapping[int, tuple[int, int]], column: tuple[int, ...]) -> tuple[int, ...]:
    """Return a column with the members of each division together, where the first of them stands."""
    if branches.keys().isdisjoint(column):
        return column
    first: dict[int, int] = {}
    order = {}
    for at, slot in enumerate(column):
        order[slot] = (first.setdefault(branches[slot][1], at) if slot in branches else at, at)
    return tuple(sorted(column, key=order.__getitem__))


def _trunks(sketch: Sketch, columns: Sequence[tuple[int, ...]], gap: int) -> list[Trunk]:
    """Return the trunks of the hierarchy that leave the slots of a column."""
    after = columns[gap + 1] if gap + 1 < len(columns) else ()
    found: dict[tuple[int, Tie], list[Wire]] = {}
    for line, relation in enumerate(sketch.relations):
        source = relation.above if relation.above in columns[gap] else _passing(line, gap)
        target = relation.below if relation.below in after else _passing(line, gap + 1)
        if source in columns[gap] and target in after:
            found.setdefault((source, Tie(relation.kind)), []).append(Wire(line, source, target))
    return [
        Trunk(tie, source, tuple(sorted(wires, key=lambda wire: after.index(wire.target))))
        for (source, tie), wires in found.items()
    ]


def _associations(sketch: Sketch, column: tuple[int, ...]) -> list[Trunk]:
    """Return the trunks of the current concept's associations: to those above it, below it and beside it."""
    here = column.index(0)
    found: dict[str, list[Wire]] = {}
    for line, place in enumerate(sketch.related, start=len(sketch.relations)):
        back = place in column
        side = "beside" if not back else "above" if column.index(place) < here else "below"
        found.setdefault(side, []).append(Wire(line, 0, place, back))
    return [Trunk(Tie.ASSOCIATIVE, 0, tuple(wires), wires[0].back) for wires in found.values()]
