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
# A local name at the end of an IRI (XML 1.0 §2.3), without which it cannot name an element.
START = (
    "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
LOCAL_NAME = re.compile(rf"[{START}][{START}0-9.\xb7\u0300-\u036f\u203f-\u2040-]*\Z")


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
