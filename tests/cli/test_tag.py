from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samsprak.cli import group
from samsprak.tagging.labelling import FEW

Write = Callable[[str, str | bytes], Path]


@pytest.fixture(autouse=True)
def swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSPRAK_LANG", "sv")


def tag(write: Write, register: str, *arguments: str) -> Result:
    path = write("register.csv", register)
    return CliRunner().invoke(group, ["tag", str(path), *arguments])


def test_rows_get_concept_term_score_and_reason(write: Write) -> None:
    result = tag(write, "nr,namn\n1,Stödsamtal 12-18 år\n2,Trygghetslarm\n", "--column", "namn")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "nr,namn,concept,term,score,reason",
        "1,Stödsamtal 12-18 år,https://w3id.org/samsprak/prevention/c4r5g8,stödsamtal,100,"
        "texten är termen ”Stödsamtal”",
        "2,Trygghetslarm,,,,",
    ]
    assert result.stderr.splitlines() == ["Rader: 2", "  Med förslag och 80 poäng eller mer: 1", "  Utan förslag: 1"]


def test_several_proposals_have_columns_of_their_own(write: Write) -> None:
    result = tag(write, "namn\nStödsamtal\n", "--column", "namn", "--top", "2", "--least", "0")
    head, row = csv.reader(result.stdout.splitlines(), delimiter=";")
    assert head[1:] == [
        *("concept", "term", "score", "reason"),
        *("concept_2", "term_2", "score_2", "reason_2"),
    ]
    assert int(row[3]) > int(row[7])


def test_nothing_proposed_ends_with_one(write: Write) -> None:
    assert tag(write, "namn\nTrygghetslarm\n", "--column", "namn").exit_code == 1


def test_facet_that_is_not_there_ends_with_one(write: Write) -> None:
    result = tag(write, "namn\nStödsamtal\n", "--column", "namn", "--within", "nej")
    assert result.exit_code == 1
    assert "nej" in result.stderr


def test_many_rows_are_shared_out_and_stay_in_order(write: Write) -> None:
    lines = [f"{number};Stödsamtal {number} år" for number in range(2 * FEW)]
    result = tag(write, "\n".join(["nr;namn", *lines, ""]), "--column", "namn")
    found = list(csv.reader(result.stdout.splitlines(), delimiter=";"))[1:]
    assert [row[0] for row in found] == [str(number) for number in range(2 * FEW)]
    assert {row[3] for row in found} == {"stödsamtal"}
