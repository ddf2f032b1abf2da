from __future__ import annotations

from samsprak.search.rows import rows_of
from samsprak.vocabulary.records import LabelKind
from tests.conftest import Turtle


def test_best_labels_come_first(turtle: Turtle) -> None:
    rows = rows_of(
        [
            turtle(
                'ex:a a skos:Concept ; skos:prefLabel "långt ord"@sv ; skos:altLabel "b"@sv ; skos:hiddenLabel "a"@sv .'
                'ex:b a skos:Concept ; skos:prefLabel "ord"@sv, "word"@en .'
            )
        ]
    )
    assert [(row.label.text, row.kind) for row in rows] == [
        ("ord", LabelKind.PREFERRED),
        ("word", LabelKind.PREFERRED),
        ("långt ord", LabelKind.PREFERRED),
        ("b", LabelKind.ALTERNATIVE),
        ("a", LabelKind.HIDDEN),
    ]
