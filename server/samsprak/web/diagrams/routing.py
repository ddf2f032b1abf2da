"""From places to lines: where each turns between its boxes, and the signs and words on it."""

from __future__ import annotations

from itertools import groupby, islice
from typing import NamedTuple

from samsprak.web.diagrams.channels import Run, ordered
from samsprak.web.diagrams.placing import BRANCH, CAPTION_LINE, CHANNEL, SIGN, Placing, Writing
from samsprak.web.diagrams.records import Caption, Edge, Mark, Point, Sketch, Tie
from samsprak.web.diagrams.trunks import Trunk, Wire
from samsprak.web.diagrams.wiring import Wiring

# Where a division's branch turns: so far above the top of its first member.
TURN = CAPTION_LINE // 2
INDENT = 6


class Routes(NamedTuple):
    """The lines of a diagram, the signs at their ends, the words on their branches."""

    edges: tuple[Edge, ...]
    marks: tuple[Mark, ...]
    captions: tuple[Caption, ...]


class Router:
    """Routes one diagram, gap by gap; a line through several gaps is put together at the end."""

    def __init__(self, sketch: Sketch, wiring: Wiring, writing: Writing, placing: Placing) -> None:
        self._sketch = sketch
        self._wiring = wiring
        self._writing = writing
        self._placing = placing
        self._points: list[list[Point]] = [[] for _ in wiring.lines]
        self._marks: list[Mark] = []

    def routes(self) -> Routes:
        """Return every line, sign and caption."""
        ports = iter(self._wiring.ports.heights(self._placing.middles))
        for number, trunks in enumerate(self._wiring.gaps):
            runs = [_run(trunk, next(ports), tuple(islice(ports, len(trunk.wires)))) for trunk in trunks]
            start = self._right_of(number) + SIGN
            for channel, place in enumerate(ordered(runs)):
                self._route(number, trunks[place], runs[place], start + channel * CHANNEL)
        edges = [
            Edge(source, target, tie, tuple([point for point, _ in groupby(points)]))
            for (source, target, tie), points in zip(self._wiring.lines, self._points, strict=True)
        ]
        captions = [self._caption(slot, division) for slot, division in self._wiring.captions.items()]
        return Routes(tuple(edges), tuple(self._marks), tuple(captions))

    def _right_of(self, column: int) -> int:
        return self._placing.lefts[column] + self._placing.widths[column]

    def _route(self, gap: int, trunk: Trunk, run: Run, channel: int) -> None:
        start, right = run.left[0], self._right_of(gap)
        if trunk.source >= 0:
            self._marks.append(Mark(trunk.tie, right, start))
        for wire, end in zip(trunk.wires, run.left[1:] if trunk.back else run.right, strict=True):
            points = self._points[wire.line]
            points += (right, start), (channel, start)
            if trunk.back:
                points += (channel, end), (right, end)
                self._marks.append(Mark(trunk.tie, right, end))
                continue
            left = self._placing.lefts[gap + 1]
            turn = self._turn(wire)
            if turn is not None:
                branch = left - BRANCH - 2
                points += (channel, turn), (branch, turn), (branch, end), (left, end)
            else:
                points += (channel, end), (left, end)
            if trunk.tie is Tie.ASSOCIATIVE:
                self._marks.append(Mark(trunk.tie, left, end, points_left=False))

    def _turn(self, wire: Wire) -> int | None:
        """Return the height at which the branch of a wire's division turns off, or None without one."""
        line, division = self._wiring.branches.get(wire.target, (None, None))
        if division is None or line != wire.line:
            return None
        first = next(slot for slot, written in self._wiring.captions.items() if written == division)
        return self._placing.top(first) - self._writing.caption_height(division) + TURN

    def _caption(self, slot: int, division: int) -> Caption:
        column = next(number for number, slots in enumerate(self._wiring.columns) if slot in slots)
        left = self._placing.lefts[column] - BRANCH - 2 + INDENT
        top = self._placing.top(slot) - self._writing.caption_height(division)
        lines = self._writing.divisions[division].lines
        return Caption(self._sketch.divisions[division], lines, left, top + CAPTION_LINE - 4)


def _run(trunk: Trunk, start: int, ends: tuple[int, ...]) -> Run:
    """Return the ends of a trunk; those of one that goes back are all on the left."""
    return Run((start, *ends), ()) if trunk.back else Run((start,), ends)
