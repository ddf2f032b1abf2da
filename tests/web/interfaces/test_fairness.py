from __future__ import annotations

from flask.testing import FlaskClient

from samsprak.settings import Settings, VocabularyInput
from samsprak.web.app import create_app
from samsprak.web.interfaces.limiter import SAVED
from tests.web.conftest import SMALL

SEARCH = "/rest/v1/search?query=stod&lang=sv"


def client_with(rate: int, proxies: int = 0) -> FlaskClient:
    return create_app(Settings((VocabularyInput(SMALL),), rate=rate, proxies=proxies)).test_client()


def exhaust(client: FlaskClient, **headers: str) -> None:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    for _ in range(3 * SAVED):
        if client.get(SEARCH, headers=named).status_code == 429:
            return
    raise AssertionError("never refused")


def test_greedy_client_is_told_when_to_come_back() -> None:
    client = client_with(1)
    exhaust(client)
    reply = client.get(SEARCH, headers={"Accept-Language": "sv"})
    assert reply.status_code == 429
    assert reply.headers["Retry-After"] == "1"
    assert "Retry-After" in reply.headers["Access-Control-Expose-Headers"]
    assert reply.content_type == "application/problem+json"
    assert reply.json is not None
    assert reply.json["detail"] == "För många anrop från din adress. Försök igen om 1 s."


def test_pages_and_watching_go_on_for_a_greedy_client() -> None:
    client = client_with(1)
    exhaust(client)
    assert client.get("/sv/").status_code == client.get("/healthz").status_code == 200


def test_searching_pages_is_limited_too() -> None:
    client = client_with(1)
    exhaust(client)
    reply = client.get("/sv/sok?q=stod", headers={"Accept": "text/html"})
    assert (reply.status_code, reply.headers["Retry-After"]) == (429, "1")
    assert "För många anrop" in reply.text


def test_rate_of_nothing_sets_no_limit() -> None:
    client = client_with(0)
    assert {client.get(SEARCH).status_code for _ in range(100)} == {200}


def test_what_a_client_says_of_itself_does_not_count() -> None:
    client = client_with(1)
    exhaust(client)
    assert client.get(SEARCH, headers={"X-Forwarded-For": "198.51.100.7"}).status_code == 429


def test_clients_behind_a_trusted_proxy_have_a_share_each() -> None:
    client = client_with(1, proxies=1)
    exhaust(client, X_Forwarded_For="198.51.100.7")
    assert client.get(SEARCH, headers={"X-Forwarded-For": "198.51.100.8"}).status_code == 200
    assert client.get(SEARCH, headers={"X-Forwarded-For": "203.0.113.9, 198.51.100.7"}).status_code == 429
