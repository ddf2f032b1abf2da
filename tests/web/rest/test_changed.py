from __future__ import annotations

from datetime import datetime

import pytest

from samsprak.web.rest.changed import moment
from tests.web.rest.conftest import M, Read


def test_new_concepts_come_newest_first_then_by_name(read: Read) -> None:
    told = read("mixed/new?lang=en")["changeList"]
    assert [(each["uri"].removeprefix(M), each["date"]) for each in told] == [
        ("boat", "2020-05-01T00:00:00+00:00"),
        ("car", "2020-05-01T00:00:00+00:00"),
        ("vehicle", "2019-01-01T00:00:00+00:00"),
    ]


def test_changed_concept_that_is_out_of_use_says_what_came_in_its_place(read: Read) -> None:
    duck, boat = read("mixed/modified?lang=en")["changeList"]
    assert (duck["uri"], duck["prefLabel"], duck["deprecated"]) == (M + "duck", "Duck", True)
    assert (duck["replacedBy"], duck["replacingLabel"]) == (M + "float", "Float 2")
    assert (boat["date"], boat["deprecated"], "replacedBy" in boat) == ("2021-02-03T04:05:06+01:00", False, False)


def test_parts_of_the_list(read: Read) -> None:
    assert [each["prefLabel"] for each in read("mixed/new?lang=sv&offset=1&limit=1")["changeList"]] == ["bil"]
    assert read("mixed/new?limit=0")["changeList"] == []
    assert read("mixed/modified?offset=10")["changeList"] == []
    assert read("mixed/new?limit=-1", 400)["status"] == 400


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("2020", "2020-01-01T00:00:00+00:00"),
        ("2020-06", "2020-06-01T00:00:00+00:00"),
        ("2020-06-07", "2020-06-07T00:00:00+00:00"),
        ("2020-06-07Z", "2020-06-07T00:00:00+00:00"),
        ("2020-06-07T08:09:10", "2020-06-07T08:09:10+00:00"),
        ("2020-06-07T08:09:10.5+02:00", "2020-06-07T08:09:10.500000+02:00"),
    ],
)
def test_dates_become_times_with_a_zone(written: str, when: str) -> None:
    assert moment(written) == datetime.fromisoformat(when)


@pytest.mark.parametrize("written", ["", "soon", "1986-21-00", "2020-02-30", "0000", "2020-01-01T99:00:00"])
def test_what_is_no_date_is_left_out(written: str) -> None:
    assert moment(written) is None
