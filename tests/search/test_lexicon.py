from __future__ import annotations

import pytest

from samsprak.search.lexicon import DIGITS_WEIGHT, LEAST_WEIGHT, Lexicon
from samsprak.search.notes import NoteWords
from samsprak.search.rows import rows_of
from tests.conftest import Turtle

VOCABULARY = """
    ex:a a skos:Concept ; skos:prefLabel "stöd för barn"@sv ; skos:definition "Insatser i skolan."@sv .
    ex:b a skos:Concept ; skos:prefLabel "stödgrupp"@sv ; skos:altLabel "stöd i grupp"@sv .
    ex:c a skos:Concept ; skos:prefLabel "stödinsats i skolan"@sv, "school support"@en .
    ex:d a skos:Concept ; skos:prefLabel "Komet" .
"""


@pytest.fixture(scope="module")
def lexicon(turtle: Turtle) -> Lexicon:
    rows = rows_of([turtle(VOCABULARY)])
    return Lexicon(rows, NoteWords(rows).words)


def test_languages_come_commonest_first_and_untagged_labels_have_none(lexicon: Lexicon) -> None:
    assert lexicon.languages == ("sv", "en")


def test_words_are_known_as_they_stand_by_base_and_as_parts(lexicon: Lexicon) -> None:
    assert lexicon.has("stod")
    assert not lexicon.has("stodet")
    assert lexicon.has_base("stod")
    assert lexicon.known("grupperna", ["grupp"])
    assert not lexicon.known("bil", ["bil"])


def test_beginnings_and_ends_of_words_are_found(lexicon: Lexicon) -> None:
    assert [lexicon.begins(each) for each in ("stod", "stodg", "s", "x")] == [3, 1, 6, 0]
    assert set(lexicon.ending_with("insats")) == {"stodinsats"}
    assert list(lexicon.ending_with("ats")) == []


def test_wide_beginnings_are_those_that_many_words_have(lexicon: Lexicon) -> None:
    assert lexicon.wide_beginnings(2) == {"st", "sto", "stod"}
    assert lexicon.wide_beginnings(99) == frozenset()


def test_rare_words_say_more_than_common_ones_and_function_words_next_to_nothing(lexicon: Lexicon) -> None:
    assert lexicon.weight("skolan", ["skol"]) > lexicon.weight("stod", ["stod"]) > LEAST_WEIGHT
    assert lexicon.weight("for", ["for"]) == LEAST_WEIGHT
    assert lexicon.weight("12", ["12"]) == DIGITS_WEIGHT


def test_words_of_many_labels_are_one_object(lexicon: Lexicon) -> None:
    forms = [form for words in lexicon.forms for form in words if form.text == "stöd"]
    assert len(forms) == 2
    assert forms[0] is forms[1]
