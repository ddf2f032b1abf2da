"""`samsprak retire`: what it asks for, says and writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.amending import samsprak
from tests.editing.folders import contents, green, small


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small(tmp_path / "ord")


def test_concept_is_replaced(folder: Path) -> None:
    result = samsprak(folder, "retire", "barngrupp", "--replaced-by", "föräldragrupp", lang="sv")
    assert result.exit_code == 0, result.output
    assert "”barngrupp” står kvar i de här listorna: lista." in result.stderr
    green(folder)


def test_concepts_below_are_moved(folder: Path) -> None:
    arguments = ("retire", "gruppverksamhet", "--because", "För vid")
    refused = samsprak(folder, *arguments)
    assert refused.exit_code == 2
    assert "barngrupp (ccccc4), föräldragrupp (ccccc5)" in refused.stderr
    assert samsprak(folder, *arguments, "--move-narrower-to", "insats").exit_code == 0
    green(folder)


def test_reason_or_successor_is_asked_for(folder: Path) -> None:
    before = contents(folder)
    result = samsprak(folder, "retire", "barngrupp", lang="sv")
    assert (result.exit_code, result.stderr) == (
        2,
        "Ange vad som ersätter ”barngrupp”, eller varför inget gör det.\n",
    )
    assert contents(folder) == before
