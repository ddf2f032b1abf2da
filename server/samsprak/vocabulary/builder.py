"""From a graph as read and its relations in full to the frozen records of a vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from samsprak.vocabulary.literals import Literals
from samsprak.vocabulary.namespaces import (
    ADMS,
    ADMS_STATUS,
    DC,
    DCTERMS,
    FOAF,
    ISOTHES,
    OWL,
    RDF,
    RDFS,
    SKOS,
    VANN,
)
from samsprak.vocabulary.normaliser import TYPE, Links
from samsprak.vocabulary.records import (
    NO_HISTORY,
    Agent,
    Broader,
    Collection,
    Concept,
    Hierarchy,
    History,
    LabelKind,
    MappingKind,
    Note,
    Scheme,
    Source,
    Status,
)
from samsprak.vocabulary.records import Mapping as Match

Texts = Mapping[str, tuple[str, ...]]
HIERARCHIES = {
    Hierarchy.PARTITIVE: ("broaderPartitive", "narrowerPartitive"),
    Hierarchy.INSTANTIAL: ("broaderInstantial", "narrowerInstantial"),
}
TITLES = (DCTERMS + "title", DC + "title", SKOS + "prefLabel", RDFS + "label")
NAMES = (SKOS + "prefLabel", RDFS + "label", DCTERMS + "title", DC + "title")


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


class Builder:
    """Builds the records of one vocabulary from what was collected predicate by predicate."""

    def __init__(self, links: Links, literals: Literals, found: Subjects, ids: Mapping[str, str]) -> None:
        self.links = links
        self.literals = literals
        self.found = found
        self.ids = ids
        self.concept_iris = frozenset(found.concepts)
        self.notes: Mapping[str, tuple[Note, ...]] = literals.notes(ids)
        self.histories = _histories(literals, ids)
        self.lists = _lists(literals)
        self.member_of = _inverse(found.collections, links[SKOS + "member"], self.lists)
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
        sources = _named(literals.values(DCTERMS + "source", DC + "source"))
        replaced_by = literals.iris(DCTERMS + "isReplacedBy")
        replaces = literals.iris(DCTERMS + "replaces")
        statuses = _statuses(literals)
        schemes, top_of = _named(links[SKOS + "inScheme"]), _named(links[SKOS + "topConceptOf"])
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
            )
            for iri in self.found.concepts
        )

    def collections(self) -> tuple[Collection, ...]:
        """Return every collection; the members of an ordered one stand in its order, the others sorted."""
        names = self.literals.first_labels(*NAMES)
        notations = self.literals.values(SKOS + "notation")
        members, schemes = self.links[SKOS + "member"], _named(self.links[SKOS + "inScheme"])
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
                ordered=iri in lists,
                array=ISOTHES + "ThesaurusArray" in types[iri],
                member_of=self.member_of.get(iri, ()),
                schemes=schemes.get(iri, ()),
                history=self.histories.get(iri, NO_HISTORY),
            )
            for iri in self.found.collections
        )

    def schemes(self) -> tuple[Scheme, ...]:
        """Return every scheme, in the order of IRIs."""
        literals = self.literals
        titles = literals.first_labels(*TITLES)
        descriptions = literals.first_labels(DCTERMS + "description", DC + "description", RDFS + "comment")
        publishers = _agents(literals, DCTERMS + "publisher", DC + "publisher")
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
        literals = self.literals
        titles = literals.first_labels(*TITLES)
        publishers = _agents(literals, DCTERMS + "publisher", DC + "publisher")
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


def _lists(literals: Literals) -> dict[str, tuple[str, ...]]:
    """Return the members of ordered collections, read off their RDF lists; a list in a circle ends."""
    heads = literals.values(SKOS + "memberList")
    if not heads:
        return {}
    first, rest = literals.values(RDF + "first"), literals.values(RDF + "rest")
    found = {}
    for collection, (head, *_) in heads.items():
        members: list[str] = []
        node, seen = head, set[str]()
        while node in first and node not in seen:
            seen.add(node)
            members.append(first[node][0])
            node = rest.get(node, ("",))[0]
        found[collection] = tuple(members)
    return found


def _inverse(subjects: Iterable[str], *relations: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Return `{member: (collection, …)}` of the collections that have a record; anonymous ones have none."""
    found: dict[str, set[str]] = {}
    for subject in subjects:
        for links in relations:
            for other in links.get(subject, ()):
                found.setdefault(other, set()).add(subject)
    return {iri: tuple(sorted(holders)) for iri, holders in found.items()}


def _named(links: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Return links without the blank nodes that they lead to, which have no address."""
    shared: dict[tuple[str, ...], tuple[str, ...]] = {}
    found = {}
    for subject, objects in links.items():
        named = tuple(other for other in objects if not other.startswith("_:"))
        found[subject] = shared.setdefault(named, named)
    return found


def _statuses(literals: Literals) -> dict[str, Status]:
    """Return the status of what has one; `owl:deprecated true` retires whatever else is said."""
    by_iri = {ADMS_STATUS + status.value: status for status in Status}
    found = {iri: by_iri[values[0]] for iri, values in literals.iris(ADMS + "status").items() if values[0] in by_iri}
    for iri, values in literals.values(OWL + "deprecated").items():
        if values[0] in {"true", "1"} and found.get(iri) is not Status.WITHDRAWN:
            found[iri] = Status.RETIRED
    return found


def _histories(literals: Literals, wanted: Mapping[str, str]) -> dict[str, History]:
    created, modified = literals.values(DCTERMS + "created"), literals.values(DCTERMS + "modified")
    accepted, valid = literals.values(DCTERMS + "dateAccepted"), literals.values(DCTERMS + "valid")
    deciders = _agents(literals, DCTERMS + "publisher")
    shared: dict[History, History] = {}
    found = {}
    for iri in created.keys() | modified.keys() | accepted.keys() | valid.keys() | deciders.keys():
        if iri in wanted:
            history = History(
                created=min(created.get(iri, ("",))),
                modified=max(modified.get(iri, ("",))),
                accepted=max(accepted.get(iri, ("",))),
                valid=max(valid.get(iri, ("",))),
                decided_by=deciders.get(iri, ()),
            )
            found[iri] = shared.setdefault(history, history)
    return found


def _agents(literals: Literals, *predicates: str) -> dict[str, tuple[Agent, ...]]:
    """Return agents by what names them; one that is a node gets the name that the files give it."""
    names = literals.values(FOAF + "name", SKOS + "prefLabel", RDFS + "label", DCTERMS + "title")
    iris = {iri for values in literals.iris(*predicates).values() for iri in values}

    def agent(value: str) -> Agent:
        if value in iris or value.startswith("_:"):
            return Agent(names.get(value, ("",))[0], value if value in iris else "")
        return Agent(value)

    return {
        subject: tuple(known for known in map(agent, values) if known.name or known.iri)
        for subject, values in literals.values(*predicates).items()
    }


def declared_namespaces(literals: Literals) -> dict[str, tuple[str, str]]:
    """Return `{scheme IRI: (namespace, prefix)}` as vann declares them, empty strings where it does not."""
    namespaces = literals.values(VANN + "preferredNamespaceUri")
    prefixes = literals.values(VANN + "preferredNamespacePrefix")
    return {
        iri: (namespaces.get(iri, ("",))[0], prefixes.get(iri, ("",))[0]) for iri in namespaces.keys() | prefixes.keys()
    }
