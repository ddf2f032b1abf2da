from __future__ import annotations

from contextlib import closing, suppress
from http.client import HTTPConnection

import pytest
from flask.testing import FlaskClient

SEARCH = "/rest/v1/search"
ANNOTATE = "/rest/v1/annotate"


@pytest.mark.parametrize(
    "query",
    [
        "query=stod&language=sv&format=json&spell=1&x=%00",
        "query=stod&maxhits=&offset=&unique=&callback=&type=&parent=&fields=",
        "query=stod&unique=False",
        "query=%20",
        "query=stod&maxhits=0&offset=1000000",
        "query=stod&query=other",
    ],
)
def test_what_clients_send_is_taken(client: FlaskClient, query: str) -> None:
    assert client.get(f"{SEARCH}?{query}").status_code == 200


@pytest.mark.parametrize(
    ("query", "swedish", "english"),
    [
        ("", "Ange vad som söks med ?query=…", "Say what is wanted with ?query=…"),
        ("query=", "Ange vad som söks med ?query=…", "Say what is wanted with ?query=…"),
        (
            "query=a&maxhits=5000",
            "?maxhits= måste vara ett heltal från 0 till 1000, inte ”5000”.",
            "?maxhits= must be a whole number from 0 to 1000, not “5000”.",
        ),
        (
            "query=a&maxhits=1_0",
            "?maxhits= måste vara ett heltal från 0 till 1000, inte ”1_0”.",
            "?maxhits= must be a whole number from 0 to 1000, not “1_0”.",
        ),
        (
            f"query={'a' * 1001}",
            "?query= får ha högst 1000 tecken.",
            "?query= may have at most 1000 characters.",
        ),
        (
            "query=a&callback=alert(1)",
            "?callback= kan inte vara ”alert(1)”.",
            "?callback= cannot be “alert(1)”.",
        ),
    ],
)
def test_what_is_wrong_is_named_in_the_language_of_the_reader(
    client: FlaskClient, query: str, swedish: str, english: str
) -> None:
    for lang, said in (("sv", swedish), ("en", english)):
        reply = client.get(f"{SEARCH}?{query}", headers={"Accept-Language": lang})
        assert (reply.status_code, reply.content_type) == (400, "application/problem+json")
        assert reply.json is not None
        assert reply.json["detail"] == said
        assert reply.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("body", "media_type", "status", "detail"),
    [
        (b"{", "application/json", 400, "The body is not valid JSON."),
        (b"[]", "application/json", 400, "The body must be a JSON object."),
        (b"", "application/json", 400, "The body is not valid JSON."),
        (b"\xff", "application/json", 400, "The body is not valid JSON."),
        (b'{"lang": "sv"}', "application/json", 400, "“text” is missing in the body."),
        (b'{"text": 3}', "application/json", 400, "“text” in the body cannot be “3”."),
        (b'{"text": "a", "lang": null}', "application/json", 400, "“lang” in the body cannot be “None”."),
        (b"", "text/plain", 400, "The body is empty."),
        (b"\xff", "text/plain", 400, "The body is not text in UTF-8."),
        (b"a", "text/csv", 415, "The Content-Type of the body must be text/plain, application/json."),
        (b"a" * 1_000_001, "text/plain", 413, "The body may be 1 MB at most. Send it in parts."),
        (b'"' + b"a" * 1_000_001, "application/json", 413, "The body may be 1 MB at most. Send it in parts."),
    ],
)
def test_body_that_cannot_be_read(client: FlaskClient, body: bytes, media_type: str, status: int, detail: str) -> None:
    reply = client.post(ANNOTATE, data=body, content_type=media_type, headers={"Accept-Language": "en"})
    assert reply.status_code == status
    assert reply.json is not None
    assert reply.json["detail"] == detail


@pytest.mark.parametrize(("size", "status"), [(999_999, 400), (1_000_001, 413)])
def test_body_of_unknown_length_is_read_to_its_end_or_refused(server: str, size: int, status: int) -> None:
    parts = iter([b"a" * (size - 1), b"\xff"])
    headers = {"Content-Type": "text/plain", "Transfer-Encoding": "chunked"}
    with closing(HTTPConnection(server.removeprefix("http://"), timeout=20)) as connection:
        # What is too long is answered before its end: the rest may find the line closed.
        with suppress(BrokenPipeError):
            connection.request("POST", ANNOTATE, parts, headers, encode_chunked=True)
        assert connection.getresponse().status == status


def test_body_in_json_may_hold_what_nobody_knows(client: FlaskClient) -> None:
    assert client.post(ANNOTATE, json={"text": "a", "more": 1}).status_code == 200
