"""From the graph as read to its relations in full, by skosify's inference on a copy of the structural triples.

Inferred: sub-classes and sub-properties that the file or iso-thes declares, inverses, symmetry, top concepts.
Not inferred: the transitive closure (nothing asks for it, and it costs most of the time), and `broader` from
`broadMatch`, which would put concepts of other vocabularies into this one's hierarchy.

At 50,000 concepts only these triples take the way through rdflib; labels and notes go straight to the records, and so
does what inference never reads: which scheme a concept is in, and that it is a concept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import pyoxigraph as ox
from rdflib import RDF, RDFS, BNode, Graph, URIRef
from skosify import infer

from samsprak.vocabulary.literals import key
from samsprak.vocabulary.namespaces import RELATIONS, SKOS, SKOSXL, SUBCLASSES, SUBPROPERTIES

TYPE = str(RDF.type)
IN_SCHEME = SKOS + "inScheme"
CONCEPT = ox.NamedNode(SKOS + "Concept")
SUBCLASS = str(RDFS.subClassOf)
SUBPROPERTY = str(RDFS.subPropertyOf)
RELATION_IRIS = tuple(SKOS + name for name in RELATIONS)
STRUCTURAL = (TYPE, SUBCLASS, SUBPROPERTY, *RELATION_IRIS, *SUBPROPERTIES)
# The standards' own axioms are applied below, deliberately, one by one; files that repeat them add nothing.
STANDARD = (SKOS, SKOSXL)

Links = dict[str, dict[str, list[str]]]


class _Steady(Graph):
    """A graph that can be added to while it is walked, as inference does.

    The simplest of rdflib's stores takes a third of the time of the others; there are no named graphs here.
    """

    def __init__(self) -> None:
        super().__init__(store="SimpleMemory")

    def triples(self, triple: Any) -> Any:
        return iter(list(super().triples(triple)))


def normalise(store: ox.Store) -> Links:
    """Return `{predicate: {subject: [object, …]}}` of the structural relations in full, IRIs as text.

    Objects are sorted; blank nodes are written `_:id` and stand as subjects or objects of types and members only.
    """
    graph = _Steady()
    direct: list[tuple[str, str, str]] = []
    for predicate in (*STRUCTURAL, *_declared_subproperties(store)):
        _copy(store, predicate, graph, direct)
    for sub, sup in SUBPROPERTIES.items():
        graph.add((URIRef(sub), RDFS.subPropertyOf, URIRef(sup)))
    for sub, sup in SUBCLASSES.items():
        graph.add((URIRef(sub), RDFS.subClassOf, URIRef(sup)))
    infer.rdfs_classes(graph)
    infer.rdfs_properties(graph)
    infer.skos_related(graph)
    infer.skos_topConcept(graph)
    infer.skos_hierarchical(graph)
    infer.skos_symmetric_mappings(graph, related=False)
    return _links(graph, direct)


def _declared_subproperties(store: ox.Store) -> Iterator[str]:
    """Yield the file's own sub-properties, whatever they refine: their statements may hold the hierarchy."""
    for quad in store.quads_for_pattern(None, ox.NamedNode(SUBPROPERTY), None):
        if isinstance(quad.subject, ox.NamedNode) and not quad.subject.value.startswith(STANDARD):
            yield quad.subject.value


def _copy(store: ox.Store, predicate: str, graph: Graph, direct: list[tuple[str, str, str]]) -> None:
    """Copy the statements of a predicate to the graph, or to `direct` where nothing follows from them."""
    relation = URIRef(predicate)
    axiom = predicate in {SUBCLASS, SUBPROPERTY}
    for quad in store.quads_for_pattern(None, ox.NamedNode(predicate), None):
        subject, obj = quad.subject, quad.object
        if isinstance(obj, ox.Literal) or (axiom and str(subject)[1:].startswith(STANDARD)):
            continue
        follows_nothing = predicate == IN_SCHEME or (predicate == TYPE and obj == CONCEPT)
        if follows_nothing and isinstance(subject, ox.NamedNode):
            direct.append((predicate, subject.value, key(obj)))
        else:
            graph.add((_node(subject), relation, _node(obj)))


def _node(node: object) -> URIRef | BNode:
    if isinstance(node, ox.NamedNode):
        return URIRef(node.value)
    return BNode(node.value if isinstance(node, ox.BlankNode) else str(node))


def _links(graph: Graph, direct: Iterable[tuple[str, str, str]]) -> Links:
    predicates = {TYPE, *RELATION_IRIS, *SUBPROPERTIES}
    links: Links = {predicate: {} for predicate in predicates}
    shared: dict[str, str] = {}  # an IRI stands in many relations: one string of it, for the memory of all
    inferred = ((each, _text(s), _text(o)) for each in predicates for s, o in graph.subject_objects(URIRef(each)))
    for predicate, subject, obj in chain(direct, inferred):
        one, other = shared.setdefault(subject, subject), shared.setdefault(obj, obj)
        links[predicate].setdefault(one, []).append(other)
    for by_subject in links.values():
        for subject, objects in by_subject.items():
            if len(objects) > 1:
                by_subject[subject] = sorted(set(objects))
    return links


def _text(node: object) -> str:
    # A plain string: rdflib's class must not leave this package.
    return f"_:{node}" if isinstance(node, BNode) else str(node)
