"""What one may want to look at again in a definition."""

from __future__ import annotations

import pytest

from samsprak.editing.hints import hints, hints_on_note, hints_on_term


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


@pytest.mark.parametrize(
    ("term", "number"),
    [
        ("fältarbete", 0),
        ("BBIC", 0),
        ("”hemcoach”", 1),
        ('"hemcoach"', 1),
        ("Hemcoach", 1),
        ("hemcoach 🏡", 1),
        ("”Hemcoach 🏡”", 3),
        ("stöd enligt ”modellen”", 0),
    ],
)
def test_term_is_looked_at_as_people_type_it(term: str, number: int) -> None:
    assert len(list(hints_on_term(term))) == number


def test_list_in_a_note_is_told_of() -> None:
    assert list(hints_on_note("Används när\n•\tfamiljen vill\n•\tdet går fort"))
    assert not list(hints_on_note("Använd hemcoach när … – annars inte; råd- och stöd.\n\nGränsfall: …"))
