"""Columns and order, by grandalf: which box stands in which column, and in what order lines cross least.

The answer depends on the shape of the hierarchy alone, not on what boxes say, so it is kept: few shapes serve many
concepts. grandalf's coordinates are not used, since those depend on the sizes of boxes.
"""

from __future__ import annotations

from collections import deque
from functools import cache, lru_cache
from itertools import pairwise

from grandalf.graphs import Edge, Graph, Vertex
from grandalf.layouts import SugiyamaLayout, VertexViewer
from grandalf.utils import Poset

KEPT_SHAPES = 8192
# Sweeps over the columns to undo crossings; these graphs settle in one or two.
SWEEPS = 3

# A column's slots from above: the place of a member, or for a line passing through, -1 minus the line's place.
Columns = tuple[tuple[int, ...], ...]


@lru_cache(maxsize=KEPT_SHAPES)
def arranged(size: int, lines: tuple[tuple[int, int], ...]) -> Columns:
    """Return the columns, the broadest concepts first. `lines` join all of `size` members, without a circle."""
    vertices = [Vertex(place) for place in range(size)]
    edges = [Edge(vertices[above], vertices[below], data=number) for number, (above, below) in enumerate(lines)]
    _push_down(vertices, edges, lines)
    for vertex in vertices:
        vertex.view = VertexViewer()
    component = Graph(vertices, edges).C[0]
    # It has them as a set, whose order varies between runs, and with it that of some columns.
    component.sE = Poset(edges)
    layout = SugiyamaLayout(component)
    layout.init_all()
    for _ in range(SWEEPS):
        deque(layout.ordering_step(), maxlen=0)
    slots = {dummy: -1 - edge.data for edge, control in layout.ctrls.items() for dummy in control.values()}
    slots |= {vertex: vertex.data for vertex in vertices}
    columns = (tuple(slots[slot] for slot in layer if slots[slot] is not None) for layer in layout.layers)
    return tuple(column for column in columns if column)


def _push_down(vertices: list[Vertex], edges: list[Edge], lines: tuple[tuple[int, int], ...]) -> None:
    """Hang vertices that are not drawn above those that grandalf would set too far to the left.

    It puts all tops in the first column, so that a parent without parents would stand beside grandparents.
    """
    columns = _columns_wanted(len(vertices), lines)
    given: dict[int, int] = {}
    for upper, lower in lines:
        given[lower] = max(given.get(lower, 0), columns[upper] + 1)
    for place, column in enumerate(columns):
        if given.get(place, 0) < column:
            chain = [*(Vertex(None) for _ in range(column)), vertices[place]]
            edges += (Edge(upper, lower, data=None) for upper, lower in pairwise(chain))
            vertices += chain[:-1]


def _columns_wanted(size: int, lines: tuple[tuple[int, int], ...]) -> list[int]:
    """Return a column for each place.

    What leads to place 0 stands as near to it as can be, everything else as near as can be to its parents.
    """
    above: dict[int, list[int]] = {}
    below: dict[int, list[int]] = {}
    for upper, lower in lines:
        above.setdefault(lower, []).append(upper)
        below.setdefault(upper, []).append(lower)

    @cache
    def height(place: int) -> int | None:
        """Return the length of the longest way down to place 0, or None without one."""
        if place == 0:
            return 0
        heights = [found for lower in below.get(place, ()) if (found := height(lower)) is not None]
        return 1 + max(heights) if heights else None

    highest = max(found for place in range(size) if (found := height(place)) is not None)

    @cache
    def column(place: int) -> int:
        found = height(place)
        return highest - found if found is not None else 1 + max(map(column, above.get(place, ())), default=-1)

    return [column(place) for place in range(size)]
