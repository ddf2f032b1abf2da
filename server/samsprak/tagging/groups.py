"""Groups: what a vocabulary's own tables, facets and lists offer to count by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samsprak.errors import UnknownResource
from samsprak.language.folding import fold
from samsprak.snapshot import Snapshot
from samsprak.tagging.naming import term
from samsprak.vocabulary.grids import grids
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Collection


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a grouping: what it is called, and the concepts that it holds."""

    iri: str
    name: str
    concepts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """What rows are counted by: a collection and its parts, in its order."""

    iri: str
    name: str
    parts: tuple[Part, ...]


def found_collection(snapshot: Snapshot, wanted: str) -> tuple[Vocabulary, Collection]:
    """Return the collection with an IRI, an id or a name, or raise `UnknownResource`."""
    sought = fold(wanted)
    for vocabulary in snapshot.vocabularies.values():
        for each in vocabulary.collections:
            names = (each.id, *(label.text for label in each.preferred))
            if wanted == each.iri or any(sought in {fold(name), fold(name.partition(" (")[0])} for name in names):
                return vocabulary, each
    raise UnknownResource(wanted)


def members_below(vocabulary: Vocabulary, collection: Collection) -> Iterator[str]:
    """Yield the concepts of a collection and of the collections in it, each once."""
    seen: set[str] = set()
    pending = [collection.iri]
    while pending:
        iri = pending.pop(0)
        if iri in seen or not vocabulary.holds(iri):
            continue
        seen.add(iri)
        record = vocabulary.resource(iri)
        if isinstance(record, Collection):
            pending += record.members
        else:
            yield iri


def grouping(vocabulary: Vocabulary, collection: Collection, lang: str) -> Grouping:
    """Return a collection as a grouping: a line for each collection that it holds, else one for each concept."""
    records = [vocabulary.resource(iri) for iri in collection.members if vocabulary.holds(iri)]
    parts = []
    for record in records:
        held = tuple(members_below(vocabulary, record)) if isinstance(record, Collection) else (record.iri,)
        parts.append(Part(record.iri, term(vocabulary, record, lang), held))
    return Grouping(collection.iri, term(vocabulary, collection, lang), tuple(parts))


def default_groupings(vocabulary: Vocabulary, facets: Sequence[str], lang: str) -> list[Grouping]:
    """Return what a vocabulary is counted by unless something else is asked for.

    Where it has a table, each column is a grouping by the concepts that stand in it, from the first row on. Else its
    facets are one grouping.
    """
    found = []
    for grid in grids(vocabulary, [each for each in vocabulary.collections if each.ordered]):
        for column in grid.columns:
            within = set(column.members)
            cells = dict.fromkeys(iri for row in grid.rows for iri in row.members if iri in within)
            parts = (Part(iri, term(vocabulary, vocabulary.resource(iri), lang), (iri,)) for iri in cells)
            found.append(Grouping(column.iri, term(vocabulary, column, lang), tuple(parts)))
    if found or not facets:
        return found
    by_iri = {each.iri: each for each in vocabulary.collections}
    parts = (
        Part(iri, term(vocabulary, by_iri[iri], lang), tuple(members_below(vocabulary, by_iri[iri]))) for iri in facets
    )
    return [
        Grouping(
            vocabulary.id,
            term(vocabulary, vocabulary.schemes[0], lang) if vocabulary.schemes else vocabulary.id,
            tuple(parts),
        )
    ]
