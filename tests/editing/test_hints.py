"""What one may want to look at again in a definition."""

from __future__ import annotations

import pytest

from samsprak.editing.hints import hints


@pytest.mark.parametrize(
    ("definition", "lang", "number"),
    [
        ("gruppverksamhet där deltagarna är barn", "sv", 0),
        ("enskilt samtal", "sv", 0),
        ("en gruppverksamhet", "sv", 1),
        ("insats. Den ges till barn", "sv", 1),
        ("insats som syftar till att förebygga", "sv", 1),
        ("En insats som syftar till allt. Det är bra.", "sv", 3),
        ("activity for children", "en", 0),
        ("the activity that aims to prevent", "en", 2),
    ],
)
def test_hints_are_given_where_there_is_reason(definition: str, lang: str, number: int) -> None:
    assert len(list(hints(definition, lang))) == number
