"""What is drawn: first as a sketch of who relates to whom, then as a diagram with every place known.

Named tuples, since a page makes a hundred of them and each takes a third of the time of a frozen data class.
"""

from __future__ import annotations

from typing import NamedTuple

from samsprak.vocabulary.records import Choice, Hierarchy
from samsprak.web.presentation import Link

Point = tuple[int, int]
# Between two base lines, and from the top of a line down to its base line.
LINE, ASCENT = 18, 14


class Role(Choice):
    """Why something is in a diagram."""

    CURRENT = "current"
    BROADER = "broader"
    SIBLING = "sibling"
    NARROWER = "narrower"
    RELATED = "related"
    REST = "rest"
    DIVISION = "division"


class Tie(Choice):
    """The kinds of line: the three hierarchical relations, and the associative one."""

    GENERIC = "generic"
    PARTITIVE = "partitive"
    INSTANTIAL = "instantial"
    ASSOCIATIVE = "associative"


class Member(NamedTuple):
    """A concept in a diagram, a division of it, or a note of how many more there are; then `iri` is empty."""

    iri: str
    link: Link
    role: Role


class Relation(NamedTuple):
    """A line of the hierarchy between two members, by their places, and the division that it belongs to, if any."""

    above: int
    below: int
    kind: Hierarchy
    division: int | None = None


class Sketch(NamedTuple):
    """The members, the current one first, and how they relate; nothing is placed yet.

    `relations` holds no circle. `related` holds the places of what the current concept is associated with.
    """

    members: tuple[Member, ...]
    relations: tuple[Relation, ...] = ()
    divisions: tuple[Member, ...] = ()
    related: tuple[int, ...] = ()


class Box(NamedTuple):
    """A member's place; `x` and `y` are the upper left corner."""

    member: Member
    lines: tuple[str, ...]
    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        """The height of the box's middle."""
        return self.y + self.height // 2

    @property
    def base_line(self) -> int:
        """The height that the first line of text stands on."""
        return self.middle - len(self.lines) * LINE // 2 + ASCENT


class Edge(NamedTuple):
    """A line from one box to another, right angles only; `source` and `target` are places in `Diagram.boxes`."""

    source: int
    target: int
    tie: Tie
    points: tuple[Point, ...]


class Mark(NamedTuple):
    """The sign at the end of a line; its tip touches a box to the left or right of it."""

    tie: Tie
    x: int
    y: int
    points_left: bool = True


class Caption(NamedTuple):
    """A characteristic of division, written on its branch; `x` and `y` are the first line's start and base line."""

    member: Member
    lines: tuple[str, ...]
    x: int
    y: int


class Diagram(NamedTuple):
    """A sketch with every place known, in units of about a pixel."""

    sketch: Sketch
    width: int
    height: int
    columns: int
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    marks: tuple[Mark, ...]
    captions: tuple[Caption, ...]
