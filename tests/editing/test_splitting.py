"""A concept is replaced by its parts, new or known."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from samsprak.editing.folder import read_folder
from samsprak.editing.splitting import Part, split
from samsprak.errors import UsageError

TODAY = dt.date(2026, 11, 22)
NEW = Part("gruppsamtal", "gruppverksamhet som består i samtal", "ddddd2")
KNOWN = Part("stödsamtal", "", "ddddd3")


def test_parts_take_the_place_of_a_concept(folder: Path) -> None:
    proposal = split(read_folder(folder), "krissamtal", [NEW, KNOWN], today=TODAY, because="Två saker.")
    texts = {each.name: (each.after or b"").decode() for each in proposal.alterations}
    assert proposal.valid
    assert "dcterms:isReplacedBy o:ccccc6" in texts["concepts/krissamtal.ttl"]
    assert "o:ddddd2" in texts["concepts/krissamtal.ttl"]
    part = texts["concepts/gruppsamtal.ttl"]
    assert "skos:broader o:ccccc2" in part
    assert "o:bbbbb2 skos:member o:ddddd2" in part
    assert "source/rapport" in part


def test_what_lies_below_goes_to_the_part_that_is_named(folder: Path) -> None:
    proposal = split(read_folder(folder), "gruppverksamhet", [NEW, KNOWN], today=TODAY, narrower_to="gruppsamtal")
    texts = {each.name: (each.after or b"").decode() for each in proposal.alterations}
    assert "skos:broader o:ddddd2" in texts["concepts/barngrupp.ttl"]
    assert proposal.valid


@pytest.mark.parametrize(
    "parts",
    [[], [NEW], [NEW, NEW], [KNOWN, Part("krissamtal", "x", "ddddd3")], [KNOWN, Part("nytt ord", "", "ddddd3")]],
)
def test_parts_that_do_not_part_are_refused(folder: Path, parts: list[Part]) -> None:
    with pytest.raises(UsageError):
        split(read_folder(folder), "krissamtal", parts, today=TODAY)
