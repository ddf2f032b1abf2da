"""From a sketch to a diagram."""

from __future__ import annotations

from dataclasses import replace

from samsprak.vocabulary.records import Concept
from samsprak.web.diagrams.lettering import lettered
from samsprak.web.diagrams.neighbourhood import neighbourhood
from samsprak.web.diagrams.placing import Placing, caption_height, placed
from samsprak.web.diagrams.records import Box, Diagram, Sketch
from samsprak.web.diagrams.routing import Router
from samsprak.web.diagrams.wiring import Wiring, wired
from samsprak.web.presentation import Reader

# Around the whole, so that the thickest outline is inside.
MARGIN = 6


def diagram_of(reader: Reader, concept: Concept) -> Diagram | None:
    """Return a concept among its neighbours, or None where it has none."""
    sketch = neighbourhood(reader, concept)
    return laid_out(sketch) if len(sketch.members) > 1 else None


def laid_out(sketch: Sketch) -> Diagram:
    """Give everything in a sketch its place."""
    wiring = wired(sketch)
    placing = _inside(sketch, wiring, placed(sketch, wiring))
    boxes = _boxes(sketch, wiring, placing)
    routes = Router(sketch, wiring, placing).routes()
    points = [point for edge in routes.edges for point in edge.points]
    return Diagram(
        sketch,
        max([box.x + box.width for box in boxes] + [x for x, _ in points]) + MARGIN,
        max([box.y + box.height for box in boxes] + [y for _, y in points]) + MARGIN,
        len(wiring.columns),
        boxes,
        routes.edges,
        routes.marks,
        routes.captions,
    )


def _inside(sketch: Sketch, wiring: Wiring, placing: Placing) -> Placing:
    """Move everything so that the uppermost and the leftmost touch the margin."""
    tops = [middle - placing.heights[slot] // 2 for slot, middle in placing.middles.items()]
    for slot, division in wiring.captions.items():
        tops.append(placing.middles[slot] - placing.heights[slot] // 2 - caption_height(sketch, division))
    down = MARGIN - min(tops)
    return replace(
        placing,
        middles={slot: middle + down for slot, middle in placing.middles.items()},
        lefts=tuple(left + MARGIN for left in placing.lefts),
    )


def _boxes(sketch: Sketch, wiring: Wiring, placing: Placing) -> tuple[Box, ...]:
    boxes: dict[int, Box] = {}
    for number, column in enumerate(wiring.columns):
        for slot in column:
            if slot >= 0:
                member, height = sketch.members[slot], placing.heights[slot]
                top = placing.middles[slot] - height // 2
                lines = lettered(member.link.text).lines
                boxes[slot] = Box(member, lines, placing.lefts[number], top, placing.widths[number], height)
    return tuple(boxes[place] for place in range(len(sketch.members)))
