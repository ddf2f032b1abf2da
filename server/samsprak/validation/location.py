"""The line that a fault stands on: only files with faults are read again, and the parser tells where it was.

The parser is handed a file a line at a time, so that when it gives a statement, the line handed last is the one on
which that statement ended.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from samsprak.validation.engine import key_of
from samsprak.validation.findings import Place, Raw
from samsprak.vocabulary.encoding import decode
from samsprak.vocabulary.formats import N_TRIPLES, TURTLE, of_file
from samsprak.vocabulary.namespaces import ISOTHES, RDF, SKOS

LINE_FORMATS = {TURTLE: ox.RdfFormat.TURTLE, N_TRIPLES: ox.RdfFormat.N_TRIPLES}
# A relation at fault may be written from its other end, or as its sub-property.
WRITTEN_AS = {
    SKOS + "broader": tuple(ISOTHES + name for name in ("broaderGeneric", "broaderPartitive", "broaderInstantial")),
}
Statement = tuple[int, str, str, str]


class _Lines(io.RawIOBase):
    """Bytes that are handed out a line at a time; `number` is the last line handed out."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self._lines = iter(content.splitlines(keepends=True))
        self.number = 0

    def readable(self) -> bool:
        return True

    def read(self, _size: int = -1, /) -> bytes:
        line = next(self._lines, b"")
        self.number += bool(line)
        return line


class Locator:
    """Finds the places of faults in the files that were read."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = files
        self._contents: dict[Path, bytes] = {}
        self._statements: dict[Path, list[Statement]] = {}

    def place(self, raw: Raw) -> Place:
        """Return the place of a fault: of its statement, else of its property, else of its resource."""
        best: tuple[int, Place] | None = None
        for path in self._holding(raw.focus):
            for line, subject, predicate, value in self._read(path):
                if subject != raw.focus:
                    continue
                rank = _rank(raw, predicate, value)
                if best is None or rank < best[0]:
                    best = rank, Place(str(path), line)
        return best[1] if best else Place(str(self._files[0]) if len(self._files) == 1 else "")

    def _holding(self, iri: str) -> Iterable[Path]:
        """Return the files whose text holds the last part of an address; of a blank node, all."""
        if iri.startswith("_:"):
            return self._files
        part = max(iri.rstrip("/#").replace("#", "/").split("/")[-1:], default="").encode()
        return [path for path in self._files if part in self._content(path)]

    def _content(self, path: Path) -> bytes:
        if path not in self._contents:
            raw = path.read_bytes()
            self._contents[path] = gzip.decompress(raw) if path.name.lower().endswith(".gz") else raw
        return self._contents[path]

    def _read(self, path: Path) -> list[Statement]:
        if path not in self._statements:
            self._statements[path] = _statements(path, self._content(path))
        return self._statements[path]


def _rank(raw: Raw, predicate: str, value: str) -> int:
    same_property = predicate == raw.path or predicate in WRITTEN_AS.get(raw.path, ())
    if same_property and value in {raw.value, *raw.details.values()}:
        return 0
    if same_property:
        return 1
    return 2 if predicate == RDF + "type" else 3


def _statements(path: Path, content: bytes) -> list[Statement]:
    """Return the statements of a file with their lines; of formats that are not read by lines, line 0."""
    form = of_file(path.name, named=True)
    if form not in LINE_FORMATS:
        return _by_text(path, content)
    lines = _Lines(decode(content, form))
    return [
        (lines.number, key_of(quad.subject), quad.predicate.value, key_of(quad.object))
        for quad in ox.parse(cast("IO[bytes]", lines), LINE_FORMATS[form])
    ]


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
