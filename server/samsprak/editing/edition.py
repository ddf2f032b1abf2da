"""Editions: a whole vocabulary as one canonical file, which says the same on every machine and loads by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

import pyoxigraph as ox

from samsprak.vocabulary.canonical import write
from samsprak.vocabulary.comments import Comments
from samsprak.vocabulary.formatting import Source
from samsprak.vocabulary.namespaces import DCTERMS, GUIDE, SKOS
from samsprak.vocabulary.nodes import Nodes
from samsprak.vocabulary.survey import Survey
from samsprak.vocabulary.term_comments import TermComments
from samsprak.vocabulary.turtle_terms import TYPE, Statement, Subject, Term

# What a reader meets first; within a class by IRI.
CLASSES = (
    SKOS + "ConceptScheme",
    SKOS + "OrderedCollection",
    SKOS + "Collection",
    SKOS + "Concept",
    DCTERMS + "BibliographicResource",
    GUIDE + "Guide",
)
Place = tuple[int, int, str]
T = TypeVar("T", bound=Term)


def edition(sources: Mapping[str, Source], known: Survey) -> str:
    """Return all that the files say as one text, without their comments but for the terms beside references."""
    statements = list(dict.fromkeys(_of_all(sources)))
    ranks: dict[Subject, int] = {}
    for each in statements:
        if each.predicate.value == TYPE and isinstance(each.object, ox.NamedNode) and each.object.value in CLASSES:
            rank = CLASSES.index(each.object.value)
            ranks[each.subject] = min(rank, ranks.get(each.subject, rank))
    # Nodes without a name keep the order of the files, which is that of their names.
    statements.sort(key=lambda each: _place(each.subject, ranks))
    prefixes: dict[str, str] = {}
    for _, source in sorted(sources.items()):
        for name, namespace in source.prefixes.items():
            prefixes.setdefault(name, namespace)
    return write(Nodes(statements), prefixes, Comments(), TermComments(known.names, known.terms))


def _place(subject: Subject, ranks: Mapping[Subject, int]) -> Place:
    if isinstance(subject, ox.NamedNode):
        return 0, ranks.get(subject, len(CLASSES)), subject.value
    return 1, 0, ""


def _of_all(sources: Mapping[str, Source]) -> Iterable[Statement]:
    """Yield the statements of all files; nodes without a name are named by their file, so that none is shared."""
    for number, (_, source) in enumerate(sorted(sources.items())):
        names: dict[ox.BlankNode, ox.BlankNode] = {}
        for subject, predicate, obj in source.statements:
            yield Statement(_apart(subject, names, number), predicate, _apart(obj, names, number))


def _apart(node: T, names: dict[ox.BlankNode, ox.BlankNode], number: int) -> T:
    if not isinstance(node, ox.BlankNode):
        return node
    return names.setdefault(node, ox.BlankNode(f"f{number}n{len(names)}"))  # type: ignore[return-value]
