"""Runs the shapes without queries with the optional engine `shacl`, which is handed text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pyoxigraph as ox
import shacl

from samsprak.validation.findings import Raw
from samsprak.validation.rules import RuleBook

TEXT = "ntriples"
# The engine renames blank nodes: those that faults may be about bear an address while it runs.
NAMED_BLANK = "urn:samsprak:blank:"


def run(triples: Sequence[ox.Triple], book: RuleBook) -> Iterator[Raw]:
    """Yield the faults that the shapes of a book find in statements."""
    shapes = shacl.Shapes.from_text(_text(quad.triple for quad in book.core), TEXT)
    rules = book.by_shape()
    for result in shapes.validate_text(_text(_named(triples)), TEXT).results:
        path, value = result.path or "", _renamed(result.value_plain or "")
        yield Raw(
            rules[_bare(result.root_shape or "")],
            _renamed(_bare(result.focus_node)),
            _bare(path) if path.startswith("<") else "",
            value,
            {"value": value, "text": value},
        )


def _named(triples: Sequence[ox.Triple]) -> Iterator[ox.Triple]:
    blanks = {triple.subject for triple in triples if isinstance(triple.subject, ox.BlankNode)}
    names: dict[object, ox.NamedNode] = {blank: ox.NamedNode(NAMED_BLANK + blank.value) for blank in blanks}
    for triple in triples:
        subject, value = names.get(triple.subject, triple.subject), names.get(triple.object, triple.object)
        yield ox.Triple(subject, triple.predicate, value)


def _renamed(node: str) -> str:
    """Give a blank node its own name back."""
    return f"_:{node.removeprefix(NAMED_BLANK)}" if node.startswith(NAMED_BLANK) else node


def _bare(node: str) -> str:
    return node.removeprefix("<").removesuffix(">")


def _text(triples: Iterable[ox.Triple]) -> str:
    return (ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"").decode()
