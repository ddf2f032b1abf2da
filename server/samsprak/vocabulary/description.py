"""The statements that make up a data reply: what is said of a resource, its relations in full, and labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from samsprak.vocabulary.namespaces import DCTERMS, SKOS, SKOSXL
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Collection, Concept, Label, LabelKind, NoteKind, Resource, Scheme

Graph = ox.Store
Triples = dict[ox.Triple, None]

PREF_LABEL = ox.NamedNode(SKOS + "prefLabel")
ALT_LABEL = ox.NamedNode(SKOS + "altLabel")
HIDDEN_LABEL = ox.NamedNode(SKOS + "hiddenLabel")
TITLE = ox.NamedNode(DCTERMS + "title")
MEMBER = ox.NamedNode(SKOS + "member")
BROADER = ox.NamedNode(SKOS + "broader")
NARROWER = ox.NamedNode(SKOS + "narrower")
RELATED = ox.NamedNode(SKOS + "related")
IN_SCHEME = ox.NamedNode(SKOS + "inScheme")
TOP_CONCEPT_OF = ox.NamedNode(SKOS + "topConceptOf")
NODE_VALUED = frozenset({SKOSXL + kind.value for kind in LabelKind} | {SKOS + kind.value for kind in NoteKind})
HAS_TOP_CONCEPT = ox.NamedNode(SKOS + "hasTopConcept")


def about(graph: Graph, vocabulary: Vocabulary, resource: Resource) -> Triples:
    """Return what is said of a resource, with inferred relations and the labels of what it names."""
    triples = own_statements(graph, resource)
    node = ox.NamedNode(resource.iri)
    if isinstance(resource, Concept | Collection):
        for collection in resource.member_of:
            triples[ox.Triple(ox.NamedNode(collection), MEMBER, node)] = None
    named = {
        end.value for triple in triples for end in (triple.subject, triple.object) if isinstance(end, ox.NamedNode)
    }
    named.discard(resource.iri)
    for iri in sorted(named):
        if vocabulary.holds(iri):
            triples |= dict.fromkeys(_name(vocabulary.resource(iri)))
    return triples


def own_statements(graph: Graph, resource: Resource) -> Triples:
    """Return what the files say of a resource, the nodes that are part of it, and what is inferred of it."""
    node = ox.NamedNode(resource.iri)
    triples: Triples = {}
    pending: list[ox.NamedNode | ox.BlankNode] = [node]
    seen: set[object] = {node}
    while pending:
        for quad in graph.quads_for_pattern(pending.pop(), None, None, ox.DefaultGraph()):
            triples[quad.triple] = None
            part = _part(quad)
            if part is not None and part not in seen:
                seen.add(part)
                pending.append(part)
    for triple in _inferred(node, resource):
        if triple not in triples and not _said_otherwise(triple, triples):
            triples[triple] = None
    return triples


def _part(quad: ox.Quad) -> ox.NamedNode | ox.BlankNode | None:
    """Return the node that is part of the record: a blank one, or a label or note that is a node; else None."""
    if isinstance(quad.object, ox.BlankNode):
        return quad.object
    if isinstance(quad.object, ox.NamedNode) and quad.predicate.value in NODE_VALUED:
        return quad.object
    return None


def _said_otherwise(inferred: ox.Triple, triples: Triples) -> bool:
    """Tell whether a label is in the files already, as a literal with a datatype or a direction."""
    label = inferred.object
    return isinstance(label, ox.Literal) and any(
        triple.predicate == inferred.predicate
        and isinstance(triple.object, ox.Literal)
        and (triple.object.value, triple.object.language) == (label.value, label.language)
        for triple in triples
    )


def all_statements(graph: Graph, vocabulary: Vocabulary) -> Iterator[ox.Triple]:
    """Yield the whole vocabulary once, grouped by subject: records first, then whatever else the files say."""
    described: set[object] = set()
    for resource in (*vocabulary.schemes, *vocabulary.collections, *vocabulary.concepts, *vocabulary.sources):
        statements = own_statements(graph, resource)
        # A blank node that two resources share is written with the first.
        yield from (triple for triple in statements if triple.subject not in described)
        described.update(triple.subject for triple in statements)
    for quad in graph.quads_for_pattern(None, None, None, ox.DefaultGraph()):
        if quad.subject not in described:
            yield quad.triple


def _inferred(node: ox.NamedNode, resource: Resource) -> Iterator[ox.Triple]:
    if isinstance(resource, Concept):
        yield from _labels(node, PREF_LABEL, resource.preferred)
        yield from _labels(node, ALT_LABEL, resource.alternative)
        yield from _labels(node, HIDDEN_LABEL, resource.hidden)
        yield from _links(node, BROADER, (link.iri for link in resource.broader))
        yield from _links(node, NARROWER, resource.narrower)
        yield from _links(node, RELATED, resource.related)
        yield from _links(node, TOP_CONCEPT_OF, resource.top_of)
        yield from _links(node, IN_SCHEME, resource.schemes)
        for mapping in resource.mappings:
            yield ox.Triple(node, ox.NamedNode(SKOS + mapping.kind.value), ox.NamedNode(mapping.target))
    elif isinstance(resource, Collection):
        yield from _links(node, MEMBER, resource.members)
    elif isinstance(resource, Scheme):
        yield from _links(node, HAS_TOP_CONCEPT, resource.top_concepts)


def _links(node: ox.NamedNode, predicate: ox.NamedNode, others: Iterable[str]) -> Iterator[ox.Triple]:
    return (ox.Triple(node, predicate, ox.NamedNode(other)) for other in others)


def _labels(node: ox.NamedNode, predicate: ox.NamedNode, labels: Iterable[Label]) -> Iterator[ox.Triple]:
    return (ox.Triple(node, predicate, ox.Literal(label.text, language=label.lang or None)) for label in labels)


def _name(resource: Resource) -> Iterator[ox.Triple]:
    predicate = PREF_LABEL if isinstance(resource, Concept | Collection) else TITLE
    return _labels(ox.NamedNode(resource.iri), predicate, resource.preferred)
