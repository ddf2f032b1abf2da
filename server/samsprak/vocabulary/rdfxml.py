"""RDF/XML that every XML parser reads: what XML 1.0 cannot hold is written as near as it can.

The writer of the RDF library lets through what no parser takes back: control characters, line ends that XML turns
into others, and predicates that end in no XML name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO, cast

import pyoxigraph as ox

# What is no character of XML (XML 1.0 §2.2).
NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
REPLACEMENT = "\ufffd"
# Letters that may begin a name in every edition of XML 1.0 (§2.3): Latin, Greek, Cyrillic.
START = (
    "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\xff\u0100-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0386\u0388-\u038a\u038c"
    "\u038e-\u03a1\u03a3-\u03ce\u0401-\u040c\u040e-\u044f\u0451-\u045c\u045e-\u0481"
)
# An IRI that ends in such a name, which is what an element is called.
LOCAL_NAME = re.compile(rf"[\x21-\x2c/:-@\[-^`{{-~][0-9.-]*[{START}][{START}0-9.-]*\Z")


class _Text:
    """Passes XML on with carriage returns as references, since a parser reads bare ones as line feeds (§2.11)."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def write(self, content: bytes) -> int:
        self._out.write(content.replace(b"\r", b"&#13;"))
        return len(content)

    def flush(self) -> None:
        self._out.flush()


def write(triples: Iterable[ox.Triple], prefixes: Mapping[str, str], out: BinaryIO) -> None:
    """Write triples as RDF/XML; a statement whose predicate RDF/XML has no form for is left out."""
    ox.serialize(_writable(triples), cast("BinaryIO", _Text(out)), ox.RdfFormat.RDF_XML, prefixes=dict(prefixes))


def _writable(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    known: dict[ox.NamedNode, bool] = {}
    for triple in triples:
        predicate, obj = triple.predicate, triple.object
        if predicate not in known:
            known[predicate] = LOCAL_NAME.search(predicate.value) is not None
        if not known[predicate]:
            continue
        if isinstance(obj, ox.Literal) and NO_CHARACTER.search(obj.value):
            yield ox.Triple(triple.subject, predicate, _cleaned(obj))
        else:
            yield triple


def _cleaned(literal: ox.Literal) -> ox.Literal:
    text = NO_CHARACTER.sub(REPLACEMENT, literal.value)
    if literal.language:
        return ox.Literal(text, language=literal.language)
    return ox.Literal(text, datatype=literal.datatype)
