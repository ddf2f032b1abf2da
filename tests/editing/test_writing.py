"""All files of a proposal together, or none: whatever goes wrong on the way, the folder is as it was."""

from __future__ import annotations

import datetime as dt
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from samsprak.editing.folder import read_folder
from samsprak.editing.patch import patch
from samsprak.editing.proposal import Alteration, Proposal
from samsprak.editing.renaming import rename
from samsprak.editing.writing import write
from samsprak.errors import UnreadableInput, UsageError
from tests.editing.folders import contents, git, green

TODAY = dt.date(2025, 3, 4)


def renamed(folder: Path) -> Proposal:
    return rename(read_folder(folder), "gruppverksamhet", "verksamhet i grupp", today=TODAY)


def test_written_files_keep_their_rights_and_leave_nothing_beside_them(folder: Path) -> None:
    (folder / "concepts/barngrupp.ttl").chmod(0o640)
    write(renamed(folder))
    assert stat.S_IMODE((folder / "concepts/barngrupp.ttl").stat().st_mode) == 0o640
    assert stat.S_IMODE((folder / "concepts/verksamhet-i-grupp.ttl").stat().st_mode) == 0o644
    assert not [name for name in contents(folder) if not name.endswith(".ttl")]


def test_file_that_changed_meanwhile_is_not_overwritten(folder: Path) -> None:
    proposal = renamed(folder)
    path = folder / "concepts/foraldragrupp.ttl"
    path.write_text(path.read_text("utf-8") + "# rad\n", encoding="utf-8")
    before = contents(folder)
    with pytest.raises(UsageError, match="changed meanwhile"):
        write(proposal)
    assert contents(folder) == before


def test_file_that_came_meanwhile_is_not_overwritten(folder: Path) -> None:
    proposal = renamed(folder)
    (folder / "concepts/verksamhet-i-grupp.ttl").write_text("# annat\n", encoding="utf-8")
    before = contents(folder)
    with pytest.raises(UsageError, match="changed meanwhile"):
        write(proposal)
    assert contents(folder) == before


def test_folder_where_a_file_should_be_stops_everything(folder: Path) -> None:
    proposal = renamed(folder)
    (folder / "concepts/verksamhet-i-grupp.ttl").mkdir()
    before = contents(folder)
    with pytest.raises(UnreadableInput, match="nothing has changed"):
        write(proposal)
    assert contents(folder) == before


def test_folder_that_is_gone_stops_everything_and_is_not_made_anew(folder: Path) -> None:
    proposal = Proposal(
        folder,
        (
            Alteration("ny/mapp/a.ttl", None, b"# a\n"),
            Alteration("scheme.ttl/b.ttl", None, b"# b\n"),
        ),
    )
    before = contents(folder)
    with pytest.raises(UnreadableInput):
        write(proposal)
    assert contents(folder) == before
    assert not (folder / "ny").exists()


def test_what_was_replaced_is_put_back_when_a_later_file_cannot_be(folder: Path) -> None:
    proposal = Proposal(
        folder,
        (
            Alteration("concepts/barngrupp.ttl", (folder / "concepts/barngrupp.ttl").read_bytes(), b"# annat\n"),
            Alteration("concepts/krissamtal.ttl", (folder / "concepts/krissamtal.ttl").read_bytes(), None),
            Alteration("ny/ny.ttl", None, b"# ny\n"),
            # A file, and a folder by the time that it would be put there.
            Alteration("a", None, b"# fil\n"),
            Alteration("a/b.ttl", None, b"# sist\n"),
        ),
    )
    before = contents(folder)
    with pytest.raises(UnreadableInput, match="nothing has changed"):
        write(proposal)
    assert contents(folder) == before
    assert not (folder / "ny").exists()
    assert not (folder / "a").exists()


def test_link_stays_a_link(folder: Path, tmp_path: Path) -> None:
    real = tmp_path / "annanstans.ttl"
    path = folder / "concepts/barngrupp.ttl"
    shutil.move(path, real)
    path.symlink_to(real)
    write(renamed(folder))
    assert path.is_symlink()
    assert "# verksamhet i grupp" in real.read_text("utf-8")


def test_place_that_cannot_be_written_leaves_everything_as_it_was(folder: Path) -> None:
    """Run as nobody: whoever tests as root may write everywhere."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    program = (
        "import datetime, os, sys, pathlib\n"
        "from samsprak.editing.folder import read_folder\n"
        "from samsprak.editing.renaming import rename\n"
        "from samsprak.editing.writing import write\n"
        "from samsprak.errors import UnreadableInput\n"
        "import samsprak.validation.checker, pyshacl, rdflib, babel.dates\n"
        "proposal = rename(read_folder(pathlib.Path(sys.argv[1])), 'barngrupp', 'grupp', today=datetime.date.today())\n"
        "os.getuid() or os.setuid(65534)\n"
        "try:\n"
        "    write(proposal)\n"
        "except UnreadableInput as error:\n"
        "    print(error)\n"
    )
    before = contents(folder)
    try:
        done = subprocess.run(
            [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=False, timeout=60
        )
        assert "nothing has changed" in done.stdout, done.stderr
        assert contents(folder) == before
    finally:
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)


def test_patch_is_one_that_git_applies(folder: Path, tmp_path: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "ett")
    proposal = renamed(folder)
    told = tmp_path / "change.patch"
    told.write_text(patch(proposal, folder.resolve()), encoding="utf-8")
    git(folder, "apply", "--check", str(told))
    git(folder, "apply", str(told))
    applied = contents(folder)
    git(folder, "checkout", "-q", ".")
    git(folder, "clean", "-qfd")
    write(proposal)
    assert contents(folder) == applied
    green(folder)
