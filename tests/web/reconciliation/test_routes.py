"""`/reconcile` as clients speak it."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import NAMESPACE, SMALL, make_client

KOMET = f"{NAMESPACE}komet"


def asked(client: FlaskClient, path: str = "/reconcile", **form: object) -> Any:
    """Return the answer to a form whose values are JSON."""
    data = {name: json.dumps(value) for name, value in form.items()}
    response = client.post(path, data=data)
    assert response.status_code == 200, response.text
    return response.json


def test_manifest_leads_to_everything(client: FlaskClient) -> None:
    manifest: Any = client.get("/reconcile/small").json
    assert manifest["versions"] == ["0.2"]
    assert manifest["identifierSpace"] == NAMESPACE
    assert manifest["defaultTypes"] == [{"id": "skos:Concept", "name": "Begrepp"}]
    for each in manifest["suggest"].values():
        assert client.get(each["service_url"] + each["service_path"], query_string={"prefix": "ko"}).status_code == 200
    for template in (manifest["view"]["url"], manifest["preview"]["url"]):
        assert client.get(template.replace("{{id}}", quote(KOMET, safe=""))).status_code in {200, 303}
    entity = manifest["suggest"]["entity"]
    flyout = entity["flyout_service_url"] + entity["flyout_service_path"].replace("${id}", quote(KOMET, safe=""))
    assert "namngivet program" in client.get(flyout).json["html"]  # type: ignore[index]
    proposing = manifest["extend"]["propose_properties"]
    assert client.get(f"{proposing['service_url']}{proposing['service_path']}?type=skos:Concept").json


def test_manifest_is_in_the_readers_language(client: FlaskClient) -> None:
    manifest: Any = client.get("/reconcile/small", headers={"Accept-Language": "en"}).json
    assert manifest["name"] == "Samspråk: Small vocabulary"
    assert client.get("/reconcile/small?lang=en").json["name"] == manifest["name"]  # type: ignore[index]


def test_ids_of_several_vocabularies_have_no_namespace_in_common(client: FlaskClient) -> None:
    manifest: Any = client.get("/reconcile").json
    assert manifest["identifierSpace"] == "https://www.rfc-editor.org/rfc/rfc3987"
    assert make_client(SMALL).get("/reconcile").json["identifierSpace"] == NAMESPACE  # type: ignore[index]


def test_batch_is_answered_by_its_keys(client: FlaskClient) -> None:
    answer = asked(client, queries={"q0": {"query": "komet"}, "other": {"query": "qqq"}})
    assert set(answer) == {"q0", "other"}
    first = answer["q0"]["result"][0]
    assert (first["id"], first["name"], first["score"], first["match"]) == (KOMET, "Komet", 100.0, True)
    assert first["type"] == [
        {"id": "skos:Concept", "name": "Begrepp"},
        {"id": f"{NAMESPACE}facett", "name": "innehåll"},
    ]
    assert {"id": "whole", "value": True} in first["features"]
    assert answer["other"] == {"result": []}


def test_query_stands_in_the_address_too(client: FlaskClient) -> None:
    posted = asked(client, queries={"q0": {"query": "komet"}})
    assert client.get("/reconcile", query_string={"queries": '{"q0":{"query":"komet"}}'}).json == posted
    for text in ("komet", '{"query": "komet"}'):
        assert client.get("/reconcile", query_string={"query": text}).json == posted["q0"]


def test_query_has_type_limit_and_properties(client: FlaskClient) -> None:
    query = {
        "query": "komet",
        "type": [f"{NAMESPACE}facett"],
        "type_strict": "any",
        "limit": 1,
        "properties": [{"pid": "broader", "v": {"id": f"{NAMESPACE}stod", "name": "föräldrastöd"}}],
    }
    (only,) = asked(client, queries={"q": query})["q"]["result"]
    assert only["match"]
    assert {"id": "properties", "value": 1.0} in only["features"]


def test_language_may_stand_in_the_address_of_the_service(client: FlaskClient) -> None:
    answer = asked(client, "/reconcile/small?lang=en", queries={"q": {"query": "parental support"}})
    assert answer["q"]["result"][0]["match"]
    assert answer["q"]["result"][0]["name"] == "parental support"
    assert not asked(client, "/reconcile/small", queries={"q": {"query": "parental support"}})["q"]["result"][0][
        "match"
    ]


@pytest.mark.parametrize("lang", ["fi", "zh-Hant", "xx", "sv-FI", '…"\n'])
def test_any_language_is_answered(client: FlaskClient, lang: str) -> None:
    for path in ("", "/suggest/entity", "/suggest/type", "/preview", "/properties"):
        given = {"lang": lang, "id": "komet", "prefix": "kom"}
        assert client.get(f"/reconcile{path}", query_string=given).status_code == 200
    for form in (
        {"queries": {"q": {"query": "kometer"}}},
        {"extend": {"ids": [KOMET], "properties": [{"id": "broader"}]}},
    ):
        asked(client, f"/reconcile?{urlencode({'lang': lang})}", **form)


def test_concept_out_of_use_leads_to_its_successor(client: FlaskClient) -> None:
    first = asked(client, queries={"q": {"query": "föräldrautbildning"}})["q"]["result"][0]
    assert (first["id"], first["match"]) == (f"{NAMESPACE}stod", False)
    assert "föräldrautbildning" in first["description"]


@pytest.mark.parametrize(
    ("queries", "named"),
    [
        ("{", "queries"),
        ("[]", "queries"),
        ('{"q":{"query":5}}', "queries.q.query"),
        ('{"q":{"limit":-1}}', "queries.q.limit"),
    ],
)
def test_what_cannot_be_read_is_named(client: FlaskClient, queries: str, named: str) -> None:
    response = client.post("/reconcile", data={"queries": queries})
    assert response.status_code == 400
    assert named in response.json["detail"]  # type: ignore[index]


def test_nothing_asked_is_answered_with_the_manifest(client: FlaskClient) -> None:
    assert client.post("/reconcile", data={"queries": ""}).json == client.get("/reconcile").json
    assert client.post("/reconcile").status_code == 400


def test_batches_have_a_limit_that_the_manifest_states(client: FlaskClient) -> None:
    most = client.get("/reconcile").json["batchSize"]  # type: ignore[index]
    queries = {str(number): {"query": "komet"} for number in range(most)}
    assert len(asked(client, queries=queries)) == most
    data = {"queries": json.dumps(queries | {"more": {"query": "komet"}})}
    assert client.post("/reconcile", data=data).status_code == 413
    assert client.post("/reconcile", data={"extend": json.dumps({"ids": ["a"] * 1001})}).status_code == 413


def test_other_sites_may_ask(client: FlaskClient) -> None:
    headers = {"Origin": "https://refine.example", "Access-Control-Request-Method": "POST"}
    preflight = client.options("/reconcile/small", headers=headers)
    assert preflight.status_code == 204
    assert preflight.headers["Access-Control-Allow-Methods"] == "GET, HEAD, POST, OPTIONS"
    for response in (preflight, client.get("/reconcile"), client.post("/reconcile", data={"query": "komet"})):
        assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_clients_without_cors_get_a_call(client: FlaskClient) -> None:
    response = client.get("/reconcile?callback=f.g")
    assert response.mimetype == "application/javascript"
    assert response.text.startswith("/**/f.g({")
    assert client.get("/reconcile?callback=alert(1)").status_code == 400


def test_answer_by_get_is_kept_until_the_vocabulary_changes(client: FlaskClient) -> None:
    first = client.get("/reconcile?query=komet")
    again = client.get("/reconcile?query=komet", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert "Accept-Language" in again.headers["Vary"]


def suggested(client: FlaskClient, what: str, prefix: str, **more: object) -> list[Any]:
    answer: Any = client.get(f"/reconcile/suggest/{what}", query_string={"prefix": prefix, **more}).json
    found: list[Any] = answer["result"]
    return found


def test_records_are_suggested_by_beginning_by_id_and_by_what_is_near(client: FlaskClient) -> None:
    assert suggested(client, "entity", "kom")[0]["id"] == KOMET
    assert suggested(client, "entity", KOMET)[0]["id"] == KOMET
    assert suggested(client, "entity", "stod")[0]["id"] == f"{NAMESPACE}stod"
    assert suggested(client, "entity", f"{NAMESPACE}facett")[0]["name"] == "innehåll"
    assert KOMET in [each["id"] for each in suggested(client, "entity", "kometen")]
    assert suggested(client, "entity", "qqq") == []


def test_suggestions_are_passed_over_and_filtered(client: FlaskClient) -> None:
    every = [each["id"] for each in suggested(client, "entity", "föräldra")]
    assert len(every) > 1
    assert [each["id"] for each in suggested(client, "entity", "föräldra", cursor=1)] == every[1:]
    assert [each["id"] for each in suggested(client, "entity", "föräldra", type=f"{NAMESPACE}facett")] == [
        f"{NAMESPACE}stod"
    ]
    assert [each["id"] for each in suggested(client, "entity", "inn", type="skos:Collection")] == [f"{NAMESPACE}facett"]


def test_types_and_properties_are_suggested(client: FlaskClient) -> None:
    assert [each["id"] for each in suggested(client, "type", "inneh")] == [f"{NAMESPACE}facett"]
    assert suggested(client, "type", "skos:Concept")[0]["name"] == "Begrepp"
    assert suggested(client, "property", "över")[0]["id"] == "broader"
    assert "prefLabel@en" in [each["id"] for each in suggested(client, "property", "")]


@pytest.mark.parametrize("path", ["flyout/entity", "preview", "flyout/type", "flyout/property"])
def test_unknown_ids_are_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(f"/reconcile/{path}?id=qqq").status_code == 404


def test_flyouts_of_types_and_properties(client: FlaskClient) -> None:
    assert "Begrepp" in client.get("/reconcile/flyout/type?id=skos:Concept").json["html"]  # type: ignore[index]
    assert "innehåll" in client.get(f"/reconcile/flyout/type?id={NAMESPACE}facett").json["html"]  # type: ignore[index]
    assert "engelska" in client.get("/reconcile/flyout/property?id=prefLabel@en").json["html"]  # type: ignore[index]


def test_preview_may_be_framed_and_links_out_of_the_frame(client: FlaskClient) -> None:
    response = client.get("/reconcile/preview", query_string={"id": KOMET})
    assert "X-Frame-Options" not in response.headers
    assert response.headers.getlist("Content-Security-Policy") == [response.headers["Content-Security-Policy"]]
    assert "frame-ancestors *" in response.headers["Content-Security-Policy"]
    assert '<a href="/sv/small/komet/komet" target="_blank"' in response.text
    assert "frame-ancestors 'none'" in client.get("/sv/small/komet/komet").headers["Content-Security-Policy"]


def test_preview_tells_what_is_out_of_use(client: FlaskClient) -> None:
    shown = client.get("/reconcile/preview?id=gammal").text
    assert "<del>föräldrautbildning</del>" in shown
    assert "föräldrastöd" in shown


def test_markup_in_a_vocabulary_is_shown_as_text(client: FlaskClient) -> None:
    answer = asked(client, extend={"ids": ["stod"], "properties": [{"id": "scopeNote"}]})
    assert answer["rows"]["stod"]["scopeNote"] == [{"str": "Använd <b>föräldrastöd</b> när det passar."}]


def test_values_of_properties_are_fetched(client: FlaskClient) -> None:
    properties: list[dict[str, Any]] = [
        {"id": "prefLabel@en"},
        {"id": "altLabel"},
        {"id": "definition", "settings": {"language": "*", "limit": "1"}},
        {"id": "broader"},
        {"id": "narrower"},
        {"id": "facet"},
        {"id": "status"},
        {"id": "exactMatch"},
        {"id": "created"},
        {"id": "replaces"},
    ]
    stod = f"{NAMESPACE}stod"
    answer = asked(client, "/reconcile/small", extend={"ids": [stod, "komet", "qqq"], "properties": properties})
    assert [each["id"] for each in answer["meta"]] == [each["id"] for each in properties]
    assert answer["meta"][3]["type"] == {"id": "skos:Concept", "name": "Begrepp"}
    row = answer["rows"][stod]
    assert row["prefLabel@en"] == [{"str": "parental support"}]
    assert row["altLabel"] == [{"str": "stöd till föräldrar"}]
    assert len(row["definition"]) == 1
    assert {"id": KOMET, "name": "Komet"} in row["narrower"]
    assert row["facet"] == [{"id": f"{NAMESPACE}facett", "name": "innehåll"}]
    assert row["status"] == [{"str": "Beslutat"}]
    assert row["exactMatch"] == [{"str": "https://example.com/other/1"}]
    assert row["created"] == [{"date": "2025-01-01T00:00:00Z"}]
    assert answer["rows"]["komet"]["broader"] == [{"id": stod, "name": "föräldrastöd"}]
    assert not any(answer["rows"]["qqq"].values())


def test_properties_of_collections_are_fetched(client: FlaskClient) -> None:
    answer = asked(client, extend={"ids": ["facett"], "properties": [{"id": "member"}, {"id": "broader"}]})
    assert {"id": KOMET, "name": "Komet"} in answer["rows"]["facett"]["member"]
    proposed: Any = client.get("/reconcile/properties?type=skos:Collection").json
    assert "member" in [each["id"] for each in proposed["properties"]]


def test_unknown_property_is_refused(client: FlaskClient) -> None:
    response = client.post("/reconcile", data={"extend": '{"ids":[],"properties":[{"id":"colour"}]}'})
    assert response.status_code == 400
    assert "colour" in response.json["detail"]  # type: ignore[index]


def test_properties_are_proposed_for_a_type_up_to_a_limit(client: FlaskClient) -> None:
    proposed: Any = client.get("/reconcile/properties?type=skos:Concept&limit=3").json
    assert len(proposed["properties"]) == 3
    assert (proposed["type"], proposed["limit"]) == ("skos:Concept", 3)
    assert client.get("/reconcile/properties?type=http://www.w3.org/2004/02/skos/core").status_code == 200


def test_unknown_vocabulary_is_not_found(client: FlaskClient) -> None:
    assert client.get("/reconcile/qqq").status_code == 404


def test_addresses_are_below_the_base_path() -> None:
    manifest: Any = make_client(SMALL, base_path="/begrepp").get("/begrepp/reconcile/small").json
    assert manifest["preview"]["url"].startswith("http://localhost/begrepp/reconcile/small/preview?")
