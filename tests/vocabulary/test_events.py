from __future__ import annotations

from typing import Any

import pytest

from samsprak.vocabulary.events import day, events, events_of
from samsprak.vocabulary.records import Concept, History, Status
from tests.conftest import EX, Turtle


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-11-21", "2026-11-21"),
        ("2026-11-21T10:00:00+01:00", "2026-11-21"),
        ("2026-11-21Z", "2026-11-21"),
        ("2026-11", "2026-11"),
        ("2026", "2026"),
        ("igår", ""),
        ("20261121", ""),
        ("", ""),
    ],
)
def test_day_of_a_date_however_it_is_written(written: str, expected: str) -> None:
    assert day(written) == expected


def told(status: Status | None = None, **dates: Any) -> list[tuple[str, str]]:
    concept = Concept(iri="x", id="x", status=status, history=History(**dates))
    return [(event.date, event.happening.value) for event in events_of(concept)]


def test_making_is_no_change_but_a_later_change_is() -> None:
    assert told(created="2026-01-01", modified="2026-01-01") == [("2026-01-01", "created")]
    assert told(created="2026-01-01", modified="2026-01-02T08:00:00") == [
        ("2026-01-01", "created"),
        ("2026-01-02", "changed"),
    ]


def test_decision_is_told_and_not_the_change_that_notes_it() -> None:
    assert told(Status.DECIDED, accepted="2026-02-01", modified="2026-02-01") == [("2026-02-01", "decided")]


def test_retirement_is_dated_by_the_last_day_valid_else_by_the_last_change() -> None:
    assert told(Status.RETIRED, modified="2026-03-01") == [("2026-03-01", "retired")]
    assert told(Status.WITHDRAWN, valid="2026-02-28", modified="2026-03-01") == [
        ("2026-02-28", "retired"),
        ("2026-03-01", "changed"),
    ]
    assert told(valid="2026-02-28") == [], "who is in use has not been retired"


def test_newest_first_and_within_a_day_by_kind_and_rank(turtle: Turtle) -> None:
    vocabulary = turtle("""
    ex:a a skos:Concept ; dcterms:created "2026-01-01" .
    ex:b a skos:Concept ; dcterms:created "2026-01-01" .
    ex:c a skos:Concept ; dcterms:created "2025-01-01" ; dcterms:modified "2026-01-01" .
    ex:d a skos:Concept ; dcterms:dateAccepted "2026-01-01" .
    ex:e a skos:Concept ; dcterms:created "soon" .
    """)
    found = events(vocabulary, {EX + "b": 0, EX + "a": 1})
    assert [(event.date[:4], event.happening.value, event.concept.id) for event in found] == [
        ("2026", "decided", "d"),
        ("2026", "created", "b"),
        ("2026", "created", "a"),
        ("2026", "changed", "c"),
        ("2025", "created", "c"),
    ]
