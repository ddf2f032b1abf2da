"""A query as far as it must be known before it is answered: its form, the graphs it names, what it must not do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise
from urllib.parse import urljoin

from samsprak.errors import N_
from samsprak.sparql.refusals import Forbidden, Malformed, UnknownGraph
from samsprak.sparql.tokens import Kind, Token, place, tokens

UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH")
# Functions that give something else each time.
CHANGING = frozenset({"NOW", "RAND", "UUID", "STRUUID", "BNODE"})
# SPARQL 1.1 §19.2: escapes that stand for characters anywhere in a query.
ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
MAX_CODE_POINT = 0x10FFFF


class Form(Enum):
    """What a query gives: rows, yes or no, or a graph."""

    SELECT = "SELECT"
    ASK = "ASK"
    CONSTRUCT = "CONSTRUCT"
    DESCRIBE = "DESCRIBE"

    @property
    def gives_graph(self) -> bool:
        """Whether the answer is RDF."""
        return self in {Form.CONSTRUCT, Form.DESCRIBE}


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that a query says it reads, by IRI; a name without any is the whole (SPARQL 1.1 §13.2)."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.default or self.named)

    def check(self, known: Sequence[str]) -> None:
        """Raise `UnknownGraph` where a graph is none of those that are known."""
        for iri in (*self.default, *self.named):
            if iri not in known:
                raise UnknownGraph(iri, tuple(known))


@dataclass(frozen=True, slots=True)
class Question:
    """A query that may be answered.

    `dataset` is what it or its request says, `lasting` whether the same data always gives the same answer.
    """

    text: str
    form: Form
    dataset: Dataset
    lasting: bool

    def on(self, dataset: Dataset, known: Sequence[str]) -> Question:
        """Return the question about the graphs that the request names, else about its own.

        The request has precedence (SPARQL 1.1 Protocol §2.1.4). Raises `UnknownGraph`.
        """
        chosen = dataset or self.dataset
        chosen.check(known)
        return replace(self, dataset=chosen)


def read(text: str) -> Question:
    """Read a query. Raises `Malformed` and `Forbidden`."""
    found = list(tokens(text))
    # Some parsers resolve escapes before they look for words, others after: it must be no SERVICE either way.
    _refuse_services(text, found)
    if "\\" in text:
        plain = ESCAPE.sub(_character, text)
        _refuse_services(plain, list(tokens(plain)))
    prologue = _Prologue.read(found)
    lasting = not any(token.kind is Kind.WORD and token.text.upper() in CHANGING for token in found)
    return Question(text, _form(text, found, prologue.end), _dataset(found[prologue.end :], prologue), lasting)


@dataclass(frozen=True, slots=True)
class _Prologue:
    """The prefixes and the base that a query declares, and at which token it goes on."""

    prefixes: dict[str, str]
    base: str
    end: int

    @classmethod
    def read(cls, found: Sequence[Token]) -> _Prologue:
        prefixes: dict[str, str] = {}
        base, at = "", 0
        while at + 1 < len(found):
            if found[at].says("BASE") and found[at + 1].kind is Kind.IRI:
                base = urljoin(base, found[at + 1].text[1:-1])
                at += 2
            elif found[at].says("PREFIX") and at + 2 < len(found) and found[at + 2].kind is Kind.IRI:
                prefixes[found[at + 1].prefix] = urljoin(base, found[at + 2].text[1:-1])
                at += 3
            else:
                break
        return cls(prefixes, base, at)

    def resolved(self, token: Token) -> str:
        """Return the IRI that a token stands for; what is declared nowhere stays as it is, and is no graph here."""
        if token.kind is Kind.IRI:
            return urljoin(self.base, token.text[1:-1])
        prefix, _, local = token.text.partition(":")
        return self.prefixes.get(prefix, f"{prefix}:") + local.replace("\\", "")


def declared(found: Sequence[Token]) -> set[str]:
    """Return the prefixes that a query declares."""
    return set(_Prologue.read(found).prefixes)


def _form(text: str, found: Sequence[Token], at: int) -> Form:
    if at >= len(found):
        raise Malformed(
            *place(text, len(text)), N_("The query is empty: it has no SELECT, ASK, CONSTRUCT or DESCRIBE.")
        )
    first = found[at].text.upper() if found[at].kind is Kind.WORD else ""
    for form in Form:
        if first.startswith(form.value):
            return form
    if first in UPDATES:
        raise Forbidden(N_("This service is only read: {word} changes data. See how to propose changes."), word=first)
    raise Malformed(
        *place(text, found[at].start),
        N_("Line {line}, column {column}: SELECT, ASK, CONSTRUCT or DESCRIBE is missing where it says “{found}”."),
        found=found[at].text[:40],
    )


def _dataset(found: Sequence[Token], prologue: _Prologue) -> Dataset:
    default: list[str] = []
    named: list[str] = []
    for at, token in enumerate(found):
        if token.says("{"):
            break
        if token.says("FROM"):
            rest = found[at + 1 : at + 3]
            graphs = named if rest and rest[0].says("NAMED") else default
            graphs += [prologue.resolved(each) for each in rest[graphs is named :][:1] if each.kind in _NAMES]
    return Dataset(tuple(default), tuple(named))


_NAMES = frozenset({Kind.IRI, Kind.NAME})


def _refuse_services(text: str, found: Sequence[Token]) -> None:
    for token in _services(found):
        line, column = place(text, token.start)
        raise Forbidden(
            N_("Line {line}, column {column}: SERVICE is not done here, this service asks no other."),
            line=line,
            column=column,
        )


def _services(found: Sequence[Token]) -> Iterator[Token]:
    """Yield what is, or what a parser that needs no space after a keyword may take for, the word SERVICE."""
    for token, following in pairwise((*found, Token(Kind.SIGN, "", 0))):
        if token.kind is Kind.WORD and "SERVICE" in token.text.upper():
            yield token
        if token.kind is Kind.NAME and "SERVICE" in token.prefix.upper() and following.says("{"):
            yield token


def _character(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code <= MAX_CODE_POINT else found[0]
