"""Where everything stands: heights from texts and lines, middles so that lines run straight, columns by gaps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from samsprak.web.diagrams.lettering import Lettering, lettered
from samsprak.web.diagrams.ports import PORT
from samsprak.web.diagrams.records import LINE, Sketch
from samsprak.web.diagrams.spreading import spread
from samsprak.web.diagrams.wiring import Wiring

# Around the whole, so that the thickest outline is inside.
MARGIN = 6
PADDING_X, PADDING_Y = 10, 8
NARROWEST = 64
# How much wider bold type is.
BOLD = 1.12
# Between two boxes of a column, and what a line that passes through takes.
AIR, THREAD = 12, 8
CAPTION_LINE = 16
# What is associated stands a little apart from the hierarchy.
APART = 14
# A gap: room for the sign at its beginning, between its trunks, for the branches of divisions, for arrowheads.
SIGN, CHANNEL, BRANCH, ARROW = 22, 11, 14, 16


class Writing(NamedTuple):
    """The texts of a sketch in lines: those of its members, and of its divisions."""

    members: Sequence[Lettering]
    divisions: Sequence[Lettering]

    def caption_height(self, division: int) -> int:
        """Return the room that a division's caption takes above its first member."""
        return len(self.divisions[division].lines) * CAPTION_LINE + 4


class Placing(NamedTuple):
    """Middles and heights by slot, the left edge and the width of each column."""

    middles: Mapping[int, int]
    heights: Mapping[int, int]
    lefts: Sequence[int]
    widths: Sequence[int]

    def top(self, slot: int) -> int:
        """Return the upper edge of a slot."""
        return self.middles[slot] - self.heights[slot] // 2


def written(sketch: Sketch) -> Writing:
    """Return the texts of a sketch in lines."""
    return Writing(
        [lettered(member.link.text) for member in sketch.members],
        [lettered(division.link.text) for division in sketch.divisions],
    )


def placed(wiring: Wiring, writing: Writing) -> Placing:
    """Give every slot its place, so that the uppermost and the leftmost touch the margin."""
    heights = _heights(wiring, writing)
    middles: dict[int, int] = {}
    needs = [_needs(wiring, writing, column, heights) for column in wiring.columns]
    for number in _tallest_first(needs):
        column = wiring.columns[number]
        wanted = [_wanted(wiring.joined.get(slot, ()), middles) for slot in column]
        middles |= zip(column, spread(wanted, *needs[number]), strict=True)
    tops = [middle - heights[slot] // 2 for slot, middle in middles.items()]
    for slot, division in wiring.captions.items():
        tops.append(middles[slot] - heights[slot] // 2 - writing.caption_height(division))
    down = MARGIN - min(tops)
    widths = [_width(writing.members, column) for column in wiring.columns]
    lefts, left = [], MARGIN
    for number, width in enumerate(widths):
        lefts.append(left)
        left += width + _gap_width(wiring, number)
    return Placing({slot: middle + down for slot, middle in middles.items()}, heights, lefts, widths)


def _heights(wiring: Wiring, writing: Writing) -> dict[int, int]:
    """Return how high each slot is, by its lines of text or by what ends at it."""
    fullest = wiring.ports.fullest
    return {
        slot: THREAD
        if slot < 0
        else max(len(writing.members[slot].lines) * LINE + 2 * PADDING_Y, fullest.get(slot, 0) * PORT + PADDING_Y)
        for slot in chain.from_iterable(wiring.columns)
    }


def _width(texts: Sequence[Lettering], column: Sequence[int]) -> int:
    """Return how wide a column is: as its widest box."""
    return max([_box_width(texts[slot], bold=slot == 0) for slot in column if slot >= 0], default=NARROWEST)


def _box_width(text: Lettering, bold: bool) -> int:
    return max(NARROWEST, round(text.width * (BOLD if bold else 1) + 2 * PADDING_X + 1))


def _gap_width(wiring: Wiring, gap: int) -> int:
    after = wiring.columns[gap + 1] if gap + 1 < len(wiring.columns) else ()
    branch = 0 if wiring.captions.keys().isdisjoint(after) else BRANCH
    return SIGN + CHANNEL * max(0, len(wiring.gaps[gap]) - 1) + branch + ARROW


def _tallest_first(needs: Sequence[tuple[list[int], list[int]]]) -> list[int]:
    """Return the numbers of the columns: the tallest, then away from it, each by what it is joined to in the last."""
    totals = [sum(above) + sum(below) for above, below in needs]
    tallest = totals.index(max(totals))
    return [tallest, *range(tallest - 1, -1, -1), *range(tallest + 1, len(totals))]


def _needs(
    wiring: Wiring, writing: Writing, column: Sequence[int], heights: Mapping[int, int]
) -> tuple[list[int], list[int]]:
    """Return what each slot needs above and below its middle, in whole units so that nothing is rounded together."""
    above: list[int] = []
    below: list[int] = []
    for at, slot in enumerate(column):
        half = heights[slot] // 2
        below.append(heights[slot] - half + AIR)
        if slot in wiring.captions:
            half += writing.caption_height(wiring.captions[slot])
        if at and slot in wiring.beside and column[at - 1] not in wiring.beside:
            half += APART
        above.append(half)
    return above, below


def _wanted(others: Sequence[int], middles: Mapping[int, int]) -> float | None:
    """Return the height in the midst of others that have theirs, or None without any."""
    values = [middles[other] for other in others if other in middles]
    return sum(values) / len(values) if values else None
