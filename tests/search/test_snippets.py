from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from samsprak.search.snippets import CUT, LENGTH, Piece, pieces, snippet


def test_text_is_parted_at_its_marks() -> None:
    assert pieces("råd och stöd", [(8, 12)]) == (Piece("råd och "), Piece("stöd", marked=True))
    assert pieces("stöd", [(0, 4)]) == (Piece("stöd", marked=True),)
    assert pieces("stöd", []) == (Piece("stöd"),)


def test_short_text_is_shown_whole() -> None:
    assert snippet("ger stöd", [(4, 8)]) == (Piece("ger "), Piece("stöd", marked=True))


def test_long_text_is_cut_between_words_around_its_first_mark() -> None:
    text = "ord " * 100 + "stöd " + "mer " * 100
    found = snippet(text, [(400, 404)])
    assert (found[0], found[-1]) == (Piece(CUT), Piece(CUT))
    assert Piece("stöd", marked=True) in found
    shown = "".join(piece.text for piece in found[1:-1])
    assert shown.startswith("ord ")
    assert shown.endswith("mer")
    assert len(shown) <= LENGTH


def test_marks_outside_what_is_shown_are_left_out() -> None:
    text = "stöd " + "mer " * 100 + "stöd"
    assert sum(piece.marked for piece in snippet(text, [(0, 4), (405, 409)])) == 1


@given(st.text(max_size=600), st.data())
def test_snippet_is_a_part_of_the_text(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    marks = list(zip(places[::2], places[1::2], strict=False))
    shown = "".join(piece.text for piece in snippet(text, marks))
    assert shown.removeprefix(CUT).removesuffix(CUT) in text + CUT
    assert "".join(piece.text for piece in pieces(text, marks)) == text
