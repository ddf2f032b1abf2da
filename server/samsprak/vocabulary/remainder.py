"""The remainder: what files say that no record holds, so that a comparison overlooks nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from samsprak.language.tags import canonical_tag
from samsprak.vocabulary.literals import NOTE_PREDICATES, key
from samsprak.vocabulary.namespaces import (
    ADMS,
    DC,
    DCTERMS,
    FOAF,
    ISOTHES,
    OWL,
    RDF,
    RDFS,
    RELATIONS,
    SKOS,
    SKOSXL,
    SUBCLASSES,
    SUBPROPERTIES,
)
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import LabelKind

# `{(predicate, value)}` of one subject; a value has its language or datatype behind it.
Said = frozenset[tuple[str, str]]

TYPE = RDF + "type"
# Nodes without a name are told by what is said of them, this deep: a description in a circle ends.
DEPTH = 4
EVERYWHERE = frozenset(
    {
        *(predicate for predicate, _ in NOTE_PREDICATES),
        *(SKOS + kind.value for kind in LabelKind),
        *(SKOS + name for name in (*RELATIONS, "notation")),
        *(DCTERMS + name for name in ("created", "modified", "dateAccepted", "valid", "publisher", "source")),
    }
)
OF_CONCEPTS = EVERYWHERE | {
    *(SKOSXL + kind.value for kind in LabelKind),
    *SUBPROPERTIES,
    DCTERMS + "isReplacedBy",
    DCTERMS + "replaces",
    DC + "source",
    RDFS + "seeAlso",
    ADMS + "status",
    OWL + "deprecated",
}
OF_OTHERS = EVERYWHERE | {
    *(DCTERMS + name for name in ("title", "license", "conformsTo", "issued", "date")),
    *(DC + name for name in ("title", "description", "publisher", "source", "date")),
    *(FOAF + name for name in ("page", "homepage")),
    RDFS + "label",
    RDFS + "seeAlso",
    SKOS + "memberList",
    OWL + "versionInfo",
}
KNOWN_CLASSES = frozenset(
    {
        *(SKOS + name for name in ("Concept", "Collection", "ConceptScheme")),
        *SUBCLASSES,
        ISOTHES + "ThesaurusArray",
        DCTERMS + "BibliographicResource",
    }
)


def remainder(store: ox.Store, records: Vocabulary) -> dict[str, Said]:
    """Return by IRI what is said of it that its record does not hold; of what has no record, everything."""
    concepts = {concept.iri for concept in records.concepts}
    others = {each.iri for each in (*records.collections, *records.schemes, *records.sources)}
    own_classes = {each.iri for each in records.classes}
    named = {concept.iri for concept in records.concepts if concept.preferred}
    found: dict[str, set[tuple[str, str]]] = {}
    for quad in _unheld(store, concepts, others):
        subject, predicate = key(quad.subject), quad.predicate.value
        if predicate == TYPE and key(quad.object) in KNOWN_CLASSES | own_classes and subject in concepts | others:
            continue
        if predicate == RDFS + "label" and subject in concepts and subject not in named:
            continue
        found.setdefault(subject, set()).add((predicate, _written(store, quad.object, DEPTH)))
    return {subject: frozenset(said) for subject, said in found.items()}


def _unheld(store: ox.Store, concepts: set[str], others: set[str]) -> Iterator[ox.Quad]:
    """Yield the statements of resources that have an IRI, but for those that records hold."""
    for predicate in _distinct(store, "SELECT DISTINCT ?x { ?s ?x ?o }"):
        if predicate.value == TYPE:
            yield from _types(store)
        elif predicate.value not in OF_CONCEPTS:
            for quad in store.quads_for_pattern(None, predicate, None):
                if isinstance(quad.subject, ox.NamedNode) and not (
                    predicate.value in OF_OTHERS and quad.subject.value in others
                ):
                    yield quad
    for subject in _distinct(store, "SELECT DISTINCT ?x { ?x ?p ?o }"):
        if subject.value not in concepts:
            held = OF_CONCEPTS - OF_OTHERS if subject.value in others else OF_CONCEPTS
            for quad in store.quads_for_pattern(subject, None, None):
                if quad.predicate.value in held:
                    yield quad


def _types(store: ox.Store) -> Iterator[ox.Quad]:
    """Yield the statements of type, but for that something is a concept, which most are."""
    for name in _distinct(store, "SELECT DISTINCT ?x { ?s a ?x }"):
        if name.value != SKOS + "Concept":
            for quad in store.quads_for_pattern(None, ox.NamedNode(TYPE), name):
                if isinstance(quad.subject, ox.NamedNode):
                    yield quad


def _distinct(store: ox.Store, query: str) -> Iterator[ox.NamedNode]:
    """Yield the IRIs that a query finds; it runs where the data is, which no walk in Python does as fast."""
    found = store.query(query)
    assert isinstance(found, ox.QuerySolutions)  # noqa: S101 - the queries above all select
    return (row[0] for row in found if isinstance(row[0], ox.NamedNode))


def _written(store: ox.Store, node: object, depth: int) -> str:
    """Return a value as text that is the same in every serialisation."""
    if isinstance(node, ox.Literal):
        if node.language:
            return f"{node.value}@{canonical_tag(node.language)}"
        plain = node.datatype.value.endswith("#string")
        return node.value if plain else f"{node.value}^^{node.datatype.value}"
    if not isinstance(node, ox.BlankNode):
        return key(node)
    if not depth:
        return "[…]"
    said = sorted(
        f"{quad.predicate.value} {_written(store, quad.object, depth - 1)}"
        for quad in store.quads_for_pattern(node, None, None)
    )
    return f"[{' ; '.join(said)}]"


def referring(store: ox.Store, targets: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return who refers to each of these IRIs by a relation of SKOS or as what replaces it."""
    relations = {*(SKOS + name for name in RELATIONS), *SUBPROPERTIES, DCTERMS + "isReplacedBy"}
    found = {}
    for target in targets:
        if target.startswith("_:"):
            continue
        quads = store.quads_for_pattern(None, None, ox.NamedNode(target))
        subjects = {
            quad.subject.value
            for quad in quads
            if quad.predicate.value in relations and isinstance(quad.subject, ox.NamedNode)
        }
        if subjects:
            found[target] = tuple(sorted(subjects))
    return found
