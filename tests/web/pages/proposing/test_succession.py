"""What goes out of use, is merged or split: everything that is to be corrected is said at once, at its field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from samsprak.editing.folder import Folder
from samsprak.web.pages.proposing.entered import Entered
from samsprak.web.pages.proposing.succession import MOST, Misplaced, succeed
from samsprak.web.pages.proposing.tasks import Task

TODAY = dt.date(2026, 11, 22)


def faults(folder: Folder, task: Task, texts: Mapping[str, str]) -> list[tuple[str, str]]:
    entered = Entered(task, {name: (text,) for name, text in texts.items()}, ("bbbbb2", "bbbbb3", "bbbbb4"))
    with pytest.raises(Misplaced) as caught:
        succeed(folder, entered, TODAY)
    return [(each.field, str(each.error)) for each in caught.value.every]


@pytest.mark.parametrize(
    ("task", "texts", "fields"),
    [
        (Task.RETIRE, {}, ["about", "successor"]),
        (Task.RETIRE, {"about": "insats", "successor": "insats", "narrower": "insats"}, ["successor", "narrower"]),
        (Task.MERGE, {}, ["about", "kept"]),
        (Task.MERGE, {"about": "stödsamtal", "kept": "Stödsamtal"}, ["kept"]),
        (Task.SPLIT, {"about": "föräldrarådgivare", "part1": "hemcoach"}, ["part2", "meaning1"]),
        (Task.SPLIT, {"about": "föräldrarådgivare", "part1": "a", "meaning1": "x", "part2": "b"}, ["meaning2"]),
    ],
)
def test_all_that_is_to_be_corrected_is_told_at_once(
    folder: Folder, task: Task, texts: dict[str, str], fields: list[str]
) -> None:
    assert [field for field, _ in faults(folder, task, texts)] == fields


def test_definition_of_a_term_that_is_there_is_not_dropped_in_silence(folder: Folder) -> None:
    texts = {"about": "föräldrarådgivare", "part1": "familjebehandlare", "meaning1": "något nytt", "part2": "hemcoach"}
    found = dict(faults(folder, Task.SPLIT, {**texts, "meaning2": "x"}))
    assert list(found) == ["meaning1"]
    assert "familjebehandlare" in found["meaning1"]


def test_what_lies_below_is_told_in_a_few_names(folder: Folder) -> None:
    [(field, text)] = faults(folder, Task.RETIRE, {"about": "insats", "successor": "stödsamtal"})
    assert field == "narrower"
    assert text.count(",") == MOST - 1


def test_part_is_found_whatever_its_letters_are(folder: Folder) -> None:
    texts = {"about": "stödsamtal", "part1": "aa", "meaning1": "x", "part2": "bb", "meaning2": "y", "narrower": "AA"}
    entered = Entered(Task.SPLIT, {name: (text,) for name, text in texts.items()}, ("bbbbb2", "bbbbb3", "bbbbb4"))
    assert succeed(folder, entered, TODAY).valid
