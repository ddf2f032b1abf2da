"""From the graph as read to its relations in full, by skosify's inference on a copy of the structural triples.

Inferred: sub-classes and sub-properties that the file or iso-thes declares, inverses, symmetry, top concepts.
Not inferred: the transitive closure (nothing asks for it, and it costs most of the time), and `broader` from
`broadMatch`, which would put concepts of other vocabularies into this one's hierarchy.

At 50,000 concepts only these triples take the way through rdflib; labels and notes go straight to the records.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
from rdflib import RDF, RDFS, BNode, Graph, URIRef
from skosify import infer

from samsprak.vocabulary.namespaces import RELATIONS, SKOS, SKOSXL, SUBCLASSES, SUBPROPERTIES

TYPE = str(RDF.type)
SUBCLASS = str(RDFS.subClassOf)
SUBPROPERTY = str(RDFS.subPropertyOf)
RELATION_IRIS = tuple(SKOS + name for name in RELATIONS)
STRUCTURAL = (TYPE, SUBCLASS, SUBPROPERTY, *RELATION_IRIS, *SUBPROPERTIES)
# The standards' own axioms are applied below, deliberately, one by one; files that repeat them add nothing.
STANDARD = (SKOS, SKOSXL)

Links = dict[str, dict[str, list[str]]]


def normalise(store: ox.Store) -> Links:
    """Return `{predicate: {subject: [object, …]}}` of the structural relations in full, IRIs as text.

    Objects are sorted; blank nodes are written `_:id` and stand as subjects or objects of types and members only.
    """
    graph = Graph()
    for predicate in (*STRUCTURAL, *_declared_subproperties(store)):
        _copy(store, predicate, graph)
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
    return _links(graph)


def _declared_subproperties(store: ox.Store) -> Iterator[str]:
    """Yield the file's own sub-properties, whatever they refine: their statements may hold the hierarchy."""
    for quad in store.quads_for_pattern(None, ox.NamedNode(SUBPROPERTY), None):
        if isinstance(quad.subject, ox.NamedNode) and not quad.subject.value.startswith(STANDARD):
            yield quad.subject.value


def _copy(store: ox.Store, predicate: str, graph: Graph) -> None:
    relation = URIRef(predicate)
    axiom = predicate in {SUBCLASS, SUBPROPERTY}
    for quad in store.quads_for_pattern(None, ox.NamedNode(predicate), None):
        if isinstance(quad.object, ox.Literal) or (axiom and str(quad.subject)[1:].startswith(STANDARD)):
            continue
        graph.add((_node(quad.subject), relation, _node(quad.object)))


def _node(node: object) -> URIRef | BNode:
    if isinstance(node, ox.NamedNode):
        return URIRef(node.value)
    return BNode(node.value if isinstance(node, ox.BlankNode) else str(node))


def _links(graph: Graph) -> Links:
    links: Links = {}
    shared: dict[str, str] = {}  # an IRI stands in many relations: one string of it, for the memory of all
    for predicate in {TYPE, *RELATION_IRIS, *SUBPROPERTIES}:
        by_subject = links[predicate] = {}
        for subject, obj in graph.subject_objects(URIRef(predicate)):
            one, other = _text(subject), _text(obj)
            one, other = shared.setdefault(one, one), shared.setdefault(other, other)
            by_subject.setdefault(one, []).append(other)
        for objects in by_subject.values():
            objects.sort()
    return links


def _text(node: object) -> str:
    # A plain string: rdflib's class must not leave this package.
    return f"_:{node}" if isinstance(node, BNode) else str(node)
