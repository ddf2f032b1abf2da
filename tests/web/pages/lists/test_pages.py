from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from samsprak.web.pages.lists import pages as lists
from tests.web.conftest import SMALL, make_client
from tests.web.pages.shown import shown


def test_short_index_is_one_page_with_a_bar_of_letters(client: FlaskClient) -> None:
    text, page = shown(client, "/sv/small/a-o")
    assert re.findall(r'<h2 id="\d+">([^<]+)</h2>', text) == ["A", "B", "F", "K", "S"]
    assert {"#1", "#5"} <= set(page.links)
    assert "stöd till föräldrar</span> → <a" in text


def test_long_index_shows_a_letter_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "MAX_WHOLE_INDEX", 3)
    text, page = shown(make_client(SMALL), "/sv/small/a-o")
    assert re.findall(r'<h2 id="\d+">([^<]+)</h2>', text) == ["A"]
    assert "/sv/small/a-o?letter=S" in page.links


def test_letter_that_is_not_there_shows_none(client: FlaskClient) -> None:
    text, _ = shown(client, "/sv/small/a-o?letter=Q")
    assert '<ul class="index">\n</ul>' in text


def test_hierarchy_opens_at_a_concept(client: FlaskClient) -> None:
    for word in ("open", "under"):
        text, _ = shown(client, f"/sv/small/hierarki?{word}=komet")
        assert re.search(r'<li id="here">\s*<a href="/sv/small/komet/komet" aria-current="true">', text)
        assert text.count("<details open>") == 1
    assert "<details open>" not in client.get("/sv/small/hierarki").text


def test_hierarchy_opens_at_concepts_only(client: FlaskClient) -> None:
    for name in ("nope", "facett", "k1"):
        assert client.get(f"/sv/small/hierarki?open={name}").status_code == 404


def test_link_and_sign_that_opens_are_no_parts_of_each_other(client: FlaskClient) -> None:
    text = client.get("/sv/small/hierarki").text
    assert "<details" in text
    for sign in re.findall(r"<summary>.*?</summary>", text, re.DOTALL):
        assert "<a" not in sign


def test_facets_page_lists_collections_and_says_so_where_there_are_none(client: FlaskClient) -> None:
    _, page = shown(client, "/sv/small/facetter")
    assert "/sv/small/facett/innehall" in page.links
    assert "inga facetter" in client.get("/sv/foreign/facetter").text
    assert client.get("/en/small/facets").status_code == 200
