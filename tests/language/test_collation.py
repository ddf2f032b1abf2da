from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samsprak.language.collation import initial, sort_key

LANGUAGES = ("sv", "sv-FI", "fi", "nb", "da", "et", "en", "de", "")


def in_order(texts: list[str], lang: str) -> list[str]:
    return sorted(texts, key=lambda text: sort_key(text, lang))


@pytest.mark.parametrize(
    ("lang", "order"),
    [
        ("sv", ["arm", "zon", "å", "åtgärd", "ägg", "öl"]),
        ("sv-FI", ["zon", "å", "ä", "ö"]),
        ("nb", ["zon", "ære", "øl", "år"]),
        ("da", ["zon", "ære", "øl", "år"]),
        ("et", ["zon", "õde", "äri", "öö", "üks"]),
        ("en", ["angel", "ångström", "arm", "öre", "zone"]),
    ],
)
def test_letters_stand_where_the_language_has_them(lang: str, order: list[str]) -> None:
    assert in_order(order[::-1], lang) == order


def test_u_with_diaeresis_sorts_as_y_in_swedish() -> None:
    assert in_order(["yz", "müsli", "myt", "mys"], "sv") == ["mys", "müsli", "myt", "yz"]


def test_w_is_a_letter_of_its_own_in_swedish() -> None:
    assert in_order(["wb", "va", "vz", "wa"], "sv") == ["va", "vz", "wa", "wb"]


def test_decomposed_letters_sort_as_composed_ones() -> None:
    assert in_order(["o\u0308l", "zon", "öm"], "sv") == ["zon", "o\u0308l", "öm"]


def test_words_sort_before_what_they_begin() -> None:
    assert in_order(["stödgrupp", "stöd till barn", "stöd"], "sv") == ["stöd", "stöd till barn", "stödgrupp"]


def test_letters_decide_before_diacritics_and_diacritics_before_case() -> None:
    assert in_order(["idéer", "Idé", "idé", "ide"], "sv") == ["ide", "idé", "Idé", "idéer"]


def test_punctuation_does_not_stand_in_for_letters() -> None:
    """The signs that stand for å, ä and ö inside a key are no letters in a text, however wide they are."""
    assert in_order(["{a", "åa", "za", "\uff5bb"], "sv") == ["{a", "\uff5bb", "za", "åa"]


@pytest.mark.parametrize(
    ("text", "lang", "letter"),
    [
        ("åtgärd", "sv", "Å"),
        ("æ", "sv", "Ä"),
        ("ø", "sv", "Ö"),
        ("åtgärd", "en", "A"),
        ("élan", "sv", "E"),
        ("ü", "sv", "Y"),
        ("ABC", "sv", "A"),
        ("12-stegsprogram", "sv", "#"),
        ("(o)hälsa", "sv", "O"),
        ("{", "sv", "#"),
        ("\uff5bx", "en", "X"),
        ("", "sv", "#"),
        ("ж", "sv", "Ж"),
    ],
)
def test_texts_stand_under_their_first_letter(text: str, lang: str, letter: str) -> None:
    assert initial(sort_key(text, lang), lang) == letter


@given(st.lists(st.text(), unique=True), st.sampled_from(LANGUAGES))
@example(["s", "ſ"], "sv")  # the same without case
@example(["å", "a\u030a"], "sv")  # the same when composed
def test_every_text_has_its_place(texts: list[str], lang: str) -> None:
    """The order is total: however texts come, they leave in one order, and only equal texts have equal keys."""
    keys = {sort_key(text, lang) for text in texts}
    assert len(keys) == len(texts)
    assert in_order(texts, lang) == in_order(texts[::-1], lang)


@given(st.text(), st.sampled_from(LANGUAGES))
def test_every_text_has_an_initial(text: str, lang: str) -> None:
    assert initial(sort_key(text, lang), lang)


@given(st.lists(st.text(alphabet="abcxyzåäöÅÄÖ {|}~", min_size=1)))
def test_initials_follow_the_order_of_their_texts(texts: list[str]) -> None:
    initials = [initial(sort_key(text)) for text in in_order(texts, "sv")]
    alphabet = "#ABCXYZÅÄÖ"
    assert initials == sorted(initials, key=alphabet.index)
