from __future__ import annotations

import pytest

from samsprak.vocabulary.kinship import kinship
from tests.conftest import EX, Turtle

TREE = """
ex:top a skos:Concept .
ex:a a skos:Concept ; skos:broader ex:top .
ex:b a skos:Concept ; skos:broader ex:top .
ex:aa a skos:Concept ; skos:broader ex:a .
ex:ab a skos:Concept ; skos:broader ex:a , ex:b .
ex:other a skos:Concept .
ex:p a skos:Concept ; skos:broader ex:far , ex:pm .
ex:pm a skos:Concept ; skos:broader ex:near .
ex:q a skos:Concept ; skos:broader ex:qm , ex:q1 .
ex:qm a skos:Concept ; skos:broader ex:near .
ex:q1 a skos:Concept ; skos:broader ex:q2 .
ex:q2 a skos:Concept ; skos:broader ex:far .
ex:near a skos:Concept .
ex:far a skos:Concept .
ex:c1 a skos:Concept ; skos:broader ex:c2 .
ex:c2 a skos:Concept ; skos:broader ex:c1 .
"""


@pytest.mark.parametrize(
    ("names", "common", "ways"),
    [
        (("aa", "ab"), "a", ("a aa", "a ab")),
        (("aa", "b"), "top", ("top a aa", "top b")),
        (("ab", "b"), "b", ("b ab", "b")),
        (("aa", "ab", "b"), "top", ("top a aa", "top a ab", "top b")),
        (("top", "aa"), "top", ("top", "top a aa")),
        (("aa", "other"), "", ("top a aa", "other")),
        (("p", "q"), "near", ("near pm p", "near qm q")),
        (("c1", "c2"), "c1", ("c1", "c1 c2")),
    ],
)
def test_nearest_common_concept_and_the_ways_from_it(
    turtle: Turtle, names: tuple[str, ...], common: str, ways: tuple[str, ...]
) -> None:
    found = kinship(turtle(TREE), [EX + name for name in names])
    assert found.common.removeprefix(EX) == common
    assert tuple(" ".join(iri.removeprefix(EX) for iri in way) for way in found.ways) == ways
