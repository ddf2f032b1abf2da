from __future__ import annotations

import pytest

from samsprak.search.index import Index
from samsprak.search.suggestions import MANY
from samsprak.vocabulary.records import LabelKind
from tests.conftest import Turtle

VOCABULARY = """
    ex:a a skos:Concept ; skos:prefLabel "samtal"@sv, "conversation"@en ; skos:altLabel "samspråk"@sv .
    ex:b a skos:Concept ; skos:prefLabel "enskilt samtal"@sv .
    ex:c a skos:Concept ; skos:prefLabel "samtalsstöd för sömn"@sv, "samtalsstod support"@en .
    ex:d a skos:Concept ; skos:prefLabel "barn"@sv ; skos:altLabel "samtalsbarn"@sv .
    ex:e a skos:Concept ; skos:prefLabel "samtal"@sv .
    ex:f a skos:Concept ; skos:prefLabel "råd- och stödsamtal"@sv .
    ex:g a skos:Concept ; skos:prefLabel "stadsplan"@sv .
"""


@pytest.fixture(scope="module")
def index(turtle: Turtle) -> Index:
    return Index([turtle(VOCABULARY)])


def texts(index: Index, typed: str, lang: str = "sv", limit: int = 8) -> list[str]:
    return [row.label.text for row in index.suggest(typed, lang, limit=limit)]


def test_preferred_terms_come_first_then_synonyms_then_words_within(index: Index) -> None:
    assert texts(index, "samtal") == ["samtal", "samtalsstöd för sömn", "samtalsbarn", "enskilt samtal"]


def test_no_concept_and_no_text_comes_twice(index: Index) -> None:
    assert texts(index, "sam") == ["samtal", "samtalsstöd för sömn", "samtalsbarn", "enskilt samtal"]


def test_synonym_is_told_by_its_kind(index: Index) -> None:
    (row,) = index.suggest("samspr", "sv")
    assert (row.kind, row.concept.id) == (LabelKind.ALTERNATIVE, "a")


def test_labels_of_the_readers_language_come_first(index: Index) -> None:
    assert texts(index, "samtals", "en")[0] == "samtalsstod support"
    assert texts(index, "samtals", "sv")[0] == "samtalsstöd för sömn"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("stöd", ["råd- och stödsamtal"]),
        ("stod", ["råd- och stödsamtal"]),
        ("städ", []),
        ("sömn", ["samtalsstöd för sömn"]),
        ("råd och stö", ["råd- och stödsamtal"]),
        ("RÅD-", ["råd- och stödsamtal"]),
        ("xyz", []),
        ("", []),
        ("-", []),
    ],
)
def test_letters_are_what_they_are_typed_as(index: Index, typed: str, found: list[str]) -> None:
    assert texts(index, typed) == found


def test_no_more_come_than_asked_for(index: Index) -> None:
    assert texts(index, "s", limit=2) == ["samtal", "stadsplan"]


def test_best_of_many_come_first(turtle: Turtle) -> None:
    lines = [f'ex:c{n} a skos:Concept ; skos:prefLabel "samverkan {n:05}"@sv .' for n in range(MANY + 20)]
    index = Index([turtle("\n".join([*lines, 'ex:last a skos:Concept ; skos:prefLabel "samverkan z"@sv .']))])
    assert texts(index, "samv", limit=2) == ["samverkan z", "samverkan 00000"]
    assert texts(index, "samverkan 0051", limit=2) == ["samverkan 00510", "samverkan 00511"]
