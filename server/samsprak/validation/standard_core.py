"""Runs the shapes without queries with pyshacl, on a graph in rdflib's memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox
from pyshacl import validate
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from samsprak.validation.findings import Raw
from samsprak.validation.rules import RuleBook


def run(triples: Iterable[ox.Triple], book: RuleBook) -> Iterator[Raw]:
    """Yield the faults that the shapes of a book find in statements."""
    shapes = _graph(quad.triple for quad in book.core)
    _, results, _ = validate(_graph(triples), shacl_graph=shapes, advanced=False, inplace=True)
    assert isinstance(results, Graph)  # noqa: S101 - anything else is an error in our own shapes
    rules = book.by_shape()
    for result in results.subjects(RDF.type, SH.ValidationResult):
        shape = _root(shapes, results.value(result, SH.sourceShape))
        path = results.value(result, SH.resultPath)
        value = _written(results.value(result, SH.value))
        focus = _written(results.value(result, SH.focusNode))
        yield Raw(
            rules[shape],
            focus,
            str(path) if isinstance(path, URIRef) else "",
            value,
            {"value": value, "text": value},
        )


def _root(shapes: Graph, shape: Node | None) -> str:
    """Return the named shape that a property shape belongs to."""
    while isinstance(shape, BNode):
        shape = shapes.value(None, SH.property, shape)
    return str(shape)


def _graph(triples: Iterable[ox.Triple]) -> Graph:
    """Copy statements into rdflib's memory: pyshacl is six times slower on a graph backed by Oxigraph."""
    graph = Graph()
    for triple in triples:
        graph.add((_term(triple.subject), URIRef(triple.predicate.value), _term(triple.object)))
    return graph


def _term(node: object) -> Node:
    if isinstance(node, ox.NamedNode):
        return URIRef(node.value)
    if isinstance(node, ox.Literal):
        if node.language:
            return Literal(node.value, lang=node.language)
        return Literal(node.value, datatype=URIRef(node.datatype.value), normalize=False)
    return BNode(node.value if isinstance(node, ox.BlankNode) else str(node))


def _written(node: Node | None) -> str:
    return "" if node is None else f"_:{node}" if isinstance(node, BNode) else str(node)
