from __future__ import annotations

import pytest

from samsprak.snapshot import Snapshot
from samsprak.tagging.abbreviations import Expander


@pytest.fixture(scope="module")
def expander(own: Snapshot) -> Expander:
    return Expander(own, "sv")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("samtal m barn o unga", "samtal med barn och unga"),
        ("Råd & stöd", "Råd och stöd"),
        ("Kontaktpers. helger", "kontaktperson helger"),
        ("Fam.behandling", "familjebehandling"),
        ("killgrp", "killgrupp"),
        ("Komet", "Komet"),
        ("stödsamtal.", "stödsamtal."),
        ("Xyzzy. plugh", "Xyzzy. plugh"),
        ("", ""),
    ],
)
def test_abbreviations_are_written_out(expander: Expander, written: str, meant: str) -> None:
    assert expander.expand(written) == meant


def test_languages_have_their_own(own: Snapshot) -> None:
    assert Expander(own, "en").expand("talk w children & parents") == "talk with children and parents"
    assert Expander(own, "de").expand("m & o") == "m & o"
