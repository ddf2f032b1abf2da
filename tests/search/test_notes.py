from __future__ import annotations

import pytest

from samsprak.search.closeness import Closeness
from samsprak.search.notes import NoteWords
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


def test_each_word_of_a_note_is_kept_once_by_its_number(rows: list[Row]) -> None:
    found = NoteWords(rows)
    read = [
        (each.closeness, {found.words(each.lang)[n] for n in each.words}) for notes in found.notes for each in notes
    ]
    assert (Closeness.DEFINITION, {"Möten", "möten", "och", "mer", "av", "samma", "slag"}) in read
    assert (Closeness.NOTE, {"Not", "meetings"}) in read
    assert len(read) == 3


def test_what_editors_tell_each_other_is_not_read(rows: list[Row]) -> None:
    found = NoteWords(rows)
    assert set(found.languages) == {"sv", "en"}
    assert not {"Hemligt", "Ändrad"} & set(found.words("sv"))
    assert found.words("fi") == []
