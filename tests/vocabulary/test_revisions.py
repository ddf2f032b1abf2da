"""What files said at an earlier time, read from real repositories."""

from __future__ import annotations

import gzip
import subprocess
from pathlib import Path

import pytest

from samsprak.errors import UnreadableInput, UsageError
from samsprak.vocabulary.reader import read
from samsprak.vocabulary.revisions import commit, read_revision
from tests.conftest import PREFIXES


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Redaktion", "-c", "user.email=redaktion@example.org")
    done = subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)
    return done.stdout.decode().strip()


@pytest.fixture
def vocab(tmp_path: Path) -> Path:
    folder = tmp_path / "vocab"
    (folder / "concepts").mkdir(parents=True)
    (folder / "versions").mkdir()
    git(tmp_path, "init", "-q", "-b", "main")
    (folder / "a.ttl").write_text(PREFIXES + "ex:a a skos:Concept .", encoding="utf-8")
    (folder / "concepts" / "å b.ttl").write_text(PREFIXES + "ex:b a skos:Concept ; ex:p [ ex:q 1 ] .", encoding="utf-8")
    (folder / "concepts" / "copy.ttl").write_text(
        PREFIXES + "ex:b a skos:Concept ; ex:p [ ex:q 1 ] .", encoding="utf-8"
    )
    (folder / "c.nt.gz").write_bytes(gzip.compress(b"<http://e.org/c> <http://e.org/p> <http://e.org/d> .\n"))
    (folder / "versions" / "1.ttl").write_text("this is not read", encoding="utf-8")
    (folder / ".hidden.ttl").write_text("nor is this", encoding="utf-8")
    (folder / "note.txt").write_text("nor this", encoding="utf-8")
    (folder / "link.ttl").symlink_to("note.txt")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    return folder


def test_revision_holds_what_the_folder_held(vocab: Path) -> None:
    (vocab / "link.ttl").unlink()
    now = read([vocab])
    (vocab / "a.ttl").unlink()
    then = read_revision([vocab], "main")
    assert len(then.store) == len(now.store)
    assert {path.name for path in then.files} == {path.name for path in now.files}


def test_one_file_is_read_where_one_is_named_also_when_it_is_gone(vocab: Path) -> None:
    (vocab / "a.ttl").unlink()
    assert len(read_revision([vocab / "a.ttl"], "main").store) == 1


def test_folder_that_was_not_there_has_no_files(vocab: Path) -> None:
    later = vocab.parent / "later"
    later.mkdir()
    assert read_revision([later], "main").files == ()


def test_fault_is_named_by_revision_file_and_line(vocab: Path) -> None:
    (vocab / "a.ttl").write_text("ex:a ex:b .", encoding="utf-8")
    git(vocab, "commit", "-qam", "bad")
    with pytest.raises(UnreadableInput) as caught:
        read_revision([vocab], "HEAD")
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == ("HEAD:a.ttl", 1)


def test_commit_is_named_as_it_was_asked_for(vocab: Path) -> None:
    name = git(vocab, "rev-parse", "HEAD")
    assert commit(vocab, "main").title == f"main ({name[:7]})"
    assert commit(vocab, name[:10]).title == name[:10]


@pytest.mark.parametrize("revision", ["nowhere", "--all", "main:vocab", "main^{tree}", ""])
def test_what_is_no_commit_is_refused(revision: str, vocab: Path) -> None:
    with pytest.raises(UsageError):
        commit(vocab, revision)
