"""`samsprak fmt`: what it writes, what it only shows, and what it says."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samsprak.cli import group
from samsprak.errors import UnreadableInput
from tests.cli.test_failures import samsprak
from tests.conftest import PREFIXES

Write = Callable[[str, str | bytes], Path]
LOOSE = PREFIXES + 'ex:a skos:prefLabel "stöd\u2028i hemmet"@sv;a skos:Concept.'
CANONICAL = """\
@prefix ex: <https://example.org/v/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

ex:a a skos:Concept ;
    skos:prefLabel "stöd\u2028i hemmet"@sv .
"""


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSPRAK_LANG", "en")


def fmt(*arguments: str | Path) -> Result:
    return CliRunner().invoke(group, ["fmt", *map(str, arguments)])


def test_files_are_formatted_and_named(write: Write) -> None:
    path, other = write("v/a.ttl", LOOSE), write("v/b.ttl", CANONICAL.replace("ex:a", "ex:b"))
    time = other.stat().st_mtime_ns
    result = fmt(path.parent)
    assert (result.exit_code, result.stdout) == (0, f"{path}\n")
    assert result.stderr.splitlines()[-1] == "Files formatted: 1 of 2"
    assert path.read_text("utf-8") == CANONICAL
    assert other.stat().st_mtime_ns == time


def test_nothing_is_left_to_do_the_second_time(write: Write) -> None:
    path = write("a.ttl", LOOSE)
    fmt(path)
    result = fmt(path, "--check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Files to format: 0 of 1\n")


@pytest.mark.parametrize("content", [LOOSE, LOOSE + "\n", "\ufeff" + LOOSE.replace("\n", "\r\n"), CANONICAL[:-1]])
def test_check_prints_a_patch_and_writes_nothing(content: str, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("v/a file.ttl", content)
    monkeypatch.chdir(path.parent.parent)
    result = fmt("v", "--check")
    assert result.exit_code == 1
    assert result.stdout.startswith("--- a/v/a file.ttl\t\n+++ b/v/a file.ttl\t\n@@ ")
    assert path.read_bytes() == content.encode()
    git = ["git", "apply", "--whitespace=nowarn", "-"]
    subprocess.run(git, input=result.stdout_bytes, check=True, cwd=path.parent.parent)
    assert path.read_text("utf-8") == CANONICAL


def test_unreadable_file_is_named_with_its_line_and_nothing_is_written(write: Write) -> None:
    good = write("v/a.ttl", LOOSE)
    bad = write("v/b.ttl", PREFIXES + "ex:a ex:b .")
    done = samsprak("fmt", str(good.parent), lang="sv")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{bad} rad {PREFIXES.count(chr(10)) + 1}: ")
    assert good.read_text("utf-8") == LOOSE


def test_missing_path_exits_with_2(tmp_path: Path) -> None:
    assert isinstance(fmt(tmp_path / "no.ttl").exception, UnreadableInput)


def test_hints_are_no_errors(write: Write) -> None:
    path = write("v/old.ttl", LOOSE)
    write("v/b.nt", "")
    result = fmt(path.parent)
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        f"{path.parent / 'b.nt'}: left as it is: only plain Turtle has a canonical form",
        f"{path}: the file is no longer called by its term; it would be stod-i-hemmet.ttl",
        "Files formatted: 1 of 2",
    ]


def test_projects_own_vocabulary_is_the_default() -> None:
    result = fmt("--check", "--lang", "sv")
    assert result.exit_code in {0, 1}  # editors may be at work
    assert result.stderr.splitlines()[-1].startswith("Filer att formatera: ")
