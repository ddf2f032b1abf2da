"""What is here already under a term, or under one that is all but the same."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from samsprak.editing.folder import read_folder
from samsprak.editing.retirement import retire
from samsprak.editing.twins import SAME, twins
from samsprak.editing.writing import write
from samsprak.vocabulary.records import LabelKind


@pytest.mark.parametrize(
    ("text", "kind", "likeness"),
    [
        ("BARNGRUPP", LabelKind.PREFERRED, SAME),
        ("barngrupper", LabelKind.ALTERNATIVE, SAME),
        ("barngruppen", LabelKind.PREFERRED, "inflection"),
        ("barn-grupp", LabelKind.PREFERRED, "compound"),
        ("gruppverksamhat", LabelKind.PREFERRED, "spelling"),
    ],
)
def test_twin_is_found_and_told_how(text: str, kind: LabelKind, likeness: str, folder: Path) -> None:
    first = twins(read_folder(folder), text, "sv")[0]
    assert (first.kind, first.likeness, first.retired) == (kind, likeness, False)


def test_term_of_its_own_has_no_twins(folder: Path) -> None:
    assert twins(read_folder(folder), "simskola", "sv") == ()


def test_term_of_what_is_out_of_use_is_said_to_be(folder: Path) -> None:
    write(retire(read_folder(folder), "krissamtal", today=dt.date(2025, 1, 1), because="Ovanligt"))
    (twin,) = twins(read_folder(folder), "krissamtal", "sv")
    assert twin.retired
