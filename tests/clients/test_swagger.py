"""The REST API of Skosmos as its own description states it, path by path: parameters, replies and errors."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema_rs
import pytest
from flask.testing import FlaskClient

from tests.clients.conftest import SPECIFICATIONS
from tests.web.conftest import DATA, FOREIGN, SMALL, make_client
from tests.web.rest.conftest import DATA_PATHS, PATHS, PROJECT, M

P = "https://w3id.org/samsprak/prevention/"
# Where replies are asked for besides, on vocabularies of several kinds.
FURTHER = (
    "search?query=*&lang=sv&fields=prefLabel",
    "search?query=*&vocab=mixed prevention&unique=1",
    "prevention/?lang=sv",
    "prevention/topConcepts?lang=en",
    "prevention/groups?lang=en",
    f"prevention/groupMembers?uri={P}7km54p",
    f"prevention/hierarchy?uri={P}x6m747",
    "prevention/new",
    "prevention/vocabularyStatistics?lang=sv",
    "prevention/labelStatistics?lang=sv",
    "prevention/index/F",
    "foreign/",
    "foreign/topConcepts",
    "foreign/hierarchy?uri=http://foreign.example/v%23b",
    "mixed/label?lang=sv&uri=" + M + "boat",
    "mixed/search?query=bot",
    f"mixed/children?uri={M}vehicle",
    f"mixed/mappings?uri={M}float",
)
# What it knows and the service has no use for: sources of MARC, kinds of vocabularies, concepts of another graph; and
# one key that it misspells.
WITHOUT = {
    "VocabularyInfo": {"marcSource", "type"},
    "SearchResult": {"exvocab"},
    "VocabularyStatistics": {"conceptsGroups"},
}


@cache
def swagger() -> dict[str, Any]:
    """Return the description, put right where it does not say what Skosmos gives."""
    told: dict[str, Any] = json.loads((SPECIFICATIONS / "swagger.json").read_text("utf-8"))
    kinds = told["definitions"]
    kinds["IndexConcepts"]["required"] = ["uri", "indexConcepts"]
    mappings = kinds["ConceptMappings"]
    mappings["properties"]["mappings"] = {"type": "array", "items": {"$ref": "#/definitions/ConceptMapping"}}
    kinds["ConceptMapping"]["required"], mappings["required"] = mappings["required"], ["mappings", "graph"]
    for name, key in [
        ("BroaderTransitiveResult", "broaderTransitive"),
        ("NarrowerTransitiveResult", "narrowerTransitive"),
        ("Hierarchy", "broaderTransitive"),
    ]:
        by_iri = kinds[name]["properties"][key]
        kinds[name]["properties"][key] = {"type": "object", "additionalProperties": by_iri["items"]}
    return told


OPERATIONS = sorted(swagger()["paths"]) if (SPECIFICATIONS / "swagger.json").is_file() else []


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return make_client(PROJECT / "vocab", DATA / "mixed.ttl", SMALL, FOREIGN)


@pytest.fixture(scope="module")
def described(client: FlaskClient) -> dict[str, Any]:
    """The service's own description."""
    told: dict[str, Any] = client.get("/openapi.json").get_json()
    return told


def path_of(address: str) -> str:
    """Return the path that an address is an example of."""
    parts = address.partition("?")[0].split("/")
    if len(parts) == 1:
        return f"/{parts[0]}"
    letter = "/{letter}" if parts[1] == "index" and parts[2] else ""
    return "/{vocid}/" + (f"{parts[1]}{letter}" if letter or len(parts) == 2 else "/".join(parts[1:]))


@pytest.mark.parametrize("path", OPERATIONS)
def test_path_takes_the_parameters(described: dict[str, Any], path: str) -> None:
    (method, wanted), *others = swagger()["paths"][path].items()
    assert (method, others) == ("get", [])
    ours = described["paths"][f"/rest/v1{path}"]["get"]
    taken = {each["name"]: each for each in ours["parameters"]}
    for each in wanted["parameters"]:
        here = taken[each["name"]]
        assert (here["in"], here["required"]) == (each["in"], each.get("required", False))
    assert "callback" in taken


@pytest.mark.parametrize("path", OPERATIONS)
def test_path_gives_the_media_types(described: dict[str, Any], path: str) -> None:
    ours = described["paths"][f"/rest/v1{path}"]["get"]["responses"]["200"]["content"]
    wanted = set(swagger()["paths"][path]["get"]["produces"]) - {"application/marcxml+xml"}
    assert wanted <= set(ours)


def schema_of(path: str) -> dict[str, Any] | None:
    found = swagger()["paths"][path]["get"]["responses"]["200"].get("schema")
    return {"$ref": found["$ref"], "definitions": swagger()["definitions"]} if found else None


def test_each_path_is_asked_for() -> None:
    assert {path_of(each) for each in (*PATHS, *DATA_PATHS)} == set(OPERATIONS)


@pytest.mark.parametrize("address", [*PATHS, *DATA_PATHS, *FURTHER])
def test_reply_is_as_the_schema_says(client: FlaskClient, address: str) -> None:
    reply = client.get(f"/rest/v1/{address}")
    assert reply.status_code == 200, reply.text
    schema = schema_of(path_of(address))
    if schema is not None:
        validator = jsonschema_rs.Draft4Validator(schema)
        assert [str(each) for each in validator.iter_errors(reply.get_json())] == []


def test_schemas_would_find_a_fault(client: FlaskClient) -> None:
    told = client.get(f"/rest/v1/mixed/children?uri={M}boat").get_json()
    schema = schema_of("/{vocid}/children")
    broken = copy.deepcopy(told)
    del broken["narrower"][0]["hasChildren"]
    assert schema is not None
    assert jsonschema_rs.Draft4Validator(schema).is_valid(told)
    assert not jsonschema_rs.Draft4Validator(schema).is_valid(broken)


def keys_by_kind(schema: dict[str, Any], value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield each key of a reply with the name of the kind that it is a key of."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        schema = swagger()["definitions"][name]
    if isinstance(value, list):
        for each in value:
            yield from keys_by_kind(schema.get("items", {}), each)
    elif isinstance(value, dict) and "additionalProperties" in schema:
        for each in value.values():
            yield from keys_by_kind(schema["additionalProperties"], each)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield name, key
            yield from keys_by_kind(schema.get("properties", {}).get(key, {}), each)


def test_every_key_is_given_somewhere(client: FlaskClient) -> None:
    given: dict[str, set[str]] = {}
    for address in (*PATHS, *FURTHER):
        schema = schema_of(path_of(address))
        assert schema is not None
        for kind, key in keys_by_kind({"$ref": schema["$ref"]}, client.get(f"/rest/v1/{address}").get_json()):
            given.setdefault(kind, set()).add(key)
    missing = {
        (kind, key)
        for kind, found in given.items()
        for key in swagger()["definitions"].get(kind, {}).get("properties", {})
        if key not in found | WITHOUT.get(kind, set())
    }
    assert missing == set()


@pytest.mark.parametrize("path", OPERATIONS)
def test_errors_have_the_status(client: FlaskClient, path: str) -> None:
    address = next(each for each in (*PATHS, *DATA_PATHS) if path_of(each) == path)
    states = swagger()["paths"][path]["get"]["responses"]
    if "304" in states:
        tag = client.get(f"/rest/v1/{address}").headers["ETag"]
        assert client.get(f"/rest/v1/{address}", headers={"If-None-Match": tag}).status_code == 304
    if "404" in states and path.startswith("/{vocid}"):
        assert client.get(f"/rest/v1/nothing{address.removeprefix('mixed')}").status_code == 404
    for each in swagger()["paths"][path]["get"]["parameters"]:
        if each["name"] == "uri":
            bare = f"/rest/v1/{address.partition('?')[0]}?format=text/turtle"
            assert client.get(f"{bare}&uri=https://example.org/none").status_code == 404
            if each.get("required"):
                assert client.get(bare).status_code == 400
        elif each.get("required") and each["in"] == "query":
            assert client.get(f"/rest/v1/{address.partition('?')[0]}").status_code == 400
