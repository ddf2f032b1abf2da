from __future__ import annotations

import pytest

from samsprak.language.tags import best, canonical_tag, in_language, matches, primary
from samsprak.vocabulary.records import Label

SV, FI, EN, DE, NONE = (
    Label("stöd", "sv"),
    Label("stöd i Finland", "sv-FI"),
    Label("support", "en"),
    Label("Hilfe", "de"),
    Label("support?", ""),
)


@pytest.mark.parametrize(
    ("tag", "canonical"),
    [
        ("SV", "sv"),
        ("sv-fi", "sv-FI"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("en_us", "en-US"),
        ("x-us-SE", "x-us-se"),
        ("en-ca-x-ca", "en-CA-x-ca"),
        ("", ""),
    ],
)
def test_tags_are_written_with_the_capitals_that_readers_expect(tag: str, canonical: str) -> None:
    assert canonical_tag(tag) == canonical


def test_varieties_match_their_language_but_not_the_other_way_round() -> None:
    assert matches("sv-FI", "sv")
    assert matches("SV", "sv")
    assert not matches("sv", "sv-FI")
    assert not matches("svx", "sv")
    assert primary("sv-FI") == "sv"


def test_texts_are_kept_by_language_in_their_order() -> None:
    assert in_language([EN, FI, NONE, SV], "sv") == (FI, SV)


@pytest.mark.parametrize(
    ("items", "preferences", "expected"),
    [
        ([EN, SV], ["sv"], SV),
        ([EN, FI], ["sv"], FI),
        ([FI, SV], ["sv"], SV),
        ([EN, DE], ["sv", "en"], EN),
        ([EN, DE], ["sv"], DE),
        ([NONE, EN], ["sv"], EN),
        ([NONE], ["sv"], NONE),
        ([NONE, EN], ["sv", ""], EN),
    ],
)
def test_the_wanted_language_comes_first_and_untagged_text_last(
    items: list[Label], preferences: list[str], expected: Label
) -> None:
    assert best(items, preferences) == expected


def test_there_is_nothing_best_of_nothing() -> None:
    nothing: list[Label] = []
    assert best(nothing, ["sv"]) is None
