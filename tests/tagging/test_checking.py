from __future__ import annotations

import csv
import io
from collections.abc import Callable

from samsprak.snapshot import Snapshot
from samsprak.tagging.checking import Example, Summary, check
from samsprak.tagging.registers import opened
from samsprak.tagging.verdicts import Standing
from tests.conftest import EX

Table = Callable[[str | bytes], str]


def checked(snapshot: Snapshot, name: str) -> tuple[list[list[str]], Summary]:
    out = io.BytesIO()
    with opened(name, ["URI"]) as register:
        summary = check(register, "URI", out, snapshot=snapshot, lang="sv", progress=lambda _done, _whole: None)
    return [row for row in csv.reader(io.StringIO(out.getvalue().decode()), delimiter=";") if row], summary


def test_each_row_gets_standing_concept_and_remark(changed: Snapshot, table: Table) -> None:
    rows, summary = checked(changed, table(f"URI;x\n{EX}c1042;1\n{EX}c1050;2\n{EX}c1052;3\n;4\n\nhej hopp;5\n"))
    assert rows[0] == ["URI", "x", "status", "concept", "remark"]
    assert [row[2:4] for row in rows[1:]] == [
        ["current", EX + "c1042"],
        ["retired", EX + "c1042"],
        ["retired", f"{EX}c1042 {EX}c1043"],
        ["empty", ""],
        ["unknown", ""],
    ]
    assert [row[4] for row in rows[1:2]] == ["stödsamtal"]
    assert (summary.rows, summary.corrected, summary.needs_person) == (5, 1, 2)
    assert summary.standings == {
        Standing.CURRENT: 1,
        Standing.RETIRED: 2,
        Standing.EMPTY: 1,
        Standing.UNKNOWN: 1,
    }


def test_cell_with_several_is_told_by_the_one_that_needs_a_person(changed: Snapshot, table: Table) -> None:
    rows, summary = checked(changed, table(f"URI;x\n{EX}c1042|{EX}c1053|{EX}c1051;1\n{EX}c1050 {EX}c1042;2\n"))
    assert rows[1][2:4] == ["retired", f"{EX}c1042"]
    assert rows[1][4].count(" | ") == 2
    assert rows[2][2:4] == ["retired", f"{EX}c1042"]
    assert (summary.needs_person, summary.corrected) == (1, 1)
    assert [type(each) for each in summary.examples] == [Example]
    assert summary.examples[0].line == 2
