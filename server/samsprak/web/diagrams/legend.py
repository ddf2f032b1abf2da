"""The legend of a diagram: what each kind of line in it means."""

from __future__ import annotations

from functools import lru_cache

from samsprak.errors import N_
from samsprak.language.messages import translations
from samsprak.web.diagrams.drawing import LENGTHS, STROKE, sign, stroke
from samsprak.web.diagrams.records import Diagram, Mark, Tie
from samsprak.web.markup import escaped

# What each kind of line means, and how it is told from the others without colour.
LEGEND = {
    Tie.GENERIC: N_("kind: the triangle points at the broader concept"),
    Tie.PARTITIVE: N_("part: the diamond sits at the whole"),
    Tie.INSTANTIAL: N_("named example: dashed, the arrow points at the general concept"),
    Tie.ASSOCIATIVE: N_("goes together with: arrowheads at both ends"),
}
ITALICS = N_("in italics: what a concept is divided by")
# Where a line ends in the legend, and how high it is.
END, MIDDLE = 33, 8


def legend(diagram: Diagram, lang: str) -> str:
    """Return a list of the kinds of line that are drawn, as HTML."""
    return _legend(frozenset({edge.tie for edge in diagram.edges}), bool(diagram.captions), lang)


@lru_cache(maxsize=128)
def _legend(drawn: frozenset[Tie], divided: bool, lang: str) -> str:
    gettext = translations(lang).gettext
    items = [
        f"<li>{_example(tie)} {escaped(gettext(meaning))}</li>\n" for tie, meaning in LEGEND.items() if tie in drawn
    ]
    if divided:
        items.append(f"<li>{escaped(gettext(ITALICS))}</li>\n")
    return f'<ul class="legend">\n{"".join(items)}</ul>\n'


def _example(tie: Tie) -> str:
    """Return a short line of a kind, with its signs."""
    marks = [Mark(tie, 1, MIDDLE)]
    if tie is Tie.ASSOCIATIVE:
        marks.append(Mark(tie, END, MIDDLE, points_left=False))
    line = stroke(tie, f"M{1 + LENGTHS[tie]} {MIDDLE}H{END}")
    return (
        f'<svg width="34" height="16" viewBox="0 0 34 16" aria-hidden="true"><g {STROKE}>{line}{sign(*marks)}</g></svg>'
    )
