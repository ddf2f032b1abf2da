"""Terms that are alike are found by keys that they share, and none is missed."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samsprak.validation.likeness import KINDS, alike
from samsprak.validation.terms import WORDS, Term

# Few letters and endings, so that likenesses are many.
STEMS = st.sampled_from(["familjestöd", "barngrupp", "samtalsstöd", "stödinsats", "gruppbarn", "bok", "12"])
ENDINGS = st.sampled_from(["", "en", "er", "erna", "are", "s", "x"])
SLIP = st.tuples(st.integers(0, 8), st.sampled_from(["", "x", "swap", "double"]))


def term(subject: str, text: str, lang: str = "sv", predicate: str = "prefLabel") -> Term:
    words = tuple(WORDS.findall(text))
    return Term(subject, predicate, text, lang, "", text, words, "".join(words))


@st.composite
def texts(draw: st.DrawFn) -> str:
    words = [draw(STEMS) + draw(ENDINGS) for _ in range(draw(st.integers(1, 2)))]
    text = draw(st.sampled_from([" ", "-", ""])).join(words)
    place, slip = draw(SLIP)
    if slip == "swap":
        return text[:place] + text[place : place + 2][::-1] + text[place + 2 :]
    return text[:place] + slip.replace("double", text[place : place + 1] * 2) + text[place + (slip != "double") :]


@given(st.lists(texts(), min_size=2, max_size=12), st.sampled_from(["sv", "en", "de", ""]))
@settings(max_examples=300)
def test_keys_miss_no_pair_that_is_alike(words: list[str], lang: str) -> None:
    terms = [term(str(number), text, lang) for number, text in enumerate(words)]
    every = {
        (kind.name, one, two)
        for kind in KINDS
        for one, two in combinations(terms, 2)
        if one.folded != two.folded and kind.holds(one, two)
    }
    assert set(alike(terms)) == every
    assert set(alike(terms, {"0"})) == {found for found in every if "0" in (found[1].subject, found[2].subject)}


def test_pairs_come_by_kind_and_in_the_order_of_the_terms() -> None:
    terms = [term("a", "barngrupp"), term("a", "samtalsgrupp"), term("b", "barngrupper"), term("b", "samtals-grupp")]
    found = [(kind, one.text, two.text) for kind, one, two in alike(terms)]
    assert found == [("compound", "samtalsgrupp", "samtals-grupp"), ("inflection", "barngrupp", "barngrupper")]


def test_words_of_another_language_make_no_forms_of_one() -> None:
    """Untagged terms have no endings: that the same two words are inflections in Swedish does not make them alike."""
    swedish = [term("a", "barn"), term("a", "barnen")]
    untagged = [term("b", "barn", ""), term("c", "barnen", "")]
    assert list(alike([*swedish, *untagged])) == []


@pytest.mark.parametrize("numbers", [("avdelning ⅳ", "avdelning ⅴ"), ("avdelning 4", "avdelning 5")])
def test_numbers_are_no_spelling_variants(numbers: tuple[str, str]) -> None:
    one, two = numbers
    assert list(alike([term("a", one), term("b", two)])) == []
