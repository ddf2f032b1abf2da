"""`samsprak release`: three files, or none and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.amending import samsprak
from tests.editing.folders import contents, green, small


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small(tmp_path / "ord")


def test_release_writes_scheme_snapshot_and_changes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    result = samsprak(folder, "release", "1.0.0")
    assert (result.exit_code, result.stdout) == (0, "scheme.ttl\nversions/1.0.0.ttl\nversions/1.0.0.md\n")
    assert "tag the commit v1.0.0" in result.stderr
    green(folder)
    assert samsprak(folder, "release", "1.0.0").exit_code == 2


def test_dry_run_writes_nothing(folder: Path) -> None:
    before = contents(folder)
    result = samsprak(folder, "release", "1.0.0", "--dry-run")
    assert "versions/1.0.0.ttl" in result.stdout
    assert contents(folder) == before


def test_fault_is_told_and_stops_it(folder: Path) -> None:
    path = folder / "concepts/barngrupp.ttl"
    path.write_text(path.read_text("utf-8").replace('"gruppverksamhet för barn"', '""'), encoding="utf-8")
    before = contents(folder)
    result = samsprak(folder, "release", "1.0.0", "--anyway")
    assert (result.exit_code, "[definition-empty]" in result.stderr) == (1, True)
    assert contents(folder) == before


def test_file_in_the_way_of_the_snapshots_is_told(folder: Path) -> None:
    (folder / "versions").write_text("en fil", encoding="utf-8")
    before = contents(folder)
    result = samsprak(folder, "release", "1.0.0")
    assert (result.exit_code, "nothing has changed" in result.stderr) == (2, True)
    assert contents(folder) == before
