from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsprak.language.differences import difference

SENTENCE = st.lists(st.sampled_from(["insats", "insatsen", "som", "utan", "beslut", "barn", ", ", "<b>"]), max_size=9)


def told_apart(*texts: str, lang: str = "sv") -> list[list[str]]:
    found = difference(texts, lang)
    return [[text[start:end] for start, end in spans] for text, spans in zip(texts, found.spans, strict=True)]


def test_words_that_differ_are_marked_and_inflected_forms_do_not() -> None:
    one = "insats som lämnas efter överenskommelse"
    two = "insatser som lämnades efter beslut"
    assert told_apart(one, two) == [["överenskommelse"], ["beslut"]]
    assert difference((one, two), "sv").shared == ("insats", "lämnas")


def test_words_side_by_side_are_one_mark() -> None:
    one = "indikerad prevention för barn med kända, egna problem"
    assert told_apart(one, "selektiv prevention för barn")[0] == ["indikerad", "med kända, egna problem"]


def test_function_words_alone_make_nothing_alike() -> None:
    assert told_apart("verksamhet som bedrivs i skolan", "person som bor i staden") == [
        ["verksamhet som bedrivs i skolan"],
        ["person som bor i staden"],
    ]
    assert told_apart("stöd utan beslut", "vård utan samtycke") == [["stöd utan beslut"], ["vård utan samtycke"]]


def test_negation_sets_apart() -> None:
    assert told_apart("insats utan bistånd", "insats med bistånd") == [["utan"], ["med"]]


def test_of_several_texts_each_is_marked_where_it_stands_alone() -> None:
    texts = ("insats efter beslut", "insats efter utredning", "stöd efter beslut")
    assert told_apart(*texts) == [[], ["utredning"], ["stöd"]]
    assert difference(texts, "sv").shared == ()
    assert told_apart("stöd till barn", "stöd till föräldrar", "stöd till alla") == [["barn"], ["föräldrar"], ["alla"]]


@pytest.mark.parametrize("lang", ["sv", "en", "fi", "", "x-nonsense"])
def test_same_texts_have_no_difference_in_any_language(lang: str) -> None:
    assert told_apart("Social work, done well", "social work done well", lang=lang) == [[], []]


@given(st.lists(SENTENCE.map(" ".join), min_size=2, max_size=4))
def test_marks_lie_in_their_texts_in_order(texts: list[str]) -> None:
    for text, spans in zip(texts, difference(texts, "sv").spans, strict=True):
        places = [place for span in spans for place in span]
        assert places == sorted(places)
        assert all(0 <= start < end <= len(text) for start, end in spans)
