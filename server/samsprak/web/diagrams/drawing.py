"""A diagram as SVG: lines, signs, and boxes that are links.

It is written here, since every concept's page has one, and a template that loops over lines and boxes takes several
times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from samsprak.errors import N_
from samsprak.web.diagrams.lettering import clean
from samsprak.web.diagrams.records import Box, Caption, Diagram, Edge, Mark, Member, Point, Role, Tie
from samsprak.web.markup import as_tag, escaped

NAME = N_("Concept diagram")
DESCRIPTION = N_(
    "Boxes with terms, joined by lines. Broader concepts stand to the left, narrower ones and those that go together"
    " with the concept to the right."
)
STROKE = 'class="lines" fill="none" stroke="currentColor" stroke-width="1.5"'
DASHED = ' stroke-dasharray="5 4"'
FILLED = ' fill="currentColor"'
THICK, THIN = "3.5", "1"
CURRENT = ' aria-current="true"'
STRUCK = ' text-decoration="line-through"'
# Between two lines of a box, and of a caption.
STEP, CAPTION_STEP = 18, 16
# The signs, their tips at 0, drawn to the right of it; a sign that points right is mirrored.
SIGNS = {
    Tie.GENERIC: ((0, 0), (12, -6), (12, 6)),
    Tie.PARTITIVE: ((0, 0), (8, -5), (16, 0), (8, 5)),
    Tie.INSTANTIAL: ((9, -5), (0, 0), (9, 5)),
    Tie.ASSOCIATIVE: ((0, 0), (8, -4), (8, 4)),
}
# How long each sign is: the line begins where its sign ends, so that a hollow one is empty.
LENGTHS = {Tie.GENERIC: 12, Tie.PARTITIVE: 16, Tie.INSTANTIAL: 0, Tie.ASSOCIATIVE: 6}

# How a link leads to a member, as attributes.
Leading = Callable[[Member], str]


def drawing(diagram: Diagram, gettext: Callable[[str], str], leading: Leading) -> Markup:
    """Return what stands within an SVG element."""
    parts = [
        f"<title>{escaped(gettext(NAME))}: {escaped(clean(diagram.boxes[0].member.link.text))}</title>\n",
        f"<desc>{escaped(gettext(DESCRIPTION))}</desc>\n<g {STROKE}>\n",
        *_strands(diagram.edges),
        *[f"{sign(mark)}\n" for mark in diagram.marks],
        "</g>\n",
        *[_caption(caption, leading) for caption in diagram.captions],
        *[_box(box, leading) for box in diagram.boxes],
    ]
    return Markup("".join(parts))  # noqa: S704 - every part is escaped


def on_pages(lang: str) -> Leading:
    """Return how links lead to concepts on pages in a language."""

    def leading(member: Member) -> str:
        return f' href="{escaped(member.link.address)}"{as_tag(member.link.lang, lang)}'

    return leading


def in_files(lang: str) -> Leading:
    """Return how links lead to concepts in files: by IRIs, which stay wherever a file goes."""

    def leading(member: Member) -> str:
        tag = as_tag(member.link.lang, lang)
        return f' href="{escaped(member.iri)}"{tag}' if member.iri.startswith(("http://", "https://")) else tag

    return leading


def stroke(tie: Tie, path: str) -> str:
    """Return lines of a kind."""
    return f'<path class="{tie}" d="{path}"{DASHED if tie is Tie.INSTANTIAL else ""}/>'


def sign(*marks: Mark) -> str:
    """Return signs of a kind; those of the first mark's."""
    tie = marks[0].tie
    path = "".join([_corners(mark) for mark in marks])
    return f'<path class="sign {tie}" d="{path}"{FILLED if tie is Tie.ASSOCIATIVE else ""}/>'


def _strands(edges: Sequence[Edge]) -> list[str]:
    """Return each bundle of lines that leave a box together."""
    bundles: dict[tuple[int, Tie], list[str]] = {}
    for edge in edges:
        bundles.setdefault((edge.source, edge.tie), []).append(_path(edge.points, LENGTHS[edge.tie]))
    return [f"{stroke(tie, ''.join(paths))}\n" for (_, tie), paths in bundles.items()]


def _path(points: Sequence[Point], begun: int) -> str:
    """Return a line of right angles as path data, which begins where the sign ends."""
    x, y = points[0]
    x += begun
    parts = [f"M{x} {y}"]
    for to_x, to_y in points[1:]:
        if to_x != x:
            parts.append(f"H{to_x}")
        if to_y != y:
            parts.append(f"V{to_y}")
        x, y = to_x, to_y
    return "".join(parts)


def _corners(mark: Mark) -> str:
    tie, tip_x, tip_y, points_left = mark
    side = 1 if points_left else -1
    corners = "L".join([f"{tip_x + side * x} {tip_y + y}" for x, y in SIGNS[tie]])
    return f"M{corners}" if tie is Tie.INSTANTIAL else f"M{corners}Z"


def _caption(caption: Caption, leading: Leading) -> str:
    member, lines, x, y = caption
    return (
        f'<a class="division"{leading(member)}><text x="{x}" y="{y}" font-size="12.5" font-style="italic"'
        f' fill="currentColor">{_in_lines(lines, x, CAPTION_STEP)}</text></a>\n'
    )


def _box(box: Box, leading: Leading) -> str:
    member, lines, x, y, width, height = box
    centre = x + width // 2
    current = member.role is Role.CURRENT
    frame = (
        f'<title>{escaped(clean(member.link.text))}</title><rect x="{x}" y="{y}" width="{width}" height="{height}"'
        f' rx="2" fill="none" pointer-events="all" stroke="currentColor" stroke-width="{THICK if current else THIN}"/>'
        if member.iri
        else ""
    )
    return (
        f'<a class="node {member.role}"{leading(member)}{CURRENT if current else ""}>{frame}'
        f'<text x="{centre}" y="{box.base_line}" font-size="14" text-anchor="middle" fill="currentColor"'
        f"{STRUCK if member.link.retired else ''}>{_in_lines(lines, centre, STEP)}</text></a>\n"
    )


def _in_lines(lines: Sequence[str], x: int, step: int) -> str:
    """Return lines of text below each other; a text of one line needs no more than itself."""
    if len(lines) == 1:
        return escaped(lines[0])
    return "".join(
        [f'<tspan x="{x}" dy="{step if at else 0}">{escaped(line)}</tspan>' for at, line in enumerate(lines)]
    )
