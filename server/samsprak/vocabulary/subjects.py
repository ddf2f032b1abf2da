"""Which IRIs are concepts, collections, schemes and sources."""

from __future__ import annotations

from dataclasses import dataclass

from samsprak.vocabulary.literals import Literals
from samsprak.vocabulary.namespaces import DCTERMS, SKOS
from samsprak.vocabulary.normaliser import TYPE, Links


@dataclass(frozen=True, slots=True)
class Subjects:
    """The IRIs that are concepts, collections, schemes and sources, sorted; and how many concepts have no IRI."""

    concepts: tuple[str, ...]
    collections: tuple[str, ...]
    schemes: tuple[str, ...]
    sources: tuple[str, ...]
    blank_concepts: int

    @property
    def all(self) -> tuple[str, ...]:
        """Return every IRI that gets a record; one that claims two kinds is taken as the first of them."""
        return tuple(dict.fromkeys((*self.concepts, *self.collections, *self.schemes, *self.sources)))


def subjects(links: Links, literals: Literals) -> Subjects:
    """Sort what is typed into the four kinds of record."""
    by_class: dict[str, list[str]] = {}
    blank = 0
    for subject, classes in links[TYPE].items():
        if subject.startswith("_:"):
            blank += SKOS + "Concept" in classes
            continue
        for name in classes:
            by_class.setdefault(name, []).append(subject)

    def of(*names: str) -> tuple[str, ...]:
        return tuple(sorted(iri for name in names for iri in by_class.get(name, ())))

    concepts = of(SKOS + "Concept")
    taken = set(concepts)
    collections = tuple(iri for iri in of(SKOS + "Collection") if iri not in taken)
    taken.update(collections)
    schemes = tuple(iri for iri in of(SKOS + "ConceptScheme") if iri not in taken)
    taken.update(schemes)
    titled = literals.labels(DCTERMS + "title")
    cited = {iri for iris in literals.iris(DCTERMS + "source").values() for iri in iris if iri in titled}
    sources = tuple(sorted((cited | set(of(DCTERMS + "BibliographicResource"))) - taken))
    return Subjects(concepts, collections, schemes, sources, blank)
