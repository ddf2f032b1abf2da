"""The line that a fault stands on: only files with faults are read again, and the parser tells where it was.

The parser is handed a file a line at a time, so that when it gives a statement, the line handed last is the one on
which that statement ended, or the one after. Where its text began is looked up in the lines before.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from samsprak.validation.engine import key_of
from samsprak.validation.findings import Place, Raw
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
TYPE, VALUE = RDF + "type", RDF + "value"
Statement = tuple[int, str, str, str]
ByNode = dict[str, list[Statement]]


class _Lines(io.RawIOBase):
    """Bytes that are handed out a line at a time; `number` is the last line handed out."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.lines = content.splitlines(keepends=True)
        self.number = 0

    def readable(self) -> bool:
        return True

    def read(self, _size: int = -1, /) -> bytes:
        line = self.lines[self.number] if self.number < len(self.lines) else b""
        self.number += bool(line)
        return line


class Locator:
    """Finds the places of faults in the files that were read."""

    def __init__(self, files: Sequence[Path], contents: Mapping[Path, bytes] | None = None) -> None:
        """Look in files; `contents` are of those that are not on disk."""
        self._files = files
        self._contents: dict[Path, bytes] = dict(contents or {})
        self._statements: dict[Path, ByNode] = {}
        self._held: dict[str, list[Path]] = {}

    def place(self, raw: Raw) -> Place:
        """Return the place of a fault: of its statement, else of its property, else of its resource."""
        best: tuple[int, Place] | None = None
        for path in self._holding(raw.focus):
            statements = self._read(path)
            # A parser names blank nodes anew each time: what is said of one tells which it is.
            of_blanks = statements.get("_:", [])
            for statement in (*statements.get(raw.focus, ()), *of_blanks):
                rank = _rank(raw, statement)
                if rank is not None and (best is None or rank < best[0]):
                    best = rank, Place(str(path), statement[0])
        return best[1] if best else Place(str(self._files[0]) if len(self._files) == 1 else "")

    def _holding(self, iri: str) -> Iterable[Path]:
        """Return the files whose text holds the last part of an address; of a blank node, all."""
        if iri.startswith("_:") or len(self._files) == 1:
            return self._files
        if iri not in self._held:
            part = iri.rstrip("/#").replace("#", "/").rpartition("/")[2].encode()
            self._held[iri] = [path for path in self._files if part in self._content(path)]
        return self._held[iri]

    def _content(self, path: Path) -> bytes:
        if path not in self._contents:
            raw = path.read_bytes()
            self._contents[path] = gzip.decompress(raw) if path.name.lower().endswith(".gz") else raw
        return self._contents[path]

    def _read(self, path: Path) -> ByNode:
        """Return the statements of a file by the resources that they lead from and to, blank nodes under `_:`."""
        if path not in self._statements:
            by_node: ByNode = {}
            for statement in _statements(path, self._content(path)):
                _, subject, predicate, value = statement
                by_node.setdefault("_:" if subject.startswith("_:") else subject, []).append(statement)
                if WRITTEN_AS.get(predicate, (predicate,))[0] in INVERSES or predicate in SUBPROPERTIES:
                    by_node.setdefault(value, []).append(statement)
            self._statements[path] = by_node
        return self._statements[path]


def _rank(raw: Raw, statement: Statement) -> int | None:
    """Tell how well a statement fits a fault, 0 best; None where it is about something else."""
    _, subject, predicate, value = statement
    if subject != raw.focus:
        if subject.startswith("_:"):
            return _rank_of_blank(raw, predicate, value)
        inverse = predicate in _ways(INVERSES.get(raw.path, "")) and value == raw.focus
        return (0 if subject == raw.value else 3) if inverse else None
    if predicate in _ways(raw.path):
        return _rank_of_value(raw, value)
    return 4 if predicate == TYPE else 5


def _rank_of_value(raw: Raw, value: str) -> int:
    return 0 if value == raw.value else 1 if value in raw.details.values() else 2


def _rank_of_blank(raw: Raw, predicate: str, value: str) -> int | None:
    if predicate == VALUE and value == raw.value:
        return 0
    if not raw.focus.startswith("_:"):
        return None
    if predicate == raw.path:
        return _rank_of_value(raw, value)
    return 4 if predicate == TYPE and value == SKOS + "Concept" else 5


def _ways(path: str) -> tuple[str, ...]:
    return WRITTEN_AS.get(path, (path,))


def _statements(path: Path, content: bytes) -> list[Statement]:
    """Return the statements of a file with their lines; of formats that are not read by lines, line 0."""
    form = of_file(path.name, named=True)
    if form not in LINE_FORMATS:
        return _by_text(path, content)
    lines = _Lines(decode(content, form))
    found: list[Statement] = []
    for quad in ox.parse(cast("IO[bytes]", lines), LINE_FORMATS[form]):
        line = _began(lines, quad.object.value) if isinstance(quad.object, ox.Literal) else lines.number
        found.append((line, key_of(quad.subject), quad.predicate.value, key_of(quad.object)))
    return found


def _began(lines: _Lines, text: str) -> int:
    """Return the line on which a text begins that the parser has just read to its end."""
    head = text.partition("\n")[0].encode()
    for number in range(lines.number, max(lines.number - text.count("\n") - 2, 0), -1):
        line = lines.lines[number - 1]
        if any(quote + head in line for quote in (b'"', b"'")):
            return number
    return lines.number


def _by_text(path: Path, content: bytes) -> list[Statement]:
    """XML and JSON tell no lines: find the line on which the resource's address first stands."""
    form = of_file(path.name, named=True)
    assert form is not None  # noqa: S101 - the file has been read
    parsers = {"rdf-xml": ox.RdfFormat.RDF_XML, "json-ld": ox.RdfFormat.JSON_LD}
    text = decode(content, form)
    first: dict[str, int] = {}
    found = []
    for quad in ox.parse(text, parsers[form.name]):
        subject = key_of(quad.subject)
        if subject not in first:
            offset = text.find(subject.encode())
            first[subject] = text.count(b"\n", 0, offset) + 1 if offset >= 0 else 1
        found.append((first[subject], subject, quad.predicate.value, key_of(quad.object)))
    return found
