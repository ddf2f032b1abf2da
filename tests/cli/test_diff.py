"""`samsprak diff` from without: revisions, folders and files; what it prints and how it ends."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samsprak.cli import group
from tests.cli.test_failures import samsprak
from tests.conftest import PREFIXES
from tests.editing.states import TREE


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSPRAK_LANG", "en")


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Redaktion", "-c", "user.email=redaktion@example.org")
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(group, ["diff", *map(str, arguments)])


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two commits: `v1`, then one concept lost and one renamed; and one more renamed since."""
    vocab = tmp_path / "repo" / "vocab"
    (vocab / "concepts").mkdir(parents=True)
    git(tmp_path, "init", "-q", "-b", "main", "repo")
    head, _, body = TREE.partition("ex:mid a")
    (vocab / "scheme.ttl").write_text(PREFIXES + head, encoding="utf-8")
    (vocab / "concepts" / "rest.ttl").write_text(PREFIXES + "ex:mid a" + body, encoding="utf-8")
    (vocab / "concepts" / "räksmörgås.ttl").write_text(
        PREFIXES + 'ex:x a skos:Concept ; skos:prefLabel "x"@sv .', encoding="utf-8"
    )
    git(vocab, "add", "-A")
    git(vocab, "commit", "-qm", "one")
    git(vocab, "tag", "v1")
    (vocab / "concepts" / "räksmörgås.ttl").unlink()
    rename(vocab, '"kurs"@sv', '"utbildning"@sv')
    git(vocab, "add", "-A")
    git(vocab, "commit", "-qm", "two")
    rename(vocab, '"rådgivning"@sv', '"råd"@sv')
    return vocab


def rename(vocab: Path, old: str, new: str) -> None:
    path = vocab / "concepts" / "rest.ttl"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def counts(*arguments: str | Path) -> dict[str, int]:
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)["counts"]  # type: ignore[no-any-return]


def test_revisions_folders_and_files_are_compared_in_any_mixture(repository: Path, tmp_path: Path) -> None:
    of = ("--vocab", repository)
    assert counts("v1", "main", *of) == {"lost": 1, "renamed": 1}
    assert counts("main", "v1", *of) == {"added": 1, "renamed": 1}
    assert counts("HEAD", *of) == {"renamed": 1}
    assert counts("HEAD~1", repository, *of) == {"lost": 1, "renamed": 2}
    assert counts(repository, "main", *of) == {"renamed": 1}
    one = tmp_path / "whole.ttl"
    one.write_text(PREFIXES + TREE, encoding="utf-8")
    assert counts(one, "v1", *of) == {"added": 1}


def test_report_names_the_revisions(repository: Path) -> None:
    first = run("v1", "main", "--vocab", repository).stdout.splitlines()
    assert first[0] == "What has changed in Ord"
    assert first[1].startswith("From v1 (")


def test_one_file_is_compared_with_what_it_was(repository: Path) -> None:
    assert counts("main", "--vocab", repository / "concepts" / "rest.ttl") == {"renamed": 1}


def test_hooks_of_git_do_not_lead_astray(repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    assert counts("v1", "main", "--vocab", repository) == {"lost": 1, "renamed": 1}


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--exit-code"], 1),
        (["--fail-on", "lost"], 1),
        (["--fail-on", "alarm"], 1),
        (["--fail-on", "retired"], 0),
        (["--fail-on", "retired", "--fail-on", "renamed"], 1),
        (["--fail-on", "nonsense"], 2),
        (["--format", "pdf"], 2),
    ],
)
def test_exit_code_says_what_was_asked_for(options: list[str], code: int, repository: Path) -> None:
    assert run("v1", "main", "--vocab", repository, *options).exit_code == code


def test_no_difference_exits_with_0_however_it_is_asked(repository: Path) -> None:
    result = run("main", "main", "--vocab", repository, "--exit-code", "--fail-on", "alarm")
    assert result.exit_code == 0
    assert "No difference." in result.stdout


@pytest.mark.parametrize("revision", ["no-such", "--output=x", "v1:vocab", "", "a b", "HEAD@{99}"])
def test_what_is_neither_path_nor_revision_is_said_in_a_sentence(revision: str, repository: Path) -> None:
    done = samsprak("diff", "--vocab", str(repository), "--", revision, lang="en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "is neither a file, a folder nor a revision that git knows here." in done.stderr
    assert "Traceback" not in done.stderr


def test_revision_outside_a_repository_is_said_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "v.ttl"
    path.write_text(PREFIXES + TREE, encoding="utf-8")
    done = samsprak("diff", "main", "--vocab", str(path), lang="en")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_folder_that_was_not_there_is_said_in_a_sentence(repository: Path) -> None:
    new = repository.parent / "new"
    new.mkdir()
    (new / "v.ttl").write_text(PREFIXES + TREE, encoding="utf-8")
    result = run("v1", "--vocab", new)
    assert result.exit_code == 2
    assert "There is nothing to read in " in result.stderr


def test_unreadable_file_of_a_revision_is_named_with_its_line(repository: Path) -> None:
    (repository / "bad.ttl").write_text(PREFIXES + "ex:a ex:b", encoding="utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "bad")
    (repository / "bad.ttl").unlink()
    result = run("main", "--vocab", repository)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "bad.ttl line " in result.stderr


@pytest.mark.parametrize(
    "preview", ["javascript:alert(1)", "preview.example", "https://", "https://x/<b>", "http://[x"]
)
def test_preview_is_an_address_or_refused(preview: str, repository: Path) -> None:
    result = run("v1", "main", "--vocab", repository, "--preview", preview)
    assert result.exit_code == 2
    assert "is no address of a preview" in result.stderr


@pytest.mark.parametrize("form", ["text", "markdown", "json", "html"])
def test_every_format_is_written_from_without(form: str, repository: Path) -> None:
    done = samsprak("diff", "v1", "main", "--vocab", str(repository), "--format", form, lang="sv")
    assert (done.returncode, done.stderr) == (0, "")
    assert "utbildning" in done.stdout


def test_help_shows_an_example() -> None:
    assert "Example: samsprak diff main" in run("--help").stdout
