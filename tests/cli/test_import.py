from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samsprak.cli import group
from samsprak.settings import project_folder
from tests.editing.spreadsheets.sheets import (
    BROADER,
    DEFINITION,
    SYNONYMS,
    Sheet,
    edited,
    exported,
    folder,
)


def run(*arguments: str | Path, answer: str | None = None) -> Result:
    return CliRunner().invoke(group, ["import", *map(str, arguments), "--lang", "en"], input=answer)


def contents(path: Path) -> dict[str, bytes]:
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in path.rglob("*") if file.is_file()}


def widen(sheet: Sheet) -> None:
    sheet.cell("kurs", SYNONYMS).value = "lektion"


@pytest.fixture
def vocabulary(tmp_path: Path) -> Path:
    return folder(tmp_path / "ord")


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_thesaurus_is_the_same_to_the_byte_after_a_round_trip(form: str, tmp_path: Path) -> None:
    copy, table = tmp_path / "vocab", tmp_path / f"table.{form}"
    shutil.copytree(project_folder("vocab"), copy)
    before = contents(copy)
    done = CliRunner().invoke(group, ["export", form, str(copy), "--output", str(table)])
    assert done.exit_code == 0
    result = run(table, "--vocabulary", copy, "--yes")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "there is nothing to write" in result.stdout
    assert contents(copy) == before


def test_change_is_told_in_words_and_written(vocabulary: Path) -> None:
    result = run(edited(exported(vocabulary), widen), "--vocabulary", vocabulary, "--yes")
    assert result.exit_code == 0
    assert "{+lektion+}" in result.stdout
    assert "Files written: 1" in result.stderr
    assert '"lektion"@sv' in (vocabulary / "concepts" / "kurs.ttl").read_text("utf-8")


def test_reading_the_same_table_twice_changes_nothing_more(vocabulary: Path) -> None:
    table = edited(exported(vocabulary), widen)
    run(table, "--vocabulary", vocabulary, "--yes")
    before = contents(vocabulary)
    result = run(table, "--vocabulary", vocabulary, "--yes")
    assert result.exit_code == 0
    assert contents(vocabulary) == before


def test_dry_run_tells_the_same_and_writes_nothing(vocabulary: Path) -> None:
    before = contents(vocabulary)
    result = run(edited(exported(vocabulary), widen), "--vocabulary", vocabulary, "--dry-run")
    assert result.exit_code == 0
    assert "{+lektion+}" in result.stdout
    assert "Files that would be written: 1" in result.stderr
    assert contents(vocabulary) == before


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("ja\n", 0), ("n\n", 1), ("\n", 1), (None, 1)])
def test_nothing_is_written_before_the_answer_is_yes(answer: str | None, code: int, vocabulary: Path) -> None:
    before = contents(vocabulary)
    result = run(edited(exported(vocabulary), widen), "--vocabulary", vocabulary, answer=answer)
    assert result.exit_code == code
    assert (contents(vocabulary) != before) == (code == 0)


def test_faults_end_it_with_nothing_written(vocabulary: Path) -> None:
    def edit(sheet: Sheet) -> None:
        widen(sheet)
        sheet.cell("kurs", DEFINITION).value = "=1+1"

    before = contents(vocabulary)
    result = run(edited(exported(vocabulary), edit), "--vocabulary", vocabulary, "--yes")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("Sheet Begrepp, cell F2: the cell holds a formula")
    assert contents(vocabulary) == before


def test_broken_rule_is_told_by_the_row_and_nothing_is_written(vocabulary: Path) -> None:
    before = contents(vocabulary)
    table = edited(exported(vocabulary), lambda sheet: setattr(sheet.cell("stöd", BROADER), "value", "samtal"))
    result = run(table, "--vocabulary", vocabulary, "--yes")
    assert result.exit_code == 1
    assert "Sheet Begrepp, row 4: fault: " in result.stderr
    assert contents(vocabulary) == before


def test_vocabulary_in_one_file_is_refused_with_what_is_needed(vocabulary: Path) -> None:
    result = run(exported(vocabulary), "--vocabulary", vocabulary / "scheme.ttl")
    assert result.exit_code == 2
    assert "is no folder" in result.stderr


def test_file_that_is_no_table_is_refused(vocabulary: Path) -> None:
    result = run(vocabulary / "scheme.ttl", "--vocabulary", vocabulary)
    assert result.exit_code == 2
    assert "no headings that can be read" in result.stderr
