"""Twins: what a vocabulary already has under a term, or under one that is all but the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from samsprak.editing.folder import Folder
from samsprak.editing.properties import CONCEPT, PREFERRED, TYPE, term
from samsprak.language.folding import without_case
from samsprak.validation.likeness import alike
from samsprak.validation.terms import read_terms
from samsprak.vocabulary.records import LabelKind

CANDIDATE = "urn:samsprak:candidate"
SAME = "same"


@dataclass(frozen=True, slots=True)
class Twin:
    """A concept with the same term or one that is all but the same; `likeness` says how, `kind` what its term is."""

    iri: str
    text: str
    kind: LabelKind
    likeness: str
    retired: bool


def twins(folder: Folder, text: str, lang: str) -> tuple[Twin, ...]:
    """Return the concepts that a proposed term may already stand for, the same term first."""
    label = term(text, lang)
    found: dict[str, Twin] = {}
    for twin in (*_same(folder, label.value), *_near(folder, label)):
        found.setdefault(twin.iri, twin)
    return tuple(found.values())


def _same(folder: Folder, text: str) -> Iterator[Twin]:
    wanted = without_case(text)
    for concept in folder.vocabulary.concepts:
        labels = (
            (LabelKind.PREFERRED, concept.preferred),
            (LabelKind.ALTERNATIVE, concept.alternative),
            (LabelKind.HIDDEN, concept.hidden),
        )
        for kind, ones in labels:
            for label in ones:
                if without_case(label.text) == wanted:
                    yield Twin(concept.iri, label.text, kind, SAME, concept.retired)


def _near(folder: Folder, label: ox.Literal) -> Iterator[Twin]:
    store = ox.Store()
    node = ox.NamedNode(CANDIDATE)
    store.extend([ox.Quad(node, TYPE, CONCEPT), ox.Quad(node, PREFERRED, label)])
    terms = [*read_terms(folder.reading.store), *read_terms(store)]
    for likeness, one, two in alike(terms, {CANDIDATE}):
        other = two if one.subject == CANDIDATE else one
        kind = LabelKind.PREFERRED if other.predicate == PREFERRED.value else LabelKind.ALTERNATIVE
        retired = folder.vocabulary.holds(other.subject) and folder.vocabulary.concept(other.subject).retired
        yield Twin(other.subject, other.text, kind, likeness, retired)
