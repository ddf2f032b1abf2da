"""Runs the shapes: queries on Oxigraph, the rest with pyshacl.

A shape that needs SPARQL is targeted at one node, so its constraint is one plain SELECT over the whole vocabulary.
Oxigraph answers those in milliseconds where pyshacl, through rdflib, takes most of its time parsing them; a test holds
that pyshacl alone, and the engine `shacl`, find the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

import pyoxigraph as ox
from pyshacl import validate
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF as RDF_TERMS
from rdflib.namespace import SH as SH_TERMS
from rdflib.term import Node

from samsprak.validation.findings import Raw
from samsprak.validation.rules import RuleBook
from samsprak.vocabulary.literals import key
from samsprak.vocabulary.namespaces import ISOTHES, RDF, SUBCLASSES, SUBPROPERTIES

Progress = Callable[[int, int], None]
VALUE = ox.Variable("value")
BINDS_VALUE = "AS ?value)"
BOUND = frozenset({"this", "value", "path"})


def prepare(store: ox.Store) -> None:
    """Add what the shapes take as given: what iso-thes' kinds of hierarchy and of collection are in SKOS."""
    for sub, sup in SUBPROPERTIES.items():
        relation = ox.NamedNode(sup)
        found = list(store.quads_for_pattern(None, ox.NamedNode(sub), None))
        store.extend([ox.Quad(quad.subject, relation, quad.object) for quad in found])
    kind = ox.NamedNode(RDF + "type")
    for sub, sup in SUBCLASSES.items():
        # SKOS's own sub-class is not added: the shapes know it.
        if sub.startswith(ISOTHES):
            found = list(store.quads_for_pattern(None, kind, ox.NamedNode(sub)))
            store.extend([ox.Quad(quad.subject, kind, ox.NamedNode(sup)) for quad in found])


def run(
    store: ox.Store, book: RuleBook, only: ox.NamedNode | None = None, progress: Progress = lambda _done, _all: None
) -> Iterator[Raw]:
    """Yield the faults that the shapes find in a prepared store, each once; with `only`, those of one resource.

    `progress` is told how many rules of how many are done.
    """
    seen: set[tuple[str, ...]] = set()
    for raw in chain(_queried(store, book, only, progress), _shaped(store, book)):
        if only is not None and raw.focus != only.value:
            continue
        identity = (raw.rule.shape, raw.focus, raw.path, raw.value, *sorted(raw.details.values()))
        if identity not in seen:
            seen.add(identity)
            yield raw


def _queried(store: ox.Store, book: RuleBook, only: ox.NamedNode | None, progress: Progress) -> Iterator[Raw]:
    queried = [rule for rule in book.rules if rule.query]
    for done, rule in enumerate(queried):
        progress(done, len(queried))
        # A rule that binds the value itself is about the whole vocabulary.
        if only is not None and BINDS_VALUE in rule.query:
            continue
        solutions = store.query(rule.query, substitutions={VALUE: only} if only is not None else None)
        assert isinstance(solutions, ox.QuerySolutions)  # noqa: S101 - a constraint is a SELECT
        names = [variable.value for variable in solutions.variables]
        for solution in solutions:
            bound = {name: key_of(solution[name]) for name in names if solution[name] is not None}
            if only is not None:
                bound["value"] = only.value
            details = {name: value for name, value in bound.items() if name not in BOUND}
            shown = next(iter(details.values()), "")
            yield Raw(rule, bound.get("value", ""), bound.get("path", ""), shown, details)


def _shaped(store: ox.Store, book: RuleBook) -> Iterator[Raw]:
    """Run the shapes without queries through pyshacl, on a graph of what they look at."""
    shapes = _graph(book.core)
    if not len(shapes):
        return
    _, results, _ = validate(_graph(store, _mentioned(book.core)), shacl_graph=shapes, advanced=False, inplace=True)
    assert isinstance(results, Graph)  # noqa: S101 - anything else is an error in our own shapes
    rules = book.by_shape()
    for result in results.subjects(RDF_TERMS.type, SH_TERMS.ValidationResult):
        shape = _root(shapes, results.value(result, SH_TERMS.sourceShape))
        path = results.value(result, SH_TERMS.resultPath)
        value = results.value(result, SH_TERMS.value)
        focus = _written(results.value(result, SH_TERMS.focusNode))
        yield Raw(
            rules[shape],
            focus,
            str(path) if isinstance(path, URIRef) else "",
            _written(value),
            {"value": _written(value), "text": _written(value)},
        )


def _root(shapes: Graph, shape: Node | None) -> str:
    """Return the named shape that a property shape belongs to."""
    while isinstance(shape, BNode):
        shape = shapes.value(None, SH_TERMS.property, shape)
    return str(shape)


def _mentioned(shapes: ox.Store) -> set[str]:
    """Return every address that shapes name: the classes and properties that they look at are among them."""
    return {quad.object.value for quad in shapes if isinstance(quad.object, ox.NamedNode)}


def _graph(store: ox.Store, wanted: set[str] | None = None) -> Graph:
    """Copy a store into rdflib's memory: pyshacl is six times slower on a graph backed by Oxigraph.

    With `wanted`, only statements of those properties, and types of those classes.
    """
    graph = Graph()
    for quad in store if wanted is None else _looked_at(store, wanted):
        graph.add((_term(quad.subject), URIRef(quad.predicate.value), _term(quad.object)))
    return graph


def _looked_at(store: ox.Store, wanted: set[str]) -> Iterator[ox.Quad]:
    for iri in sorted(wanted):
        yield from store.quads_for_pattern(None, ox.NamedNode(iri), None)
        yield from store.quads_for_pattern(None, ox.NamedNode(RDF + "type"), ox.NamedNode(iri))


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


def key_of(node: object) -> str:
    """Return a term as `Raw` writes it."""
    return node.value if isinstance(node, ox.Literal) else key(node)
