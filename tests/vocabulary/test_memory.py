from __future__ import annotations

import pytest

from samsprak.errors import UnknownResource
from samsprak.vocabulary.records import LabelKind
from tests.conftest import EX, Turtle

LABELS = """
    ex:1 a skos:Concept ; skos:prefLabel "ögonkontakt"@sv, "eye contact"@en ; skos:altLabel "blick"@sv .
    ex:2 a skos:Concept ; skos:prefLabel "åtgärd"@sv .
    ex:3 a skos:Concept ; skos:prefLabel "zon"@sv ; skos:hiddenLabel "sone"@sv .
    ex:4 a skos:Concept ; skos:prefLabel "untagged", "anglais"@en .
    ex:5 a skos:Concept .
"""


def test_look_ups_return_the_record_or_raise(turtle: Turtle) -> None:
    vocabulary = turtle("ex:a a skos:Concept . ex:c a skos:Collection .")
    assert vocabulary.resource(EX + "c").id == "c"
    assert vocabulary.by_id("a").iri == EX + "a"
    assert vocabulary.holds(EX + "a")
    assert not vocabulary.holds(EX + "b")
    for look_up, unknown in [
        (vocabulary.resource, EX + "b"),
        (vocabulary.by_id, "b"),
        (vocabulary.concept, EX + "c"),
        (vocabulary.paths, EX + "b"),
    ]:
        with pytest.raises(UnknownResource) as error:
            look_up(unknown)
        assert error.value.values == {"id": unknown}


def test_retired_concept_still_answers(turtle: Turtle) -> None:
    vocabulary = turtle(
        "ex:a a skos:Concept ; adms:status status:Withdrawn . ex:b a skos:Concept ; owl:deprecated true ."
    )
    assert vocabulary.by_id("a").iri == EX + "a"
    assert vocabulary.concept(EX + "b").retired


def test_alphabet_is_in_swedish_order(turtle: Turtle) -> None:
    alphabet = turtle(LABELS).alphabet("sv")
    assert list(alphabet) == ["A", "B", "Z", "Å", "Ö"]
    assert [entry.label.text for entries in alphabet.values() for entry in entries] == [
        "anglais",  # has no Swedish; untagged text comes last of all
        "blick",
        "zon",
        "åtgärd",
        "ögonkontakt",
    ]
    assert [entry.kind for entry in alphabet["B"]] == [LabelKind.ALTERNATIVE]


def test_alphabet_of_another_language_keeps_what_has_no_label_in_it(turtle: Turtle) -> None:
    alphabet = turtle(LABELS).alphabet("en")
    assert [entry.label.text for entries in alphabet.values() for entry in entries] == [
        "anglais",
        "åtgärd",
        "eye contact",
        "zon",
    ]


@pytest.mark.parametrize(
    ("labels", "wanted", "shown"),
    [
        ('"a"@sv, "b"@en', "en", "en"),
        ('"a"@sv-fi', "sv", "sv-FI"),
        ('"a"@fi', "sv", "fi"),
        ('"a"', "sv", ""),
    ],
)
def test_labels_are_shown_in_the_wanted_language_or_the_vocabularys_own(
    labels: str, wanted: str, shown: str, turtle: Turtle
) -> None:
    assert turtle(f"ex:a a skos:Concept ; skos:prefLabel {labels} .").display_language(wanted) == shown


def test_languages_stand_commonest_first_and_swedish_before_its_equals(turtle: Turtle) -> None:
    vocabulary = turtle("""
        ex:a a skos:Concept ; skos:prefLabel "a"@fi, "a"@en, "a"@sv, "a" .
        ex:b a skos:Concept ; skos:prefLabel "b"@fi, "b" .
    """)
    assert vocabulary.languages == ("fi", "sv", "en")
    assert vocabulary.default_language == "fi"


def test_title_is_that_of_the_scheme_or_else_the_id(turtle: Turtle) -> None:
    titled = turtle('ex:s a skos:ConceptScheme ; rdfs:label "Begrepp"@sv . ex:a a skos:Concept .')
    assert [label.text for label in titled.titles] == ["Begrepp"]
    assert [label.text for label in turtle("ex:a a skos:Concept .").titles] == ["v"]


def test_paths_lead_down_to_a_concept(turtle: Turtle) -> None:
    vocabulary = turtle("""
        ex:a a skos:Concept ; skos:broader ex:b, ex:c . ex:b a skos:Concept ; skos:broader ex:d .
        ex:c a skos:Concept . ex:d a skos:Concept ; skos:broader ex:b .
    """)
    assert vocabulary.paths(EX + "a") == ((EX + "d", EX + "b", EX + "a"), (EX + "c", EX + "a"))


def test_tree_holds_every_concept_whatever_is_declared_top(turtle: Turtle) -> None:
    vocabulary = turtle("""
        ex:s a skos:ConceptScheme ; skos:hasTopConcept ex:top .
        ex:top a skos:Concept . ex:under a skos:Concept ; skos:broader ex:top .
        ex:alone a skos:Concept . ex:x a skos:Concept ; skos:broader ex:y . ex:y a skos:Concept ; skos:broader ex:x .
        ex:above a skos:Concept ; skos:topConceptOf ex:elsewhere ; skos:broader ex:top .
    """)
    assert [iri.removeprefix(EX) for iri in vocabulary.roots] == ["top", "above", "alone", "x"]


def test_alphabet_of_a_language_that_is_none_of_the_interface(turtle: Turtle) -> None:
    vocabulary = turtle(
        'ex:a a skos:Concept ; skos:prefLabel "ä"@de, "a"@sv . ex:b a skos:Concept ; skos:prefLabel "b"@sv .'
    )
    assert list(vocabulary.alphabet("de")) == ["A", "B"]


def test_links_that_close_a_circle_are_told(turtle: Turtle) -> None:
    vocabulary = turtle("ex:a a skos:Concept ; skos:broader ex:b . ex:b a skos:Concept ; skos:broader ex:a .")
    assert vocabulary.closing_links == {(EX + "a", EX + "b")}
    assert turtle("ex:a a skos:Concept .").closing_links == frozenset()
