"""Ports: the places on the sides of boxes where lines begin and end.

How many there are and what they lead to follows from the shape of a sketch; how high they are, from its texts. They
are numbered trunk by trunk: where it begins, then where each of its wires ends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from samsprak.web.diagrams.trunks import Gaps

# Between two lines that end on the same side of a box.
PORT = 15
# A line that is alone on its side of a box leaves it so far from the middle, rather than turn twice.
STRAIGHTENED = 8


class End(NamedTuple):
    """A port by its number, and the slots that its lines lead to."""

    port: int
    others: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Ports:
    """The ports of a sketch, by the sides of its slots.

    `fullest` counts those on the fuller side of each slot. `straight` are the two ports of each line that is alone
    where it begins, and on its trunk.
    """

    size: int
    sides: tuple[tuple[int, tuple[End, ...]], ...]
    fullest: Mapping[int, int]
    straight: tuple[tuple[int, int], ...]

    def heights(self, middles: Mapping[int, int]) -> list[int]:
        """Return the height of each port, given those of the slots.

        What ends on the same side of a box is spread along it, in the order of the other ends.
        """
        found = [0] * self.size
        for slot, ends in self.sides:
            height = middles[slot] - (len(ends) - 1) * PORT // 2
            for end in ends if len(ends) == 1 else _in_order(ends, middles):
                found[end.port] = height
                height += PORT
        for beginning, ending in self.straight:
            if abs(found[beginning] - found[ending]) <= STRAIGHTENED:
                found[beginning] = found[ending]
        return found


def _in_order(ends: Sequence[End], middles: Mapping[int, int]) -> list[End]:
    return sorted(ends, key=lambda end: sum([middles[other] for other in end.others]) / len(end.others))


def ports_of(gaps: Gaps) -> Ports:
    """Return the ports of all trunks."""
    sides: dict[tuple[int, bool], list[End]] = {}
    alone: dict[int, int] = {}
    numbers = count()
    for trunk in [trunk for trunks in gaps for trunk in trunks]:
        beginning = next(numbers)
        sides.setdefault((trunk.source, True), []).append(End(beginning, tuple([each.target for each in trunk.wires])))
        for wire in trunk.wires:
            sides.setdefault((wire.target, trunk.back), []).append(End(next(numbers), (trunk.source,)))
        if trunk.source >= 0 and len(trunk.wires) == 1:
            alone[beginning] = beginning + 1
    fullest: dict[int, int] = {}
    straight = []
    for (slot, right), ends in sides.items():
        fullest[slot] = max(fullest.get(slot, 0), len(ends))
        if right and len(ends) == 1 and ends[0].port in alone:
            straight.append((ends[0].port, alone[ends[0].port]))
    return Ports(
        next(numbers),
        tuple((slot, tuple(ends)) for (slot, _), ends in sides.items()),
        fullest,
        tuple(straight),
    )
