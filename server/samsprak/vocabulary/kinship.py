"""Kinship: what concepts have in common above them, and where their ways part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samsprak.vocabulary.protocol import Vocabulary

# From a concept up: each concept above it, itself included, with the one that it was reached from.
Upwards = dict[str, str]


@dataclass(frozen=True, slots=True)
class Kinship:
    """The nearest concept above all, and the way down from it to each, both ends included.

    `common` is empty where there is none, and the ways then begin at the top.
    """

    common: str
    ways: tuple[tuple[str, ...], ...]


def kinship(vocabulary: Vocabulary, iris: Sequence[str]) -> Kinship:
    """Compare the places of concepts in the hierarchy; one of them may itself be above the others.

    The nearest common concept is the one whose longest way down is shortest, then the one with the shortest ways.
    """
    above = [_upwards(vocabulary, iri) for iri in iris]
    shared = set(above[0]).intersection(*above[1:])
    if not shared:
        return Kinship("", tuple(vocabulary.paths(iri)[0] for iri in iris))
    ways = {common: tuple(_down(common, each) for each in above) for common in shared}
    nearest = min(shared, key=lambda iri: (max(map(len, ways[iri])), sum(map(len, ways[iri])), iri))
    return Kinship(nearest, ways[nearest])


def _upwards(vocabulary: Vocabulary, iri: str) -> Upwards:
    """Return what is above a concept, nearest first; circles end where they began."""
    reached: Upwards = {iri: ""}
    pending = [iri]
    for here in pending:
        for link in vocabulary.concept(here).broader:
            if link.iri not in reached:
                reached[link.iri] = here
                pending.append(link.iri)
    return reached


def _down(common: str, upwards: Upwards) -> tuple[str, ...]:
    way = [common]
    while upwards[way[-1]]:
        way.append(upwards[way[-1]])
    return tuple(way)
