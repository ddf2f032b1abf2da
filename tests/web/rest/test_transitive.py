from __future__ import annotations

import pytest

from tests.web.rest.conftest import BOAT, M, Read


def short(iris: list[str]) -> list[str]:
    return [iri.removeprefix(M) for iri in iris]


def test_all_above_is_keyed_by_iri_and_holds_together(read: Read) -> None:
    told = read(f"mixed/broaderTransitive?uri={M}float&lang=en")["broaderTransitive"]
    assert short(list(told)) == ["float", "amphibian", "boat", "car", "rescue", "vehicle"]
    assert short(told[M + "amphibian"]["broader"]) == ["boat", "car", "rescue"]
    assert (told[M + "boat"]["uri"], told[M + "boat"]["prefLabel"], told[M + "boat"]["lang"]) == (
        M + "boat",
        "boat",
        "en",
    )
    assert "broader" not in told[M + "vehicle"]
    assert all(iri in told for each in told.values() for iri in each.get("broader", ()))


def test_all_below_is_keyed_by_iri(read: Read) -> None:
    told = read(f"mixed/narrowerTransitive?uri={BOAT}")["narrowerTransitive"]
    assert short(list(told)) == ["boat", "amphibian", "raft", "duck", "float"]
    assert short(told[M + "amphibian"]["narrower"]) == ["duck", "float"]


@pytest.mark.parametrize("start", ["haul", "tow", "pull"])
def test_who_walks_up_in_a_circle_comes_to_an_end(read: Read, start: str) -> None:
    told = read(f"mixed/broaderTransitive?uri={M}{start}")["broaderTransitive"]
    here, steps = M + start, 0
    while "broader" in told[here]:
        here, steps = told[here]["broader"][0], steps + 1
        assert steps < 10
    assert here == M + "transport"


def test_circle_without_a_way_in_ends_too(read: Read) -> None:
    told = read("foreign/broaderTransitive?uri=http://foreign.example/v%23a")["broaderTransitive"]
    assert {iri: each.get("broader") for iri, each in told.items()} == {"http://foreign.example/v#a": None}


def test_limit_keeps_the_nearest_and_names_no_others(read: Read) -> None:
    told = read(f"mixed/broaderTransitive?uri={M}float&limit=3")["broaderTransitive"]
    assert short(list(told)) == ["float", "amphibian", "boat"]
    assert short(told[M + "amphibian"]["broader"]) == ["boat"]


@pytest.mark.parametrize("query", ["limit=0", "limit=-1", "limit=all"])
def test_limit_is_a_number_above_nothing(read: Read, query: str) -> None:
    assert read(f"mixed/narrowerTransitive?uri={BOAT}&{query}", 400)["status"] == 400
