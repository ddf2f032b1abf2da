"""What templates call to draw: paths and signs as SVG has them, and statements as nested lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup, escape

from samsprak.errors import N_
from samsprak.web.diagrams.lettering import clean
from samsprak.web.diagrams.records import Diagram, Edge, Mark, Member, Point, Tie
from samsprak.web.diagrams.statements import Statement, in_words
from samsprak.web.markup import as_link, as_tag

# What each kind of line means, and how it is told from the others without colour.
LEGEND = {
    Tie.GENERIC: N_("kind: the triangle points at the broader concept"),
    Tie.PARTITIVE: N_("part: the diamond sits at the whole"),
    Tie.INSTANTIAL: N_("named example: dashed, the arrow points at the general concept"),
    Tie.ASSOCIATIVE: N_("goes together with: arrowheads at both ends"),
}
# The signs, their tips at 0, drawn to the right of it; a sign that points right is mirrored.
SIGNS = {
    Tie.GENERIC: ((0, 0), (12, -6), (12, 6)),
    Tie.PARTITIVE: ((0, 0), (8, -5), (16, 0), (8, 5)),
    Tie.INSTANTIAL: ((9, -5), (0, 0), (9, 5)),
    Tie.ASSOCIATIVE: ((0, 0), (8, -4), (8, 4)),
}


# How long each sign is: the line begins where its sign ends, so that a hollow one is empty.
LENGTHS = {Tie.GENERIC: 12, Tie.PARTITIVE: 16, Tie.INSTANTIAL: 0, Tie.ASSOCIATIVE: 6}


def strands(diagram: Diagram) -> list[tuple[str, str]]:
    """Return the kind and the path of each bundle of lines that leave a box together."""
    bundles: dict[tuple[int, Tie], list[str]] = {}
    for edge in diagram.edges:
        bundles.setdefault((edge.source, edge.tie), []).append(_path(_begun(edge)))
    return [(tie.value, "".join(paths)) for (_, tie), paths in bundles.items()]


def signs(marks: Iterable[Mark]) -> list[tuple[str, str]]:
    """Return the kind and the path of each sign."""
    return [(mark.tie.value, _sign(mark)) for mark in marks]


def legend(diagram: Diagram) -> list[tuple[str, str, str]]:
    """Return each kind of line that is drawn: its name, the path of its signs, and what it means."""
    drawn = {edge.tie for edge in diagram.edges}
    return [(tie.value, _example(tie), meaning) for tie, meaning in LEGEND.items() if tie in drawn]


def as_statements(diagram: Diagram, page_lang: str, gettext: Callable[[str], str]) -> Markup:
    """Return what a diagram says, as nested lists."""
    return _list(in_words(diagram.sketch), page_lang, gettext)


def stem(tie: str) -> str:
    """Return the path of the short line that shows a kind in the legend."""
    return f"M{1 + LENGTHS[Tie(tie)]} 8H33"


def drawn_text(text: str) -> str:
    """Return a text without what XML forbids."""
    return clean(text)


def _example(tie: Tie) -> str:
    other_end = _sign(Mark(tie, 33, 8, points_left=False)) if tie is Tie.ASSOCIATIVE else ""
    return _sign(Mark(tie, 1, 8)) + other_end


def leading_to(member: Member, page_lang: str, in_file: bool = False) -> Markup:
    """Return the attributes of a link: on a page to the page of the concept, in a file to its IRI.

    An IRI stays, and a file goes to where the service's own addresses mean nothing.
    """
    address = member.iri if in_file else member.link.address
    if in_file and not address.startswith(("http://", "https://")):
        return as_tag(member.link.lang, page_lang)
    return Markup(f' href="{escape(address)}"') + as_tag(member.link.lang, page_lang)  # noqa: S704 - escaped


def in_lines(lines: Sequence[str], x: int, step: int) -> Markup:
    """Return lines of text below each other; a text of one line needs no more than itself."""
    if len(lines) == 1:
        return escape(lines[0])
    spans = [f'<tspan x="{x}" dy="{step if at else 0}">{escape(line)}</tspan>' for at, line in enumerate(lines)]
    return Markup("".join(spans))  # noqa: S704 - every line is escaped


def _begun(edge: Edge) -> Sequence[Point]:
    """Return a line's points, the first moved to where the sign ends."""
    (x, y), *others = edge.points
    return [(x + LENGTHS[edge.tie], y), *others]


def _path(points: Sequence[Point]) -> str:
    """Return a line of right angles as path data."""
    (x, y), parts = points[0], [f"M{points[0][0]} {points[0][1]}"]
    for to_x, to_y in points[1:]:
        if to_x != x:
            parts.append(f"H{to_x}")
        if to_y != y:
            parts.append(f"V{to_y}")
        x, y = to_x, to_y
    return "".join(parts)


def _sign(mark: Mark) -> str:
    side = 1 if mark.points_left else -1
    corners = [f"{mark.x + side * x} {mark.y + y}" for x, y in SIGNS[mark.tie]]
    return f"M{'L'.join(corners)}" + ("" if mark.tie is Tie.INSTANTIAL else "Z")


def _list(statements: Iterable[Statement], page_lang: str, gettext: Callable[[str], str]) -> Markup:
    items = "".join([f"<li>{_sentence(each, page_lang, gettext)}</li>\n" for each in statements])
    return Markup(f"<ul>\n{items}</ul>\n")  # noqa: S704 - every part is escaped


def _sentence(statement: Statement, page_lang: str, gettext: Callable[[str], str]) -> Markup:
    """Return one sentence: its objects on a line, or in a list where something is said of them in turn."""
    phrase = escape(gettext(statement.phrase))
    if statement.division:
        phrase += Markup(" ({})").format(statement.division)
    if not any(each.statements for each in statement.objects):
        objects = Markup(", ").join([as_link(each.link, page_lang) for each in statement.objects])
        return Markup("{} {}").format(phrase, objects)
    items = []
    for each in statement.objects:
        nested = _list(each.statements, page_lang, gettext) if each.statements else ""
        items.append(f"<li>{as_link(each.link, page_lang)}{nested}</li>\n")
    return Markup(f"{phrase}\n<ul>\n{''.join(items)}</ul>\n")  # noqa: S704 - every part is escaped


FUNCTIONS = (strands, signs, legend, stem, drawn_text, leading_to, in_lines, as_statements)
