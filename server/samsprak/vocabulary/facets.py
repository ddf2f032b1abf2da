"""Facets: the collections that part a vocabulary by what its concepts answer, among all that it has."""

from __future__ import annotations

from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Collection


def facets_of(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the IRIs of the facets, in the vocabulary's own order where it has one.

    Where a collection holds nothing but collections, and these hold more of the concepts than those of any other such
    collection, and half of them at least, these are the facets. Else every collection is one that no other holds,
    and that does not divide a concept.
    """
    records = {each.iri: each for each in vocabulary.collections}
    top = [each for each in vocabulary.collections if not each.member_of and not each.array]
    groups = [each for each in top if each.members and all(iri in records for iri in each.members)]
    best = max(groups, key=lambda each: _covered(each, records), default=None)
    if best and 2 * _covered(best, records) >= len(vocabulary.concepts):
        return best.members
    return tuple(each.iri for each in top)


def _covered(group: Collection, records: dict[str, Collection]) -> int:
    return len({member for iri in group.members for member in records[iri].members if member not in records})
