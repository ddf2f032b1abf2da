from __future__ import annotations

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
