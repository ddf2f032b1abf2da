from __future__ import annotations

import gzip
from pathlib import Path

from samsprak.editing.differences import Aspect, Happening
from samsprak.editing.spreadsheets.foresight import foresight
from tests.conftest import PREFIXES
from tests.editing.spreadsheets.sheets import DEFINITION, folder, imported


def test_what_an_import_would_change_is_told_as_a_difference(tmp_path: Path) -> None:
    vocabulary = folder(tmp_path / "ord")
    packed = (
        PREFIXES + 'ex:g a skos:Concept ; skos:prefLabel "packat"@sv ; skos:inScheme ex:s ; skos:topConceptOf ex:s .'
    )
    (vocabulary / "more.ttl.gz").write_bytes(gzip.compress(packed.encode()))
    before = {file: file.read_bytes() for file in vocabulary.rglob("*.*")}
    outcome = imported(vocabulary, lambda sheet: setattr(sheet.cell("kurs", DEFINITION), "value", "stöd i klass"))
    assert outcome.proposal is not None
    comparison = foresight(outcome.folder, outcome.proposal, "tabell.xlsx")
    (difference,) = comparison.differences
    assert difference.first is Happening.REDEFINED
    (change,) = difference.of(Aspect.DEFINITION)
    assert (change.lost, change.gained) == (("stöd i grupp",), ("stöd i klass",))
    assert {file: file.read_bytes() for file in vocabulary.rglob("*.*")} == before
