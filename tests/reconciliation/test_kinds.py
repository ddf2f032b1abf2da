from __future__ import annotations

import pytest

from samsprak.errors import UnknownResource
from samsprak.reconciliation.kinds import COLLECTION, CONCEPT, Kinds
from samsprak.snapshot import Snapshot
from tests.conftest import EX


@pytest.fixture
def kinds(snapshot: Snapshot) -> Kinds:
    return Kinds(snapshot)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("skos:Concept", CONCEPT),
        ("Concept", CONCEPT),
        ("http://www.w3.org/2004/02/skos/core#Collection", COLLECTION),
        (f"{EX}g1", f"{EX}g1"),
        ("g1", f"{EX}g1"),
    ],
)
def test_types_are_named_in_several_ways(kinds: Kinds, given: str, meant: str) -> None:
    assert kinds.meant(given) == meant


@pytest.mark.parametrize("given", ["", "c1", "Q35120"])
def test_what_is_no_type_is_refused(kinds: Kinds, given: str) -> None:
    with pytest.raises(UnknownResource):
        kinds.meant(given)


def test_concept_has_the_facets_that_hold_it_as_types(kinds: Kinds, snapshot: Snapshot) -> None:
    vocabulary = snapshot.vocabulary("v")
    assert kinds.of(vocabulary, vocabulary.concept(f"{EX}c2")) == (CONCEPT, f"{EX}g2")
    assert kinds.of(vocabulary, vocabulary.resource(f"{EX}g2")) == (COLLECTION,)
