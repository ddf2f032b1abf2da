from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsprak.vocabulary.hierarchy import MAX_PATHS, closing_links, cycles, paths_up, roots

Broader = dict[str, list[str]]
CONCEPTS = "abcdefg"


@st.composite
def hierarchies(draw: st.DrawFn) -> Broader:
    """Any broader relation over a few concepts, circles and self-relations included."""
    return {each: sorted(draw(st.sets(st.sampled_from(CONCEPTS), max_size=3))) for each in CONCEPTS}


def inverse(broader: Broader) -> Broader:
    return {each: [low for low, highs in broader.items() if each in highs] for each in broader}


def below(start: str, narrower: Broader) -> set[str]:
    """What one step down or more leads to."""
    reached: set[str] = set()
    pending = list(narrower[start])
    while pending:
        each = pending.pop()
        if each not in reached:
            reached.add(each)
            pending += narrower[each]
    return reached


def test_circles_are_found_one_by_one() -> None:
    broader = {"a": ["b"], "b": ["a"], "c": ["c"], "d": ["a"], "e": ["f"], "f": ["g"], "g": ["e", "d"], "h": []}
    assert cycles(broader) == (("a", "b"), ("c",), ("e", "f", "g"))


def test_hierarchy_without_circles_has_none() -> None:
    assert cycles({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}) == ()


@given(hierarchies())
def test_circles_are_what_leads_back_to_itself(broader: Broader) -> None:
    narrower = inverse(broader)
    circular = {each for each in CONCEPTS if each in below(each, narrower)}
    groups = cycles(broader)
    assert sorted(each for group in groups for each in group) == sorted(circular)
    for group in groups:
        assert all(set(group) <= below(each, narrower) for each in group)


def test_deep_hierarchy_is_walked_without_recursion() -> None:
    deep = {str(n): [str(n + 1)] for n in range(20_000)} | {"20000": ["0"]}
    assert len(cycles(deep)[0]) == 20_001
    tops = {str(n): [str(n + 1)] for n in range(3_000)} | {"3000": []}
    (path,) = paths_up("0", tops.__getitem__)
    assert (path[0], path[-1], len(path)) == ("3000", "0", 3001)


def test_paths_lead_from_the_top_down() -> None:
    broader = {"a": ["b", "c"], "b": ["d"], "c": ["d", "e"], "d": [], "e": []}
    assert paths_up("a", broader.__getitem__) == (("d", "b", "a"), ("d", "c", "a"), ("e", "c", "a"))
    assert paths_up("d", broader.__getitem__) == (("d",),)


def test_paths_out_of_a_circle_end_where_it_closes() -> None:
    broader: Broader = {"a": ["b"], "b": ["a", "t"], "t": []}
    assert paths_up("a", broader.__getitem__) == (("t", "b", "a"),)
    assert paths_up("x", {"x": ["x"]}.__getitem__) == (("x",),)


def test_paths_are_so_many_at_most() -> None:
    ladder = {f"{level}{side}": [f"{level + 1}a", f"{level + 1}b"] for level in range(30) for side in "ab"}
    ladder |= {"30a": [], "30b": []}
    assert len(paths_up("0a", ladder.__getitem__)) == MAX_PATHS


@given(hierarchies(), st.sampled_from(CONCEPTS))
def test_no_path_passes_a_concept_twice(broader: Broader, start: str) -> None:
    for path in paths_up(start, broader.__getitem__):
        assert path[-1] == start
        assert len(set(path)) == len(path)
        assert all(high in broader[low] for high, low in pairwise(path))


@pytest.mark.parametrize(
    ("tops", "broader", "expected"),
    [
        (["b"], {"a": ["b"], "b": []}, ("b",)),
        ([], {"a": ["b"], "b": [], "c": []}, ("b", "c")),
        (["c", "b"], {"a": ["b"], "b": [], "c": []}, ("c", "b")),
        (["elsewhere"], {"a": []}, ("a",)),
        ([], {"b": ["c"], "c": ["b"]}, ("b",)),
        # What hangs below a circle is no root, even where it comes first in the alphabet.
        ([], {"a": ["b"], "b": ["c"], "c": ["b"]}, ("b",)),
        ([], {"a": ["d"], "b": ["a"], "c": ["b"], "d": ["e", "a"], "e": ["d"]}, ("a",)),
    ],
)
def test_trees_begin_at_the_top(tops: list[str], broader: Broader, expected: tuple[str, ...]) -> None:
    assert roots(tops, broader, inverse(broader)) == expected


@given(hierarchies(), st.lists(st.sampled_from(CONCEPTS), unique=True))
def test_every_concept_is_in_a_tree(broader: Broader, tops: list[str]) -> None:
    narrower = inverse(broader)
    found = roots(tops, broader, narrower)
    assert set(found).union(*(below(root, narrower) for root in found)) == set(CONCEPTS)
    assert len(set(found)) == len(found)


@given(hierarchies())
def test_no_tree_stands_within_another(broader: Broader) -> None:
    narrower = inverse(broader)
    found = roots([], broader, narrower)
    for root in found:
        assert not below(root, narrower).intersection(found) - {root}


@pytest.mark.parametrize(
    ("broader", "starts", "left_out"),
    [
        ({"a": ["b"], "b": ["a"]}, [], {("a", "b")}),
        ({"a": ["b"], "b": ["a"]}, ["b"], {("b", "a")}),
        ({"a": ["c"], "b": ["a"], "c": ["b", "top"], "top": []}, ["top"], {("c", "b")}),
        ({"a": ["c"], "b": ["a", "top"], "c": ["b"], "top": []}, ["top"], {("b", "a")}),
        ({"a": ["b", "c"], "b": ["a", "c"], "c": ["a", "b"]}, [], {("a", "b"), ("a", "c"), ("b", "c")}),
        ({"a": ["top"], "b": ["a"], "top": []}, ["top"], set()),
    ],
)
def test_links_that_close_a_circle(
    broader: dict[str, list[str]], starts: list[str], left_out: set[tuple[str, str]]
) -> None:
    narrower: dict[str, list[str]] = {}
    for iri, above in broader.items():
        for each in above:
            narrower.setdefault(each, []).append(iri)
    found = closing_links(cycles(broader), starts, broader, narrower)
    assert found == left_out
    assert cycles({iri: [each for each in above if (iri, each) not in found] for iri, above in broader.items()}) == ()


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=30))
def test_without_closing_links_every_walk_ends_and_all_is_still_reached(pairs: list[tuple[int, int]]) -> None:
    broader: dict[str, list[str]] = {str(number): [] for number in range(9)}
    narrower: dict[str, list[str]] = {str(number): [] for number in range(9)}
    for low, high in dict.fromkeys(pairs):
        if low != high:
            broader[str(low)].append(str(high))
            narrower[str(high)].append(str(low))
    starts = roots([], broader, narrower)
    found = closing_links(cycles(broader), starts, broader, narrower)
    assert cycles({iri: [each for each in above if (iri, each) not in found] for iri, above in broader.items()}) == ()
    reached, pending = set(starts), list(starts)
    while pending:
        here = pending.pop()
        for below in narrower[here]:
            if (below, here) not in found and below not in reached:
                reached.add(below)
                pending.append(below)
    assert reached == set(broader)
