from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import NAMESPACE

PATH = "/rest/v1/tags/check"


def check(client: FlaskClient, *uris: str, lang: str = "sv") -> Any:
    reply = client.post(PATH, json={"uris": uris, "lang": lang})
    assert (reply.status_code, reply.mimetype) == (200, "application/json"), reply.text
    return reply.json


def test_each_uri_is_told_with_what_to_use_now(client: FlaskClient) -> None:
    names = ("stod", "gammal", "borta", "nowhere-at-all")
    told = check(client, *(NAMESPACE + name for name in names), "")
    found = [(each["status"], each["concepts"], each["label"], each["needsPerson"]) for each in told["results"]]
    assert found == [
        ("current", [NAMESPACE + "stod"], "föräldrastöd", False),
        ("retired", [NAMESPACE + "stod"], "föräldrastöd", False),
        ("withdrawn", [NAMESPACE + "alla"], "alla barn", False),
        ("unknown", [], "", True),
        ("empty", [], "", False),
    ]
    assert told["counts"] == {"current": 1, "retired": 1, "withdrawn": 1, "unknown": 1, "empty": 1}
    assert told["needsPerson"] == 1
    assert told["results"][1]["ways"] == [[NAMESPACE + "gammal", NAMESPACE + "stod"]]


def test_other_spellings_and_slips_are_told(client: FlaskClient) -> None:
    spelled, mistyped = check(client, "http://example.org/small/stod/", NAMESPACE + "gamal")["results"]
    assert spelled["concepts"] == [NAMESPACE + "stod"]
    assert set(spelled["differs"]) == {"http-or-https", "last-slash"}
    assert not spelled["needsPerson"]
    assert (mistyped["meant"], mistyped["differs"]) == ([NAMESPACE + "gammal"], ["mistyped"])
    assert mistyped["needsPerson"]


def test_language_is_that_of_the_body_then_the_address_then_the_reader(client: FlaskClient) -> None:
    assert check(client, NAMESPACE + "stod", lang="en")["results"][0]["label"] == "parental support"
    body = {"uris": [NAMESPACE + "stod"]}
    for reply in (
        client.post(f"{PATH}?lang=en", json=body),
        client.post(PATH, json=body, headers={"Accept-Language": "en"}),
    ):
        assert json.loads(reply.text)["lang"] == "en"


def test_table_comes_back_with_three_columns_more(client: FlaskClient) -> None:
    table = f'nr;URI;"not;ering"\r\n1;{NAMESPACE}gammal;"rad ""ett"""\r\n2;{NAMESPACE}okand;\r\n'
    reply = client.post(f"{PATH}?column=URI&lang=sv", data=table.encode(), content_type="text/csv")
    assert (reply.status_code, reply.mimetype) == (200, "text/csv")
    rows = list(csv.reader(io.StringIO(reply.text, newline=""), delimiter=";"))
    assert rows[0] == ["nr", "URI", "not;ering", "status", "concept", "remark"]
    assert rows[1][3:5] == ["retired", NAMESPACE + "stod"]
    assert rows[2][3:5] == ["unknown", ""]
    assert reply.headers["Needs-Person"] == "1"


@pytest.mark.parametrize(
    ("address", "content_type", "data", "status", "word"),
    [
        (PATH, "application/json", b'{"uris": []}', 400, "uris"),
        (PATH, "application/json", b'{"uris": "x"}', 400, "uris"),
        (PATH, "application/json", b'{"uris": [' + b'"x",' * 1000 + b'"x"]}', 400, "uris"),
        (PATH, "application/json", b"{", 400, ""),
        (PATH, "text/csv", b"URI\nx\n", 400, "column"),
        (f"{PATH}?column=nix", "text/csv", b"URI;y\nx;z\n", 400, "URI"),
        (f"{PATH}?column=URI", "text/csv", b"URI\n" + b"x\n" * 1001, 400, "1000"),
        (f"{PATH}?column=URI", "text/csv", b"URI\n\xe5\n", 400, "UTF-8"),
        (f"{PATH}?column=URI", "text/csv", b'URI\n"x\n', 400, "2"),
        (f"{PATH}?column=URI", "text/csv", b"PK\x03\x04", 400, "CSV"),
        (PATH, "image/png", b"x", 415, ""),
        (PATH, "application/json", b"x" * 1_000_001, 413, ""),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(
    client: FlaskClient, address: str, content_type: str, data: bytes, status: int, word: str
) -> None:
    reply = client.post(address, data=data, content_type=content_type, headers={"Accept-Language": "sv"})
    assert (reply.status_code, reply.mimetype) == (status, "application/problem+json")
    assert word in json.loads(reply.text)["detail"]


def test_only_post_is_taken_and_other_sites_may_ask(client: FlaskClient) -> None:
    refused = client.get(PATH)
    assert (refused.status_code, refused.headers["Allow"]) == (405, "POST, OPTIONS")
    assert check(client, "x")
    asked = client.options(PATH, headers={"Origin": "https://a.example", "Access-Control-Request-Method": "POST"})
    assert "POST" in asked.headers["Access-Control-Allow-Methods"]
