from __future__ import annotations

import pytest

from samsprak.search.advice import Advice, advice, as_json
from samsprak.search.annotation import Annotation
from samsprak.search.index import Index
from samsprak.vocabulary.protocol import Vocabulary
from tests.conftest import Turtle

TERMS = """
    ex:grupp a skos:Concept ; skos:prefLabel "föräldragrupp"@sv, "parent group"@en ;
      skos:altLabel "föräldracirkel"@sv, "föräldragrupper"@sv ; skos:hiddenLabel "mammagrupp"@sv .
    ex:borta a skos:Concept ; skos:prefLabel "kuratorsprat"@sv ; owl:deprecated true ;
      dcterms:isReplacedBy ex:grupp, ex:utanfor .
    ex:annu a skos:Concept ; skos:prefLabel "samtalsprat"@sv ; owl:deprecated true ; dcterms:isReplacedBy ex:borta .
    ex:slopad a skos:Concept ; skos:prefLabel "hemterapi"@sv ; owl:deprecated true .
"""
PROFILE = "ex: a skos:ConceptScheme ; dcterms:conformsTo <https://w3id.org/samsprak/shapes/record> ."


@pytest.fixture(scope="module")
def records(turtle: Turtle) -> Vocabulary:
    """A vocabulary of term records, where hidden labels are terms advised against."""
    return turtle(PROFILE + TERMS)


@pytest.fixture(scope="module")
def others(turtle: Turtle) -> Vocabulary:
    return turtle(TERMS)


def annotated(vocabulary: Vocabulary, text: str, lang: str = "sv") -> Annotation:
    (found,) = Index([vocabulary]).annotator.annotate(text, lang)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("En föräldragrupp startar.", None),
        ("En föräldracirkel startar.", Advice(("föräldragrupp",), discouraged=False)),
        ("En mammagrupp startar.", Advice(("föräldragrupp",), discouraged=True)),
        ("Ett kuratorsprat.", Advice(("föräldragrupp",), discouraged=True)),
        ("Ett samtalsprat.", Advice(("föräldragrupp",), discouraged=True)),
        ("Ingen hemterapi.", Advice((), discouraged=True)),
        ("Våra föräldragrupper.", None),
    ],
)
def test_advice_is_what_to_write_instead_and_whether_one_must(
    records: Vocabulary, text: str, expected: Advice | None
) -> None:
    assert advice(annotated(records, text), records, "sv") == expected


def test_hidden_labels_of_other_vocabularies_are_not_advised_against(others: Vocabulary) -> None:
    assert advice(annotated(others, "En mammagrupp startar."), others, "sv") is None


def test_annotation_as_json_says_where_what_and_what_instead(records: Vocabulary) -> None:
    text = "En Föräldracirkel."
    found = annotated(records, text)
    assert as_json(found, text[found.start : found.end], "föräldragrupp", advice(found, records, "sv")) == {
        "start": 3,
        "end": 17,
        "text": "Föräldracirkel",
        "uri": "https://example.org/v/grupp",
        "vocab": found.row.vocabulary,
        "prefLabel": "föräldragrupp",
        "matched": {"value": "föräldracirkel", "lang": "sv", "kind": "altLabel"},
        "how": "exact",
        "instead": ["föräldragrupp"],
        "discouraged": False,
    }
