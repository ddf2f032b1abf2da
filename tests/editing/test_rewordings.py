"""Texts before and after, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsprak.editing.rewordings import LONGEST, Mark, Stretch, pair, reword

KEPT, LOST, GAINED = Mark.KEPT, Mark.LOST, Mark.GAINED


def test_changed_words_stand_between_kept_ones() -> None:
    assert reword("stöd till barn", "stöd till unga") == (
        Stretch("stöd till ", KEPT),
        Stretch("barn", LOST),
        Stretch("unga", GAINED),
    )


def test_neighbouring_changes_are_one_change() -> None:
    told = reword("ett samtal som förs av två personer", "ett samtal som hålls mellan två personer")
    assert [(part.text, part.mark) for part in told if part.mark is not KEPT] == [
        ("förs av", LOST),
        ("hålls mellan", GAINED),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [("stöd som ges till barn", "kortlek"), ("a " * LONGEST, "b " + "a " * LONGEST), ("", "ny"), ("gammal", "")],
    ids=["unlike", "very long", "new", "gone"],
)
def test_texts_that_cannot_be_told_on_one_line_follow_each_other(before: str, after: str) -> None:
    expected = (Stretch(before, LOST), Stretch(after, GAINED))
    assert reword(before, after) == tuple(each for each in expected if each.text)


@given(before=st.text(alphabet="aå  ,.-bc"), after=st.text(alphabet="aå  ,.-bc"))
def test_both_texts_can_be_read_off_to_the_letter(before: str, after: str) -> None:
    told = reword(before, after)
    assert "".join(part.text for part in told if part.mark is not GAINED) == before
    assert "".join(part.text for part in told if part.mark is not LOST) == after


def test_texts_are_paired_with_what_they_have_become() -> None:
    lost = ("Ja: ett samtal hemma.", "Nej: en kurs i skolan.")
    gained = ("Nej: en kurs på skolan.", "Ja: ett samtal på mottagningen hemma.")
    assert dict(pair(lost, gained)) == {lost[0]: gained[1], lost[1]: gained[0]}


def test_text_without_a_pair_stands_alone() -> None:
    assert list(pair(("stöd till barn", "helt annat"), ("stöd till unga", "något nytt, ej likt", "tredje"))) == [
        ("stöd till barn", "stöd till unga"),
        ("helt annat", ""),
        ("", "något nytt, ej likt"),
        ("", "tredje"),
    ]
