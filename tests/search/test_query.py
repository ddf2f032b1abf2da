from __future__ import annotations

import pytest

from samsprak.search.lexicon import LEAST_WEIGHT, Lexicon
from samsprak.search.notes import NoteWords
from samsprak.search.query import MAX_LENGTH, MAX_WORDS, REPEATED, Query, understand
from samsprak.search.rows import rows_of
from tests.conftest import Turtle

VOCABULARY = """
    ex:a a skos:Concept ; skos:prefLabel "stöd för barn"@sv ; skos:definition "Insatser i skolan."@sv .
    ex:b a skos:Concept ; skos:prefLabel "stödgrupp"@sv ; skos:altLabel "familjehem"@sv, "handling"@sv .
    ex:c a skos:Concept ; skos:prefLabel "socialnämnd"@sv, "support"@en .
"""


@pytest.fixture(scope="module")
def lexicon(turtle: Turtle) -> Lexicon:
    rows = rows_of([turtle(VOCABULARY)])
    lexicon = Lexicon(rows, NoteWords(rows).words)
    lexicon.in_texts = ["skolan"].count
    return lexicon


def folded(query: Query) -> list[str]:
    return [asked.folded for asked in query.words]


def test_words_are_understood_in_order(lexicon: Lexicon) -> None:
    query = understand("Stöd för BARN!", lexicon)
    assert (folded(query), query.together) == (["stod", "for", "barn"], "stodforbarn")
    assert query.telling == [0, 2]
    assert query.words[1].weight == LEAST_WEIGHT


def test_function_words_alone_are_told_by(lexicon: Lexicon) -> None:
    assert understand("för och", lexicon).telling == [0, 1]


def test_function_word_is_a_word_of_its_own_but_for_the_last(lexicon: Lexicon) -> None:
    assert [asked.part for asked in understand("för barn i", lexicon).words] == [False, True, True]


@pytest.mark.parametrize(
    ("word", "errors"),
    [
        ("stödd", 1),
        ("stöd", 0),
        ("sto", 0),
        ("bran", 1),
        ("skolan", 0),
        ("familjhme", 2),
        ("12345", 0),
        ("x" * 41, 0),
        ("eller", 0),
    ],
)
def test_errors_are_forgiven_by_length_where_a_word_is_not_known(lexicon: Lexicon, word: str, errors: int) -> None:
    assert understand(word, lexicon).words[0].errors == errors


def test_known_words_are_forgiven_too_when_nothing_else_fits(lexicon: Lexicon) -> None:
    assert [asked.errors for asked in understand("eller stöd", lexicon, forgiving=True).words] == [0, 1]


def test_half_of_an_unknown_word_is_enough_when_nothing_else_fits(lexicon: Lexicon) -> None:
    found = [understand(word, lexicon, forgiving=True).words[0].parts for word in ("krisstöd", "barnomat", "xyzande")]
    assert [set(parts) for parts in found] == [{"stod"}, {"barn"}, set()]
    assert understand("krisstöd", lexicon).words[0].parts == {}


def test_word_of_one_language_is_not_taken_for_a_word_of_another(lexicon: Lexicon) -> None:
    assert understand("behandling", lexicon).words[0].stems == {"behandling", "behandl"}
    assert understand("handling", lexicon).words[0].stems == {"handling"}


def test_verb_asks_for_the_noun_that_says_what_it_does(lexicon: Lexicon) -> None:
    assert understand("handla", lexicon).words[0].deeds == {"handling"}
    assert understand("barna", lexicon).words[0].deeds == set()


@pytest.mark.parametrize(
    ("typed", "meant"), [("foeraeldrar", "föräldrar"), ("Foeraeldrarna", "föräldrarna"), ("poet", "poet")]
)
def test_digraphs_are_letters_where_that_makes_a_known_word(turtle: Turtle, typed: str, meant: str) -> None:
    rows = rows_of([turtle('ex:a a skos:Concept ; skos:prefLabel "föräldrar"@sv .')])
    known = Lexicon(rows, NoteWords(rows).words)
    assert [word.text for word in understand(typed, known).words] == [meant]


def test_half_a_word_is_not_stemmed(lexicon: Lexicon) -> None:
    assert understand("socialn", lexicon).words[0].bases == {"socialn"}


def test_neighbours_are_joined_where_a_label_has_the_word(lexicon: Lexicon) -> None:
    assert list(understand("stöd grupperna", lexicon).joined) == [0]
    assert list(understand("familje hem", lexicon).joined) == [0]
    assert understand("barn grupp", lexicon).joined == {}


def test_words_without_dots_are_reached_by_their_endings(lexicon: Lexicon) -> None:
    assert understand("socialnamnden", lexicon).words[0].candidates == {"socialnamnd"}


def test_long_queries_are_cut(lexicon: Lexicon) -> None:
    assert len(understand(" ".join(f"ord{n}" for n in range(100)), lexicon).words) == MAX_WORDS
    assert len(understand("x" * 10_000, lexicon).together) <= MAX_LENGTH
    assert folded(understand("barn " * 9, lexicon)) == ["barn"] * REPEATED


def test_signs_are_no_words(lexicon: Lexicon) -> None:
    assert understand('"*(", \x00 ~', lexicon) == Query((), {}, "")
