from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsprak.language.words import pieces, word_texts, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Råd- och stödsamtal", ["Råd", "och", "stödsamtal"]),
        ("barn 0–6 år", ["barn", "0", "6", "år"]),
        ("snake_case", ["snake", "case"]),
        ("ra\u030ad och fo\u0308r", ["ra\u030ad", "och", "fo\u0308r"]),  # decomposed, as macOS writes file names
        ("child’s", ["child", "s"]),
        ("профилактика", ["профилактика"]),
        ("\u0301", []),
        ("— … !", []),
        ("", []),
    ],
)
def test_signs_and_spaces_part_words(text: str, found: list[str]) -> None:
    assert word_texts(text) == found


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    found = list(words(text))
    assert [text[word.start : word.end] for word in found] == [word.text for word in found] == word_texts(text)
    assert all(one.end <= two.start for one, two in pairwise(found))


@given(st.text(alphabet=st.characters(codec="latin-1")))
def test_text_without_combining_marks_has_the_words_of_one_with_them(text: str) -> None:
    """The quick pattern finds what the thorough one does."""
    assert word_texts(text + " e\u0301")[:-1] == word_texts(text)


@given(st.text() | st.text(alphabet="aå \u0301\u00a0\n_-"))
def test_no_word_goes_beyond_a_piece(text: str) -> None:
    assert [word for piece in pieces(text) for word in word_texts(piece)] == word_texts(text)
