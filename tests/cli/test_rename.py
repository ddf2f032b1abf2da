"""`samsprak rename`: what it says, shows and writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.amending import samsprak
from tests.editing.folders import contents, git, green, small


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small(tmp_path / "ord")


def test_files_are_written_and_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    result = samsprak(folder, "rename", "barngrupp", "grupp för barn", "--because", "Så skriver alla")
    assert (result.exit_code, result.stdout) == (0, "concepts/barngrupp.ttl\nconcepts/grupp-for-barn.ttl\n")
    green(folder)


def test_dry_run_is_what_would_be_written(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "ett")
    monkeypatch.chdir(folder)
    before = contents(folder)
    result = samsprak(folder, "rename", "gruppverksamhet", "verksamhet i grupp", "--dry-run")
    assert contents(folder) == before
    told = tmp_path / "change.patch"
    told.write_bytes(result.stdout_bytes)
    git(folder, "apply", str(told))
    applied = contents(folder)
    git(folder, "checkout", "-q", ".")
    git(folder, "clean", "-qfd")
    samsprak(folder, "rename", "gruppverksamhet", "verksamhet i grupp")
    assert contents(folder) == applied


def test_rule_that_would_be_broken_is_told(folder: Path) -> None:
    before = contents(folder)
    result = samsprak(folder, "rename", "barngrupp", "föräldragrupp")
    assert result.exit_code == 1
    assert "[preflabel-unique]" in result.stderr
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("okänd", "x"), 1),
        (("barngrup", "x"), 2),
        (("barngrupp", "barngrupp"), 2),
        (("barngrupp", "x", "--lang", "fi"), 2),
        (("barngrupp", "x", "--lang", "no-such-language-tag"), 2),
    ],
)
def test_what_cannot_be_done_is_said(arguments: tuple[str, ...], code: int, folder: Path) -> None:
    result = samsprak(folder, "rename", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.count("\n") == 1
