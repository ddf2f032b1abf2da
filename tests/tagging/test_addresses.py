from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from samsprak.tagging.addresses import asked_for, differences, loose, segments, shorter, stored
from samsprak.tagging.verdicts import Slip


def test_spellings_share_a_key() -> None:
    spellings = ["http://Example.org/A%C3%A5/", "https://www.example.org/aå", "HTTPS://example.org/A%c3%a5#"]
    assert len({loose(each) for each in spellings}) == 1


def test_all_differences_are_named() -> None:
    assert differences("http://EXAMPLE.org/%61/", "https://example.org/a") == (
        Slip.SCHEME,
        Slip.SLASH,
        Slip.ENCODING,
        Slip.CAPITALS,
    )


@given(st.text(max_size=60))
def test_any_text_can_be_looked_at(text: str) -> None:
    given_text = stored(text)
    assert isinstance(loose(given_text), str)
    assert all(len(plain) < len(given_text) for plain, _ in shorter(given_text))
    assert isinstance(asked_for(given_text), str)
    assert "" not in segments(given_text)
