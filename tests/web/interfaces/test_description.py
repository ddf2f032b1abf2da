from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from flask.testing import FlaskClient
from pydantic import Field
from pydantic import Json as PydanticJson
from typing_extensions import TypedDict

from samsprak.web.interfaces.description import describe
from samsprak.web.interfaces.operations import FORM, JSON, Answer, Body, Operation, Tag
from samsprak.web.interfaces.parameters import Callback, Parameters
from tests.web.conftest import SMALL, make_client

Json = dict[str, Any]


class Asked(Parameters):
    """What is asked."""

    uri: Annotated[str, Field(min_length=1, description="IRI of a collection.", examples=["{collection}"])]
    many: Annotated[
        PydanticJson[dict[str, int]],
        Field(description="Several in one.", examples=['{"a": 1}'], json_schema_extra={"maxProperties": 3}),
    ] = {}  # noqa: RUF012 - pydantic copies it
    callback: Callback = ""


def described_alone(*operations: Operation) -> Json:
    return describe(operations, "/base", "About.", {"collection": "https://example.org/c"})


def operation(name: str, **stated: Any) -> Operation:
    plain: Json = {
        "query": None,
        "bodies": (),
        "answers": (Answer(200, "Done."),),
        "cost": 1,
        "announces": True,
        "description": "",
    }
    return Operation(id=name, method="GET", rule=f"/{name}", tag=Tag("T", "T."), summary="S.", **plain | stated)


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
            if parameter["in"] == "query" and schema:
                assert parameter["required"] is not parameter.get("allowEmptyValue", False), where
            if schema.get("type") == "string" and "enum" not in schema:
                assert parameter["in"] == "path" or {"maxLength", "pattern"} & schema.keys(), where
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


def test_parameter_that_holds_json_is_described_as_what_it_holds() -> None:
    found = described_alone(operation("a", query=Asked))["paths"]["/a"]["get"]["parameters"]
    many = next(each for each in found if each["name"] == "many")
    assert many["content"]["application/json"]["schema"]["type"] == "object"
    assert many["content"]["application/json"]["schema"]["maxProperties"] == 3
    assert many["content"]["application/json"]["example"] == {"a": 1}
    assert "schema" not in many


def test_example_may_stand_for_what_is_loaded() -> None:
    found = described_alone(operation("a", query=Asked))["paths"]["/a"]["get"]["parameters"]
    assert found[0]["example"] == "https://example.org/c"


def test_field_of_a_form_may_be_empty_where_it_may_be_absent() -> None:
    body = described_alone(operation("a", bodies=(Body(FORM, Asked),)))["paths"]["/a"]["get"]["requestBody"]
    described = body["content"][FORM]
    assert {"const": ""} in described["schema"]["properties"]["callback"]["anyOf"]
    assert "anyOf" not in described["schema"]["properties"]["uri"]
    assert described["encoding"] == {"many": {"contentType": "application/json"}}


def test_two_types_of_one_name_are_told_apart() -> None:
    def answer(kind: type) -> Answer:
        return Answer(200, "Done.", {JSON: TypedDict("Result", {"value": kind})})  # type: ignore[operator]

    described = described_alone(operation("a", answers=(answer(int),)), operation("b", answers=(answer(str),)))
    types = []
    for name in ("a", "b"):
        content = described["paths"][f"/{name}"]["get"]["responses"]["200"]["content"]
        reference = content[JSON]["schema"]["$ref"].rpartition("/")[2]
        types.append(described["components"]["schemas"][reference]["properties"]["value"]["type"])
    assert types == ["integer", "string"]


def test_operation_states_the_errors_that_follow_from_what_it_takes() -> None:
    described = described_alone(
        operation("a", bodies=(Body("text/plain"),)),
        operation("b", query=Asked, cost=0),
        operation("<vocid>"),
    )["paths"]
    assert list(described["/a"]["get"]["responses"]) == ["200", "400", "413", "415", "429"]
    assert list(described["/b"]["get"]["responses"]) == ["200", "400", "414"]
    assert list(described["/{vocid}"]["get"]["responses"]) == ["200", "404", "429"]
