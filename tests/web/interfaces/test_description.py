from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import SMALL, make_client

Json = dict[str, Any]


@pytest.fixture(scope="module")
def described(client: FlaskClient) -> Json:
    found: Json | None = client.get("/openapi.json").json
    assert found is not None
    return found


def each_operation(described: Json) -> Iterator[tuple[str, str, Json]]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def test_description_is_kept_by_clients_and_open_to_all(client: FlaskClient) -> None:
    reply = client.get("/openapi.json")
    assert (reply.status_code, reply.content_type) == (200, "application/json; charset=utf-8")
    assert reply.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get("/openapi.json", headers={"If-None-Match": reply.headers["ETag"]}).status_code == 304


def test_description_names_where_it_is_served() -> None:
    reply = make_client(SMALL, base_path="/begrepp").get("/begrepp/openapi.json")
    assert reply.json is not None
    assert reply.json["servers"] == [{"url": "/begrepp"}]
    assert '</begrepp/openapi.json>; rel="service-desc"' in reply.headers["Link"]


@pytest.mark.parametrize("path", ["/sv/", "/rest/v1/search?query=stod", "/rest/v1/small/search?query=stod"])
def test_description_is_announced(client: FlaskClient, path: str) -> None:
    link = ", ".join(client.get(path).headers.getlist("Link"))
    assert '</openapi.json>; rel="service-desc"; type="application/json"' in link
    assert '</api>; rel="service-doc"; type="text/html"' in link


def test_every_operation_says_what_it_is(described: Json) -> None:
    ids = [operation["operationId"] for _, _, operation in each_operation(described)]
    assert len(ids) == len(set(ids))
    for path, method, operation in each_operation(described):
        assert operation["summary"].endswith("."), (method, path)
        assert min(int(status) for status in operation["responses"]) < 400, (method, path)


def test_every_parameter_is_described_and_limited(described: Json) -> None:
    for path, _, operation in each_operation(described):
        assert set(re.findall(r"{(\w+)}", path)) == {
            each["name"] for each in operation.get("parameters", ()) if each["in"] == "path"
        }
        for parameter in operation.get("parameters", ()):
            where, schema = (path, parameter["name"]), parameter.get("schema", {})
            assert schema or parameter["content"]["application/json"]["schema"], where
            assert parameter["description"], where
            assert "title" not in schema, where
            if parameter["in"] == "query":
                assert parameter["required"] is not parameter.get("allowEmptyValue", False), where
            if schema.get("type") == "string" and "enum" not in schema:
                assert parameter["in"] == "path" or "maxLength" in schema, where
                assert not parameter["required"] or schema["minLength"] > 0, where
            if schema.get("type") == "integer":
                assert {"minimum", "maximum"} <= schema.keys(), where


def test_errors_have_one_shape(described: Json) -> None:
    for path, method, operation in each_operation(described):
        for status, answer in operation["responses"].items():
            # 414 comes from the server around the application, without a body.
            if int(status) >= 400 and status != "414":
                problem = answer["content"]["application/problem+json"]["schema"]
                assert problem == {"$ref": "#/components/schemas/Problem"}, (method, path, status)


def test_limits_that_every_operation_keeps_are_stated(described: Json) -> None:
    for path, method, operation in each_operation(described):
        if "requestBody" in operation:
            assert {"413", "415"} <= operation["responses"].keys(), (method, path)
        if path.startswith("/rest/"):
            assert "Retry-After" in operation["responses"]["429"]["headers"], (method, path)


def test_every_address_below_rest_is_described(client: FlaskClient, described: Json) -> None:
    known = {(re.sub(r"{\w+}", "{}", path), method) for path, method, _ in each_operation(described)}
    for rule in client.application.url_map.iter_rules():
        if rule.rule.startswith("/rest/") and rule.endpoint != "refused":
            for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
                assert (re.sub(r"<[^>]+>", "{}", rule.rule), method.lower()) in known, rule
