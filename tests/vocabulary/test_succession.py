from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from samsprak.vocabulary.succession import MAX_WAYS, Succession, succession

NAMES = st.sampled_from("abcdefgh")


def follow(start: str, graph: dict[str, list[str]], in_use: str) -> Succession:
    return succession(start, lambda each: graph.get(each, []), lambda each: each in in_use)


def test_chain_ends_in_the_concept_in_use() -> None:
    assert follow("a", {"a": ["b"], "b": ["c"]}, "c") == Succession(("c",), (("a", "b", "c"),), whole=True)


def test_branches_that_meet_again_leave_no_choice() -> None:
    found = follow("a", {"a": ["b", "c"], "b": ["d"], "c": ["d"]}, "d")
    assert (found.finals, found.whole) == (("d",), True)


def test_circle_ends() -> None:
    assert follow("a", {"a": ["b"], "b": ["a"]}, "").finals == ()


def test_division_into_very_many_is_cut_off() -> None:
    graph = {"a": [f"c{number}" for number in range(500)]}
    assert len(succession("a", lambda each: graph.get(each, []), lambda each: each != "a").ways) == MAX_WAYS


@given(st.dictionaries(NAMES, st.lists(NAMES, max_size=4)), st.sets(NAMES))
def test_any_tangle_ends_and_its_ways_are_ways(graph: dict[str, list[str]], in_use: set[str]) -> None:
    found = succession("a", lambda each: graph.get(each, []), in_use.__contains__)
    assert set(found.finals) <= in_use
    for way in found.ways:
        assert way[0] == "a"
        assert all(two in graph[one] for one, two in pairwise(way))
