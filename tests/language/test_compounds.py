from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsprak.language.compounds import MAX_PARTS, Splitter

KNOWN = """
    foralder barn stod grupp samtal rad familj skola ungdom social tjanst namnd vard oppen arbete insats behov provning
    missbruk beroende samverkan risk faktor skydd hem plats utredning bistand beslut hemma bedomning program ledare
    foraldragrupp foraldrastod arbetsgrupp barnhem kommun pojke kvinna dag sommar lager ald under
"""


@pytest.fixture(scope="module")
def splitter() -> Splitter:
    return Splitter(KNOWN.split(), "sv")


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("foraldrastod", "foraldra stod"),
        ("barngrupp", "barn grupp"),
        ("stodsamtal", "stod samtal"),
        ("familjehem", "familj hem"),
        ("socialtjanst", "social tjanst"),
        ("socialnamnd", "social namnd"),
        ("oppenvard", "oppen vard"),
        ("ungdomsgrupp", "ungdom grupp"),
        ("skolarbete", "skol arbete"),
        ("riskfaktor", "risk faktor"),
        ("skyddsfaktor", "skydd faktor"),
        ("behovsprovning", "behov provning"),
        ("samverkansgrupp", "samverkan grupp"),
        ("missbruksvard", "missbruk vard"),
        ("beroendevard", "beroende vard"),
        ("hemmaplats", "hemma plats"),
        ("familjehemsvard", "familj hem vard"),
        ("foraldragruppsledare", "foraldragrupp ledare"),
        ("kvinnohem", "kvinn hem"),
        ("pojkgrupp", "pojk grupp"),
        ("dagvard", "dag vard"),
        ("sommarlager", "sommar lager"),
        ("kommunbeslut", "kommun beslut"),
        ("bistandsbedomning", "bistand bedomning"),
        ("ungdomsarbete", "ungdom arbete"),
    ],
)
def test_compounds_are_split_without_the_letters_that_link_them(splitter: Splitter, word: str, parts: str) -> None:
    assert splitter.split(word) == tuple(parts.split())


@pytest.mark.parametrize("word", ["foralder", "barnen", "grupper", "underbarn", "stod", "xyz", "", "barnxyz"])
def test_other_words_are_not_split(splitter: Splitter, word: str) -> None:
    assert splitter.split(word) == ()


def test_fewest_parts_win(splitter: Splitter) -> None:
    assert Splitter([*KNOWN.split(), "familjehem"], "sv").split("familjehemsvard") == ("familjehem", "vard")


def test_what_stands_before_known_words_oftener_than_once_is_learnt() -> None:
    assert Splitter(["stod", "grupp", "blatthstod"], "sv").split("blatthgrupp") == ()
    assert Splitter(["stod", "grupp", "blatthstod", "blatthgrupp"], "sv").split("blatthgrupp") == ("blatth", "grupp")


def test_language_that_does_not_join_words_is_not_split() -> None:
    assert Splitter(["child", "care"], "en").split("childcare") == ()


def test_german_words_are_split_with_their_own_links() -> None:
    assert Splitter(["hilfe", "jugend", "plan", "ordnung"], "de").split("ordnungsplan") == ("ordnung", "plan")


@given(st.lists(st.sampled_from(KNOWN.split()), min_size=1, max_size=30).map("".join))
def test_parts_make_up_the_word_but_for_links(splitter: Splitter, word: str) -> None:
    parts = splitter.split(word)
    place = 0
    for part in parts:
        place = word.index(part, place) + len(part)
    assert len(parts) <= MAX_PARTS
