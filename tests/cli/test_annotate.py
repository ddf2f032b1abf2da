from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samsprak.cli import group
from samsprak.errors import UnreadableInput
from tests.conftest import EX, PREFIXES

VOCABULARY = """
    ex:s a skos:ConceptScheme ; dcterms:conformsTo <https://w3id.org/samsprak/shapes/record> .
    ex:samtal a skos:Concept ; skos:prefLabel "stödsamtal"@sv ; skos:altLabel "rådgivning"@sv ;
      skos:hiddenLabel "pratstund"@sv .
    ex:borta a skos:Concept ; skos:prefLabel "kuratorsprat"@sv ; adms:status status:Deprecated ; owl:deprecated true .
"""


@pytest.fixture(autouse=True)
def swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSPRAK_LANG", "sv")


def annotate(folder: Path, text: str, *arguments: str) -> Result:
    (folder / "v.ttl").write_text(PREFIXES + VOCABULARY, encoding="utf-8")
    (folder / "text.txt").write_text(text, encoding="utf-8")
    return CliRunner().invoke(
        group, ["annotate", "--vocab", str(folder / "v.ttl"), str(folder / "text.txt"), *arguments]
    )


def test_places_are_told_with_line_and_column(tmp_path: Path) -> None:
    result = annotate(tmp_path, "Först\n en pratstund.\n\nSedan stödsamtalet och rådgivning.\n")
    assert result.exit_code == 0
    assert [line.replace(str(tmp_path), "") for line in result.output.splitlines()] == [
        f"/text.txt:2:5: ”pratstund” är en avrådd term: skriv ”stödsamtal”  <{EX}samtal>",
        f"/text.txt:4:7: ”stödsamtalet” är stödsamtal  <{EX}samtal>",
        f"/text.txt:4:24: ”rådgivning” är en synonym: den rekommenderade termen är ”stödsamtal”  <{EX}samtal>",
    ]


def test_check_fails_for_discouraged_terms_only(tmp_path: Path) -> None:
    assert annotate(tmp_path, "Rådgivning och stödsamtal.", "--check").exit_code == 0
    result = annotate(tmp_path, "En pratstund, kuratorsprat och rådgivning.", "--check")
    assert result.exit_code == 1
    assert result.output.count("\n") == 2
    assert "”kuratorsprat” används inte längre, och inget ersätter det" in result.output


def test_json(tmp_path: Path) -> None:
    found = json.loads(annotate(tmp_path, "Pratstunden", "--json").output)
    assert [(each["line"], each["column"], each["text"], each["instead"]) for each in found] == [
        (1, 1, "Pratstunden", ["stödsamtal"])
    ]


def test_unreadable_files_are_all_named(tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes("rad\nstöd".encode("latin-1"))
    result = CliRunner().invoke(group, ["annotate", str(tmp_path / "none.txt"), str(tmp_path / "latin.txt")])
    assert isinstance(result.exception, UnreadableInput)
    assert [(Path(each.file).name, each.line) for each in result.exception.problems] == [
        ("none.txt", None),
        ("latin.txt", 2),
    ]
