from __future__ import annotations

import json
from typing import Any

import feedparser
import pytest
from flask.testing import FlaskClient
from pyld import jsonld

HERE = "http://localhost"
ACTIVITIES = "https://www.w3.org/ns/activitystreams#"


def read(client: FlaskClient, path: str, **headers: str) -> Any:
    reply = client.get(path, headers=headers)
    assert (reply.status_code, reply.mimetype) == (200, "application/atom+xml")
    parsed = feedparser.parse(reply.get_data())
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


@pytest.mark.parametrize("path", ["/feed.atom", "/small/feed.atom"])
def test_feed_names_itself_and_leads_to_pages(client: FlaskClient, path: str) -> None:
    found = read(client, f"{path}?lang=en")
    links = {link.rel: link.href for link in found.feed.links}
    assert links["self"] == f"{HERE}{path}?lang=en"
    assert client.get(links["alternate"].removeprefix(HERE)).status_code == 200
    assert found.entries
    for entry in found.entries:
        # A concept that has been withdrawn answers so.
        assert client.get(entry.link.removeprefix(HERE)).status_code in {200, 410}
    dates = [entry.updated for entry in found.entries]
    assert dates == sorted(dates, reverse=True)


def test_language_is_asked_for_or_that_of_the_reader(client: FlaskClient) -> None:
    assert read(client, "/feed.atom", **{"Accept-Language": "en"}).feed.language == "en"
    assert read(client, "/feed.atom", **{"Accept-Language": "de"}).feed.language == "sv"
    assert client.get("/feed.atom").headers["Vary"] == "Accept-Language"
    assert client.get("/feed.atom?lang=fi").status_code == 400


def test_feed_holds_for_the_next_time(client: FlaskClient) -> None:
    etag = client.get("/feed.atom?lang=sv").headers["ETag"]
    assert client.get("/feed.atom?lang=sv", headers={"If-None-Match": etag}).status_code == 304
    assert client.get("/feed.atom?lang=en", headers={"If-None-Match": etag}).status_code == 200


def changes(client: FlaskClient, path: str) -> Any:
    reply = client.get(path)
    assert (reply.status_code, reply.mimetype) == (200, "application/ld+json")
    return json.loads(reply.text)


def test_changes_come_in_pages_until_there_are_no_more(client: FlaskClient) -> None:
    whole = changes(client, "/changes.jsonld")
    assert "next" not in whole
    path, found = "/changes.jsonld?limit=2", []
    while path:
        page = changes(client, path)
        assert page["id"] == HERE + path
        assert 0 < len(page["orderedItems"]) <= 2
        found += page["orderedItems"]
        path = page.get("next", "").removeprefix(HERE)
    assert found == whole["orderedItems"]


def test_changes_since_a_day_are_those_on_it_and_later(client: FlaskClient) -> None:
    whole = changes(client, "/small/changes.jsonld")["orderedItems"]
    days = sorted({each["published"][:10] for each in whole})
    since = changes(client, f"/small/changes.jsonld?since={days[-1]}")["orderedItems"]
    assert since == [each for each in whole if each["published"][:10] >= days[-1]]
    assert 0 < len(since) < len(whole)
    assert client.get("/small/changes.jsonld?since=yesterday").status_code == 400
    assert client.get("/nowhere/changes.jsonld").status_code == 404


def test_changes_are_activities_to_who_reads_json_ld(client: FlaskClient) -> None:
    (page,) = jsonld.expand(changes(client, "/changes.jsonld"))
    assert page["@type"] == [f"{ACTIVITIES}OrderedCollectionPage"]
    (items,) = page[f"{ACTIVITIES}items"]
    assert {each["@type"][0].removeprefix(ACTIVITIES) for each in items["@list"]} <= {"Create", "Update", "Delete"}


def test_pages_name_the_feed_and_changes_lead_to_it(client: FlaskClient) -> None:
    assert 'type="application/atom+xml" href="/small/feed.atom?lang=sv"' in client.get("/sv/small/").text
    assert 'type="application/atom+xml" href="/feed.atom?lang=en"' in client.get("/en/").text
    assert 'href="/small/changes.jsonld"' in client.get("/sv/small/andringar").text
