"""Released versions as the service reads them: which there are, and a concept as it stood."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from samsprak.editing.decision import decide
from samsprak.editing.differences import Aspect, Happening
from samsprak.editing.folder import read_folder
from samsprak.editing.release import release
from samsprak.editing.renaming import rename
from samsprak.editing.versions import Versions, order
from samsprak.editing.writing import write
from samsprak.errors import UnknownResource, UnreadableInput, UsageError
from samsprak.vocabulary.states import state_of_files
from tests.editing.folders import NAMESPACE

BARNGRUPP = NAMESPACE + "ccccc4"
FIRST, SECOND, THIRD = dt.date(2024, 3, 1), dt.date(2025, 3, 1), dt.date(2026, 3, 1)


@pytest.fixture
def released(folder: Path) -> Path:
    """Return a folder with three releases: one with a decision, one with a new term, one with neither."""
    write(decide(read_folder(folder), ["barngrupp"], by="Provnämnden", on=FIRST, today=FIRST))
    write(release(read_folder(folder), "0.9.0", today=FIRST))
    write(rename(read_folder(folder), "barngrupp", "grupp för barn", today=SECOND))
    write(release(read_folder(folder), "0.10.0", today=SECOND))
    write(release(read_folder(folder), "1.0", today=THIRD))
    return folder


def test_releases_are_listed_newest_first_with_their_days(released: Path) -> None:
    found = [(each.version, each.issued) for each in Versions(released).released()]
    assert found == [("1.0", "2026-03-01"), ("0.10.0", "2025-03-01"), ("0.9.0", "2024-03-01")]


@pytest.mark.parametrize(
    ("when", "version"),
    [
        ("0.9.0", "0.9.0"),
        ("2024-03-01", "0.9.0"),
        ("2025-02-28", "0.9.0"),
        ("2025-03-01", "0.10.0"),
        ("2099-01-01", "1.0"),
    ],
)
def test_version_is_found_by_number_and_by_day(when: str, version: str, released: Path) -> None:
    assert Versions(released).at(when).version == version


@pytest.mark.parametrize("when", ["2024-02-29", "0.9", "i går", "", "2025-13-01", "x" * 999, "../1.0"])
def test_time_without_a_version_is_said(when: str, released: Path) -> None:
    with pytest.raises(UsageError) as raised:
        Versions(released).at(when)
    assert len(str(raised.value)) < 200


def test_concept_is_shown_as_it_stood_and_who_had_decided_it(released: Path) -> None:
    versions = Versions(released)
    then, later = versions.concept(BARNGRUPP, "2024-12-31"), versions.concept(BARNGRUPP, "0.10.0")
    assert {label.text for label in then.concept.preferred} == {"barngrupp", "children's group"}
    assert ([body.name for body in then.decided_by], then.accepted) == (["Provnämnden"], "2024-03-01")
    assert {label.text for label in later.concept.preferred} == {"grupp för barn", "children's group"}
    assert (later.decided_by, later.accepted) == ((), "")
    with pytest.raises(UnknownResource):
        versions.concept(NAMESPACE + "zzzzzz", "1.0")


def test_what_has_changed_since_is_told_of_one_and_of_all(released: Path) -> None:
    versions, now = Versions(released), state_of_files(released)
    changed = {change.aspect for change in versions.changed(BARNGRUPP, "0.9.0", now.vocabulary)}
    assert {Aspect.PREFERRED, Aspect.STATUS, Aspect.DECIDED_BY} <= changed
    assert versions.changed(BARNGRUPP, "0.10.0", now.vocabulary) == ()
    assert [each.iri for each in versions.since("0.9.0", now).happened(Happening.RENAMED)] == [BARNGRUPP]


def test_only_the_last_few_stay_in_memory(released: Path) -> None:
    versions = Versions(released, capacity=2)
    every = versions.released()
    states = [versions.state(each) for each in every]
    assert versions.state(every[2]) is states[2]
    assert versions.state(every[0]) is not states[0]


def test_nothing_is_read_before_it_is_asked_for(released: Path) -> None:
    versions = Versions(released)
    path = released / "versions/0.9.0.ttl"
    path.write_bytes(path.read_bytes().replace(b"skos:Concept ;", b"skos:Concept ; ; slut", 1))
    assert len(versions.released()) == 3
    with pytest.raises(UnreadableInput):
        versions.state(versions.at("0.9.0"))


def test_snapshot_without_a_head_is_told(released: Path) -> None:
    (released / "versions/2.0.ttl").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="snapshot"):
        Versions(released).released()


def test_vocabulary_without_releases_has_none(folder: Path) -> None:
    assert Versions(folder).released() == ()


def test_versions_are_in_order_of_their_numbers() -> None:
    assert sorted(["1.10", "1.9", "0.9.1", "1.9.1", "2.0", "rc.1"], key=order) == [
        "rc.1",
        "0.9.1",
        "1.9",
        "1.9.1",
        "1.10",
        "2.0",
    ]
