from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.robotparser import RobotFileParser
from xml.etree.ElementTree import Element, fromstring

import pytest
from flask.testing import FlaskClient

from samsprak.web.catalogue import sitemaps
from tests.conftest import PREFIXES
from tests.web.conftest import make_client

Write = Callable[[str, str | bytes], Path]
HERE = "http://localhost"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def read(client: FlaskClient, path: str) -> Element:
    reply = client.get(path)
    assert (reply.status_code, reply.mimetype) == (200, "application/xml")
    return fromstring(reply.get_data())


def places(root: Element) -> list[str]:
    return [str(each.text).removeprefix(HERE) for each in root.iter(f"{MAP}loc")]


def test_every_page_of_the_map_is_there_and_may_be_listed(client: FlaskClient) -> None:
    found = places(read(client, "/sitemap.xml"))
    assert len(found) == len(set(found)) > 40
    for address in found:
        reply = client.get(address)
        assert reply.status_code == 200, address
        assert '<meta name="robots"' not in reply.text, address


def test_concepts_out_of_use_are_neither_in_the_map_nor_to_be_listed(client: FlaskClient) -> None:
    retired = client.get("/en/small/gammal", follow_redirects=True)
    assert retired.request.path not in places(read(client, "/sitemap.xml"))
    assert '<meta name="robots" content="noindex">' in retired.text


def test_large_map_comes_in_parts_that_hold_each_page_once(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    body = "".join(f'ex:c{n} a skos:Concept ; skos:prefLabel "ord {n}"@sv .\n' for n in range(30))
    client = make_client(write("v.ttl", PREFIXES + body))
    whole = places(read(client, "/sitemap.xml"))
    monkeypatch.setattr(sitemaps, "A_PART", 10)
    parts = places(read(client, "/sitemap.xml"))
    assert parts == [f"/sitemap.xml?part={number}" for number in range(1, len(parts) + 1)]
    assert [each for part in parts for each in places(read(client, part))] == whole
    assert client.get(f"/sitemap.xml?part={len(parts) + 1}").status_code == 404


def test_robots_are_told_of_the_map_and_kept_from_what_is_no_page(client: FlaskClient) -> None:
    rules = RobotFileParser()
    rules.parse(client.get("/robots.txt").text.splitlines())
    assert rules.site_maps() == [f"{HERE}/sitemap.xml"]
    for allowed in ("/sv/", "/small/stod", "/en/small/stod/support", "/small.ttl", "/sv/om"):
        assert rules.can_fetch("robot", HERE + allowed), allowed
    for kept in ("/rest/v1/vocabularies", "/sparql?query=x", "/entity?uri=x", "/sv/sok?q=x"):
        assert not rules.can_fetch("robot", HERE + kept), kept
