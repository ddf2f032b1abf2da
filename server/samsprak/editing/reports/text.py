"""A comparison for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator

from samsprak.editing.reports.pieces import Entry, Line, Piece
from samsprak.editing.reports.sections import Account
from samsprak.editing.rewordings import Mark
from samsprak.errors import N_
from samsprak.language.messages import say

WIDTH = 100
# Marked by signs as well as by colours, as git marks words.
SIGNS = {Mark.LOST: ("[-", "-]"), Mark.GAINED: ("{+", "+}"), Mark.KEPT: ("", "")}
ALARM = "!"
# What is painted: a stretch by its mark, a heading, an alarm.
Painter = Callable[[str, str], str]


def lines(account: Account, paint: Painter = lambda text, _: text) -> Iterator[str]:
    """Yield the lines of a report; `paint` colours a text as `lost`, `gained`, `heading` or `alarm`."""
    yield paint(account.title, "heading")
    yield account.compared
    yield ""
    if account.sections:
        for heading, n in account.summary:
            yield f"{n:>6}  {heading}"
        yield ""
    for section in account.sections:
        yield paint(f"{section.heading} ({len(section.entries)})", "alarm" if section.alarming else "heading")
        for entry in section.entries:
            yield from _entry(entry, account.lang, paint)
        yield ""
    yield account.verdict


def _entry(entry: Entry, lang: str, paint: Painter) -> Iterator[str]:
    tags = f"  ({', '.join(entry.tags)})" if entry.tags else ""
    yield f"  {paint(entry.term.text, 'heading')}{tags}"
    yield f"      {entry.term.address or entry.iri}"
    for line in entry.lines:
        yield from _wrapped(f"{line.heading}: ", line, paint)
    for line in entry.consequences:
        start = f"{ALARM} {say(N_('Look'), lang)}: " if line.alarming else "→ "
        yield from _wrapped(start, line, paint)


def _wrapped(start: str, line: Line, paint: Painter) -> Iterator[str]:
    """Yield a line, broken between words; colours are put on afterwards, since they have no width."""
    text = start + "".join(map(_signed, line.pieces))
    broken = textwrap.wrap(
        text, WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 8, break_long_words=False, break_on_hyphens=False
    )
    kind = Mark.KEPT
    for place, each in enumerate(broken):
        painted, kind = _painted(each, kind, paint)
        yield painted.replace(start, paint(start, "alarm"), 1) if line.alarming and not place else painted


def _signed(piece: Piece) -> str:
    before, after = SIGNS[piece.mark]
    return f"{before}{piece.text}{after}"


def _painted(text: str, kind: Mark, paint: Painter) -> tuple[str, Mark]:
    """Return one broken line with its colours, and the mark that the next one begins with."""
    out, here = "", 0
    for place in range(len(text)):
        two = text[place : place + 2]
        if kind is Mark.KEPT and two in {"[-", "{+"}:
            out += text[here:place]
            kind, here = (Mark.LOST if two == "[-" else Mark.GAINED), place
        elif kind is not Mark.KEPT and two == SIGNS[kind][1]:
            out += paint(text[here : place + 2], kind.value)
            kind, here = Mark.KEPT, place + 2
    rest = text[here:]
    return out + (paint(rest, kind.value) if rest and kind is not Mark.KEPT else rest), kind
