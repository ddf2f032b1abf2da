"""The remainder: what files say that no record holds, so that a comparison overlooks nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from samsprak.vocabulary.literals import NOTE_PREDICATES
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
from samsprak.vocabulary.ntriples import Literal, as_written, is_blank, node_of, taken_apart, value_of
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import LabelKind
from samsprak.vocabulary.statements import Statements

# `{(predicate, value)}` of one subject; a value has its language or datatype behind it.
Said = frozenset[tuple[str, str]]

TYPE = RDF + "type"
CONCEPT = as_written(SKOS + "Concept")
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


def remainder(statements: Statements, records: Vocabulary) -> dict[str, Said]:
    """Return by IRI what is said of it that its record does not hold; of what has no record, everything."""
    concepts = {concept.iri for concept in records.concepts}
    others = {each.iri for each in (*records.collections, *records.schemes, *records.sources)}
    known_classes = {as_written(name) for name in (*KNOWN_CLASSES, *(each.iri for each in records.classes))}
    named = {concept.iri for concept in records.concepts if concept.preferred}
    found: dict[str, set[tuple[str, str]]] = {}
    for subject, predicate, other in _unheld(statements, concepts, others):
        recorded = subject in concepts or subject in others
        if predicate == TYPE and other in known_classes and recorded:
            continue
        if predicate == RDFS + "label" and subject in concepts and subject not in named:
            continue
        found.setdefault(subject, set()).add((predicate, _written(statements, other, DEPTH)))
    return {subject: frozenset(said) for subject, said in found.items()}


def _unheld(statements: Statements, concepts: set[str], others: set[str]) -> Iterator[tuple[str, str, str]]:
    """Yield the statements of resources that have an IRI, but for those that records hold; objects as written."""
    for predicate, pairs in statements.by_predicate().items():
        of_concepts, of_others = predicate in OF_CONCEPTS, predicate in OF_OTHERS
        for subject, other in pairs:
            if subject in concepts:
                held = of_concepts or (predicate == TYPE and other == CONCEPT)
            elif subject in others:
                held = of_others
            else:
                held = subject.startswith("_:")
            if not held:
                yield subject, predicate, other


def _written(statements: Statements, other: str, depth: int) -> str:
    """Return a value as text that is the same in every serialisation."""
    value = value_of(other)
    if isinstance(value, Literal):
        if value.lang:
            return f"{value.text}@{value.lang}"
        return value.text if value.datatype.endswith("#string") else f"{value.text}^^{value.datatype}"
    if not is_blank(value):
        return value
    if not depth:
        return "[…]"
    said = sorted(
        f"{node_of(predicate)} {_written(statements, each, depth - 1)}"
        for _, predicate, each in map(taken_apart, statements.about(value))
    )
    return f"[{' ; '.join(said)}]"


def referring(statements: Statements, targets: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return who refers to each of these IRIs by a relation of SKOS or as what replaces it."""
    wanted = {as_written(target): target for target in targets if not is_blank(target)}
    if not wanted:
        return {}
    pairs = statements.by_predicate()
    found: dict[str, set[str]] = {}
    for predicate in (*(SKOS + name for name in RELATIONS), *SUBPROPERTIES, DCTERMS + "isReplacedBy"):
        for subject, other in pairs.get(predicate, ()):
            if other in wanted and not is_blank(subject):
                found.setdefault(wanted[other], set()).add(subject)
    return {target: tuple(sorted(subjects)) for target, subjects in found.items()}
