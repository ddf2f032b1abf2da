"""Plots: bars as an SVG that stands by itself, on screens, in print and in documents.

Presentation attributes and no style sheet, so that office programs show it; paper of its own, so that it can be read on
a dark page; every bar has its number beside it and a title, so that nothing hangs on colour or length alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

WIDTH, MARGIN = 800, 24
NAMES, BAR_LEFT, BAR_RIGHT = 316, 348, 720
LINE, BAR, GAP = 26, 16, 22
SIZE, HEADING, TITLE = 14, 16, 20
INDENT = 14
# Of the fonts that systems have, letters are about so wide in relation to their height.
LETTER = 0.53
INK, SOFT, PAPER, RULE = "#1a1a1a", "#4a4a4a", "#ffffff", "#8a8a8a"
OWN, BELOW = "#1f5673", "#a9c7d8"
FONT = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: what it is called, its whole value, how much of it is dark, how far in; `hollow` where it is the rest."""

    name: str
    value: int
    dark: int
    depth: int = 0
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars under a heading, on a scale of their own, with a line of words below."""

    heading: str
    bars: tuple[Bar, ...]
    below: str = ""


@dataclass(frozen=True, slots=True)
class Plot:
    """A whole picture: its title, what is said below it, the panels, and what the two parts of bars are called."""

    title: str
    description: str
    panels: tuple[Panel, ...]
    legend: tuple[str, str]
    lang: str


def drawn(plot: Plot) -> str:
    """Return a plot as an SVG document."""
    parts: list[str] = []
    y = MARGIN + TITLE
    parts.append(_text(MARGIN, y, plot.title, size=TITLE, weight=700))
    for line in _wrapped(plot.description, WIDTH - 2 * MARGIN):
        y += LINE - 4
        parts.append(_text(MARGIN, y, line, fill=SOFT))
    y += LINE
    parts += _legend(y, plot.legend)
    for panel in plot.panels:
        y += GAP + LINE
        parts.append(_text(MARGIN, y, panel.heading, size=HEADING, weight=700))
        y += 8
        longest = max([bar.value for bar in panel.bars], default=0) or 1
        for bar in panel.bars:
            parts += _bar(y, bar, longest)
            y += LINE
        for line in _wrapped(panel.below, WIDTH - 2 * MARGIN):
            y += LINE - 6
            parts.append(_text(MARGIN, y, line, fill=SOFT))
    height = y + MARGIN
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"'
        f' role="img" xml:lang={quoteattr(plot.lang)} aria-labelledby="title description"'
        f' font-family="{FONT}" font-size="{SIZE}">'
    )
    said = f'<title id="title">{escape(plot.title)}</title><desc id="description">{escape(_described(plot))}</desc>'
    paper = f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, said, paper, *parts, "</svg>", ""])


def _described(plot: Plot) -> str:
    """Return the whole plot in words, for those who do not see it."""
    told = [plot.description]
    for panel in plot.panels:
        bars = "; ".join(f"{bar.name}: {bar.value}" for bar in panel.bars)
        told.append(f"{panel.heading}: {bars}." + (f" {panel.below}" if panel.below else ""))
    return " ".join(told)


def _bar(y: int, bar: Bar, longest: int) -> Iterator[str]:
    top, baseline = y + (LINE - BAR) // 2, y + LINE // 2 + 5
    scale = (BAR_RIGHT - BAR_LEFT) / longest
    whole, dark = round(bar.value * scale, 1), round(bar.dark * scale, 1)
    left = MARGIN + INDENT * bar.depth
    name = _shortened(bar.name, MARGIN + NAMES - left)
    yield f"<g><title>{escape(bar.name)}: {bar.value}</title>"
    yield _text(left, baseline, name)
    if whole > dark:
        fill, dashes = (PAPER, ' stroke-dasharray="4 3"') if bar.hollow else (BELOW, "")
        yield (
            f'<rect x="{BAR_LEFT}" y="{top}" width="{whole}" height="{BAR}" fill="{fill}" stroke="{OWN}"'
            f' stroke-width="1"{dashes}/>'
        )
    if dark:
        yield f'<rect x="{BAR_LEFT}" y="{top}" width="{dark}" height="{BAR}" fill="{OWN}"/>'
    yield f'<path d="M{BAR_LEFT} {y}v{LINE}" stroke="{RULE}" stroke-width="1"/>'
    yield _text(round(BAR_LEFT + whole + 8), baseline, str(bar.value))
    yield "</g>"


def _legend(y: int, names: tuple[str, str]) -> Iterator[str]:
    x = MARGIN
    for name, fill in zip(names, (OWN, BELOW), strict=True):
        if name:
            yield f'<rect x="{x}" y="{y - 12}" width="16" height="14" fill="{fill}" stroke="{OWN}" stroke-width="1"/>'
            yield _text(x + 24, y, name)
            x += 60 + _width(name)


def _text(x: float, y: float, text: str, *, size: int = SIZE, weight: int = 400, fill: str = INK) -> str:
    bold = f' font-weight="{weight}"' if weight != 400 else ""  # noqa: PLR2004 - what fonts call regular
    sized = f' font-size="{size}"' if size != SIZE else ""
    return f'<text x="{x}" y="{y}"{sized}{bold} fill="{fill}">{escape(text)}</text>'


def _width(text: str) -> int:
    return round(len(text) * SIZE * LETTER)


def _shortened(text: str, room: int) -> str:
    letters = int(room / (SIZE * LETTER))
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def _wrapped(text: str, room: int) -> Sequence[str]:
    letters, lines = int(room / (SIZE * LETTER)), list[str]()
    for word in text.split():
        if lines and len(lines[-1]) + len(word) < letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
