from __future__ import annotations

from functools import partial
from itertools import count

from samsprak.web.keeping import Kept


def test_value_is_made_once() -> None:
    numbers = count()
    kept = Kept[str, int](2)
    assert [kept.get("a", lambda: next(numbers)) for _ in range(3)] == [0, 0, 0]
    assert kept.get("b", lambda: next(numbers)) == 1


def test_there_are_never_too_many() -> None:
    kept = Kept[int, str](3)
    for number in range(10):
        assert kept.get(number, partial(str, number)) == str(number)
        assert len(kept) <= 3
