from __future__ import annotations

import json

from tests.web.rest.conftest import BOAT, M, Read

HERE = "https://example.org/small/stod"


def test_mappings_name_what_is_here_and_tell_the_address_of_the_rest(read: Read) -> None:
    told = {each["to"]["memberSet"][0]["uri"]: each for each in read(f"mixed/mappings?uri={BOAT}&lang=en")["mappings"]}
    assert set(told) == {HERE, "https://example.com/elsewhere/boat", M + "float"}
    here = told[HERE]
    assert (here["uri"], here["type"], here["from"]) == (
        M + "boat",
        ["skos:exactMatch"],
        {"memberSet": [{"uri": M + "boat"}]},
    )
    assert (here["prefLabel"], here["lang"], here["vocabName"]) == ("parental support", "en", "Small vocabulary")
    assert here["to"]["memberSet"][0]["prefLabel"] == {"en": "parental support"}
    assert here["hrefLink"] == "/en/small/stod/parental-support"
    assert (here["fromScheme"], here["toScheme"]) == (
        {"uri": "https://example.org/mixed"},
        {"uri": "https://example.org/small"},
    )
    assert (here["typeLabel"], here["description"][:20]) == ("the same as", "The two concepts mea")
    elsewhere = told["https://example.com/elsewhere/boat"]
    assert (elsewhere["prefLabel"], elsewhere["hrefLink"]) == ("https://example.com/elsewhere/boat",) * 2
    assert (elsewhere["vocabName"], "toScheme" in elsewhere) == ("example.com", False)


def test_language_of_labels_and_of_the_interface_can_differ(read: Read) -> None:
    told = read(f"mixed/mappings?uri={BOAT}&lang=en&clang=sv")["mappings"]
    here = next(each for each in told if each["hrefLink"].startswith("/"))
    assert (here["prefLabel"], here["typeLabel"], here["lang"]) == ("föräldrastöd", "the same as", "sv")


def test_other_vocabularies_can_be_left_aside(read: Read) -> None:
    for external, name in (("false", HERE), ("0", HERE), ("true", "parental support"), ("", "parental support")):
        told = read(f"mixed/mappings?uri={BOAT}&lang=en&external={external}")["mappings"]
        assert name in {each["prefLabel"] for each in told}
        assert "Float 2" in {each["prefLabel"] for each in told}


def test_concept_without_mappings_has_none_and_its_graph_all_the_same(read: Read) -> None:
    told = read(f"mixed/mappings?uri={M}car")
    assert told["mappings"] == []
    assert json.loads(told["graph"])["id"] == M + "car"
