"""A comparison for a terminal."""

from __future__ import annotations

import re
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
CLOSING = {"[-": "-]", "{+": "+}"}
KINDS = {"[-": Mark.LOST.value, "{+": Mark.GAINED.value}
SIGN = re.compile(r"(\[-|-\]|\{\+|\+\})")
ALARM = "!"
INDENT = " " * 6
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
    broken = [INDENT + text]
    if len(broken[0]) > WIDTH:
        broken = textwrap.wrap(
            text,
            WIDTH,
            initial_indent=INDENT,
            subsequent_indent=INDENT + "  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
    marked = any(piece.mark is not Mark.KEPT for piece in line.pieces)
    mark = ""
    for place, each in enumerate(broken):
        painted = each
        if marked:
            painted, mark = _painted(each, mark, paint)
        yield painted.replace(start, paint(start, "alarm"), 1) if line.alarming and not place else painted


def _signed(piece: Piece) -> str:
    before, after = SIGNS[piece.mark]
    return f"{before}{piece.text}{after}"


def _painted(text: str, mark: str, paint: Painter) -> tuple[str, str]:
    """Return one broken line with its colours, and the sign of the mark that the next one begins within."""
    out, held = "", ""
    for part in SIGN.split(text):
        held += part
        if not mark and part in CLOSING:
            out, held, mark = out + held.removesuffix(part), part, part
        elif mark and part == CLOSING[mark]:
            out, held, mark = out + paint(held, KINDS[mark]), "", ""
    return out + (paint(held, KINDS[mark]) if mark else held), mark
