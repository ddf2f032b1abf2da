from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from samsprak.web.addresses import Addresses
from samsprak.web.pages.lists import tree
from samsprak.web.pages.lists.tree import TreeNode, grown
from samsprak.web.presentation import Reader
from tests.conftest import EX, Turtle

BODY = """
ex:a a skos:Concept ; skos:prefLabel "a"@sv .
ex:b a skos:Concept ; skos:prefLabel "b"@sv ; skos:broader ex:a .
ex:c a skos:Concept ; skos:prefLabel "c"@sv ; skos:broader ex:b .
ex:d a skos:Concept ; skos:prefLabel "d"@sv ; skos:broader ex:a .
ex:e a skos:Concept ; skos:prefLabel "e"@sv .
ex:f a skos:Concept ; skos:prefLabel "f"@sv .
ex:old a skos:Concept ; skos:prefLabel "äldre"@sv ; adms:status status:Deprecated ; owl:deprecated true .
ex:who a skos:Collection ; skos:prefLabel "vem (som nås)"@sv ; skos:member ex:e , ex:b .
ex:what a skos:Collection ; skos:prefLabel "vad"@sv ; skos:member ex:a , ex:e .
"""
FACETS = (f"{EX}who", f"{EX}what")


def outline(nodes: Iterable[TreeNode], depth: int = 0) -> Iterator[str]:
    for node in nodes:
        yield f"{'  ' * depth}{node.link.text}{'*' if node.here else ''}{' open' if node.open else ''}"
        yield from outline(node.children, depth + 1)


def reader(turtle: Turtle) -> Reader:
    return Reader(turtle(BODY), Addresses(), "sv")


def test_tops_stand_by_facet_then_alone_then_those_out_of_use(turtle: Turtle) -> None:
    groups = grown(reader(turtle), FACETS)
    told = [(group.heading.link.text if group.heading else "", list(outline(group.nodes))) for group in groups]
    assert told == [
        ("vem", ["e"]),
        ("vad", ["a", "  b", "    c", "  d"]),
        ("", ["f"]),
        ("", ["äldre"]),
    ]
    assert [group.retired for group in groups] == [False, False, False, True]


def test_tree_is_open_down_to_the_concept_asked_for(turtle: Turtle) -> None:
    group = grown(reader(turtle), (), f"{EX}c")[0]
    assert list(outline(group.nodes)) == ["a open", "  b open", "    c* open", "  d", "e", "f"]


def test_large_tree_shows_its_tops_or_one_way_down(turtle: Turtle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MAX_WHOLE", 3)
    assert [node.below for group in grown(reader(turtle), ()) for node in group.nodes] == [2, 0, 0, 0]
    (group,) = grown(reader(turtle), FACETS, f"{EX}b")
    assert list(outline(group.nodes)) == ["a open", "  b* open", "    c"]
