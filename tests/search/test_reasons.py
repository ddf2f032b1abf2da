from __future__ import annotations

import re

import pytest

from samsprak.language.tags import best
from samsprak.search import reasons
from samsprak.search.index import Index
from samsprak.search.reasons import reason
from samsprak.vocabulary.records import Label
from tests.conftest import Turtle

VOCABULARY = """
    ex:a a skos:Concept ; skos:prefLabel "rådgivning"@sv, "counselling"@en ; skos:altLabel "handledning"@sv ;
      skos:hiddenLabel "konsultation"@sv ; skos:definition "Någon lyssnar."@sv ;
      skos:scopeNote "Sällan på distans."@sv ; skos:example "Samtal i telefon."@sv ; skos:note "Förr annorlunda."@sv ;
      skos:notation "R-1" .
    ex:b a skos:Concept ; skos:prefLabel "familjehem"@sv .
    ex:c a skos:Concept ; skos:prefLabel "placering"@sv ; skos:altLabel "utvärdering"@sv ;
      skos:hiddenLabel "granskning"@sv .
    ex:d a skos:Concept ; skos:prefLabel "riskgrupp"@sv, "risk group"@en .
"""


@pytest.fixture(scope="module")
def index(turtle: Turtle) -> Index:
    return Index([turtle(VOCABULARY)])


def said(index: Index, query: str, *, term_records: bool) -> str:
    hit = index.search(query, "sv").hits[0]
    name = best(hit.concept.preferred, ("sv",)) or Label("", "")
    return reason(hit, name, term_records=term_records).format(label=hit.label.text, name=name.text)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("rådgivning", ""),
        ("RADGIVNING", ""),
        ("rådgivningarna", "inflection of rådgivning"),
        ("handledning", "synonym: handledning"),
        ("handledningens", "inflection of the synonym handledning"),
        ("konsultation", "discouraged term: konsultation; write rådgivning"),
        ("konsultationer", "inflection of the discouraged term konsultation; write rådgivning"),
        ("rådgivnnig", "did you mean rådgivning?"),
        ("handlednnig", "did you mean handledning, a synonym?"),
        ("konsultatoin", "did you mean konsultation? It is advised against; write rådgivning"),
        ("familje hem", "is written familjehem"),
        ("counselling", "in another language: counselling"),
        ("placeras", "kindred word: placering"),
        ("utvärderas", "kindred word: utvärdering, a synonym"),
        ("granskar", "kindred to the discouraged term granskning; write placering"),
        ("risk", ""),
        ("grupp", "part of riskgrupp"),
        ("familjehemsplacering", "has a part in common with placering"),
        ("lyssnar", "in the definition"),
        ("distans", "in the note on use"),
        ("telefonen", "in an example"),
        ("annorlunda", "in a note"),
        ("r-1", "by its address or code"),
    ],
)
def test_reason_says_why_a_hit_is_there(index: Index, query: str, message: str) -> None:
    assert said(index, query, term_records=True) == message


@pytest.mark.parametrize("query", ["konsultation", "konsultationer", "konsultatoin", "konsul"])
def test_hidden_labels_of_other_vocabularies_are_never_shown(index: Index, query: str) -> None:
    message = said(index, query, term_records=False)
    assert message == reasons.KEPT_FOR_SEARCH
    assert not re.search("konsult", message)
