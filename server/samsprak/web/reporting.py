"""Differences as pages show them: each with its words marked, for eyes and for ears."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from samsprak.editing.reports.page import SPOKEN, TAGS
from samsprak.editing.reports.pieces import Entry, Line, Piece
from samsprak.errors import N_
from samsprak.language.messages import say
from samsprak.web.markup import as_tag, escaped


def as_told(entry: Entry, lang: str) -> Markup:
    """Return what has changed in one thing and what follows from it, without its name."""
    lines = "".join(f"<dt>{escaped(line.heading)}</dt>\n{_described(line, lang)}\n" for line in entry.lines)
    follows = "".join(f"<li>{_followed(line, lang)}</li>\n" for line in entry.consequences)
    told = f'<dl class="differences">\n{lines}</dl>\n' if lines else ""
    return Markup(told + (f'<ul class="follows">\n{follows}</ul>\n' if follows else ""))  # noqa: S704 - parts are escaped


def as_named(entry: Entry, lang: str) -> Markup:
    """Return the name of a thing that differs, linked where it has a page, and what else has happened to it."""
    tags = f' <span class="quiet">({escaped(", ".join(entry.tags))})</span>' if entry.tags else ""
    return Markup(_worded([entry.term], lang) + tags)  # noqa: S704 - every part is escaped


def _described(line: Line, lang: str) -> str:
    return f"<dd{as_tag(line.lang, lang)}>{_worded(line.pieces, lang)}</dd>"


def _followed(line: Line, lang: str) -> str:
    alarm = f"<strong>{escaped(say(N_('Look'), lang))}:</strong> " if line.alarming else ""
    return alarm + _worded(line.pieces, lang)


def _worded(pieces: Iterable[Piece], lang: str) -> str:
    return "".join(_piece(piece, lang) for piece in pieces)


def _piece(piece: Piece, lang: str) -> str:
    text = str(escaped(piece.text))
    if piece.address:
        text = f'<a href="{escaped(piece.address)}">{text}</a>'
    if piece.mark not in TAGS:
        return text
    before, after = (escaped(say(each, lang)) for each in SPOKEN[piece.mark])
    tag = TAGS[piece.mark]
    return f'<{tag}><span class="unseen">{before} </span>{text}<span class="unseen"> ({after}) </span></{tag}>'


FUNCTIONS = (as_told, as_named)
