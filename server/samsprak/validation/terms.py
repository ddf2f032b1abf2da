"""The terms of concepts, as the rules that compare terms want them: without case, and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from samsprak.language.folding import without_case
from samsprak.validation.engine import key_of
from samsprak.vocabulary.namespaces import DCTERMS, OWL, RDF, SKOS

LABELS = (SKOS + "prefLabel", SKOS + "altLabel")
CREATED, TYPE = ox.NamedNode(DCTERMS + "created"), ox.NamedNode(RDF + "type")
CONCEPT = ox.NamedNode(SKOS + "Concept")
DEPRECATED = ox.NamedNode(OWL + "deprecated")
WORDS = re.compile(r"[^\W\d_]+|\d+")
Subject = ox.NamedNode | ox.BlankNode | ox.Triple


@dataclass(frozen=True, slots=True)
class Term:
    """A preferred term or synonym of a concept, and the date of the concept.

    `folded` is the text without case, `words` what is between spaces and signs in it, `joined` the words as one.
    """

    subject: str
    predicate: str
    text: str
    lang: str
    created: str
    folded: str
    words: tuple[str, ...]
    joined: str

    @property
    def order(self) -> tuple[str, bool, str]:
        """Where it stands among terms: by concept, the preferred term first."""
        return self.subject, self.predicate != LABELS[0], self.text


def read_terms(store: ox.Store) -> list[Term]:
    """Return the terms of all concepts in use, in their order; those of a retired one live on with its successor."""
    created: dict[object, str] = {}
    for quad in store.quads_for_pattern(None, CREATED, None):
        # Where there are several, which is a fault of its own, one and the same is taken each time.
        created[quad.subject] = max(key_of(quad.object), created.get(quad.subject, ""))
    deprecated = store.quads_for_pattern(None, DEPRECATED, None)
    retired = {quad.subject for quad in deprecated if key_of(quad.object) == "true"}
    concepts = {
        quad.subject: key_of(quad.subject)
        for quad in store.quads_for_pattern(None, TYPE, CONCEPT)
        if quad.subject not in retired
    }
    found = [
        _term(concepts[quad.subject], name, quad.object, created.get(quad.subject, ""))
        for name in LABELS
        for quad in store.quads_for_pattern(None, ox.NamedNode(name), None)
        if isinstance(quad.object, ox.Literal) and quad.subject in concepts
    ]
    return sorted(found, key=lambda term: term.order)


def terms_of(store: ox.Store, subject: Subject) -> Iterator[Term]:
    """Yield the terms of one resource; it has none where it is no concept in use."""
    retired = any(key_of(quad.object) == "true" for quad in store.quads_for_pattern(subject, DEPRECATED, None))
    if retired or ox.Quad(subject, TYPE, CONCEPT) not in store:
        return
    created = max((key_of(quad.object) for quad in store.quads_for_pattern(subject, CREATED, None)), default="")
    for name in LABELS:
        for quad in store.quads_for_pattern(subject, ox.NamedNode(name), None):
            if isinstance(quad.object, ox.Literal):
                yield _term(key_of(subject), name, quad.object, created)


def _term(subject: str, predicate: str, text: ox.Literal, created: str) -> Term:
    folded = without_case(text.value)
    # A qualifier tells homonyms apart, so its words count too.
    words = tuple(WORDS.findall(folded))
    return Term(subject, predicate, text.value, text.language or "", created, folded, words, "".join(words))
