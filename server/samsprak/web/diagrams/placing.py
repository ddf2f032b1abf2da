"""Where everything stands: heights from texts and lines, middles so that lines run straight, columns by gaps."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from samsprak.web.diagrams.lettering import Lettering, lettered
from samsprak.web.diagrams.records import LINE, Role, Sketch, Tie
from samsprak.web.diagrams.spreading import spread
from samsprak.web.diagrams.wiring import Wiring

PADDING_X, PADDING_Y = 10, 8
NARROWEST = 64
# How much wider bold type is.
BOLD = 1.12
# Between two boxes of a column, and what a line that passes through takes.
AIR, THREAD = 12, 8
# Between two lines that end on the same side of a box.
PORT = 15
CAPTION_LINE = 16
# What is associated stands a little apart from the hierarchy.
APART = 14
# A gap: room for the sign at its beginning, between its trunks, for the branches of divisions, for arrowheads.
SIGN, CHANNEL, BRANCH, ARROW = 22, 11, 14, 16


@dataclass(frozen=True, slots=True)
class Placing:
    """Middles and heights by slot, the left edge and the width of each column."""

    middles: dict[int, int]
    heights: dict[int, int]
    lefts: tuple[int, ...]
    widths: tuple[int, ...]


def placed(sketch: Sketch, wiring: Wiring) -> Placing:
    """Give every slot its place; the first column begins at 0, the uppermost box anywhere."""
    texts = [lettered(member.link.text) for member in sketch.members]
    ports = _ports(wiring)
    heights = {
        place: max(len(text.lines) * LINE + 2 * PADDING_Y, ports[place] * PORT + PADDING_Y)
        for place, text in enumerate(texts)
    }
    heights |= {slot: THREAD for column in wiring.columns for slot in column if slot < 0}
    widths = tuple(
        max((_box_width(texts[slot], bold=slot == 0) for slot in column if slot >= 0), default=NARROWEST)
        for column in wiring.columns
    )
    lefts, left = [], 0
    for number in range(len(widths)):
        lefts.append(left)
        left += widths[number] + _gap_width(wiring, number)
    return Placing(_middles(sketch, wiring, heights), heights, tuple(lefts), widths)


def caption_height(sketch: Sketch, division: int) -> int:
    """Return the room that a division's caption takes above its first member."""
    return len(lettered(sketch.divisions[division].link.text).lines) * CAPTION_LINE + 4


def _box_width(text: Lettering, bold: bool) -> int:
    return max(NARROWEST, round(text.width * (BOLD if bold else 1) + 2 * PADDING_X + 1))


def _gap_width(wiring: Wiring, gap: int) -> int:
    after = wiring.columns[gap + 1] if gap + 1 < len(wiring.columns) else ()
    branch = 0 if wiring.captions.keys().isdisjoint(after) else BRANCH
    return SIGN + CHANNEL * max(0, len(wiring.gaps[gap]) - 1) + branch + ARROW


def _ports(wiring: Wiring) -> Counter[int]:
    """Return on how many places lines end on the fuller side of each box."""
    right, left = Counter[int](), Counter[int]()
    for gap in wiring.gaps:
        for trunk in gap:
            right[trunk.source] += 1
            for wire in trunk.wires:
                (right if wire.back else left)[wire.target] += 1
    return right | left


def _middles(sketch: Sketch, wiring: Wiring, heights: dict[int, int]) -> dict[int, int]:
    """Stack the tallest column, then set each next one by what it is joined to in the one before."""
    needs = [_needs(sketch, wiring.captions, column, heights) for column in wiring.columns]
    totals = [sum(above) + sum(below) for above, below in needs]
    tallest = totals.index(max(totals))
    order = [tallest, *range(tallest - 1, -1, -1), *range(tallest + 1, len(totals))]
    middles: dict[int, int] = {}
    joined = _joined(wiring)
    for number in order:
        column = wiring.columns[number]
        wanted = [_mean([middles[other] for other in joined.get(slot, ()) if other in middles]) for slot in column]
        middles |= dict(zip(column, spread(wanted, *needs[number]), strict=True))
    return middles


def _needs(
    sketch: Sketch, captions: dict[int, int], column: tuple[int, ...], heights: dict[int, int]
) -> tuple[list[float], list[float]]:
    """Return what each slot needs above and below its middle, in whole units so that nothing is rounded together."""
    above: list[float] = []
    below: list[float] = []
    for at, slot in enumerate(column):
        over = caption_height(sketch, captions[slot]) if slot in captions else 0
        if at and _is_related(sketch, slot) and not _is_related(sketch, column[at - 1]):
            over += APART
        above.append(over + heights[slot] // 2)
        below.append(heights[slot] - heights[slot] // 2 + AIR)
    return above, below


def _is_related(sketch: Sketch, slot: int) -> bool:
    return slot in sketch.related and sketch.members[slot].role is not Role.SIBLING


def _joined(wiring: Wiring) -> dict[int, list[int]]:
    """Return what each slot is joined to in the neighbouring columns."""
    found: dict[int, list[int]] = {}
    for gap in wiring.gaps:
        # What is associated follows the hierarchy, and does not pull at it.
        hierarchical = {trunk.source for trunk in gap if trunk.tie is not Tie.ASSOCIATIVE}
        for trunk in gap:
            for wire in trunk.wires:
                if not wire.back:
                    found.setdefault(wire.target, []).append(wire.source)
                    if trunk.tie is not Tie.ASSOCIATIVE or wire.source not in hierarchical:
                        found.setdefault(wire.source, []).append(wire.target)
    return found


def _mean(values: list[int]) -> float | None:
    return sum(values) / len(values) if values else None
