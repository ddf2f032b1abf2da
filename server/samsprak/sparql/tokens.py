"""SPARQL taken apart into its tokens (SPARQL 1.1 §19.8): enough to know what a query is and where it breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

WORD_CHAR = r"[\w\u00b7\u203f\u2040]"
LOCAL = rf"(?:{WORD_CHAR}|[.:-]|%[0-9A-Fa-f]{{2}}|\\[_~.\-!$&'()*+,;=/?#@%])*"
TOKEN = re.compile(
    rf"""
    (?P<space>[\s\ufeff]+|\#[^\n\r]*)
  | (?P<iri><[^<>"{{}}|^`\x00-\x20]*>)
  | (?P<text>'''(?:'{{0,2}}(?:[^'\\]|\\.))*'''|\"\"\"(?:"{{0,2}}(?:[^"\\]|\\.))*\"\"\"
      |'(?:[^'\\\n\r]|\\.)*'|"(?:[^"\\\n\r]|\\.)*")
  | (?P<variable>[?$]{WORD_CHAR}+)
  | (?P<blank>_:{WORD_CHAR}(?:{WORD_CHAR}|[.-])*)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
  | (?P<name>(?:[^\W\d_](?:{WORD_CHAR}|[.-])*)?:{LOCAL})
  | (?P<word>[^\W\d]{WORD_CHAR}*)
  | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)


class Kind(Enum):
    """What a token is."""

    IRI = "iri"
    TEXT = "text"
    VARIABLE = "variable"
    BLANK = "blank"
    LANGUAGE = "language"
    NUMBER = "number"
    NAME = "name"
    WORD = "word"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Token:
    """A token and where it begins in the text."""

    kind: Kind
    text: str
    start: int

    @property
    def prefix(self) -> str:
        """The prefix of a prefixed name."""
        return self.text.partition(":")[0]

    def says(self, word: str) -> bool:
        """Tell whether this is a keyword or a sign, in any case."""
        return self.kind in {Kind.WORD, Kind.SIGN} and self.text.upper() == word


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens, white space and comments left out."""
    for found in TOKEN.finditer(text):
        if found.lastgroup and found.lastgroup != "space":
            yield Token(Kind(found.lastgroup), found[0], found.start())


def place(text: str, offset: int) -> tuple[int, int]:
    """Return the line and the column of an offset, counted from 1."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
