"""From places to lines: where each meets its boxes, where it turns, and the signs and words on it."""

from __future__ import annotations

from dataclasses import dataclass

from samsprak.web.diagrams.channels import Run, ordered
from samsprak.web.diagrams.lettering import lettered
from samsprak.web.diagrams.placing import (
    BRANCH,
    CAPTION_LINE,
    CHANNEL,
    PORT,
    SIGN,
    Placing,
    caption_height,
)
from samsprak.web.diagrams.records import Caption, Edge, Mark, Point, Sketch, Tie
from samsprak.web.diagrams.wiring import Trunk, Wire, Wiring

# Where a division's branch turns: so far above the top of its first member.
TURN = CAPTION_LINE // 2
INDENT = 6
# A line that is alone on its side of a box leaves it so far from the middle, rather than turn twice.
STRAIGHTENED = 8


@dataclass(frozen=True, slots=True)
class Routes:
    """The lines of a diagram, the signs at their ends, the words on their branches."""

    edges: tuple[Edge, ...]
    marks: tuple[Mark, ...]
    captions: tuple[Caption, ...]


class Router:
    """Routes one diagram, gap by gap; a line through several gaps is put together at the end."""

    def __init__(self, sketch: Sketch, wiring: Wiring, placing: Placing) -> None:
        self._sketch = sketch
        self._wiring = wiring
        self._placing = placing
        self._ports = _ports(wiring, placing)
        self._points: dict[int, list[Point]] = {}
        self._marks: list[Mark] = []

    def routes(self) -> Routes:
        """Return every line, sign and caption."""
        for number, trunks in enumerate(self._wiring.gaps):
            runs = [self._run(trunk) for trunk in trunks]
            start = self._right_of(number) + SIGN
            for channel, place in enumerate(ordered(runs)):
                self._route(number, trunks[place], start + channel * CHANNEL)
        edges = tuple(self._edge(line, points) for line, points in sorted(self._points.items()))
        captions = tuple(self._caption(slot, division) for slot, division in self._wiring.captions.items())
        return Routes(edges, tuple(self._marks), captions)

    def _right_of(self, column: int) -> int:
        return self._placing.lefts[column] + self._placing.widths[column]

    def _run(self, trunk: Trunk) -> Run:
        start = self._ports[trunk, None]
        ends = tuple(self._ports[trunk, wire] for wire in trunk.wires)
        return Run((start, *ends), ()) if trunk.back else Run((start,), ends)

    def _route(self, gap: int, trunk: Trunk, channel: int) -> None:
        start, right = self._ports[trunk, None], self._right_of(gap)
        if trunk.source >= 0:
            self._marks.append(Mark(trunk.tie, right, start))
        for wire in trunk.wires:
            end = self._ports[trunk, wire]
            points = self._points.setdefault(wire.line, [])
            points += [(right, start), (channel, start)]
            if trunk.back:
                points += [(channel, end), (right, end)]
                self._marks.append(Mark(trunk.tie, right, end))
                continue
            left = self._placing.lefts[gap + 1]
            turn = self._turn(wire)
            if turn is not None:
                branch = left - BRANCH - 2
                points += [(channel, turn), (branch, turn), (branch, end), (left, end)]
            else:
                points += [(channel, end), (left, end)]
            if trunk.tie is Tie.ASSOCIATIVE:
                self._marks.append(Mark(trunk.tie, left, end, points_left=False))

    def _turn(self, wire: Wire) -> int | None:
        """Return the height at which the branch of a wire's division turns off, or None without one."""
        line, division = self._wiring.branches.get(wire.target, (None, None))
        if division is None or line != wire.line:
            return None
        first = next(slot for slot, written in self._wiring.captions.items() if written == division)
        return self._top(first) - caption_height(self._sketch, division) + TURN

    def _caption(self, slot: int, division: int) -> Caption:
        column = next(number for number, slots in enumerate(self._wiring.columns) if slot in slots)
        left = self._placing.lefts[column] - BRANCH - 2 + INDENT
        top = self._top(slot) - caption_height(self._sketch, division)
        member = self._sketch.divisions[division]
        return Caption(member, lettered(member.link.text).lines, left, top + CAPTION_LINE - 4)

    def _top(self, slot: int) -> int:
        return self._placing.middles[slot] - self._placing.heights[slot] // 2

    def _edge(self, line: int, points: list[Point]) -> Edge:
        relations = self._sketch.relations
        distinct = [point for at, point in enumerate(points) if not at or point != points[at - 1]]
        if line < len(relations):
            relation = relations[line]
            return Edge(relation.above, relation.below, Tie(relation.kind), tuple(distinct))
        return Edge(0, self._sketch.related[line - len(relations)], Tie.ASSOCIATIVE, tuple(distinct))


def _ports(wiring: Wiring, placing: Placing) -> dict[tuple[Trunk, Wire | None], int]:
    """Return the height at which each trunk leaves its slot (under None) and each of its wires ends.

    What ends on the same side of a box is spread along it, in the order of the other ends.
    """
    sides: dict[tuple[int, bool], list[tuple[float, Trunk, Wire | None]]] = {}
    for gap in wiring.gaps:
        for trunk in gap:
            ends = [placing.middles[wire.target] for wire in trunk.wires]
            sides.setdefault((trunk.source, True), []).append((sum(ends) / len(ends), trunk, None))
            for wire in trunk.wires:
                other = float(placing.middles[trunk.source])
                sides.setdefault((wire.target, wire.back), []).append((other, trunk, wire))
    found: dict[tuple[Trunk, Wire | None], int] = {}
    for (slot, _), ends_here in sides.items():
        ends_here.sort(key=lambda end: end[0])
        first = placing.middles[slot] - (len(ends_here) - 1) * PORT // 2
        found |= {(trunk, wire): first + at * PORT for at, (_, trunk, wire) in enumerate(ends_here)}
    alone = {
        ends_here[0][1] for (slot, right), ends_here in sides.items() if slot >= 0 and right and len(ends_here) == 1
    }
    for trunk in alone:
        if len(trunk.wires) == 1 and abs(found[trunk, None] - found[trunk, trunk.wires[0]]) <= STRAIGHTENED:
            found[trunk, None] = found[trunk, trunk.wires[0]]
    return found
