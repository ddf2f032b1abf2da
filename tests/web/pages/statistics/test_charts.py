from __future__ import annotations

from samsprak.web.pages.statistics.charts import LONGEST, PLAIN, Bar, Chart, Series, parted, whole
from samsprak.web.presentation import Link

NAME = Link("name", "", "")


def chart(*bars: Bar, of: int = 0) -> Chart:
    return Chart("id", "heading", "first", (Series(PLAIN, "all"),), bars, of)


def test_longest_bar_is_as_long_as_may_be_and_the_others_in_proportion() -> None:
    drawn = chart(whole(NAME, 4), whole(NAME, 1))
    assert [drawn.end(bar) for bar in drawn.bars] == [LONGEST, LONGEST / 4]


def test_bars_may_be_shares_of_a_whole() -> None:
    drawn = chart(whole(NAME, 1), of=2)
    assert drawn.end(drawn.bars[0]) == LONGEST / 2


def test_nothing_is_no_bar_and_breaks_nothing() -> None:
    drawn = chart(whole(NAME, 0))
    assert drawn.drawn(drawn.bars[0]) == []
    assert drawn.end(drawn.bars[0]) == 0


def test_parts_stand_side_by_side_and_are_written_out() -> None:
    bar = parted(NAME, [("a", 1), ("b", 0), ("c", 3)])
    parts = chart(bar).drawn(bar)
    assert [(part.kind, part.begin, part.width) for part in parts] == [
        ("a", 0, LONGEST / 4),
        ("c", LONGEST / 4, LONGEST * 3 / 4),
    ]
    assert bar.said == "4 (1 + 3)"
    assert parted(NAME, [("a", 2), ("b", 0)]).said == "2"
