"""A vocabulary as it stood at one time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from samsprak.errors import UnreadableInput
from samsprak.settings import VocabularyInput, project_folder
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.states import UNNAMED, state_of_files
from tests.conftest import EX, PREFIXES

Write = Callable[[str, str | bytes], Path]
CONCEPT = 'ex:a a skos:Concept ; skos:prefLabel "ett"@sv .\n'


def test_records_are_those_that_the_service_loads() -> None:
    state, loaded = state_of_files(project_folder("vocab")), load(VocabularyInput(project_folder("vocab")))
    assert state.vocabulary.concepts == loaded.concepts
    assert state.vocabulary.collections == loaded.collections
    assert state.guides == (loaded.guide,)
    assert not state.guide_broken


def test_rest_is_what_no_record_holds(write: Write) -> None:
    said = 'ex:a ex:colour "röd"@sv , 7 ; rdf:type ex:Odd . ex:agent foaf:name "Nämnden" .'
    assert state_of_files(write("v.ttl", PREFIXES + CONCEPT + said)).rest == {
        EX + "a": {
            (EX + "colour", "röd@sv"),
            (EX + "colour", "7^^http://www.w3.org/2001/XMLSchema#integer"),
            ("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", EX + "Odd"),
        },
        EX + "agent": {("http://xmlns.com/foaf/0.1/name", "Nämnden")},
    }


def test_who_refers_to_what_is_not_there_is_known(write: Write) -> None:
    path = write(
        "v.ttl", PREFIXES + CONCEPT + "ex:a skos:related ex:b ; dcterms:isReplacedBy ex:c ; skos:exactMatch ex:d ."
    )
    assert state_of_files(path).dangling == {EX + "b": (EX + "a",), EX + "c": (EX + "a",)}


def test_concept_without_a_name_is_left_out(write: Write) -> None:
    path = write("v.ttl", PREFIXES + CONCEPT + "ex:a skos:broader [ a skos:Concept ] .")
    assert state_of_files(path).dangling == {}


def test_guide_that_cannot_be_followed_is_said_to_be_broken(write: Write) -> None:
    text = (project_folder("vocab") / "guide.ttl").read_text(encoding="utf-8")
    state = state_of_files(write("v/c.ttl", PREFIXES + CONCEPT).parent)
    assert not state.guide_broken
    write("v/guide.ttl", text)
    assert state_of_files(write("v/c.ttl", PREFIXES + CONCEPT).parent).guide_broken


def test_file_may_be_called_what_no_service_could_be(write: Write) -> None:
    assert state_of_files(write("rest.ttl", PREFIXES + CONCEPT)).vocabulary.id == UNNAMED


def test_what_holds_no_concept_is_no_vocabulary(write: Write) -> None:
    with pytest.raises(UnreadableInput):
        state_of_files(write("v.ttl", PREFIXES + "ex:a ex:b ex:c ."))
