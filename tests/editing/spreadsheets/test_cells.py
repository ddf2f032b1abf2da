from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from samsprak.editing.spreadsheets.cells import (
    MAX_CELL,
    fingerprint,
    fits,
    guarded,
    joined,
    length,
    lines,
    plain,
    same,
    unguarded,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
RISKY = st.text(st.sampled_from("'=+-@\t\r\n; \"aå＝"), max_size=12)


@given(st.lists(TEXT, max_size=5))
def test_values_that_fit_read_back_as_they_were(values: list[str]) -> None:
    if fits(values):
        assert lines(joined(values)) == tuple(values)


@given(TEXT)
def test_what_a_spreadsheet_does_to_line_ends_and_edges_is_no_change(text: str) -> None:
    assert same(text, text.replace("\n", "\r\n"))
    assert same(text, f"  {text}\n\n")
    assert fingerprint("x", text) == fingerprint("x", f" {text} ")


@given(st.one_of(RISKY, TEXT))
def test_no_cell_of_a_csv_file_is_a_formula_and_none_is_lost(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))


def test_fingerprints_differ_by_column() -> None:
    assert fingerprint("a", "x") != fingerprint("b", "x")


def test_text_that_no_cell_holds_is_cut_and_does_not_fit() -> None:
    long = "𝄞" * MAX_CELL
    assert length(joined([long])) <= MAX_CELL
    assert joined([long]).endswith("…")
    assert not fits([long])


def test_values_with_line_ends_edges_or_signs_that_are_none_do_not_fit() -> None:
    for value in ("a\nb", " a", "a ", "", "\u00a0a", "a\x00b"):
        assert not fits([value]), value
    assert fits(["en § 5\u00a0a", "två"])


def test_hard_spaces_and_invisible_signs_are_made_plain() -> None:
    assert plain("\ufeffen\u00a0\u200bkväll\u202f") == "en kväll"
