"""Mailing: a proposal as the letter that `git am` takes, in the form that `git format-patch` writes.

Nobody is asked for a name: a proposal comes from a role. What the proposer writes is quoted, so that no line of it can
be taken for a header or for the beginning of a patch.
"""

from __future__ import annotations

import datetime as dt
import difflib
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.header import Header
from email.utils import format_datetime, formataddr
from textwrap import wrap

from samsprak.editing.proposal import Alteration
from samsprak.errors import N_, UsageError

ROLE, ADDRESS = "Förslag via Samspråk", "forslag@samsprak.invalid"
LONGEST_ROLE = 100
WIDTH = 72
# What git takes for a word of its own in the text of a letter: scissors, the line before a patch.
OBEYED = re.compile(r"-{2,}|[<>]?8[<>]|>?%[<>]?")
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+")
MAILBOX = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,62}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,200}[A-Za-z0-9])?")
NO_NEWLINE = "\\ No newline at end of file\n"
NOTHING = "0" * 40
# Files that share more than this are one file under another name.
RENAMED = 0.5


@dataclass(frozen=True, slots=True)
class Letter:
    """What is sent: from which role, about what, and why; `folder` is where the vocabulary lies in its repository."""

    subject: str
    reason: str
    role: str
    address: str
    sent: dt.datetime
    folder: str


def sender(role: str, address: str) -> tuple[str, str]:
    """Return the role and address that a letter is from, those of nobody where none are given.

    Raises `UsageError` where an address is none.
    """
    # A name with an address in it would be taken for the address.
    name, mailbox = _plain(re.sub(r'[<>@"\\]', " ", role))[:LONGEST_ROLE].strip(), address.strip()
    if mailbox and not MAILBOX.fullmatch(mailbox):
        raise UsageError(
            N_("“{text}” is no e-mail address. Write a whole one, with @, or none."), text=_plain(mailbox)[:100]
        )
    # Git takes no name without a letter.
    return name if any(map(str.isalnum, name)) else ROLE, mailbox or ADDRESS


def letter(alterations: Sequence[Alteration], about: Letter) -> bytes:
    """Return the whole letter with its patch."""
    changes = list(_changes(alterations, about.folder))
    stats = "".join(f" {each.title} | {each.count}\n" for each in changes)
    lines = [
        f"From {NOTHING} Mon Sep 17 00:00:00 2001",
        f"From: {formataddr((about.role, about.address))}",
        f"Date: {format_datetime(about.sent)}",
        f"Subject: {_header('[PATCH] ' + _plain(about.subject))}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        "",
        *_body(about.reason),
        "---",
    ]
    text = "\n".join(lines) + "\n" + stats + "\n" + "".join(each.patch for each in changes) + "-- \nSamspråk\n"
    return text.encode()


@dataclass(frozen=True, slots=True)
class _Change:
    title: str
    patch: str

    @property
    def count(self) -> int:
        return sum(line[:1] in "+-" for line in self.patch.partition("\n@@")[2].split("\n")[1:] if line)


def _changes(alterations: Sequence[Alteration], folder: str) -> Iterator[_Change]:
    """Yield the patch of each file; a file that is gone and another that is like it are one that was renamed."""
    gone = [each for each in alterations if each.after is None]
    new = [each for each in alterations if each.before is None]
    renamed = {each.name: old for each in new if (old := next((one for one in gone if _alike(one, each)), None))}
    moved = {old.name for old in renamed.values()}
    for each in alterations:
        if each.name not in moved:
            yield _change(each, renamed.get(each.name), folder)


def _alike(old: Alteration, new: Alteration) -> bool:
    return difflib.SequenceMatcher(None, _lines(old.before), _lines(new.after)).ratio() > RENAMED


def _change(each: Alteration, renamed: Alteration | None, folder: str) -> _Change:
    name = _path(folder, each.name)
    old = _path(folder, renamed.name) if renamed else name
    before = renamed.before if renamed else each.before
    diff = "".join(_diff(before, each.after, old, name))
    head = [f"diff --git a/{old} b/{name}"]
    blobs = f"index {_blob(before)}..{_blob(each.after)}"
    if before is None:
        head += ["new file mode 100644", blobs]
    elif each.after is None:
        head += ["deleted file mode 100644", blobs]
    elif renamed:
        ratio = difflib.SequenceMatcher(None, _lines(before), _lines(each.after)).ratio()
        head += [f"similarity index {int(100 * ratio)}%", f"rename from {old}", f"rename to {name}"]
        head += [f"{blobs} 100644"] if diff else []
    else:
        head.append(f"{blobs} 100644")
    return _Change(f"{old} => {name}" if renamed else name, "\n".join(head) + "\n" + diff)


def _diff(before: bytes | None, after: bytes | None, old: str, new: str) -> Iterator[str]:
    names = ("/dev/null" if before is None else f"a/{old}", "/dev/null" if after is None else f"b/{new}")
    for line in difflib.unified_diff(_lines(before), _lines(after), *names):
        yield line if line.endswith("\n") else f"{line}\n{NO_NEWLINE}"


def _lines(content: bytes | None) -> list[str]:
    """Split at line feeds alone: a text may hold the other characters that Python takes for line ends."""
    *lines, last = (content or b"").decode("utf-8", "replace").split("\n")
    return [line + "\n" for line in lines] + ([last] if last else [])


def _blob(content: bytes | None) -> str:
    """Return the name that git has for a file's content."""
    if content is None:
        return NOTHING
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _path(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _header(text: str) -> str:
    return text if text.isascii() else Header(text, "utf-8", header_name="Subject").encode()


def _body(reason: str) -> Iterator[str]:
    """Yield what was written as a quotation: indented, no line of it a word that git obeys."""
    for paragraph in reason.splitlines():
        yield from (f"  {line}" for line in wrap(OBEYED.sub("–", _plain(paragraph)), WIDTH))


def _plain(text: str) -> str:
    """Return a text on one line, without signs that would be obeyed instead of seen."""
    return " ".join(UNSEEN.sub(" ", text.encode("utf-8", "replace").decode()).split())
