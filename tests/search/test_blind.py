"""Queries written without knowing the search: how often the right concept stands first, and among five."""

from __future__ import annotations

from collections import defaultdict

import pytest

from samsprak.search.index import Index
from tests.search.gold import BlindQuery, blind_queries, slugs

# What is reached, rounded down; not all of these queries have an answer that a search can know.
FLOORS = {"first": (0.90, 0.95), "second": (0.74, 0.90), "third": (0.82, 0.92)}
FIVE = 5
HEAD, QUERIES = blind_queries()


def rank(index: Index, asked: BlindQuery) -> int:
    """Return the place of the first right concept, or one that is far down."""
    hits = index.search(asked.query, "sv").hits
    places = [place for place, hit in enumerate(hits, 1) if slugs()[hit.concept.id] in asked.concepts.split(",")]
    return next(iter(places), len(hits) + FIVE)


@pytest.mark.parametrize("which", FLOORS)
def test_queries_written_without_knowing_the_search_find_what_is_meant(own_index: Index, which: str) -> None:
    ranks = {asked: rank(own_index, asked) for asked in QUERIES if asked.set == which}
    by_kind = defaultdict[str, list[int]](list)
    for asked, place in ranks.items():
        by_kind[asked.kind].append(place)
    lines = [f"{kind}: {sum(n == 1 for n in places)} first of {len(places)}" for kind, places in by_kind.items()]
    lines += [f"{asked.query!r} has {asked.concepts} at {place}" for asked, place in ranks.items() if place > 1]
    report = "\n".join(lines)
    first, five = FLOORS[which]
    assert sum(place == 1 for place in ranks.values()) >= first * len(ranks), report
    assert sum(place <= FIVE for place in ranks.values()) >= five * len(ranks), report


def test_blind_queries_name_concepts_that_there_are() -> None:
    assert HEAD == ["set", "kind", "query", "concepts"]
    assert {asked.set for asked in QUERIES} == FLOORS.keys()
    known = set(slugs().values())
    assert [asked for asked in QUERIES if not known.issuperset(asked.concepts.split(","))] == []
    assert all(asked.query == asked.query.strip() != "" for asked in QUERIES)
