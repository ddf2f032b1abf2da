from __future__ import annotations

import pytest

from samsprak.language.compounds import MAX_WORD
from samsprak.search.analysis import Analyser


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    written = ["förälder", "stöd", "grupp", "föräldragrupp", "föräldrastöd"]
    return Analyser({"sv": {word.replace("ö", "o").replace("ä", "a"): word for word in written}})


def test_form_holds_what_a_word_is_compared_by(analyser: Analyser) -> None:
    form = analyser.form("Grupperna", "sv")
    assert (form.text, form.folded, form.stem, form.base, form.parts) == (
        "grupperna",
        "grupperna",
        "grupp",
        "grupp",
        (),
    )


def test_parts_of_compounds_are_the_bases_of_their_words(analyser: Analyser) -> None:
    form = analyser.form("föräldrastödet", "sv")
    assert form.parts == ()
    parts = analyser.form("föräldrastöd", "sv").parts
    assert parts == (analyser.form("föräldrar", "sv").base, analyser.form("stöd", "sv").base)


def test_decomposed_words_are_the_same(analyser: Analyser) -> None:
    assert analyser.form("sto\u0308d", "sv").text == "stöd"


def test_kept_form_is_the_one_that_queries_get(analyser: Analyser) -> None:
    assert analyser.keep("Samtal", "sv") is analyser.form("samtal", "sv-FI") is analyser.keep("samtal", "sv")


def test_word_that_is_no_word_is_cut_unless_a_label_has_it(analyser: Analyser) -> None:
    long = "x" * (MAX_WORD + 1)
    assert analyser.form(long, "sv").folded == long[:MAX_WORD]
    analyser.keep(long, "sv")
    assert analyser.form(long, "sv").folded == long
