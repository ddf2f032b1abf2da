"""What the form of one file depends on in the others: terms to write beside references, the scheme, who says what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from samsprak.language.folding import without_case
from samsprak.language.tags import best, canonical_tag
from samsprak.vocabulary.namespaces import ISOTHES, SKOS, SUBCLASSES, VANN
from samsprak.vocabulary.records import Label
from samsprak.vocabulary.turtle_terms import TYPE, Statement

CONCEPT, COLLECTION, SCHEME = SKOS + "Concept", SKOS + "Collection", SKOS + "ConceptScheme"
MEMBERS_OF_SCHEMES = {CONCEPT, COLLECTION, *SUBCLASSES}
BROADER = (
    SKOS + "broader",
    *(ISOTHES + name for name in ("broaderGeneric", "broaderPartitive", "broaderInstantial")),
)
LABELS = tuple(SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel"))
NAMESPACE = VANN + "preferredNamespaceUri"
NAMING_LANGUAGES = ("sv", "en")
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of a whole vocabulary.

    `names`: the Swedish term of each concept and collection, else another; `terms`: all terms without case;
    `homes`: the file that says what a concept or collection is; `scheme` is empty unless there is exactly one.
    """

    names: dict[str, str]
    terms: frozenset[str]
    homes: dict[str, Path]
    placed: frozenset[str]
    scheme: str
    namespace: str
    broader: frozenset[Pair]
    top_concepts: frozenset[Pair]


def survey(files: Iterable[tuple[Path, Sequence[Statement]]]) -> Survey:
    """Look through all files of a vocabulary, in an order that does not change."""
    notes = _Notes()
    for path, statements in files:
        for subject, predicate, obj in statements:
            if isinstance(subject, ox.NamedNode):
                if isinstance(obj, ox.Literal):
                    notes.text(subject.value, predicate.value, obj)
                elif isinstance(obj, ox.NamedNode):
                    notes.link(subject.value, predicate.value, obj.value, path)
    return notes.survey()


class _Notes:
    """What is written down on the way through the files."""

    def __init__(self) -> None:
        self._labels: dict[str, list[Label]] = {}
        self._terms: set[str] = set()
        self._homes: dict[str, Path] = {}
        self._links: dict[str, set[Pair]] = {}
        self._namespaces: dict[str, str] = {}

    def text(self, subject: str, predicate: str, value: ox.Literal) -> None:
        if predicate in LABELS:
            self._terms.add(without_case(value.value))
        if predicate == LABELS[0]:
            label = Label(_one_line(value.value), canonical_tag(value.language or ""))
            self._labels.setdefault(subject, []).append(label)
        elif predicate == NAMESPACE:
            self._namespaces[subject] = value.value

    def link(self, subject: str, predicate: str, obj: str, path: Path) -> None:
        self._links.setdefault(predicate, set()).add((subject, obj))
        if predicate == TYPE and obj in MEMBERS_OF_SCHEMES:
            self._homes.setdefault(subject, path)
        elif predicate == NAMESPACE:
            self._namespaces[subject] = obj

    def survey(self) -> Survey:
        schemes = {subject for subject, kind in self._links.get(TYPE, ()) if kind == SCHEME}
        scheme = min(schemes) if len(schemes) == 1 else ""
        named = self._labels.keys() - schemes
        return Survey(
            names={iri: name for iri in named if (name := _name(self._labels[iri]))},
            terms=frozenset(self._terms),
            homes=self._homes,
            placed=frozenset(subject for subject, _ in self._links.get(SKOS + "inScheme", ())),
            scheme=scheme,
            namespace=self._namespaces.get(scheme, ""),
            broader=frozenset().union(*(self._links.get(predicate, ()) for predicate in BROADER)),
            top_concepts=frozenset(self._links.get(SKOS + "topConceptOf", ())),
        )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _name(labels: list[Label]) -> str:
    found = best(sorted(labels, key=lambda label: (label.lang, label.text)), NAMING_LANGUAGES)
    return found.text if found else ""
