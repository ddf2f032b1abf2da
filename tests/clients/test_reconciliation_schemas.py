"""Answers of reconciliation, held against the JSON schemas of its specification."""

from __future__ import annotations

import json
import urllib.request
from typing import Any
from urllib.parse import urlencode

import jsonschema_rs
import pytest

from tests.clients.conftest import SPECIFICATIONS
from tests.search.gold import DATA

SCHEMAS = SPECIFICATIONS / "recon-0.2"
KOMET = "https://w3id.org/samsprak/prevention/4qww2g"
COLLECTION = "https://w3id.org/samsprak/prevention/664mb2"
PROPERTIES = ["prefLabel", "altLabel", "definition", "broader", "narrower", "related", "facet", "status", "notation"]
PROPERTIES += ["exactMatch", "replacedBy", "created", "modified", "inScheme", "uri", "member", "prefLabel@en"]
# How clients sign in is described elsewhere; nothing here asks for that.
ELSEWHERE: Any = {"definitions": {"securityDefinitions": {"additionalProperties": {}}}}
EXTENSION = {"ids": [KOMET, COLLECTION, "4qww2g", "unknown"], "properties": [{"id": each} for each in PROPERTIES]}


def retrieved(address: str) -> Any:
    """Return a schema that another refers to; what is not of this specification is no matter here."""
    path = SCHEMAS / address.rpartition("/")[2]
    return json.loads(path.read_text("utf-8")) if path.is_file() else ELSEWHERE


def faults(schema: str, answer: object) -> list[str]:
    validator = jsonschema_rs.Draft7Validator(retrieved(f"/{schema}.json"), retriever=retrieved)
    return [str(each) for each in validator.iter_errors(answer)]


def fetched(address: str, **form: object) -> Any:
    body = urlencode({name: json.dumps(value) for name, value in form.items()}).encode() or None
    with urllib.request.urlopen(address, body) as reply:
        return json.load(reply)


def queries() -> dict[str, Any]:
    names = (DATA / "interventions.csv").read_text("utf-8").splitlines()[1:]
    batch: dict[str, Any] = {f"q{number}": {"query": name.split(",")[1]} for number, name in enumerate(names)}
    facet = {"pid": "facet", "v": [{"id": COLLECTION, "name": "innehåll"}, "innehåll"]}
    batch["all"] = {
        "query": "stöd",
        "type": ["skos:Concept"],
        "type_strict": "should",
        "limit": 3,
        "properties": [facet],
    }
    return batch


@pytest.mark.parametrize("path", ["", "/prevention", "/prevention?lang=en"])
def test_manifest(thesaurus: str, path: str) -> None:
    assert faults("manifest", fetched(f"{thesaurus}/reconcile{path}")) == []


def test_queries_and_results(thesaurus: str) -> None:
    assert faults("reconciliation-query-batch", queries()) == []
    assert faults("reconciliation-result-batch", fetched(f"{thesaurus}/reconcile", queries=queries())) == []


@pytest.mark.parametrize(
    ("what", "schema"),
    [
        ("entity", "suggest-entities-response"),
        ("type", "suggest-types-response"),
        ("property", "suggest-properties-response"),
    ],
)
@pytest.mark.parametrize("prefix", ["", "fam", "b", "qqq", KOMET])
def test_suggestions(thesaurus: str, what: str, schema: str, prefix: str) -> None:
    answer = fetched(f"{thesaurus}/reconcile/prevention/suggest/{what}?{urlencode({'prefix': prefix})}")
    assert faults(schema, answer) == []


def test_extension(thesaurus: str) -> None:
    assert faults("data-extension-query", EXTENSION) == []
    assert faults("data-extension-response", fetched(f"{thesaurus}/reconcile", extend=EXTENSION)) == []
    proposed = fetched(f"{thesaurus}/reconcile/properties?type=skos:Concept")
    assert faults("data-extension-property-proposal", proposed) == []


def test_the_schemas_find_faults() -> None:
    assert faults("manifest", {"versions": ["0.1"], "name": "x", "identifierSpace": "y", "schemaSpace": "z"}) != []
    assert faults("data-extension-response", {"meta": [], "rows": {"a": {"b": [{"str": 5}]}}}) != []
