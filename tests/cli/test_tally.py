from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samsprak.cli import group

Write = Callable[[str, str | bytes], Path]
P = "https://w3id.org/samsprak/prevention/"
# Komet at the universal level; Ungdomskomet at none; support talk at the selective.
REGISTER = f"namn;URI;nivå\n1;{P}4qww2g;{P}nr2tcx\n2;{P}cn9t7h;\n3;{P}c4r5g8;{P}292ppv\n4;;\n"


@pytest.fixture(autouse=True)
def swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSPRAK_LANG", "sv")


def tally(write: Write, register: str, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["tally", str(write("register.csv", register)), *arguments])


BOTH = ("--column", "URI", "--column", "nivå")


def test_rows_are_counted_by_level_and_up_the_hierarchy(write: Write) -> None:
    result = tally(write, REGISTER, *BOTH)
    assert result.exit_code == 0
    words = [line.split() for line in result.output.splitlines()]
    assert ["universell", "prevention", "1", "33", "%", "█" * 30] in words
    assert ["selektiv", "prevention", "1", "33", "%", "█" * 30] in words
    assert ["indikerad", "prevention", "0", "0", "%"] in words
    assert ["föräldrautbildning", "2", "(självt", "0)"] in words
    assert ["Komet", "1"] in words


def test_json_and_csv_say_the_same(write: Write) -> None:
    told = json.loads(tally(write, REGISTER, *BOTH, "--json").output)
    assert (told["rows"], told["tagged"]) == (4, 3)
    rows = list(csv.DictReader(tally(write, REGISTER, *BOTH, "--csv").output.splitlines()))
    listed = {row["uri"]: int(row["rows"]) for row in rows if row["table"].startswith("Begrepp")}
    assert listed == {each["uri"]: each["rows"] for each in told["concepts"]}
    assert listed[P + "cf86r5"] == 2


def test_usual_column_needs_no_name(write: Write) -> None:
    assert json.loads(tally(write, REGISTER, "--json").output)["tagged"] == 3


def test_rows_are_counted_by_what_is_asked_for(write: Write) -> None:
    told = json.loads(tally(write, REGISTER, "--by", "namngivna program", "--json").output)
    [grouped] = told["groups"]
    assert {part["prefLabel"]: part["rows"] for part in grouped["parts"]}["Komet"] == 1
    assert grouped["none"] == 1


def test_plot_is_drawn(write: Write, tmp_path: Path) -> None:
    result = tally(write, REGISTER, *BOTH, "--svg", str(tmp_path / "out.svg"))
    assert result.exit_code == 0
    root = ET.fromstring((tmp_path / "out.svg").read_bytes())
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "Insatser per begrepp: register.csv"


def test_register_without_concepts_ends_with_one(write: Write) -> None:
    assert tally(write, "URI\n\nokänt ord\n").exit_code == 1


def test_missing_column_ends_with_two(write: Write) -> None:
    result = tally(write, "a;b\n1;2\n")
    assert result.exit_code == 2
    assert "Det finns: a, b." in result.stderr
