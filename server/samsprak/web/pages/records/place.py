"""A concept's place: what it is a kind of, what stands beside it, what is below it, and the lists that it is in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samsprak.errors import N_
from samsprak.vocabulary.records import Collection, Concept, Hierarchy
from samsprak.web.presentation import Link, Reader

# More concepts side by side than this are not listed: the hierarchy shows them.
MAX_BESIDE = 14
# So many narrower concepts are listed, by what they are divided by.
MAX_BELOW = 60

UPWARDS = {
    Hierarchy.GENERIC: N_("A kind of"),
    Hierarchy.PARTITIVE: N_("Part of"),
    Hierarchy.INSTANTIAL: N_("A named example of"),
}
BELOW = {
    Hierarchy.GENERIC: N_("Kinds of it"),
    Hierarchy.PARTITIVE: N_("Parts of it"),
    Hierarchy.INSTANTIAL: N_("Named examples"),
}


@dataclass(frozen=True, slots=True)
class Above:
    """A broader concept, what the relation says, and what is beside the concept under it."""

    message: str
    link: Link
    beside: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Below:
    """Narrower concepts of one sort: divided by the same characteristic, else related in the same way."""

    message: str
    division: Link | None
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a concept stands; `more` counts narrower concepts that are not listed."""

    above: tuple[Above, ...]
    below: tuple[Below, ...]
    more: int
    lists: tuple[Link, ...]


def place_of(reader: Reader, concept: Concept, shown_elsewhere: Iterable[str] = ()) -> Place:
    """Return a concept's place; collections that the page shows in another way are left out of its lists."""
    elsewhere = frozenset(shown_elsewhere)
    lists = [iri for iri in concept.member_of if iri not in elsewhere]
    above = tuple(_above(reader, concept, up.iri, up.hierarchy) for up in concept.broader)
    more = max(0, len(concept.narrower) - MAX_BELOW)
    return Place(above, tuple(_below(reader, concept)), more, tuple(reader.links(lists)))


def _above(reader: Reader, concept: Concept, iri: str, hierarchy: Hierarchy) -> Above:
    """Beside a concept stand those divided off by the same characteristic, or all where there is none."""
    narrower = reader.vocabulary.concept(iri).narrower
    divisions = _divisions(reader, concept)
    beside = [
        each for each in narrower if each != concept.iri and (not divisions or any(each in held for held in divisions))
    ]
    listed = beside if len(beside) <= MAX_BESIDE else []
    return Above(UPWARDS[hierarchy], reader.link(iri), tuple(reader.links(listed)), len(beside) - len(listed))


def _divisions(reader: Reader, concept: Concept) -> list[tuple[str, ...]]:
    """Return the members of each characteristic of division that a concept stands in."""
    found = [reader.vocabulary.resource(iri) for iri in concept.member_of]
    return [each.members for each in found if isinstance(each, Collection) and each.array]


def _below(reader: Reader, concept: Concept) -> list[Below]:
    """Return the narrower concepts by characteristic of division in alphabetical order, the others first."""
    groups: dict[tuple[Hierarchy, str], list[str]] = {}
    siblings = frozenset(concept.narrower)
    for iri in concept.narrower[:MAX_BELOW]:
        narrower = reader.vocabulary.concept(iri)
        hierarchy = next(up.hierarchy for up in narrower.broader if up.iri == concept.iri)
        groups.setdefault((hierarchy, _division(reader, narrower, siblings)), []).append(iri)
    found = [
        Below(BELOW[hierarchy], reader.link(division) if division else None, tuple(reader.links(iris)))
        for (hierarchy, division), iris in groups.items()
    ]
    return sorted(found, key=lambda each: (each.division.text if each.division else "", each.message))


def _division(reader: Reader, concept: Concept, siblings: frozenset[str]) -> str:
    """Return the characteristic by which a concept is told from its siblings; empty for none."""
    for iri in concept.member_of:
        found = reader.vocabulary.resource(iri)
        if isinstance(found, Collection) and found.array and siblings.issuperset(found.members):
            return iri
    return ""
