"""`samsprak new`: what it says, the editor that it opens, and what it writes."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.cli.amending import samsprak
from tests.editing.folders import contents, git, green, small

GIVEN = ("pappagrupp", "--broader", "föräldragrupp", "--english", "fathers' group", "--source", "rapport")
DEFINED = (*GIVEN, "--definition", "föräldragrupp för pappor")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small(tmp_path / "ord")


def editor(tmp_path: Path, *lines: str) -> str:
    """Return a program that does something with the text of the file that it is given."""
    path = tmp_path / "editor.py"
    program = ["import pathlib, sys", "file = pathlib.Path(sys.argv[1])", "text = file.read_text('utf-8')", *lines]
    path.write_text("\n".join([*program, "file.write_text(text, 'utf-8')"]), encoding="utf-8")
    return f"{sys.executable} {path}"


def test_record_is_written_and_named(folder: Path) -> None:
    result = samsprak(folder, "new", *DEFINED)
    assert (result.exit_code, result.stdout) == (0, f"{folder}/concepts/pappagrupp.ttl\n")
    assert "There is no scope note yet" in result.stderr
    assert re.search(
        r"o:[bcdfghjkmnpqrstvwxz23456789]{6} a skos:Concept", (folder / "concepts/pappagrupp.ttl").read_text()
    )
    green(folder)


def test_what_is_missing_is_told_and_nothing_written(folder: Path) -> None:
    before = contents(folder)
    result = samsprak(folder, "new", *GIVEN, lang="sv")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "concepts/pappagrupp.ttl rad 7: fel: ”pappagrupp”: Svensk definition saknas" in result.stderr
    assert result.stderr.endswith("Ingenting är skrivet.\n")
    assert contents(folder) == before


def test_term_that_is_here_already_is_told(folder: Path) -> None:
    result = samsprak(folder, "new", "barngrupper", *DEFINED[1:], lang="sv")
    assert "”barngrupper” finns redan som tillåten term för barngrupp (ccccc4)." in result.stderr
    nearly = samsprak(folder, "new", "barngruppen", *DEFINED[1:], lang="sv")
    assert "Nästan samma term finns redan: ”barngrupp” för barngrupp (ccccc4)." in nearly.stderr
    assert nearly.exit_code == 1


def test_warnings_stop_it_unless_it_is_wanted_anyway(folder: Path) -> None:
    result = samsprak(folder, "new", "barngruppen", *DEFINED[1:])
    assert (result.exit_code, "--anyway writes it" in result.stderr) == (1, True)
    assert samsprak(folder, "new", "barngruppen", *DEFINED[1:], "--anyway").exit_code == 0
    assert (folder / "concepts/barngruppen.ttl").is_file()


def test_faults_stop_it_anyway(folder: Path) -> None:
    assert samsprak(folder, "new", *GIVEN, "--anyway").exit_code == 1
    assert not (folder / "concepts/pappagrupp.ttl").exists()


def test_dry_run_prints_a_patch_that_git_takes(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    git(folder, "init", "-q")
    monkeypatch.chdir(folder)
    before = contents(folder)
    result = samsprak(folder, "new", *DEFINED, "--dry-run")
    assert result.exit_code == 0
    assert contents(folder) == before
    told = tmp_path / "new.patch"
    told.write_bytes(result.stdout_bytes)
    git(folder, "apply", str(told))
    green(folder)


def test_record_is_filled_in_in_the_editor(folder: Path, tmp_path: Path) -> None:
    change = "text = text.replace('skos:definition \"\"', 'skos:definition \"föräldragrupp för pappor\"')"
    result = samsprak(folder, "new", *GIVEN, "--edit", EDITOR=editor(tmp_path, change), VISUAL="")
    assert result.exit_code == 0, result.output
    written = (folder / "concepts/pappagrupp.ttl").read_text("utf-8")
    assert 'skos:definition "föräldragrupp för pappor"@sv' in written
    assert "#:" not in written
    assert "scopeNote" not in written
    green(folder)


def test_words_are_kept_when_the_record_does_not_pass(folder: Path, tmp_path: Path) -> None:
    before = contents(folder)
    for change in ("text = text.replace('skos:definition \"\"', 'skos:definition \"<b>pappor</b>\"')", "text = 'a'"):
        result = samsprak(folder, "new", *GIVEN, "--edit", EDITOR=editor(tmp_path, change), VISUAL="")
        assert result.exit_code == 1
        kept = re.search(r"What you wrote is kept in (.*)\.\n", result.stderr)
        assert kept is not None
        draft = Path(kept[1])
        assert "pappor" in draft.read_text("utf-8") or draft.read_text("utf-8") == "a"
        draft.unlink()
    assert contents(folder) == before


def test_editor_that_fails_leaves_everything_as_it_was(folder: Path, tmp_path: Path) -> None:
    before = contents(folder)
    result = samsprak(folder, "new", *GIVEN, "--edit", EDITOR=editor(tmp_path, "sys.exit(3)"), VISUAL="")
    assert result.exit_code == 2
    told = re.search(r"Name one in EDITOR, .* So far it is kept in (.*)\.\n", result.stderr)
    assert told is not None
    Path(told[1]).unlink()
    assert contents(folder) == before


def test_folder_that_is_none_is_told(tmp_path: Path) -> None:
    result = samsprak(tmp_path / "saknas", "new", *DEFINED)
    assert (result.exit_code, "is no folder" in result.stderr) == (2, True)
