"""From a graph as read and its relations in full to the frozen records of a vocabulary."""

from __future__ import annotations

from collections.abc import Mapping

from samsprak.vocabulary import facts
from samsprak.vocabulary.literals import Literals
from samsprak.vocabulary.namespaces import (
    DC,
    DCTERMS,
    FOAF,
    ISOTHES,
    OWL,
    RDFS,
    SKOS,
    SUBCLASSES,
)
from samsprak.vocabulary.normaliser import TYPE, Links
from samsprak.vocabulary.records import (
    NO_HISTORY,
    Broader,
    Class,
    Collection,
    Concept,
    Hierarchy,
    LabelKind,
    MappingKind,
    Note,
    Scheme,
    Source,
)
from samsprak.vocabulary.records import Mapping as Match
from samsprak.vocabulary.subjects import Subjects

Texts = Mapping[str, tuple[str, ...]]
HIERARCHIES = {
    Hierarchy.PARTITIVE: ("broaderPartitive", "narrowerPartitive"),
    Hierarchy.INSTANTIAL: ("broaderInstantial", "narrowerInstantial"),
}
TITLES = (DCTERMS + "title", DC + "title", SKOS + "prefLabel", RDFS + "label")
RECORD_CLASSES = frozenset({SKOS + "Concept", SKOS + "Collection", *SUBCLASSES})
CLASS_NAMES = (RDFS + "label", SKOS + "prefLabel", DCTERMS + "title")
NAMES = (SKOS + "prefLabel", RDFS + "label", DCTERMS + "title", DC + "title")


class Builder:
    """Builds the records of one vocabulary from what was collected predicate by predicate."""

    def __init__(self, links: Links, literals: Literals, found: Subjects, ids: Mapping[str, str]) -> None:
        self.links = links
        self.literals = literals
        self.found = found
        self.ids = ids
        self.concept_iris = frozenset(found.concepts)
        self.notes: Mapping[str, tuple[Note, ...]] = literals.notes(ids)
        self.histories = facts.histories(literals, ids)
        self.lists = facts.lists(literals)
        self.member_of = facts.inverse(found.collections, links[SKOS + "member"], self.lists)
        self.own_classes = facts.refining(literals.iris(RDFS + "subClassOf"), RECORD_CLASSES)
        self.dangling: set[str] = set()

    def concepts(self) -> tuple[Concept, ...]:
        """Return every concept, in the order of IRIs; relations out of the vocabulary are left out and noted."""
        literals, links = self.literals, self.links
        preferred = literals.terms(LabelKind.PREFERRED)
        names = literals.labels(RDFS + "label")
        alternative = literals.terms(LabelKind.ALTERNATIVE)
        hidden = literals.terms(LabelKind.HIDDEN)
        notations = literals.values(SKOS + "notation")
        see_also = literals.iris(RDFS + "seeAlso")
        sources = facts.named(literals.values(DCTERMS + "source", DC + "source"))
        replaced_by = literals.iris(DCTERMS + "isReplacedBy")
        replaces = literals.iris(DCTERMS + "replaces")
        statuses = facts.statuses(literals)
        schemes, top_of = facts.named(links[SKOS + "inScheme"]), facts.named(links[SKOS + "topConceptOf"])
        kinds = self._hierarchies()
        mappings = self._mappings()
        return tuple(
            Concept(
                iri=iri,
                id=self.ids[iri],
                preferred=preferred.get(iri) or names.get(iri, ()),
                alternative=alternative.get(iri, ()),
                hidden=hidden.get(iri, ()),
                notes=self.notes.get(iri, ()),
                notations=notations.get(iri, ()),
                broader=tuple(
                    Broader(other, kinds.get((iri, other), Hierarchy.GENERIC))
                    for other in self._concepts_here(iri, "broader")
                ),
                narrower=self._concepts_here(iri, "narrower"),
                related=self._concepts_here(iri, "related"),
                mappings=mappings.get(iri, ()),
                see_also=see_also.get(iri, ()),
                sources=sources.get(iri, ()),
                schemes=schemes.get(iri, ()),
                top_of=top_of.get(iri, ()),
                member_of=self.member_of.get(iri, ()),
                status=statuses.get(iri),
                replaced_by=replaced_by.get(iri, ()),
                replaces=replaces.get(iri, ()),
                history=self.histories.get(iri, NO_HISTORY),
                classes=self._classes_of(iri),
            )
            for iri in self.found.concepts
        )

    def collections(self) -> tuple[Collection, ...]:
        """Return every collection; the members of an ordered one stand in its order, the others sorted."""
        literals = self.literals.about(self.found.collections)
        names = literals.first_labels(*NAMES)
        notations = literals.values(SKOS + "notation")
        sources = literals.values(DCTERMS + "source", DC + "source")
        members, schemes = self.links[SKOS + "member"], facts.named(self.links[SKOS + "inScheme"])
        lists, types = self.lists, self.links[TYPE]
        known = self.ids.keys()
        return tuple(
            Collection(
                iri=iri,
                id=self.ids[iri],
                preferred=names.get(iri, ()),
                notes=self.notes.get(iri, ()),
                notations=notations.get(iri, ()),
                members=tuple(m for m in lists.get(iri) or tuple(members.get(iri, ())) if m in known),
                sources=sources.get(iri, ()),
                ordered=iri in lists,
                array=ISOTHES + "ThesaurusArray" in types[iri],
                member_of=self.member_of.get(iri, ()),
                schemes=schemes.get(iri, ()),
                history=self.histories.get(iri, NO_HISTORY),
                classes=self._classes_of(iri),
            )
            for iri in self.found.collections
        )

    def classes(self) -> tuple[Class, ...]:
        """Return the vocabulary's own classes of concepts and collections that have instances."""
        found = sorted({name for classes in self.links[TYPE].values() for name in classes} & self.own_classes.keys())
        names = self.literals.about(found).first_labels(*CLASS_NAMES)
        return tuple(Class(iri, names.get(iri, ()), self.own_classes[iri]) for iri in found)

    def schemes(self) -> tuple[Scheme, ...]:
        """Return every scheme, in the order of IRIs."""
        literals = self.literals.about(self.found.schemes)
        titles = literals.first_labels(*TITLES)
        descriptions = literals.first_labels(DCTERMS + "description", DC + "description", RDFS + "comment")
        publishers = facts.agents(literals, DCTERMS + "publisher", DC + "publisher")
        licences = literals.iris(DCTERMS + "license")
        versions = literals.values(OWL + "versionInfo")
        conforms = literals.iris(DCTERMS + "conformsTo")
        tops = self.links[SKOS + "hasTopConcept"]
        return tuple(
            Scheme(
                iri=iri,
                id=self.ids[iri],
                preferred=titles.get(iri, ()),
                descriptions=descriptions.get(iri, ()),
                notes=self.notes.get(iri, ()),
                publishers=publishers.get(iri, ()),
                licences=licences.get(iri, ()),
                version=", ".join(versions.get(iri, ())),
                top_concepts=tuple(top for top in tops.get(iri, ()) if top in self.concept_iris),
                conforms_to=conforms.get(iri, ()),
                history=self.histories.get(iri, NO_HISTORY),
            )
            for iri in self.found.schemes
        )

    def sources(self) -> tuple[Source, ...]:
        """Return every source record, in the order of IRIs."""
        literals = self.literals.about(self.found.sources)
        titles = literals.first_labels(*TITLES)
        publishers = facts.agents(literals, DCTERMS + "publisher", DC + "publisher")
        issued = literals.values(DCTERMS + "issued", DCTERMS + "date", DC + "date")
        pages = literals.iris(FOAF + "page", RDFS + "seeAlso", FOAF + "homepage")
        descriptions = literals.first_labels(DCTERMS + "description", DC + "description")
        return tuple(
            Source(
                iri=iri,
                id=self.ids[iri],
                preferred=titles.get(iri, ()),
                descriptions=descriptions.get(iri, ()),
                notes=self.notes.get(iri, ()),
                publishers=publishers.get(iri, ()),
                issued=", ".join(issued.get(iri, ())),
                pages=pages.get(iri, ()),
                history=self.histories.get(iri, NO_HISTORY),
            )
            for iri in self.found.sources
        )

    def _classes_of(self, iri: str) -> tuple[str, ...]:
        if not self.own_classes:
            return ()
        return tuple(name for name in self.links[TYPE].get(iri, ()) if name in self.own_classes)

    def _concepts_here(self, iri: str, relation: str) -> tuple[str, ...]:
        others = self.links[SKOS + relation].get(iri)
        if others is None:
            return ()
        here = tuple(other for other in others if other in self.concept_iris and other != iri)
        if len(here) != len(others):
            self.dangling.update(other for other in others if other not in self.concept_iris)
        return here

    def _hierarchies(self) -> dict[tuple[str, str], Hierarchy]:
        found: dict[tuple[str, str], Hierarchy] = {}
        for kind, (up, down) in HIERARCHIES.items():
            for narrow, broads in self.links[ISOTHES + up].items():
                found |= {(narrow, broad): kind for broad in broads}
            for broad, narrows in self.links[ISOTHES + down].items():
                found |= {(narrow, broad): kind for narrow in narrows}
        return found

    def _mappings(self) -> dict[str, tuple[Match, ...]]:
        found: dict[str, list[Match]] = {}
        for kind in MappingKind:
            for subject, targets in self.links[SKOS + kind.value].items():
                found.setdefault(subject, []).extend(
                    Match(kind, target) for target in targets if not target.startswith("_:")
                )
        return {subject: tuple(matches) for subject, matches in found.items()}
