from __future__ import annotations

import logging
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from samsprak.settings import Settings, VocabularyInput
from samsprak.web.app import create_app
from tests.web.conftest import SMALL


def test_error_is_a_page_for_people_in_their_language(client: FlaskClient) -> None:
    swedish = client.get("/sv/small/nope", headers={"Accept": "text/html", "Accept-Language": "en"})
    assert swedish.status_code == 404
    assert "<h1>Finns inte</h1>" in swedish.text
    english = client.get("/nope/nope", headers={"Accept": "text/html", "Accept-Language": "en"})
    assert "<h1>Not found</h1>" in english.text
    assert english.headers["Vary"] == "Accept, Accept-Language"


@pytest.mark.parametrize("accept", [None, "*/*", "application/json", "text/turtle", "application/problem+json"])
def test_error_is_problem_json_for_programs(client: FlaskClient, accept: str | None) -> None:
    reply = client.get("/nope", headers={"Accept": accept} if accept else {})
    assert reply.status_code == 404
    assert reply.content_type == "application/problem+json"
    problem = reply.get_json(force=True)
    assert problem["status"] == 404
    assert problem["instance"] == "/nope"
    assert problem["title"] == "Finns inte"


def failing_app() -> Flask:
    app = create_app(Settings((VocabularyInput(SMALL),)))

    @app.get("/fails")
    def fails() -> str:
        return str(1 // 0)

    return app


def test_unforeseen_error_is_logged_and_shows_no_traceback(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        reply = failing_app().test_client().get("/fails", headers={"Accept": "text/html"})
    assert reply.status_code == 500
    assert "Traceback" not in reply.text
    assert "ZeroDivisionError" not in reply.text
    assert "ZeroDivisionError" in caplog.text


def test_too_long_queries_and_odd_bytes_are_no_server_errors(client: FlaskClient) -> None:
    for query in ("a" * 10_000, "\x00", "%ff", "<script>", "{{7*7}}", "../../etc/passwd"):
        assert client.get("/sv/sok", query_string={"q": query}).status_code == 200
        assert client.get("/small/" + query.replace("/", "%2F")).status_code == 404


def test_page_that_is_not_there_offers_a_way_on(client: FlaskClient) -> None:
    reply = client.get("/sv/small/nope/stod-till-foraldrar", headers={"Accept": "text/html"})
    assert reply.status_code == 404
    assert '<a href="/sv/sok?q=stod+till+foraldrar">Sök efter ”stod till foraldrar”</a>' in reply.text
    assert 'href="/sv/small/a-o"' in reply.text
    for path in ("/sv/small/123", "/sv/small/" + "a" * 100 + "1/"):
        found = client.get(path, headers={"Accept": "text/html"}).text
        assert len(re.findall(r"Sök efter ”(.*?)”", found)) == (0 if path.endswith("123") else 1)


def test_refusal_offers_no_search_for_what_is_there(client: FlaskClient) -> None:
    assert "Sök efter ”" not in client.post("/sv/om", headers={"Accept": "text/html"}).text
