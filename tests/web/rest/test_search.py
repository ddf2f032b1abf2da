from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from pyld import jsonld

from tests.conftest import EX, PREFIXES
from tests.web.conftest import make_client
from tests.web.rest.conftest import M, Read

CATS = """
    ex:cat a skos:Concept ; skos:prefLabel "cat"@en, "katt"@sv ; skos:altLabel "house cat"@en ; skos:notation "C1" ;
      skos:broader ex:animal ; skos:related ex:dog .
    ex:caterpillar a skos:Concept ; skos:prefLabel "caterpillar"@en ; skos:hiddenLabel "catterpillar"@en .
    ex:dog a skos:Concept ; skos:prefLabel "dog"@en, "hund"@sv ; skos:broader ex:animal .
    ex:animal a skos:Concept ; skos:prefLabel "animal"@en .
    ex:pets a skos:Collection ; skos:prefLabel "pets"@en ; skos:member ex:dog .
"""


@pytest.fixture(scope="module")
def cats(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder: Path = tmp_path_factory.mktemp("rest")
    (folder / "cats.ttl").write_text(PREFIXES + CATS, encoding="utf-8")
    (folder / "birds.ttl").write_text(
        f'{PREFIXES} <{EX}birds/catbird> a skos:Concept ; skos:prefLabel "catbird"@en .', encoding="utf-8"
    )
    return make_client(folder / "cats.ttl", folder / "birds.ttl")


@pytest.fixture(scope="module")
def turtle_client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    path = tmp_path_factory.mktemp("capitals") / "capitals.ttl"
    path.write_text(
        PREFIXES
        + """
        ex:shine a skos:Concept ; skos:prefLabel "polish"@en .
        ex:language a skos:Concept ; skos:prefLabel "Polish"@en .
        """,
        encoding="utf-8",
    )
    return make_client(path)


def results(client: FlaskClient, address: str) -> list[dict[str, Any]]:
    reply = client.get(f"/rest/v1/{address}")
    assert reply.status_code == 200, reply.text
    assert reply.json is not None
    found: list[dict[str, Any]] = reply.json["results"]
    return found


def names(client: FlaskClient, address: str) -> list[str]:
    return [result["localname"] for result in results(client, address)]


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("cats/search?query=cat*&lang=en", ["cat", "caterpillar", "caterpillar"]),
        ("cats/search?query=CAT*&lang=en&unique=1", ["cat", "caterpillar"]),
        ("cats/search?query=*pillar&unique=true", ["caterpillar"]),
        ("cats/search?query=*", ["cat", "dog", "hund", "katt", "animal", "caterpillar", "house cat", "catterpillar"]),
        ("cats/search?query=*t*r*&unique=1", ["caterpillar"]),
        ("cats/search?query=house cat*", ["cat"]),
        ("cats/search?query=.*", []),
        ("cats/search?query=cats&lang=en", ["cat"]),
        ("cats/search?query=hundar&lang=sv", ["dog"]),
        ("cats/search?query=*&parent=https://example.org/v/animal&lang=sv", ["dog", "cat"]),
        ("cats/search?query=*&group=https://example.org/v/pets&lang=en", ["dog"]),
        ("cats/search?query=*&lang=en&maxhits=1&offset=1", ["dog"]),
        ("cats/search?query=cat*&type=skos:Collection", []),
        ("cats/search?query=dog&unique=1&type=", ["dog"]),
        ("search?query=cat*&vocab=birds", ["catbird"]),
        ("search?query=catb*&vocab=cats birds", ["catbird"]),
        ("search?query=catbird*&vocab=cats", []),
        ("search?query=catbird&language=en&spell=1", ["catbird"]),
    ],
)
def test_search_finds(cats: FlaskClient, address: str, found: list[str]) -> None:
    expected = {"hund": "dog", "katt": "cat", "house cat": "cat", "catterpillar": "caterpillar"}
    assert sorted(names(cats, address)) == sorted(expected.get(each, each) for each in found)


def test_result_says_what_matched(cats: FlaskClient) -> None:
    alternative = results(cats, "cats/search?query=house*")[0]
    assert (alternative["prefLabel"], alternative["altLabel"], alternative["lang"]) == ("cat", "house cat", "en")
    assert (alternative["vocab"], alternative["notation"], alternative["type"]) == ("cats", "C1", ["skos:Concept"])
    other = results(cats, "search?query=katt*&labellang=en")[0]
    assert (other["prefLabel"], other["matchedPrefLabel"]) == ("cat", "katt")
    assert results(cats, "cats/search?query=catterp*")[0]["hiddenLabel"] == "catterpillar"


def test_further_fields(cats: FlaskClient) -> None:
    found = results(cats, "cats/search?query=cat&lang=en&maxhits=1&fields=broader related prefLabel altLabel unknown")[
        0
    ]
    assert [(each["uri"], each["prefLabel"]) for each in found["broader"]] == [(EX + "animal", "animal")]
    assert [(each["uri"], each["prefLabel"]) for each in found["related"]] == [(EX + "dog", "dog")]
    assert found["prefLabels"] == {"en": "cat", "sv": "katt"}
    assert found["altLabels"] == {"en": ["house cat"]}


def test_reply_is_linked_data(cats: FlaskClient) -> None:
    reply = cats.get("/rest/v1/cats/search?query=cat*&lang=en", headers={"Accept": "application/ld+json"})
    assert reply.content_type == "application/ld+json; charset=utf-8"
    assert reply.headers["Access-Control-Allow-Origin"] == "*"
    assert EX + "cat" in jsonld.to_rdf(reply.json, {"format": "application/n-quads"})


def test_reply_is_not_sent_twice(cats: FlaskClient) -> None:
    first = cats.get("/rest/v1/search?query=cat")
    again = cats.get("/rest/v1/search?query=cat", headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.data) == (200, 304, b"")


def test_callback(cats: FlaskClient) -> None:
    reply = cats.get("/rest/v1/search?query=cat&callback=jQuery.f_1")
    assert reply.text.startswith("/**/jQuery.f_1({")
    assert reply.content_type == "application/javascript; charset=utf-8"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("search", 400),
        ("search?query=", 400),
        ("search?query=cat&maxhits=many", 400),
        ("search?query=cat&maxhits=-1", 400),
        ("search?query=cat&offset=99999999999999999999999", 400),
        ("search?query=cat&callback=alert(1)", 400),
        ("search?query=cat&vocab=nothing", 404),
        ("nothing/search?query=cat", 404),
    ],
)
def test_what_cannot_be_answered(cats: FlaskClient, address: str, status: int) -> None:
    reply = cats.get(f"/rest/v1/{address}")
    assert (reply.status_code, reply.content_type) == (status, "application/problem+json")


@pytest.mark.parametrize(
    ("address", "found", "label"),
    [
        ("lookup?label=boat", "boat", ("prefLabel", "boat")),
        ("lookup?label=BOAT&lang=en", "boat", ("prefLabel", "boat")),
        ("lookup?label=båt&lang=sv", "boat", ("prefLabel", "båt")),
        ("lookup?label=båt", "boat", ("prefLabel", "båt")),
        ("lookup?label=farkost", "boat", ("altLabel", "farkost")),
        ("lookup?label=Watercraft&lang=en", "boat", ("altLabel", "watercraft")),
        ("lookup?label=duck", "duck", ("prefLabel", "Duck")),
    ],
)
def test_lookup_by_a_whole_label(read: Read, address: str, found: str, label: tuple[str, str]) -> None:
    (result,) = read(f"mixed/{address}")["result"]
    assert (result["localname"], result[label[0]], result["vocab"]) == (found, label[1], "mixed")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("mixed/lookup", 400),
        ("mixed/lookup?label=", 400),
        ("mixed/lookup?label=boa", 404),
        ("mixed/lookup?label=boa*", 404),
        ("mixed/lookup?label=*", 404),
        ("mixed/lookup?label=boat&lang=sv", 404),
        ("mixed/lookup?label=bot", 404),
        ("mixed/lookup?label=flotte", 404),
        ("small/lookup?label=boat", 404),
        ("nothing/lookup?label=boat", 404),
    ],
)
def test_label_that_is_not_there(read: Read, address: str, status: int) -> None:
    assert read(address, status)["status"] == status


def test_label_as_it_is_written_comes_before_one_in_other_capitals(turtle_client: FlaskClient) -> None:
    found = turtle_client.get("/rest/v1/capitals/lookup?label=Polish&lang=en").json
    assert found is not None
    assert [each["localname"] for each in found["result"]] == ["language"]


def test_classes_of_a_vocabulary_are_searched(read: Read) -> None:
    assert {each["localname"] for each in read(f"search?query=*&type={M}Model")["results"]} == {"float", "duck"}
    assert {each["localname"] for each in read(f"mixed/search?query=*&type={M}OldModel")["results"]} == {"float"}
    found = read(f"mixed/search?query=*&type={M}OldModel skos:Concept&unique=1")["results"]
    assert len(found) == 11
    assert next(each for each in found if each["localname"] == "float")["type"] == [
        "skos:Concept",
        M + "Model",
        M + "OldModel",
    ]


def test_language_of_a_result_is_that_of_the_label_that_matched(read: Read) -> None:
    (found,) = read("search?query=båt*&labellang=en")["results"]
    assert (found["prefLabel"], found["matchedPrefLabel"], found["lang"]) == ("boat", "båt", "sv")
    assert found["@context"]["matchedPrefLabel"]["@language"] == "sv"


def test_concepts_of_several_vocabularies_are_told_apart(read: Read) -> None:
    found = read("search?query=*&vocab=mixed small&unique=1")["results"]
    assert {each["vocab"] for each in found} == {"mixed", "small"}
    assert len(found) == 11 + 4


def test_notes_and_mappings_are_told_where_they_are_asked_for(read: Read) -> None:
    fields = "definition exactMatch inScheme hiddenLabel"
    found = read(f"mixed/search?query=boat&lang=en&unique=1&fields={fields}")["results"][0]
    assert found["definition"] == ["vehicle on water"]
    assert {"uri": "https://example.org/small/stod"} in found["exactMatch"]
    assert [each["prefLabel"] for each in found["inScheme"]] == ["Vehicles"]
    assert found["hiddenLabels"] == {"sv": ["bot"]}


def test_retired_concept_is_found_and_a_withdrawn_one_is_not_offered(read: Read) -> None:
    assert [each["localname"] for each in read("mixed/search?query=Duck")["results"]] == ["duck"]
    for query in ("flotte", "flott*", "*otte"):
        assert read(f"mixed/search?query={query}&lang=sv")["results"] == []
