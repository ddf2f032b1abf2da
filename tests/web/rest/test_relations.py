from __future__ import annotations

import pytest

from tests.web.rest.conftest import BOAT, M, Read


def names(told: dict[str, list[dict[str, str]]], key: str) -> list[tuple[str, str, str]]:
    return [(each["uri"].removeprefix(M), each["prefLabel"], each["lang"]) for each in told[key]]


def test_broader_narrower_and_related_are_named_in_the_language(read: Read) -> None:
    assert names(read(f"mixed/broader?uri={M}amphibian&lang=sv"), "broader") == [
        ("car", "bil", "sv"),
        ("boat", "båt", "sv"),
        ("rescue", "räddning", "sv"),
    ]
    assert names(read(f"mixed/narrower?uri={BOAT}&lang=sv"), "narrower") == [
        ("amphibian", "amfibiefordon", "sv"),
        ("raft", "flotte", "sv"),
    ]
    assert names(read(f"mixed/related?uri={BOAT}&lang=sv"), "related") == [("rescue", "räddning", "sv")]


def test_name_in_another_language_has_a_context_of_its_own(read: Read) -> None:
    (boat, car, rescue) = read(f"mixed/broader?uri={M}amphibian&lang=de")["broader"]
    assert (boat["prefLabel"], boat["lang"], "@context" in boat) == ("Boot", "de", False)
    assert (car["prefLabel"], car["lang"], car["@context"]["prefLabel"]["@language"]) == ("car", "en", "en")
    assert rescue["lang"] == "en"


@pytest.mark.parametrize("relation", ["broader", "narrower", "related"])
def test_nothing_there_is_an_empty_list(read: Read, relation: str) -> None:
    assert read(f"foreign/{relation}?uri=http://foreign.example/v%23nameless")[relation] == []


@pytest.mark.parametrize("relation", ["broader", "narrower", "related", "children", "hierarchy", "mappings"])
def test_only_concepts_have_relations(read: Read, relation: str) -> None:
    assert read(f"mixed/{relation}?uri={M}g1", 404)["status"] == 404
    assert read(f"mixed/{relation}?uri={M}nothing", 404)["status"] == 404
    assert read(f"mixed/{relation}", 400)["status"] == 400


def test_link_that_closes_a_circle_is_left_out(read: Read) -> None:
    assert names(read(f"mixed/broader?uri={M}haul"), "broader") == [("transport", "transport", "en")]
    assert names(read(f"mixed/narrower?uri={M}pull"), "narrower") == []
