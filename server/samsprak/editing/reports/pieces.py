"""Pieces: the words of a report, as every form of it marks them in its own way."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samsprak.editing.rewordings import Mark

# Signs that a terminal or a reader would obey instead of seeing: controls, and those that turn the direction of text.
BREAKS = re.compile(r"[\t\n\r]+")
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words: what has become of them, and the address that they lead to, empty where they lead nowhere."""

    text: str
    mark: Mark = Mark.KEPT
    address: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is told of a difference; `alarming` where it must be looked at.

    `lang` is the language of values that have one, empty where the line is in the reader's.
    """

    heading: str
    pieces: tuple[Piece, ...]
    alarming: bool = False
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One difference: its term, what else has happened to it, what has changed and what follows."""

    term: Piece
    iri: str
    tags: tuple[str, ...]
    lines: tuple[Line, ...]
    consequences: tuple[Line, ...]

    @property
    def alarming(self) -> bool:
        """Whether anything about it must be looked at."""
        return any(line.alarming for line in self.consequences)


def visible(text: str) -> str:
    """Return a text on one line, with signs shown that would not be seen but obeyed."""
    return UNSEEN.sub(lambda sign: f"[U+{ord(sign[0]):04X}]", BREAKS.sub(" ", text))
