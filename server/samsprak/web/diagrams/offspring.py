"""What is right below a concept, in the groups that a terminologist draws: by kind of relation and by division."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from samsprak.language.collation import sort_key
from samsprak.vocabulary.records import Collection, Concept, Hierarchy
from samsprak.web.presentation import Link, Reader

ORDER = tuple(Hierarchy)
# Of thousands right below one concept only so many are looked at; the rest are counted.
LOOKED_AT = 100
# A division has to have so many members below the concept that it divides.
LEAST_DIVIDED = 2


@dataclass(frozen=True, slots=True)
class Group:
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
    divided = _division_of_each(reader, looked_at)
    found: dict[tuple[Hierarchy, str], list[str]] = {}
    for iri in looked_at:
        found.setdefault((kind_of(reader, iri, concept.iri), divided.get(iri, "")), []).append(iri)
    groups = [Group(kind, division, tuple(in_order(reader, members))) for (kind, division), members in found.items()]
    groups.sort(key=lambda group: (ORDER.index(group.kind), not group.division, _sorted_as(reader, group.division)))
    if len(concept.narrower) > LOOKED_AT:
        groups[-1] = replace(groups[-1], left_out=len(concept.narrower) - len(looked_at))
    return groups


def limited(groups: Sequence[Group], most: int, first: Sequence[str] = ()) -> list[Group]:
    """Return the groups with `most` members in all, shared out so that every group shows some.

    `first` are chosen first. Where only one would be left out it is shown, since saying so takes the same room.
    """
    shares = [0] * len(groups)
    while sum(shares) < most and any(share < len(group.members) for share, group in zip(shares, groups, strict=True)):
        for place, group in enumerate(groups):
            if shares[place] < len(group.members) and sum(shares) < most:
                shares[place] += 1
    return [_cut(group, share, first) for group, share in zip(groups, shares, strict=True)]


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
        found.append(replace(group, members=members, left_out=left_out))
    return found


def _cut(group: Group, share: int, first: Sequence[str]) -> Group:
    rest = len(group.members) - share
    if rest + group.left_out <= 1:
        return group
    chosen = sorted(group.members, key=lambda iri: first.index(iri) if iri in first else len(first))[:share]
    return replace(
        group,
        members=tuple(iri for iri in group.members if iri in chosen),
        left_out=group.left_out + rest,
    )


def kind_of(reader: Reader, iri: str, above: str) -> Hierarchy:
    """Return what the relation of a concept to a broader one says."""
    links = reader.vocabulary.concept(iri).broader
    return next((link.hierarchy for link in links if link.iri == above), Hierarchy.GENERIC)


def in_order(reader: Reader, iris: Sequence[str]) -> list[str]:
    """Return concepts in alphabetical order."""
    return sorted(iris, key=lambda iri: _sorted_as(reader, iri)) if len(iris) > 1 else list(iris)


def division_link(reader: Reader, division: str, divided: Link) -> Link:
    """Return a characteristic of division as written on a branch: without the term that it divides.

    “insats efter väg” below insats is “efter väg”.
    """
    link = reader.link(division)
    shorter = link.text.removeprefix(f"{divided.text} ")
    return replace(link, text=shorter)


def _division_of_each(reader: Reader, below: Sequence[str]) -> dict[str, str]:
    """Return the characteristic of division that each concept stands in, of those that divide just these."""
    together, divided = set(below), dict[str, str]()
    divisions: dict[str, bool] = {}
    for iri in below:
        for facet in reader.vocabulary.concept(iri).member_of:
            if facet not in divisions:
                divisions[facet] = _divides(reader, facet, together)
            if divisions[facet]:
                divided[iri] = facet
                break
    return divided


def _divides(reader: Reader, facet: str, together: set[str]) -> bool:
    found = reader.vocabulary.resource(facet)
    return isinstance(found, Collection) and found.array and len(together.intersection(found.members)) >= LEAST_DIVIDED


def _sorted_as(reader: Reader, iri: str) -> tuple[str, ...]:
    return sort_key(reader.name(reader.vocabulary.resource(iri)).text, reader.shown) if iri else ()
