from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsprak.language.slugs import MAX_LENGTH, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Råd- och stödsamtal", "rad-och-stodsamtal"),
        ("  Komet 3–11 år ", "komet-3-11-ar"),
        ("профилактика", ""),
        ("…", ""),
    ],
)
def test_slug_is_the_term_in_plain_letters(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
def test_slug_is_ascii(text: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(text))


@given(st.text(min_size=60, max_size=200))
def test_slug_is_no_longer_than_a_file_name_may_be(text: str) -> None:
    assert len(slug(text)) <= MAX_LENGTH


@given(st.text())
def test_slug_of_a_slug_is_itself(text: str) -> None:
    assert slug(slug(text)) == slug(text)
