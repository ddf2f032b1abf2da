"""Turtle as an editor wrote it: its tokens, and to which object of which statement each comment belongs.

A parser gives statements and no comments. This reads only the lexical level (Turtle §6.5, and what a statement is
made of); what the terms mean is left to the parser.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from samsprak.errors import N_
from samsprak.vocabulary.faults import Fault

NOT_IN_WORD = r""" \t\r\n<>"'#;,\[\]().\\^@{}|`"""
TOKEN = re.compile(
    rf"""
      (?P<space> [ \t\r\n]++ )
    | (?P<comment> \#[^\r\n]*+ )
    | (?P<text> \"\"\"(?: [^"\\]++ | \\. | "(?!"") )*+\"\"\" | '''(?: [^'\\]++ | \\. | '(?!'') )*+'''
        | "(?: [^"\\\r\n]++ | \\. )*+" | '(?: [^'\\\r\n]++ | \\. )*+' )
    | (?P<iri> <[^<>"{{}}|^`\x00-\x20]*+> )
    | (?P<tag> @[A-Za-z]++(?: --?[A-Za-z0-9]++ )*+ )
    | (?P<number> [+-]?(?: [0-9]*\.[0-9]+ | [0-9]+\.(?=[eE][+-]?[0-9]) | [0-9]+ )(?: [eE][+-]?[0-9]+ )? )
    | (?P<word> (?: [^{NOT_IN_WORD}] | \\. )(?: [^{NOT_IN_WORD}] | \\. | \.+(?=[^{NOT_IN_WORD}]|\\) )*+ )
    | (?P<mark> \^\^ | [;,.\[\]()] )
    """,
    re.VERBOSE | re.DOTALL,
)
LINE_END = re.compile(r"\r\n|\n|\r")
GAP = re.compile(r"[ \t]*(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")
# Directives by their first word, and how many words follow it; those with an @ end in a full stop.
DIRECTIVES = {"@prefix": 3, "@base": 2, "@version": 2, "prefix": 2, "base": 1, "version": 1}
OPENING, CLOSING = "[(", "])"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its sign on, its line from 1, and whether an empty line follows."""

    text: str
    line: int
    gap: bool = False


@dataclass(slots=True)
class Place:
    """One object as it is written, and the comments that stand before it and behind it on its line.

    `subject` is empty where the node has no name of its own; `opens` marks the first object of a statement;
    `head` holds the directives that are in force.
    """

    subject: str
    predicate: str
    line: int
    opens: bool
    head: str
    object: str = ""
    leading: list[Comment] = field(default_factory=list)
    trailing: list[Comment] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """All places of a file in order, and the comments at its head and after its last statement."""

    head: list[Comment] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    tail: list[Comment] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Token:
    """A token and its place in the text; its kind is the name of a group of `TOKEN`."""

    kind: str
    text: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of Turtle that a parser has accepted, comments among them, white space left out.

    Raises the fault of what RDF 1.1 does not have (triple terms, annotations).
    """
    position = 0
    while position < len(text):
        match = TOKEN.match(text, position)
        if match is None:
            line = len(LINE_END.findall(text, 0, position)) + 1
            raise Fault(line, N_("this form of Turtle is not known here, and the comments around it could be lost"))
        position = match.end()
        kind = match.lastgroup or ""
        if kind != "space":
            yield Token(kind, match[0], match.start(), position)


def comments_of(text: str) -> list[Comment]:
    """Return all comments of a file in order."""
    lines = _Lines(text)
    return [_comment(text, token, lines) for token in tokens(text) if token.kind == "comment"]


def layout(text: str) -> Layout:
    """Read where the comments of a file stand; the file must be Turtle that a parser has accepted."""
    return _Walk(text).file()


class _Lines:
    """Which line, from 1, an offset stands on."""

    def __init__(self, text: str) -> None:
        self._starts = [match.end() for match in LINE_END.finditer(text)]

    def of(self, offset: int) -> int:
        return bisect_right(self._starts, offset) + 1


def _comment(text: str, token: Token, lines: _Lines) -> Comment:
    return Comment(token.text.rstrip(" \t"), lines.of(token.start), GAP.match(text, token.end) is not None)


class _Walk:
    """One walk over the tokens of a file; comments are given to their places as they are passed."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = _Lines(text)
        self._tokens = list(tokens(text))
        self._next = 0
        self._last: Token | None = None  # the token before, comments aside
        self._pending: list[Comment] = []  # comments that wait for the next object
        self._owner: Place | None = None  # the object that a comment on its line belongs to
        self._inside = False  # between the brackets of the owner
        self._directives: list[str] = []
        self._after_directive = False
        self._layout = Layout()

    def file(self) -> Layout:
        while self._peek() is not None:
            if not self._directive():
                self._statement()
        at_end = self._layout.tail if self._layout.places else self._layout.head
        at_end.extend(self._waiting())
        return self._layout

    def _peek(self) -> Token | None:
        """Return the next token, having passed the comments before it."""
        while self._next < len(self._tokens):
            token = self._tokens[self._next]
            if token.kind != "comment":
                return token
            self._pass(_comment(self._text, token, self._lines))
            self._next += 1
        return None

    def _pass(self, comment: Comment) -> None:
        beside = self._last is not None and self._lines.of(self._last.end - 1) == comment.line
        if self._owner is not None and beside:
            self._owner.trailing.append(comment)
        elif self._owner is not None and self._inside:
            self._owner.leading.append(comment)
        elif beside and self._after_directive and not self._layout.places:
            self._layout.head.append(Comment(comment.text, comment.line))
        else:
            self._pending.append(comment)

    def _take(self) -> Token:
        token = self._peek()
        if token is None:
            raise Fault(None, N_("this form of Turtle is not known here, and the comments around it could be lost"))
        self._next += 1
        self._last = token
        self._after_directive = False
        return token

    def _waiting(self) -> list[Comment]:
        waiting, self._pending = self._pending, []
        return waiting

    def _directive(self) -> bool:
        """Take a directive, if one is next; the comments before those at the head stand at the head."""
        token = self._peek()
        count = DIRECTIVES.get(token.text.lower()) if token and token.kind in {"word", "tag"} else None
        if token is None or count is None:
            return False
        self._owner = None
        last = token
        for _ in range(count + 1):
            last = self._take()
        self._directives.append(self._text[token.start : last.end])
        if not self._layout.places:
            self._layout.head.extend(self._waiting())
        self._after_directive = True
        return True

    def _statement(self) -> None:
        if not self._directives and not self._layout.places:
            self._layout.head.extend(self._waiting())
        self._owner = None
        start = self._take()
        named = start.text not in OPENING
        if not named:
            self._group(start)
        head, first = "\n".join(self._directives), True
        while (token := self._take()).text != ".":
            if token.text == ";":
                continue
            self._owner = None
            mark = ","
            while mark == ",":
                coming = self._peek()
                line = self._lines.of(coming.start) if coming else 0
                place = Place(start.text if named else "", token.text, line, first, head, leading=self._waiting())
                self._layout.places.append(place)
                self._object(place)
                first = False
                mark = self._take().text
            if mark == ".":
                break
        if self._pending and not first:  # on lines of their own before the full stop
            self._layout.places[-1].leading.extend(self._waiting())
        elif self._pending:
            raise Fault(self._pending[0].line, N_("a comment stands at a node without a name, where it cannot be kept"))

    def _object(self, place: Place) -> None:
        start = self._take()
        self._owner = place
        end = self._group(start)
        following = self._peek()
        if start.kind == "text" and following is not None:
            if following.kind == "tag":
                end = self._take()
            elif following.text == "^^":
                self._take()
                end = self._take()
        place.object = self._text[start.start : end.end]

    def _group(self, token: Token) -> Token:
        """Go on from an opening bracket to the one that closes it; return the last token."""
        depth = int(token.kind == "mark" and token.text in OPENING)
        self._inside = depth > 0
        while depth:
            token = self._take()
            if token.kind == "mark":
                depth += (token.text in OPENING) - (token.text in CLOSING)
        self._inside = False
        return token
