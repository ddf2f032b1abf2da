"""From a sketch to a diagram."""

from __future__ import annotations

from samsprak.vocabulary.records import Concept
from samsprak.web.diagrams.neighbourhood import neighbourhood
from samsprak.web.diagrams.placing import MARGIN, Placing, Writing, placed, written
from samsprak.web.diagrams.records import Box, Diagram, Sketch
from samsprak.web.diagrams.routing import Router
from samsprak.web.diagrams.wiring import Wiring, wired
from samsprak.web.presentation import Reader


def diagram_of(reader: Reader, concept: Concept) -> Diagram | None:
    """Return a concept among its neighbours, or None where it has none."""
    sketch = neighbourhood(reader, concept)
    return laid_out(sketch) if len(sketch.members) > 1 else None


def laid_out(sketch: Sketch) -> Diagram:
    """Give everything in a sketch its place."""
    wiring, writing = wired(sketch), written(sketch)
    placing = placed(wiring, writing)
    boxes = _boxes(sketch, wiring, writing, placing)
    routes = Router(sketch, wiring, writing, placing).routes()
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


def _boxes(sketch: Sketch, wiring: Wiring, writing: Writing, placing: Placing) -> tuple[Box, ...]:
    boxes: dict[int, Box] = {}
    for column, left, width in zip(wiring.columns, placing.lefts, placing.widths, strict=True):
        for slot in column:
            if slot >= 0:
                lines, height = writing.members[slot].lines, placing.heights[slot]
                boxes[slot] = Box(sketch.members[slot], lines, left, placing.top(slot), width, height)
    return tuple([boxes[place] for place in range(len(sketch.members))])
