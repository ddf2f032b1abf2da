"""The line that a fault stands on: only files with faults are read again, and the parser tells where it was.

The parser is handed a file a line at a time, so that when it gives a statement, the line handed last is the one on
which that statement ended, or the one after. Where its text began is looked up in the lines before.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from samsprak.validation.engine import key_of
from samsprak.validation.findings import Place, Raw
from samsprak.validation.names import last_part
from samsprak.vocabulary.encoding import decode
from samsprak.vocabulary.formats import N_TRIPLES, TURTLE, of_file
from samsprak.vocabulary.namespaces import RDF, SKOS, SUBPROPERTIES

LINE_FORMATS = {TURTLE: ox.RdfFormat.TURTLE, N_TRIPLES: ox.RdfFormat.N_TRIPLES}
# A relation at fault may be written as its sub-property, or from its other end.
WRITTEN_AS = {
    sup: (sup, *(sub for sub, of in SUBPROPERTIES.items() if of == sup)) for sup in set(SUBPROPERTIES.values())
}
INVERSES = {
    SKOS + "broader": SKOS + "narrower",
    SKOS + "related": SKOS + "related",
    SKOS + "topConceptOf": SKOS + "hasTopConcept",
    SKOS + "broadMatch": SKOS + "narrowMatch",
    SKOS + "exactMatch": SKOS + "exactMatch",
    SKOS + "relatedMatch": SKOS + "relatedMatch",
}
INVERSES |= {other: one for one, other in INVERSES.items()}
# Properties whose statements may be found from their other end.
TWO_WAYS = frozenset((*INVERSES, *SUBPROPERTIES))
TYPE, VALUE = RDF + "type", RDF + "value"
# The rank of what is about something else.
UNRANKED = 9
Statement = tuple[int, str, str, str]
ByNode = dict[str, list[Statement]]


class _Lines(io.RawIOBase):
    """Bytes that are handed out a line at a time, long ones in pieces; `number` is the last line handed out."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.lines = content.splitlines(keepends=True)
        self.number = 0
        self._rest = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        # More than was asked for ends the whole process: the parser has no room for it.
        if not self._rest and self.number < len(self.lines):
            self._rest = self.lines[self.number]
            self.number += 1
        piece = self._rest if size < 0 else self._rest[:size]
        self._rest = self._rest[len(piece) :]
        return piece


class Locator:
    """Finds the places of faults in the files that were read."""

    def __init__(self, files: Sequence[Path], contents: Mapping[Path, bytes] | None = None) -> None:
        """Look in files; `contents` are of those that are not on disk."""
        self._files = files
        self._contents: Mapping[Path, bytes] = contents or {}

    def places(self, raws: Sequence[Raw]) -> list[Place]:
        """Return the place of each fault: of its statement, else of its property, else of its resource."""
        nowhere = Place(str(self._files[0]) if len(self._files) == 1 else "")
        best = [(UNRANKED, nowhere)] * len(raws)
        for path in self._files if raws else ():
            content = self._content(path)
            held = {iri for iri in {raw.focus for raw in raws} if self._holds(content, iri)}
            here = [number for number, raw in enumerate(raws) if raw.focus in held]
            statements = _by_node(path, content, _Wanted.by([raws[number] for number in here])) if here else {}
            for number in here:
                best[number] = min(best[number], _best(raws[number], statements, path), key=itemgetter(0))
        return [place for _, place in best]

    def _holds(self, content: bytes, iri: str) -> bool:
        """Tell whether a text holds the last part of an address; a blank node may be anywhere."""
        return iri.startswith("_:") or len(self._files) == 1 or last_part(iri).encode() in content

    def _content(self, path: Path) -> bytes:
        if path in self._contents:
            return self._contents[path]
        raw = path.read_bytes()
        return gzip.decompress(raw) if path.name.lower().endswith(".gz") else raw


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What statements are looked for: those of `resources`, and texts in nodes of their own."""

    resources: frozenset[str]
    texts: frozenset[str]
    blanks: bool

    @classmethod
    def by(cls, raws: Iterable[Raw]) -> _Wanted:
        resources = frozenset(raw.focus for raw in raws)
        texts = frozenset(raw.value for raw in raws)
        return cls(resources, texts, any(iri.startswith("_:") for iri in resources))

    def nodes(self, quad: ox.Quad) -> tuple[str, ...]:
        """Return the resources that a statement is kept for, blank nodes as `_:`."""
        subject, predicate = quad.subject, quad.predicate.value
        nodes: tuple[str, ...] = ()
        if isinstance(subject, ox.NamedNode):
            nodes = (subject.value,) if subject.value in self.resources else ()
        elif self.blanks or (predicate == VALUE and key_of(quad.object) in self.texts):
            nodes = ("_:",)
        if predicate in TWO_WAYS and (value := key_of(quad.object)) in self.resources:
            return (*nodes, value)
        return nodes


def _by_node(path: Path, content: bytes, wanted: _Wanted) -> ByNode:
    by_node: ByNode = {}
    for node, statement in _statements(path, content, wanted):
        by_node.setdefault(node, []).append(statement)
    return by_node


def _best(raw: Raw, statements: ByNode, path: Path) -> tuple[int, Place]:
    """Return how well the statement fits that fits a fault best, and where it is."""
    # A parser names blank nodes anew each time: what is said of one tells which it is.
    near = chain(statements.get(raw.focus, ()), statements.get("_:", ()))
    ranked = ((_rank(raw, statement), statement[0]) for statement in near)
    rank, line = min(ranked, key=itemgetter(0), default=(UNRANKED, 0))
    return rank, Place(str(path), line)


def _rank(raw: Raw, statement: Statement) -> int:
    """Tell how well a statement fits a fault, 0 best; `UNRANKED` where it is about something else."""
    _, subject, predicate, value = statement
    if subject != raw.focus:
        if subject.startswith("_:"):
            return _rank_of_blank(raw, predicate, value)
        inverse = predicate in _ways(INVERSES.get(raw.path, "")) and value == raw.focus
        return (0 if subject == raw.value else 3) if inverse else UNRANKED
    if predicate in _ways(raw.path):
        return _rank_of_value(raw, value)
    return 4 if predicate == TYPE else 5


def _rank_of_value(raw: Raw, value: str) -> int:
    return 0 if value == raw.value else 1 if value in raw.details.values() else 2


def _rank_of_blank(raw: Raw, predicate: str, value: str) -> int:
    if predicate == VALUE and value == raw.value:
        return 0
    if not raw.focus.startswith("_:"):
        return UNRANKED
    if predicate == raw.path:
        return _rank_of_value(raw, value)
    return 4 if predicate == TYPE and value == SKOS + "Concept" else 5


def _ways(path: str) -> tuple[str, ...]:
    return WRITTEN_AS.get(path, (path,))


def _statements(path: Path, content: bytes, wanted: _Wanted) -> Iterator[tuple[str, Statement]]:
    """Yield the statements of a file that are wanted, with their lines and what they are kept for."""
    form = of_file(path.name, named=True)
    if form not in LINE_FORMATS:
        yield from _by_text(path, content, wanted)
        return
    lines = _Lines(decode(content, form))
    for quad in ox.parse(cast("IO[bytes]", lines), LINE_FORMATS[form]):
        for node in wanted.nodes(quad):
            line = _began(lines, quad.object.value) if isinstance(quad.object, ox.Literal) else lines.number
            yield node, _statement(quad, line)


def _statement(quad: ox.Quad, line: int) -> Statement:
    return line, key_of(quad.subject), quad.predicate.value, key_of(quad.object)


def _began(lines: _Lines, text: str) -> int:
    """Return the line on which a text begins that the parser has just read to its end."""
    head = text.partition("\n")[0].encode()
    for number in range(lines.number, max(lines.number - text.count("\n") - 2, 0), -1):
        line = lines.lines[number - 1]
        if any(quote + head in line for quote in (b'"', b"'")):
            return number
    return lines.number


def _by_text(path: Path, content: bytes, wanted: _Wanted) -> Iterator[tuple[str, Statement]]:
    """XML and JSON tell no lines: find the line on which the resource's address first stands."""
    form = of_file(path.name, named=True)
    assert form is not None  # noqa: S101 - the file has been read
    parsers = {"rdf-xml": ox.RdfFormat.RDF_XML, "json-ld": ox.RdfFormat.JSON_LD}
    text = decode(content, form)
    first: dict[str, int] = {}
    for quad in ox.parse(text, parsers[form.name]):
        for node in wanted.nodes(quad):
            subject = key_of(quad.subject)
            if subject not in first:
                offset = text.find(subject.encode())
                first[subject] = text.count(b"\n", 0, offset) + 1 if offset >= 0 else 1
            yield node, _statement(quad, first[subject])
