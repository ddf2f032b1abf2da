"""What is right below a concept, in the groups that a terminologist draws: by kind of relation and by division."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from samsprak.vocabulary.records import Collection, Concept, Hierarchy
from samsprak.web.presentation import Link, Reader

ORDER = tuple(Hierarchy)
# Of thousands right below one concept only so many are looked at; the rest are counted.
LOOKED_AT = 100
# A division has to have so many members below the concept that it divides.
LEAST_DIVIDED = 2


class Group(NamedTuple):
    """Narrower concepts of one kind and one division (an IRI, or empty), and how many of them are left out."""

    kind: Hierarchy
    division: str
    members: tuple[str, ...]
    left_out: int = 0


def groups_below(reader: Reader, concept: Concept, including: str = "") -> list[Group]:
    """Return the narrower concepts in their groups: divisions first, in alphabetical order, as are the members.

    Of very many only the first are looked at, and the concept `including`.
    """
    looked_at = [iri for iri in concept.narrower[:LOOKED_AT] if iri != concept.iri]
    if including and including not in looked_at:
        looked_at.append(including)
    below = [reader.vocabulary.concept(iri) for iri in looked_at]
    divided = _division_of_each(reader, below)
    found: dict[tuple[Hierarchy, str], list[str]] = {}
    for each in below:
        found.setdefault((kind_of(each, concept.iri), divided.get(each.iri, "")), []).append(each.iri)
    groups = [Group(kind, division, tuple(in_order(reader, members))) for (kind, division), members in found.items()]
    groups.sort(key=lambda group: (ORDER.index(group.kind), not group.division, _sorted_as(reader, group.division)))
    if len(concept.narrower) > LOOKED_AT:
        groups[-1] = groups[-1]._replace(left_out=len(concept.narrower) - len(looked_at))
    return groups


def limited(groups: Sequence[Group], most: int, first: Sequence[str] = ()) -> list[Group]:
    """Return the groups with `most` members in all, shared out so that every group shows some.

    `first` are chosen first. Where only one would be left out it is shown, since saying so takes the same room.
    """
    sizes = [len(group.members) for group in groups]
    return [_cut(group, share, first) for group, share in zip(groups, _shares(sizes, most), strict=True)]


def _shares(sizes: Sequence[int], most: int) -> list[int]:
    """Return how many of each group are shown: one of each in turn, as long as there is room."""
    shares, room = [0] * len(sizes), min(most, sum(sizes))
    while room:
        for place, size in enumerate(sizes):
            if room and shares[place] < size:
                shares[place] += 1
                room -= 1
    return shares


def merged(groups: Sequence[Group]) -> list[Group]:
    """Return one group of each kind, divisions aside."""
    found = []
    for kind in ORDER:
        alike = [group for group in groups if group.kind is kind]
        members = tuple(iri for group in alike for iri in group.members)
        if alike:
            found.append(Group(kind, "", members, sum(group.left_out for group in alike)))
    return found


def counted(groups: Sequence[Group], but: Container[str]) -> list[Group]:
    """Return groups with their members counted only, but for some."""
    found = []
    for group in groups:
        members = tuple(iri for iri in group.members if iri in but)
        left_out = group.left_out + len(group.members) - len(members)
        found.append(group._replace(members=members, left_out=left_out))
    return found


def _cut(group: Group, share: int, first: Sequence[str]) -> Group:
    rest = len(group.members) - share
    if rest + group.left_out <= 1:
        return group
    ranks = {iri: rank for rank, iri in enumerate(first)}
    chosen = sorted(group.members, key=lambda iri: ranks.get(iri, len(ranks)))[:share]
    return group._replace(
        members=tuple(iri for iri in group.members if iri in chosen),
        left_out=group.left_out + rest,
    )


def kind_of(concept: Concept, above: str) -> Hierarchy:
    """Return what the relation of a concept to a broader one says."""
    return next((link.hierarchy for link in concept.broader if link.iri == above), Hierarchy.GENERIC)


def in_order(reader: Reader, iris: Sequence[str]) -> list[str]:
    """Return concepts in alphabetical order."""
    return sorted(iris, key=reader.sorted_as) if len(iris) > 1 else list(iris)


def division_link(reader: Reader, division: str, divided: Link) -> Link:
    """Return a characteristic of division as written on a branch: without the term that it divides.

    “insats efter väg” below insats is “efter väg”.
    """
    link = reader.link(division)
    shorter = link.text.removeprefix(f"{divided.text} ")
    return link._replace(text=shorter)


def _division_of_each(reader: Reader, below: Sequence[Concept]) -> dict[str, str]:
    """Return the characteristic of division that each concept stands in, of those that divide just these."""
    together, divided = {each.iri for each in below}, dict[str, str]()
    divisions: dict[str, bool] = {}
    for each in below:
        for facet in each.member_of:
            if facet not in divisions:
                divisions[facet] = _divides(reader, facet, together)
            if divisions[facet]:
                divided[each.iri] = facet
                break
    return divided


def _divides(reader: Reader, facet: str, together: set[str]) -> bool:
    found = reader.vocabulary.resource(facet)
    return isinstance(found, Collection) and found.array and len(together.intersection(found.members)) >= LEAST_DIVIDED


def _sorted_as(reader: Reader, division: str) -> tuple[str, ...]:
    return reader.sorted_as(division) if division else ()
