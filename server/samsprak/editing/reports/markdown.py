"""A comparison as Markdown, for a comment in a review.

Everything from the vocabulary is written so that no forge takes it for markup, a mention, a reference or an address:
a label is a label, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from samsprak.editing.reports.pieces import Entry, Line, Piece
from samsprak.editing.reports.sections import Account, Section
from samsprak.editing.rewordings import Mark
from samsprak.errors import N_
from samsprak.language.messages import say

# By this line a workflow finds its own comment again.
MARKER = "<!-- samsprak diff -->"
# GitHub takes 65,536 characters in a comment; GitLab and Forgejo take more.
LIMIT = 60_000
MARKUP = re.compile(r"[\\`*_{}\[\]#|~^$]")
# Behind these a forge looks for a person, an issue, a label, a milestone, a project or the name of a picture.
REFERRING = re.compile(r"([@#!~%$&])(?=\w)|(:)(?=[\w+-]+:)")
LINKED = re.compile(r"\bwww(?=\.)|:(?=//)", re.IGNORECASE)
BREAK = "&#8203;"
HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
SIGNS = {Mark.LOST: ("<del>", "</del>"), Mark.GAINED: ("<ins>", "</ins>"), Mark.KEPT: ("", "")}
# Sections with at most this many entries are open.
OPEN = 10


def markdown(account: Account, limit: int = LIMIT) -> str:
    """Return a report of at most about `limit` characters; what has no room is counted."""
    out = [MARKER, f"## {safe(account.title)}", "", safe(account.compared), ""]
    for section in account.sections:
        sign = "⚠️ " if section.alarming else ""
        out.append(f"- {sign}{safe(section.heading)}: {len(section.entries)}")
    out += ["", f"**{safe(account.verdict)}**", ""]
    used, left_out = sum(map(len, out)), 0
    for section in account.sections:
        blocks: list[str] = []
        for entry in section.entries:
            block = "\n".join(_entry(entry))
            if left_out or used + len(block) > limit:
                left_out += 1
                continue
            used += len(block) + 1
            blocks.append(block)
        if blocks:
            out += _section(section, blocks)
    if left_out:
        told = say(N_("Differences without room here: {n}. “samsprak diff” shows them all."), account.lang, n=left_out)
        out.append(safe(told))
    return "\n".join(out).rstrip() + "\n"


def safe(text: str) -> str:
    """Return a text that is shown as it is, by CommonMark and by the forges' own additions to it."""
    broken = LINKED.sub(r"\g<0>\0", REFERRING.sub(r"\g<0>\0", text))
    escaped = "".join(HTML.get(sign) or (f"\\{sign}" if MARKUP.match(sign) else sign) for sign in broken)
    return escaped.replace("\0", BREAK)


def _section(section: Section, blocks: list[str]) -> Iterator[str]:
    opened = " open" if section.alarming or len(section.entries) <= OPEN else ""
    yield f"<details{opened}><summary>{safe_html(section.heading)} ({len(section.entries)})</summary>"
    yield ""
    yield from blocks
    yield ""
    yield "</details>"
    yield ""


def safe_html(text: str) -> str:
    """Return a text for a place where Markdown is not read, inside an element of HTML."""
    return "".join(HTML.get(sign, sign) for sign in text)


def _entry(entry: Entry) -> Iterator[str]:
    tags = f" ({safe(', '.join(entry.tags))})" if entry.tags else ""
    yield f"- **{_piece(entry.term)}**{tags}"
    for line in entry.lines:
        yield f"  - {safe(line.heading)}: {_line(line)}"
    for line in entry.consequences:
        yield f"  - {'⚠️' if line.alarming else '→'} {_line(line)}"


def _line(line: Line) -> str:
    return "".join(map(_piece, line.pieces))


def _piece(piece: Piece) -> str:
    before, after = SIGNS[piece.mark]
    text = safe(piece.text)
    if piece.address:
        text = f"[{text}](<{piece.address}>)"
    return f"{before}{text}{after}"
