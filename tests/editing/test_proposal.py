"""A proposal after another, in a repository with a release: each leaves a strict check green."""

from __future__ import annotations

import datetime as dt
import gzip
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from samsprak.editing.addition import Fields, add
from samsprak.editing.decision import decide
from samsprak.editing.folder import Folder, read_folder
from samsprak.editing.merger import merge
from samsprak.editing.proposal import Proposal
from samsprak.editing.release import release
from samsprak.editing.renaming import rename
from samsprak.editing.retirement import retire
from samsprak.editing.writing import write
from samsprak.errors import UnreadableInput, UsageError
from samsprak.validation.checker import check
from samsprak.validation.history import latest_release
from samsprak.validation.rules import Profile
from tests.editing.folders import git, green

TODAY = dt.datetime.now().astimezone().date()
FIELDS = Fields(
    terms={"sv": "pappagrupp", "en": "fathers' group"},
    definitions={"sv": "föräldragrupp för pappor"},
    broader=["föräldragrupp"],
    sources=["rapport"],
)
STEPS: tuple[Callable[[Folder], Proposal], ...] = (
    lambda folder: add(folder, FIELDS, today=TODAY),
    lambda folder: rename(folder, "pappagrupp", "grupp för pappor", today=TODAY),
    lambda folder: decide(folder, ["pappagrupp", "krissamtal"], by="Provnämnden", on=TODAY, today=TODAY),
    lambda folder: rename(folder, "krissamtal", "samtal vid kris", today=TODAY),
    lambda folder: merge(folder, "grupp för pappor", "föräldragrupp", today=TODAY),
    lambda folder: retire(folder, "stödsamtal", replaced_by=["krissamtal"], today=TODAY),
    lambda folder: release(folder, "1.1.0", today=TODAY),
)


def test_each_step_leaves_a_strict_check_green_also_against_the_release_of_the_same_day(folder: Path) -> None:
    git(folder, "init", "-q")
    write(release(read_folder(folder), "1.0.0", today=TODAY))
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "ett")
    git(folder, "tag", "v1.0.0")
    for number, step in enumerate(STEPS):
        write(step(read_folder(folder)))
        green(folder)
        found = check([folder], Profile.RECORD, base=latest_release([folder])).findings
        assert [(each.rule.id, each.focus) for each in found] == []
        git(folder, "add", ".")
        git(folder, "commit", "-qm", str(number))
    assert latest_release([folder]) == "v1.0.0"


def test_nothing_in_the_folder_is_touched_before_it_is_written(folder: Path) -> None:
    stamps = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    for step in STEPS[:1]:
        step(read_folder(folder))
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == stamps


def test_only_what_is_new_is_told(folder: Path) -> None:
    path = folder / "concepts/krissamtal.ttl"
    path.write_text(path.read_text("utf-8").replace('svår händelse"', 'svår händelse."'), encoding="utf-8")
    proposal = rename(read_folder(folder), "krissamtal", "föräldragrupp", today=TODAY)
    assert {each.rule.id for each in proposal.findings} == {"preflabel-unique"}


def test_packed_file_beside_is_read_and_stays_as_it_is(folder: Path) -> None:
    path = folder / "concepts/krissamtal.ttl"
    packed = gzip.compress(path.read_bytes())
    path.with_suffix(".ttl.gz").write_bytes(packed)
    path.unlink()
    write(rename(read_folder(folder), "barngrupp", "grupp för barn", today=TODAY))
    assert path.with_suffix(".ttl.gz").read_bytes() == packed
    with pytest.raises(UsageError, match="no plain Turtle"):
        rename(read_folder(folder), "krissamtal", "samtal vid kris", today=TODAY)


def test_system_without_room_for_a_copy_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(folder / "scheme.ttl"))
    with pytest.raises(UnreadableInput, match="temporary files"):
        rename(read_folder(folder), "barngrupp", "grupp för barn", today=TODAY)
