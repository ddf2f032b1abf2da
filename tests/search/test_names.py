from __future__ import annotations

import pytest

from samsprak.search.names import Names
from tests.conftest import EX, Turtle

VOCABULARY = """
    ex:Abc a skos:Concept ; skos:prefLabel "ett"@sv ; skos:notation "K 7", "k-8" .
    ex:b a skos:Concept ; skos:prefLabel "två"@sv ; skos:notation "k-8" .
    <http://example.com/n?x=1> a skos:Concept ; skos:prefLabel "tre"@sv .
    ex:facet a skos:Collection ; skos:prefLabel "facett"@sv .
"""


@pytest.fixture(scope="module")
def names(turtle: Turtle) -> Names:
    return Names([turtle(VOCABULARY)])


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (EX + "Abc", ["Abc"]),
        (EX.replace("https", "http") + "Abc", ["Abc"]),
        (f"«{EX}Abc».", ["Abc"]),
        (f"{EX}Abc.jsonld", ["Abc"]),
        (f"{EX}abc", ["Abc"]),
        ("https://vokabular.example/sv/v/abc/ett", ["Abc"]),
        ("https://vokabular.example/entity?uri=https%3A%2F%2Fexample.org%2Fv%2FAbc", ["Abc"]),
        ("ABC", ["Abc"]),
        ("K 7", ["Abc"]),
        ("k 7", ["Abc"]),
        ("K-8", ["Abc", "b"]),
        (EX + "facet", []),
        ("facet", []),
        ("ett", []),
        ("http://", []),
        ("", []),
        ("//", []),
    ],
)
def test_concepts_are_found_by_the_names_that_are_no_words(names: Names, text: str, ids: list[str]) -> None:
    assert [concept.id for _, concept in names.find(text)] == ids


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_scheme_of_an_address_does_not_matter(names: Names, scheme: str) -> None:
    assert [concept.iri for _, concept in names.find(f"{scheme}://example.com/n?x=1")] == ["http://example.com/n?x=1"]
