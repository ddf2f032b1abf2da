from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from samsprak.cli.export import export
from tests.editing.spreadsheets.sheets import SHEET, folder


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(export, [*map(str, arguments), "--lang", "en"])


def test_workbook_is_called_by_the_vocabulary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder(tmp_path / "ord")
    monkeypatch.chdir(tmp_path)
    result = run("xlsx", "ord")
    assert (result.exit_code, result.stderr) == (0, "ord.xlsx: concepts 3\n")
    assert load_workbook(tmp_path / "ord.xlsx")[SHEET].max_row == 4
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ord", "ord.xlsx"]


def test_one_file_is_a_vocabulary_too(tmp_path: Path) -> None:
    path = folder(tmp_path / "ord") / "concepts" / "stod.ttl"
    assert run("csv", path, "--output", tmp_path / "ut.csv").exit_code == 0
    assert len((tmp_path / "ut.csv").read_text("utf-8-sig").splitlines()) == 2


def test_csv_goes_to_standard_output_where_that_is_asked_for(tmp_path: Path) -> None:
    result = run("csv", folder(tmp_path / "ord"), "--output", "-")
    assert result.stdout_bytes.startswith("\ufeffId (ändra inte);Rekommenderad term (sv);".encode())
    assert result.stderr == ""


def test_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    result = run("csv", folder(tmp_path / "ord"), "--output", tmp_path / "saknas" / "ut.csv")
    assert result.exit_code == 2
    assert "cannot be written: No such file or directory" in result.stderr


def test_vocabulary_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    result = run("xlsx", tmp_path / "saknas")
    assert result.exit_code == 2
    assert "saknas" in result.stderr
