"""`.ci/review`, which the workflows run, in real repositories."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from samsprak.settings import project_folder

PROJECT = project_folder("vocab").parent
TERM = "vocab/concepts/foraldrastod.ttl"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A clone with the vocabulary alone and the script, one commit behind what a proposal does."""
    folder = tmp_path / "clone"
    (folder / ".ci").mkdir(parents=True)
    shutil.copytree(project_folder("vocab"), folder / "vocab")
    shutil.copy(PROJECT / ".ci" / "review", folder / ".ci")
    for words in (
        ("init", "-q", "-b", "main"),
        ("config", "user.name", "Redaktionen"),
        ("config", "user.email", "redaktionen@samsprak.example"),
        ("add", "-A"),
        ("commit", "-qm", "Start"),
    ):
        subprocess.run(("git", *words), cwd=folder, check=True)
    return folder


def review(folder: Path) -> subprocess.CompletedProcess[str]:
    samsprak = str(Path(sys.executable).with_name("samsprak"))
    return subprocess.run(
        [folder / ".ci" / "review", "main", "out"],
        cwd=folder,
        env={**os.environ, "SAMSPRAK": samsprak},
        capture_output=True,
        text=True,
        check=False,
    )


def change(folder: Path, old: str, new: str) -> None:
    path = folder / TERM
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_good_proposal_is_told_in_words_and_passes(repository: Path) -> None:
    change(repository, 'skos:definition "', 'skos:definition "särskild ')
    done = review(repository)
    assert done.returncode == 0, done.stdout + done.stderr
    comment = (repository / "out" / "comment.md").read_text(encoding="utf-8")
    assert "föräldrastöd" in comment
    assert "särskild" in comment
    assert "### Form" not in comment


def test_form_is_a_suggestion_and_never_fails(repository: Path) -> None:
    change(repository, "    skos:prefLabel", "skos:prefLabel")
    done = review(repository)
    assert done.returncode == 0, done.stdout + done.stderr
    comment = (repository / "out" / "comment.md").read_text(encoding="utf-8")
    assert "### Form" in comment
    assert "+    skos:prefLabel" in comment
    assert str(repository) not in comment


def test_broken_rule_fails_with_an_annotation_at_its_line(repository: Path) -> None:
    change(repository, '"föräldrastöd"@sv', '"föräldrastöd"@fi')
    done = review(repository)
    assert done.returncode != 0
    assert f"::error file={TERM}" in done.stdout
    assert (repository / "out" / "comment.md").is_file()


def test_what_cannot_be_read_fails_and_says_where(repository: Path) -> None:
    change(repository, "a skos:Concept", "a skos:Concept ;;; (")
    done = review(repository)
    assert done.returncode != 0
    assert TERM in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
