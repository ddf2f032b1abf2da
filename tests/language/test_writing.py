from __future__ import annotations

import pytest

from samsprak.language.writing import written_date, written_list


@pytest.mark.parametrize(
    ("iso", "swedish", "english"),
    [
        ("2026-11-02", "2 november 2026", "2 November 2026"),
        ("2026-11", "november 2026", "November 2026"),
        ("2026", "2026", "2026"),
        ("2026-13-45", "2026-13-45", "2026-13-45"),
        ("2026-00", "2026-00", "2026-00"),
        ("", "", ""),
    ],
)
def test_dates_are_written_in_words_and_what_is_none_as_it_stands(iso: str, swedish: str, english: str) -> None:
    assert (written_date(iso, "sv"), written_date(iso, "en")) == (swedish, english)


def test_lists_end_with_and() -> None:
    assert written_list(["a", "b", "c"], "sv") == "a, b och c"
    assert written_list(["a", "b", "c"], "en") == "a, b and c"
    assert written_list(["a"], "sv") == "a"
