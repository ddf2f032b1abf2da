from __future__ import annotations

import pytest

from samsprak.search.notes import NoteWords
from samsprak.search.passages import Passage
from samsprak.search.rows import Row, rows_of
from tests.conftest import Turtle

VOCABULARY = """
    ex:long a skos:Concept ; skos:prefLabel "ett"@sv ; skos:definition "Möten, möten och mer av samma slag."@sv .
    ex:short a skos:Concept ; skos:prefLabel "två"@sv, "två ord" ;
      skos:scopeNote "Inte möten."@sv, "Not meetings."@en-GB ; skos:editorialNote "Hemligt."@sv .
    ex:none a skos:Concept ; skos:prefLabel "tre"@sv ; skos:changeNote "Ändrad."@sv .
"""


@pytest.fixture(scope="module")
def rows(turtle: Turtle) -> list[Row]:
    return rows_of([turtle(VOCABULARY)])


def test_concepts_with_short_notes_come_first_each_by_its_best_row(rows: list[Row]) -> None:
    assert [(rows[number].concept.id, rows[number].label.text) for number in NoteWords(rows).rows] == [
        ("short", "två"),
        ("long", "ett"),
    ]


def test_notes_of_each_row_are_read_for_what_they_are(rows: list[Row]) -> None:
    short, long = (set(notes) for notes in NoteWords(rows).notes)
    assert short == {(Passage.HEART, "sv", "Inte möten."), (Passage.HEART, "en", "Not meetings.")}
    assert long == {(Passage.DEFINITION, "sv", "Möten, möten och mer av samma slag.")}


def test_words_of_a_language_are_told_once_and_what_stands_between_spaces_too(rows: list[Row]) -> None:
    found = NoteWords(rows)
    assert sorted(found.words("sv")) == ["Inte", "Möten", "av", "mer", "möten", "och", "samma", "slag"]
    assert sorted(found.pieces("sv")) == ["Inte", "Möten,", "av", "mer", "möten", "möten.", "och", "samma", "slag."]


def test_what_editors_tell_each_other_is_not_read(rows: list[Row]) -> None:
    found = NoteWords(rows)
    assert set(found.languages) == {"sv", "en"}
    assert not {"Hemligt", "Ändrad"} & set(found.words("sv"))
    assert not found.words("fi")
