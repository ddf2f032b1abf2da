"""What is known besides the name."""

from __future__ import annotations

import pytest

from tests.conftest import EX
from tests.reconciliation.conftest import Asking


@pytest.mark.parametrize(
    ("name", "value", "meant"),
    [
        ("facet", "innehåll", "c3"),
        ("facet", "content", "c3"),
        ("facet", f"{EX}g1", "c3"),
        # Through a list in the facet.
        ("facet", "aktörer (vem)", "c2"),
        ("collection", "personal", "c2"),
        ("broader", "hjälp", "c2"),
        ("broader", f"{EX}c9", "c2"),
    ],
)
def test_property_tells_namesakes_apart(asking: Asking, name: str, value: str, meant: str) -> None:
    assert asking.matched("kontakt", (name, value)) == meant
    scores = asking.scores("kontakt", (name, value))
    assert next(iter(scores)) == meant
    assert scores[meant] > 2 * min(scores.values()) - 100 / 2


def test_broader_counts_at_any_distance(asking: Asking) -> None:
    assert asking.matched("stödsamtal", ("broader", "insats")) == "c1"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("status", "beslutat"),
        ("status", "Completed"),
        ("notation", "7b"),
        ("altLabel", "samtalsstöd"),
        ("inScheme", "v"),
    ],
)
def test_agreement_keeps_what_is_certain(asking: Asking, name: str, value: str) -> None:
    assert asking.matched("stödsamtal", (name, value)) == "c1"


def test_contradiction_makes_the_certain_uncertain(asking: Asking) -> None:
    assert asking.matched("stödsamtal", ("facet", "aktörer")) == ""


def test_property_that_no_candidate_has_changes_no_score(asking: Asking) -> None:
    assert asking.scores("stödsamtal", ("facet", "okänd")) == asking.scores("stödsamtal")


def test_property_that_is_not_compared_is_ignored(asking: Asking) -> None:
    assert asking.matched("stödsamtal", ("colour", "red"), ("definition", "något annat")) == "c1"


def test_description_helps_where_the_name_says_little(asking: Asking) -> None:
    assert "c1" not in asking.scores("egen modell")
    assert "c1" in asking.scores("egen modell", ("definition", "stödsamtal för unga"))


def test_without_a_name_what_is_known_of_it_is_one(asking: Asking) -> None:
    assert asking.matched("", ("notation", "7B")) == "c1"
