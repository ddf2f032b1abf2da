"""skosmos-client, as it is, in an environment of its own, on two vocabularies: each of its methods."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.web.rest.conftest import PROGRAMS, M, run_program

SCRIPT = Path(__file__).parent / "skosmos.py"
P = "https://w3id.org/samsprak/prevention/"
CONNECT = f"{P}x6m747"
SKOS = "http://www.w3.org/2004/02/skos/core#"


class Asked:
    """Questions to the client, which are put together so that it starts once."""

    def __init__(self, api: str, *questions: tuple[Any, ...]) -> None:
        told = [
            (*each[:2], each[2:], {}) if not isinstance(each[-1], dict) else (*each[:2], each[2:-1], each[-1])
            for each in questions
        ]
        python = str(PROGRAMS / "skosmos" / "bin" / "python")
        self.answers: list[Any] = run_program(python, str(SCRIPT), api, json.dumps(told))


def test_client_reads_the_thesaurus(api: str) -> None:
    connect = ("prevention", CONNECT)
    vocabularies, found, everywhere, data, types, info, top, looked_up, groups, label, up, ways = Asked(
        api,
        (None, "vocabularies", "sv"),
        (None, "search", "connect*", {"lang": "sv", "vocabs": "prevention"}),
        (None, "search", "föräldrastöd", {"lang": "sv", "labellang": "en", "unique": True, "maxhits": 5}),
        (None, "data", CONNECT, "prevention"),
        (None, "types", "sv", "prevention"),
        (None, "get_vocabulary", "prevention", "sv"),
        (None, "top_concepts", "prevention", "sv"),
        (None, "lookup", "prevention", "connect", "sv"),
        (None, "groups", "prevention", "sv"),
        (connect, "label", "en"),
        (connect, "broader", "sv"),
        (connect, "broaderTransitive", "sv"),
    ).answers
    assert "prevention" in {each["id"] for each in vocabularies}
    assert (found[0]["uri"], found[0]["prefLabel"]) == (CONNECT, "Connect")
    assert everywhere[0]["prefLabel"] == "föräldrastöd"
    assert [CONNECT, SKOS + "prefLabel", "Connect"] in data
    assert types[0]["label"] == "Begrepp"
    assert info["defaultLanguage"] == "sv"
    assert "insats" in {each["label"] for each in top}
    assert looked_up[0]["uri"] == CONNECT
    assert "namngivna program" in {each["prefLabel"] for each in groups}
    assert label == "Connect"
    assert [each["prefLabel"] for each in up] == ["föräldrautbildning"]
    assert all(iri in ways for each in ways.values() for iri in each.get("broader", ()))


def test_client_reads_several_schemes_and_languages(api: str) -> None:
    amphibian, boat = ("mixed", M + "amphibian"), ("mixed", M + "boat")
    tops, below, up, all_below, near, related, label, filtered, data, types = Asked(
        api,
        (None, "top_concepts", "mixed", "sv", M + "uses"),
        (boat, "narrower", "sv"),
        (amphibian, "broaderTransitive", "en", 3),
        (boat, "narrowerTransitive", "en"),
        (boat, "narrowerTransitive", {"limit": 1}),
        (boat, "related", "sv"),
        (boat, "label"),
        (None, "search", "*", {"parent": M + "boat", "group": M + "g2", "type_": "skos:Concept", "lang": "en"}),
        (None, "data", M + "float"),
        (None, "types", "en"),
    ).answers
    assert [each["label"] for each in tops] == ["räddning", "transport"]
    assert [each["prefLabel"] for each in below] == ["amfibiefordon", "flotte"]
    assert len(up) == 3
    assert len(all_below) == 5
    assert list(near) == [M + "boat"]
    assert [each["prefLabel"] for each in related] == ["räddning"]
    assert label == "boat"
    assert {each["localname"] for each in filtered} == {"amphibian", "float"}
    assert [M + "float", SKOS + "broader", M + "amphibian"] in data
    assert M + "Model" in {each["uri"] for each in types}


def test_what_is_not_there_is_the_client_s_own_error(api: str) -> None:
    answers = Asked(
        api,
        (None, "get_vocabulary", "nothing"),
        (None, "top_concepts", "nothing"),
        (None, "lookup", "mixed", "no such label"),
        (None, "groups", "mixed"),
    ).answers
    assert [list(each) == ["ValueError"] for each in answers[:3]] == [True] * 3
    assert len(answers[3]) == 3
