from __future__ import annotations

import gzip

import pytest
from flask.testing import FlaskClient

STOD = "/sv/small/stod/foraldrastod"


@pytest.mark.parametrize("path", [STOD, "/small/stod.ttl", "/small/stod.jsonld"])
def test_reply_that_the_client_holds_has_no_headers_of_a_body(path: str, client: FlaskClient) -> None:
    whole = client.get(path)
    again = client.get(path, headers={"If-None-Match": whole.headers["ETag"]})
    assert again.status_code == 304
    assert not {"Content-Type", "Content-Length", "Content-Language"} & set(again.headers.keys())
    assert again.headers["Cache-Control"] == whole.headers["Cache-Control"] == "no-cache"
    assert again.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", [STOD, "/small/stod.ttl", "/small/stod.jsonld"])
def test_head_tells_the_length_of_what_get_gives(path: str, client: FlaskClient) -> None:
    head, whole = client.head(path), client.get(path)
    assert head.get_data() == b""
    assert int(head.headers["Content-Length"]) == len(whole.get_data()) > 0
    assert head.headers["Content-Type"] == whole.headers["Content-Type"]


def test_page_that_is_kept_is_sent_packed_to_who_takes_it(client: FlaskClient) -> None:
    plain = client.get(STOD)
    packed = client.get(STOD, headers={"Accept-Encoding": "gzip, deflate, br"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert int(packed.headers["Content-Length"]) == len(packed.data) < len(plain.data) / 2
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("accepted", ["identity", "gzip;q=0", "br", "gzip;q=0.5, identity"])
def test_page_is_sent_as_it_is_to_who_does_not_take_it_packed(accepted: str, client: FlaskClient) -> None:
    reply = client.get(STOD, headers={"Accept-Encoding": accepted})
    assert "Content-Encoding" not in reply.headers
    assert reply.data.startswith(b"<!doctype html>")


def test_packed_page_has_a_tag_of_its_own(client: FlaskClient) -> None:
    plain = client.get(STOD).headers["ETag"]
    takes = {"Accept-Encoding": "gzip"}
    packed = client.get(STOD, headers=takes).headers["ETag"]
    assert plain != packed
    assert client.get(STOD, headers={**takes, "If-None-Match": packed}).status_code == 304
    assert client.get(STOD, headers={**takes, "If-None-Match": plain}).status_code == 200
