from __future__ import annotations

from samsprak.search.closeness import Closeness


def test_closest_come_first() -> None:
    order = [
        Closeness.ADDRESS,
        Closeness.EXACT,
        Closeness.INFLECTED,
        Closeness.PART,
        Closeness.SPELLING,
        Closeness.NOTE,
    ]
    assert sorted(order) == order


def test_members_are_keys_as_their_numbers_are() -> None:
    assert {Closeness.EXACT: "exact"}[Closeness(1)] == "exact"
