"""Ids: six characters that mean nothing and that nothing has ever had."""

from __future__ import annotations

import re
from pathlib import Path

from samsprak.editing.folder import read_folder
from samsprak.editing.minting import drawn, new_id
from tests.editing.folders import git


def test_ids_have_the_form_of_the_project() -> None:
    assert all(re.fullmatch("[bcdfghjkmnpqrstvwxz23456789]{6}", drawn()) for _ in range(100))
    assert len({drawn() for _ in range(100)}) == 100


def test_id_that_is_or_was_in_use_is_passed_over(folder: Path) -> None:
    git(folder, "init", "-q")
    old = folder / "concepts/gammal.ttl"
    old.write_text("<https://example.org/ord/ggggg2> <urn:p> <urn:o> .", encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "ett")
    old.unlink()
    git(folder, "commit", "-qam", "två")
    (folder / "versions").mkdir()
    (folder / "versions/1.ttl").write_text("<https://example.org/ord/ggggg3> <urn:p> <urn:o> .", encoding="utf-8")
    candidates = iter(["ccccc4", "ggggg2", "ggggg3", "ggggg4"])
    assert new_id(read_folder(folder), lambda: next(candidates)) == "ggggg4"


def test_without_git_the_files_are_enough(folder: Path) -> None:
    candidates = iter(["ccccc4", "ggggg2"])
    assert new_id(read_folder(folder), lambda: next(candidates)) == "ggggg2"
