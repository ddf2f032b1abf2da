from __future__ import annotations

import pytest

from samsprak.search.filters import Filters, closure
from samsprak.search.index import Index
from tests.conftest import EX, Turtle

VOCABULARY = """
    ex:top a skos:Concept ; skos:prefLabel "stöd"@sv ; skos:narrower ex:mid .
    ex:mid a skos:Concept ; skos:prefLabel "stöd i grupp"@sv, "support in groups"@en ; skos:narrower ex:low ;
      adms:status status:Completed .
    ex:low a skos:Concept ; skos:prefLabel "stöd i hemmet"@sv ; adms:status status:UnderDevelopment .
    ex:other a skos:Concept ; skos:prefLabel "stöd utan plats"@sv ; skos:broader ex:missing .
    ex:circle a skos:Concept ; skos:prefLabel "stöd runt"@sv ; skos:broader ex:back .
    ex:back a skos:Concept ; skos:prefLabel "stöd tillbaka"@sv ; skos:broader ex:circle .
    ex:facet a skos:Collection ; skos:prefLabel "facett"@sv ; skos:member ex:array .
    ex:array a skos:Collection ; skos:prefLabel "rad"@sv ; skos:member ex:low, ex:other .
"""


@pytest.fixture(scope="module")
def index(turtle: Turtle) -> Index:
    return Index([turtle(VOCABULARY)])


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(), {"top", "mid", "low", "other", "circle", "back"}),
        (Filters(vocabulary="v"), {"top", "mid", "low", "other", "circle", "back"}),
        (Filters(vocabulary="w"), set()),
        (Filters(below=EX + "top"), {"mid", "low"}),
        (Filters(below=EX + "mid"), {"low"}),
        (Filters(below=EX + "low"), set()),
        (Filters(below=EX + "circle"), {"circle", "back"}),
        (Filters(collection=EX + "array"), {"low", "other"}),
        (Filters(collection=EX + "facet"), {"low", "other"}),
        (Filters(status="Completed"), {"mid"}),
        (Filters(lang="en"), set()),
        (Filters(collection=EX + "facet", below=EX + "top"), {"low"}),
        (Filters(collection=EX + "no such"), set()),
    ],
)
def test_filters_leave_what_they_ask_for(index: Index, filters: Filters, ids: set[str]) -> None:
    results = index.search("stöd", "sv", filters)
    assert {hit.concept.id for hit in results.hits} == ids
    assert results.total == len(ids)
    assert {row.concept.id for row in index.like("stöd*", filters, limit=20)} == ids


def test_language_is_that_of_the_label_that_matches(index: Index) -> None:
    assert [hit.label.text for hit in index.search("support", "sv", Filters(lang="en")).hits] == ["support in groups"]
    assert index.search("support", "sv", Filters(lang="sv")).hits == ()


def test_filters_hold_for_texts(turtle: Turtle) -> None:
    index = Index(
        [
            turtle(
                'ex:a a skos:Concept ; skos:prefLabel "ett"@sv ; skos:definition "ger trygghet"@sv ;'
                ' adms:status status:Completed . ex:b a skos:Concept ; skos:prefLabel "två"@sv ;'
                ' skos:definition "ger trygghet"@sv .'
            )
        ]
    )
    assert [hit.concept.id for hit in index.search("trygghet", "sv", Filters(status="Completed")).hits] == ["a"]


def test_closure_ends_in_circles() -> None:
    above = {"a": ["b"], "b": ["a", "c"], "c": []}
    assert closure(["a"], above.__getitem__) == {"a", "b", "c"}
