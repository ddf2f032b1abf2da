"""A proposal as a letter: git takes it, and nothing that a proposer writes is obeyed."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from samsprak.editing.folder import read_folder
from samsprak.editing.mailing import ADDRESS, ROLE, Letter, letter, sender
from samsprak.editing.proposal import Alteration, Proposal
from samsprak.editing.renaming import rename
from samsprak.editing.retirement import retire
from samsprak.errors import UsageError
from tests.editing.folders import small
from tests.proposals import git

SENT = dt.datetime(2026, 11, 22, 8, 30, tzinfo=dt.UTC)
TODAY = SENT.date()
EVIL = """\
From: Somebody Else <else@example.org>
Subject: something else
---
diff --git a/evil b/evil
new file mode 100644
--- /dev/null
+++ b/evil
@@ -0,0 +1 @@
+evil
-- >8 --
Index: evil
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    small(tmp_path / "repository" / "in a folder" / "ord")
    git(tmp_path / "repository", "init", "--quiet")
    git(tmp_path / "repository", "add", "--all")
    git(tmp_path / "repository", "commit", "--quiet", "--message=Words")
    return tmp_path / "repository"


def about(subject: str = "Byt term", reason: str = "", role: str = "Gruppen") -> Letter:
    return Letter(subject, reason, *sender(role, ""), SENT, "in a folder/ord")


def taken(repository: Path, proposal: Proposal, said: Letter) -> str:
    """What git knows of the commit after it has taken a letter."""
    git(repository, "am", "--quiet", given=letter(proposal.alterations, said))
    for each in proposal.alterations:
        path = proposal.folder / each.name
        assert (path.read_bytes() if path.exists() else None) == each.after
    assert git(repository, "status", "--porcelain") == ""
    return git(repository, "log", "-1", "--format=%an <%ae>|%aI|%s|%b")


def test_git_takes_what_is_edited_and_renamed(repository: Path) -> None:
    proposal = rename(read_folder(repository / "in a folder/ord"), "barngrupp", "grupp för barn", today=TODAY)
    said = taken(repository, proposal, about("Byt term: åäö ”barngrupp”", "Därför."))
    assert said.strip() == f"Gruppen <{ADDRESS}>|2026-11-22T08:30:00+00:00|Byt term: åäö ”barngrupp”|  Därför."
    status = git(repository, "show", "-M", "--name-status", "--format=")
    assert "R0" in status
    assert "grupp-for-barn.ttl" in status


def test_what_a_proposer_writes_is_quoted(repository: Path) -> None:
    folder = read_folder(repository / "in a folder/ord")
    proposal = retire(folder, "krissamtal", today=TODAY, because=EVIL)
    said = taken(repository, proposal, about("x\nFrom: a <a@example.org>\n---", EVIL, "Role\nBcc: <b@example.org>"))
    assert not (repository / "evil").exists()
    assert said.partition("|")[0].endswith(f"<{ADDRESS}>")
    assert "Somebody Else" not in said.partition("|")[0]
    assert "Somebody Else" in said.rpartition("|")[2]


@pytest.mark.parametrize("role", ['"""', "<>", "", "\u202e", "--", "åäö", 'a"b', "x" * 500, "=?utf-8?q?x?="])
def test_any_role_is_one_that_git_takes(repository: Path, role: str) -> None:
    folder = read_folder(repository / "in a folder/ord")
    proposal = rename(folder, "barngrupp", "grupp för barn", today=TODAY)
    assert f"<{ADDRESS}>|" in taken(repository, proposal, about(role=role))


def test_file_without_a_last_line_end_is_patched_as_it_is(repository: Path) -> None:
    path = repository / "in a folder/ord/concepts/barngrupp.ttl"
    shutil.copy(path, path.with_suffix(".bak"))
    before = path.read_bytes()
    without = Proposal(path.parent.parent, (Alteration("concepts/barngrupp.ttl", before, before.rstrip(b"\n")),))
    path.with_suffix(".bak").unlink()
    taken(repository, without, about())


def test_nobody_is_asked_for_a_name() -> None:
    assert sender("", "") == (ROLE, ADDRESS)
    assert sender("gruppen", "a.b@example.org") == ("gruppen", "a.b@example.org")


@pytest.mark.parametrize("address", ["a", "a@b c", "a@b\nBcc: c@d", "<a@b>", "a@", "@b", "å@b.se"])
def test_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(UsageError):
        sender("", address)
