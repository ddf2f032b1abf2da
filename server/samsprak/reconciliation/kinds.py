"""Kinds: the types that a reconciliation knows, which are concepts, collections, and the collections themselves."""

from __future__ import annotations

from samsprak.errors import UnknownResource
from samsprak.search.filters import closure
from samsprak.snapshot import Snapshot
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Collection, Concept, Resource

CONCEPT, COLLECTION = "skos:Concept", "skos:Collection"
SKOS = "http://www.w3.org/2004/02/skos/core#"


class Kinds:
    """Knows which types a record has, and which of them a client means."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        # Many concepts stand in the same collections.
        self._held: dict[tuple[str, tuple[str, ...]], frozenset[str]] = {}

    def meant(self, given: str, vocabulary: str = "") -> str:
        """Return the type that a client names by IRI, short name or id; raises `UnknownResource`."""
        for name in (CONCEPT, COLLECTION):
            bare = name.partition(":")[2]
            if given in {name, bare, SKOS + bare}:
                return name
        found = self.collection(given, vocabulary)
        return found.iri

    def collection(self, given: str, vocabulary: str = "") -> Collection:
        """Return the collection with an IRI or an id; raises `UnknownResource`."""
        found = resource(self._snapshot, given, vocabulary)[1]
        if not isinstance(found, Collection):
            raise UnknownResource(given)
        return found

    def of(self, vocabulary: Vocabulary, record: Resource) -> tuple[str, ...]:
        """Return the types of a record: what it is, and the facets that hold it."""
        if isinstance(record, Collection):
            return (COLLECTION,)
        if not isinstance(record, Concept):
            return ()
        held = self.held(vocabulary, record)
        return (CONCEPT, *(iri for iri in self._snapshot.facets.get(vocabulary.id, ()) if iri in held))

    def has(self, vocabulary: Vocabulary, concept: Concept, kind: str) -> bool:
        """Tell whether a concept is of a type."""
        return kind == CONCEPT or kind in self.held(vocabulary, concept)

    def held(self, vocabulary: Vocabulary, concept: Concept) -> frozenset[str]:
        """Return the collections that hold a concept, also through others."""
        key = (vocabulary.id, concept.member_of)
        if key not in self._held:
            self._held[key] = frozenset(closure(concept.member_of, lambda iri: _holders(vocabulary, iri)))
        return self._held[key]


def resource(snapshot: Snapshot, identifier: str, vocabulary: str = "") -> tuple[Vocabulary, Resource]:
    """Return the record with an IRI, or with an id in one vocabulary or the first that has it.

    Raises `UnknownResource`.
    """
    searched = [snapshot.vocabulary(vocabulary)] if vocabulary else list(snapshot.vocabularies.values())
    for each in searched:
        if each.holds(identifier):
            return each, each.resource(identifier)
    for each in searched:
        try:
            return each, each.by_id(identifier)
        except UnknownResource:
            continue
    raise UnknownResource(identifier)


def _holders(vocabulary: Vocabulary, iri: str) -> tuple[str, ...]:
    record = vocabulary.resource(iri) if vocabulary.holds(iri) else None
    return record.member_of if isinstance(record, Collection) else ()
