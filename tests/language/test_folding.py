from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsprak.language.folding import fold, meant_otherwise, without_case


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Råd- och stödsamtal", "rad och stodsamtal"),
        ("RÅD  och\tstöd", "rad och stod"),
        ("Ra\u030ad", "rad"),  # decomposed, as macOS writes file names
        ("smørrebrød", "smorrebrod"),
        ("Straße", "strasse"),
        ("ABC-modellen (ABC)", "abc modellen abc"),
        ("snake_case", "snake case"),
        ("𝐀™", "atm"),  # compatibility forms that hide capitals
        ("ǿ", "o"),
        ("—", ""),
        ("", ""),
        ("Профилактика", "профилактика"),
    ],
)
def test_folding_forgives_case_diacritics_and_punctuation(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folding_leaves_single_spaces_only(text: str) -> None:
    assert fold(text) == " ".join(fold(text).split())


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_folding_ascii_is_the_way_of_all_text(text: str) -> None:
    """The short cut for ASCII gives what a text with a sign outside it gives."""
    assert fold(text) == fold(text + " —")


def test_texts_equal_but_for_form_compare_equal_without_case() -> None:
    assert without_case("Stöd ") == without_case("STO\u0308D")
    assert without_case("stöd") != without_case("stod")


@given(st.text())
def test_removing_case_twice_changes_nothing(text: str) -> None:
    assert without_case(without_case(text)) == without_case(text)


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x17F)))
def test_folding_common_letters_is_the_way_of_all_text(text: str) -> None:
    """The table of common letters gives what a text with a letter outside it gives."""
    assert fold(f"{text} \u0416") == f"{fold(text)} \u0436".strip()


@pytest.mark.parametrize(
    ("typed", "written", "otherwise"),
    [
        ("får", "far", True),
        ("FÅR", "far", True),
        ("far", "får", False),  # the keyboard's fault
        ("får", "får", False),
        ("fa\u030ar", "får", False),
        ("vård", "värd", True),
        ("été", "ete", False),  # no letter of its own
        ("ål", "åldring", False),
    ],
)
def test_letters_of_their_own_are_typed_on_purpose(typed: str, written: str, otherwise: bool) -> None:
    assert meant_otherwise(typed, written) is otherwise
