"""Trunks: lines of one kind that leave a slot together and fork in the gap between two columns.

A slot is a member's place in the sketch, or a negative number where a line passes through a column on its way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from samsprak.web.diagrams.records import Relation, Tie

# Tells the slots of one line in several columns apart; no sketch has so many lines.
LINES = 1000


class Wire(NamedTuple):
    """One line's way through one gap. `line` numbers it: relations first, then associations."""

    line: int
    target: int


class Trunk(NamedTuple):
    """Wires of one kind from one slot; `back` where they return to the column that they come from."""

    tie: Tie
    source: int
    wires: tuple[Wire, ...]
    back: bool = False


Gaps = tuple[tuple[Trunk, ...], ...]


def passing(line: int, column: int) -> int:
    """Return the slot in which a line passes through a column."""
    return -1 - line - LINES * column


def hierarchical(relations: Sequence[Relation], columns: Sequence[tuple[int, ...]], gap: int) -> list[Trunk]:
    """Return the trunks of the hierarchy that leave the slots of a column."""
    after = columns[gap + 1] if gap + 1 < len(columns) else ()
    found: dict[tuple[int, Tie], list[Wire]] = {}
    for line, relation in enumerate(relations):
        source = relation.above if relation.above in columns[gap] else passing(line, gap)
        target = relation.below if relation.below in after else passing(line, gap + 1)
        if source in columns[gap] and target in after:
            found.setdefault((source, Tie(relation.kind)), []).append(Wire(line, target))
    return [
        Trunk(tie, source, tuple(sorted(wires, key=lambda wire: after.index(wire.target))))
        for (source, tie), wires in found.items()
    ]


def associative(related: Sequence[int], first: int, column: tuple[int, ...]) -> list[Trunk]:
    """Return the trunks of the current concept's associations: to those above it, below it and beside it.

    `first` is the number of the first of these lines.
    """
    here = column.index(0)
    found: dict[str, list[Wire]] = {}
    for line, place in enumerate(related, start=first):
        side = "beside" if place not in column else "above" if column.index(place) < here else "below"
        found.setdefault(side, []).append(Wire(line, place))
    return [Trunk(Tie.ASSOCIATIVE, 0, tuple(wires), side != "beside") for side, wires in found.items()]


def joined(gaps: Gaps) -> Mapping[int, Sequence[int]]:
    """Return what each slot is joined to in the neighbouring columns."""
    found: dict[int, list[int]] = {}
    for gap in gaps:
        # What is associated follows the hierarchy, and does not pull at it.
        pulling = {trunk.source for trunk in gap if trunk.tie is not Tie.ASSOCIATIVE}
        for trunk in gap:
            for wire in trunk.wires:
                if not trunk.back:
                    found.setdefault(wire.target, []).append(trunk.source)
                    if trunk.tie is not Tie.ASSOCIATIVE or trunk.source not in pulling:
                        found.setdefault(trunk.source, []).append(wire.target)
    return found
