from __future__ import annotations

import pytest
from flask.testing import FlaskClient

READ = "GET, HEAD, OPTIONS"
ADDRESSES = [
    ("/rest/v1/search", READ),
    ("/rest/v1/small/search", READ),
    ("/rest/v1/annotate", "POST, OPTIONS"),
    ("/small", READ),
    ("/small/stod", READ),
    ("/small/stod.ttl", READ),
    ("/openapi.json", READ),
    ("/healthz", READ),
    ("/sv/small/stod", READ),
]


@pytest.mark.parametrize(("path", "methods"), ADDRESSES)
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "QUERY"])
def test_method_that_is_not_taken_is_told_which_are(client: FlaskClient, path: str, methods: str, method: str) -> None:
    reply = client.open(path, method=method)
    assert reply.status_code == 405
    assert reply.headers["Allow"] == methods
    assert reply.json is not None
    assert reply.json["detail"] == f"Adressen tar emot {methods}, inget annat."


@pytest.mark.parametrize(("path", "methods"), ADDRESSES)
def test_options_and_preflight_name_the_methods_of_the_address(client: FlaskClient, path: str, methods: str) -> None:
    reply = client.options(path)
    assert (reply.status_code, reply.headers["Allow"]) == (204, methods)
    asked = {
        "Origin": "https://example.org",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    reply = client.options(path, headers=asked)
    assert reply.status_code == 204
    assert reply.headers["Access-Control-Allow-Origin"] == "*"
    assert reply.headers["Access-Control-Allow-Methods"] == methods
    assert reply.headers["Access-Control-Allow-Headers"] == "content-type"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_address_that_is_not_read_is_no_resource(client: FlaskClient, method: str) -> None:
    reply = client.open("/rest/v1/annotate", method=method)
    assert (reply.status_code, reply.headers["Allow"]) == (405, "POST, OPTIONS")
