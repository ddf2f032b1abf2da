from __future__ import annotations

import json
import re
from urllib.parse import urljoin

import pytest
from flask.testing import FlaskClient

from tests.web.pages.shown import Page, shown

STOD = "/sv/small/stod/foraldrastod"


def test_every_link_on_every_page_leads_somewhere(client: FlaskClient) -> None:
    pending, seen = ["/sv/", "/en/"], set[str]()
    while pending:
        path = pending.pop()
        if path in seen:
            continue
        seen.add(path)
        reply = client.get(path)
        assert reply.status_code in {200, 302, 303, 308, 410}, (path, reply.status_code)
        if reply.content_type == "text/html; charset=utf-8" and reply.status_code == 200:
            links = (urljoin(f"http://localhost{path}", link) for link in Page(reply.text).links)
            pending += [link.removeprefix("http://localhost") for link in links if link.startswith("http://localhost/")]
    assert "/en/small/stod/parental-support" in seen
    assert len(seen) > 60


def test_home_has_the_search_field_and_the_facets(client: FlaskClient) -> None:
    text, page = shown(client, "/sv/")
    assert 'action="/sv/sok"' in text
    assert "/sv/small/facett/innehall" in page.links


def test_start_leads_to_the_reader_s_language(client: FlaskClient) -> None:
    assert client.get("/").headers["Location"] == "/sv/"
    english = client.get("/", headers={"Accept-Language": "en"})
    assert english.headers["Location"] == "/en/"
    assert english.headers["Vary"] == "Accept-Language"


def test_concept_page_shows_the_whole_record(client: FlaskClient) -> None:
    text, page = shown(client, STOD)
    for part in (
        "insats till föräldrar",
        "stöd till föräldrar",
        "<s>föräldrahjälp</s>",
        '<dd class="inside">En kurs.</dd>',
        "parental support",
        "intervention for parents",
        "En källa</a></cite>. Socialstyrelsen, 2009",
        "Handboken, s. 3",
        "Beslutat",
        "2026-01-01</time>, Nämnden",
        "https://example.org/small/stod",
        "https://example.com/other/1",
    ):
        assert part in text, part
    assert {"/sv/small/komet/komet", "/sv/small/alla/alla-barn", "/small/stod.ttl"} <= set(page.links)


def test_collection_page_shows_members_and_sources(client: FlaskClient) -> None:
    text, page = shown(client, "/sv/small/facett/innehall")
    assert {STOD, "/sv/small/komet/komet", "/sv/small/k1/en-kalla"} <= set(page.links)
    assert "En källa</a></cite>. Socialstyrelsen, 2009" in text


def test_markup_in_a_vocabulary_is_shown_not_run(client: FlaskClient) -> None:
    text, _ = shown(client, STOD)
    assert "&lt;b&gt;föräldrastöd&lt;/b&gt;" in text
    assert "sun &amp; moon &lt;x&gt;" in client.get("/sv/foreign/a-o?letter=S").text


def test_proposal_says_that_it_is_not_decided(client: FlaskClient) -> None:
    assert "Förslag – inte beslutat" in client.get("/sv/small/komet/komet").text
    assert "Proposal – not decided" in client.get("/en/small/komet/komet").text


def test_retired_term_leads_to_the_current_one(client: FlaskClient) -> None:
    text, _ = shown(client, "/sv/small/gammal/foraldrautbildning")
    assert re.search(r'Använd i stället: <a href="/sv/small/stod/foraldrastod"', text)
    found = client.get("/sv/sok?q=föräldrautbildning").text
    assert re.search(r'Använd i stället: <a href="/sv/small/stod/foraldrastod"', found)


def test_old_name_in_an_address_leads_to_the_current_one(client: FlaskClient) -> None:
    for path in ("/sv/small/stod", "/sv/small/stod/annat", "/sv/small/stod/"):
        reply = client.get(path)
        assert (reply.status_code, reply.headers["Location"]) == (302, STOD)


def test_foreign_vocabulary_is_shown_as_it_is(client: FlaskClient) -> None:
    text, page = shown(client, "/sv/foreign/a/alpha")
    assert "alfa" not in text, "a hidden label of other people's vocabulary is searched, never shown"
    assert "Avråds" not in text
    assert "Sources" not in page.headings
    assert "Alpha" in client.get("/sv/sok?q=alfa").text
    shown(client, "/sv/foreign/nameless/n1")
    shown(client, "/sv/foreign/hierarki")


def test_search_forgives_case_and_diacritics_and_tells_why(client: FlaskClient) -> None:
    for query in ("FORALDRASTOD", "föräldrast", "parental", "stöd till för", "https://example.org/small/stod"):
        assert STOD in client.get("/sv/sok", query_string={"q": query}).text, query
    assert "avrådd term" in client.get("/sv/sok?q=föräldrahjälp").text


def test_search_without_a_hit_says_so_and_leads_on(client: FlaskClient) -> None:
    text, page = shown(client, "/sv/sok?q=zzzz")
    assert "Ingenting heter ”zzzz” här." in text
    assert "/sv/small/a-o" in page.links


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999", "²"])
def test_odd_page_numbers_do_no_harm(client: FlaskClient, page: str) -> None:
    assert client.get("/sv/sok", query_string={"q": "a", "page": page}).status_code == 200
    assert client.get("/sv/small/a-o", query_string={"page": page}).status_code == 200


def test_alphabet_has_swedish_order_and_synonyms(client: FlaskClient) -> None:
    text, _ = shown(client, "/sv/small/a-o?letter=S")
    assert "stöd till föräldrar</span> → <a" in text
    letters = re.findall(r'\?letter=[^"]+"[^>]*>([^<]+)</a>', text)
    assert letters == ["A", "B", "F", "K", "S"]


def test_hierarchy_shows_every_concept_and_ends_in_a_circle(client: FlaskClient) -> None:
    text, _ = shown(client, "/sv/foreign/hierarki")
    assert {"Alpha", "beta", "a file", "odd", "N1"} <= set(re.findall(r">([^<>]+)</a>", text))
    opened, _ = shown(client, "/sv/small/hierarki?under=stod")
    assert "Komet" in opened
    assert client.get("/sv/small/hierarki?under=nope").status_code == 404


def test_page_tells_search_engines_what_it_defines(client: FlaskClient) -> None:
    text, _ = shown(client, STOD)
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert found
    term = json.loads(found[1])
    assert term["@type"] == "DefinedTerm"
    assert term["@id"] == "https://example.org/small/stod"
    assert term["name"] == "föräldrastöd"
    assert term["inDefinedTermSet"] == "https://example.org/small"


def test_page_names_its_data_and_its_other_language(client: FlaskClient) -> None:
    reply = client.get(STOD)
    links = ", ".join(reply.headers.getlist("Link"))
    assert '</small/stod.ttl>; rel="alternate"; type="text/turtle"' in links
    assert '<link rel="alternate" hreflang="en" href="http://localhost/en/small/stod/parental-support">' in reply.text
    assert reply.headers["Content-Language"] == "sv"


def test_pages_have_entity_tags_by_language(client: FlaskClient) -> None:
    swedish = client.get(STOD).headers["ETag"]
    assert client.get(STOD, headers={"If-None-Match": swedish}).status_code == 304
    assert client.get("/en/small/stod/parental-support").headers["ETag"] != swedish
    assert client.get("/sv/small/nope", headers={"If-None-Match": swedish}).status_code == 404


def test_every_reply_carries_the_security_headers(client: FlaskClient) -> None:
    for path in ("/sv/", STOD, "/small/stod", "/small/stod.ttl", "/nope", "/static/style.css", "/healthz"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"], path
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in headers


def test_pages_load_nothing_from_other_hosts_and_hold_no_script_of_their_own(client: FlaskClient) -> None:
    text, _ = shown(client, STOD)
    for tag in re.findall(r"<(?:script|img|link)[^>]*>", text):
        assert "//" not in tag or ("hreflang" in tag and '"http://localhost/' in tag)
    assert not re.search(r"<style|\sstyle=|\son\w+=", text)
    for attributes in re.findall(r"<script([^>]*)>", text):
        assert 'type="application/ld+json"' in attributes or 'src="/static/' in attributes
