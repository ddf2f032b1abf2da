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

from rdflib import RDF, RDFS, BNode, Graph, URIRef
from skosify import infer

from samsprak.vocabulary.namespaces import RELATIONS, SKOS, SKOSXL, SUBCLASSES, SUBPROPERTIES
from samsprak.vocabulary.ntriples import is_blank, node_of
from samsprak.vocabulary.statements import Pairs

TYPE = str(RDF.type)
IN_SCHEME = SKOS + "inScheme"
CONCEPT = f"<{SKOS}Concept>"
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


def normalise(pairs: Pairs) -> Links:
    """Return `{predicate: {subject: [object, …]}}` of the structural relations in full, IRIs as text.

    Objects are sorted; blank nodes are written `_:id` and stand as subjects or objects of types and members only.
    """
    copy = _Copying()
    for predicate in (*STRUCTURAL, *_declared_subproperties(pairs)):
        copy.copy_all(predicate, pairs.get(predicate, ()))
    graph = copy.graph
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
    return _links(graph, copy.direct)


def _declared_subproperties(pairs: Pairs) -> Iterator[str]:
    """Yield the file's own sub-properties, whatever they refine: their statements may hold the hierarchy."""
    for subject, _ in pairs.get(SUBPROPERTY, ()):
        if not subject.startswith(("_:", *STANDARD)):
            yield subject


class _Copying(dict[str, Any]):
    """A copy of some predicates as a graph; itself the nodes of that graph, by their text, each made once."""

    def __init__(self) -> None:
        super().__init__()
        self.graph = _Steady()
        self.direct: list[tuple[str, str, str]] = []

    def __missing__(self, text: str) -> URIRef | BNode:
        node = self[text] = BNode(text[2:]) if is_blank(text) else URIRef(text)
        return node

    def copy_all(self, predicate: str, pairs: Iterable[tuple[str, str]]) -> None:
        """Copy the statements of a predicate to the graph, or to `direct` where nothing follows from them."""
        relation = URIRef(predicate)
        axiom = predicate in {SUBCLASS, SUBPROPERTY}
        for subject, written in pairs:
            if written.startswith('"') or (axiom and subject.startswith(STANDARD)):
                continue
            follows_nothing = predicate == IN_SCHEME or (predicate == TYPE and written == CONCEPT)
            if follows_nothing and not is_blank(subject):
                self.direct.append((predicate, subject, node_of(written)))
            else:
                self.graph.add((self[subject], relation, self[node_of(written)]))


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
