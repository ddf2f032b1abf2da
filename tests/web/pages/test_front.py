from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from flask.testing import FlaskClient

from tests.conftest import PREFIXES
from tests.web.conftest import make_client
from tests.web.pages.shown import Page, shown

Write = Callable[[str, str | bytes], Path]


def test_front_page_has_the_field_ready_and_no_second_one(client: FlaskClient) -> None:
    text, _ = shown(client, "/sv/")
    assert text.count('role="search"') == 1
    assert text.count(" autofocus") == 1
    assert " autofocus" not in client.get("/sv/small/").text


def test_vocabulary_without_facets_names_its_tops_but_those_out_of_use(write: Write) -> None:
    many = "\n".join(f'ex:t{number:02} a skos:Concept ; skos:prefLabel "top {number:02}"@sv .' for number in range(30))
    old = 'ex:old a skos:Concept ; skos:prefLabel "a gammal"@sv ; adms:status status:Deprecated ; owl:deprecated true .'
    client = make_client(write("v.ttl", PREFIXES + many + old))
    for path in ("/sv/", "/sv/v/"):
        text, page = shown(client, path)
        assert sum(link.startswith("/sv/v/t") for link in page.links) == 24
        assert "6 till" in text
        assert "gammal" not in text


def test_news_are_decisions_and_changes_never_that_records_were_made(client: FlaskClient, write: Write) -> None:
    text, page = shown(client, "/sv/")
    assert '<time datetime="2026-01-01">1 januari 2026</time>' in text
    assert "/sv/small/andringar" in page.links
    made = 'ex:a a skos:Concept ; skos:prefLabel "a"@sv ; dcterms:created "2026-01-01"^^xsd:date .'
    assert "Nyligen" not in make_client(write("v.ttl", PREFIXES + made)).get("/sv/").text


def test_links_of_every_page_lead_to_the_lists(write: Write) -> None:
    client = make_client(write("v.ttl", PREFIXES + 'ex:a a skos:Concept ; skos:prefLabel "a"@sv .'))
    names = dict(zip(("A–Ö", "Hierarki", "Föreslå", "Om"), ("v/a-o", "v/hierarki", "foresla", "om"), strict=True))
    for path in ("/sv/", "/sv/v/a/a", "/sv/om"):
        text = client.get(path).text
        for name, address in names.items():
            assert f'<a href="/sv/{address}">{name}</a>' in text
        assert "Facetter" not in text
        assert "Vägledning" not in text


def test_page_says_what_it_is_to_those_who_share_it(client: FlaskClient) -> None:
    text = client.get("/sv/small/stod/foraldrastod").text
    for name, value in (
        ("og:title", "föräldrastöd – Samspråk"),
        ("og:description", "insats till föräldrar"),
        ("og:url", "http://localhost/sv/small/stod/foraldrastod"),
        ("og:locale", "sv_SE"),
    ):
        assert f'<meta property="{name}" content="{value}">' in text


def test_addresses_that_must_be_whole_follow_the_proxy(client: FlaskClient) -> None:
    for scheme, wanted in (("https", "https://localhost/en/"), ("gopher", "http://localhost/en/")):
        text = client.get("/sv/", headers={"X-Forwarded-Proto": scheme}).text
        assert f'hreflang="en" href="{wanted}"' in text


def test_addresses_that_must_be_whole_are_the_public_ones_where_they_are_set(write: Write) -> None:
    path = write("v.ttl", PREFIXES + 'ex:a a skos:Concept ; skos:prefLabel "alla"@sv .')
    text = make_client(path, public_address="https://begrepp.example").get("/sv/", headers={"Host": "other"}).text
    assert 'hreflang="en" href="https://begrepp.example/en/"' in text
    assert "other" not in text


def test_table_stands_on_the_front_page(write: Write) -> None:
    body = """
    ex:a a skos:Concept ; skos:prefLabel "alla"@sv . ex:b a skos:Concept ; skos:prefLabel "service"@sv .
    ex:who a skos:Collection ; skos:prefLabel "grupper (vem)"@sv ; skos:member ex:a .
    ex:way a skos:Collection ; skos:prefLabel "vägar"@sv ; skos:member ex:b .
    ex:all a skos:Collection ; skos:prefLabel "facetter"@sv ; skos:member ex:who , ex:way .
    ex:row a skos:Collection ; skos:prefLabel "rad"@sv ; skos:member ex:a , ex:b ; skos:note "Service: oftast."@sv .
    ex:cols a skos:OrderedCollection ; skos:prefLabel "kolumner"@sv ; skos:memberList ( ex:who ex:way ) .
    ex:table a skos:OrderedCollection ; skos:prefLabel "tabell"@sv ; skos:memberList ( ex:row ) .
    """
    client = make_client(write("v.ttl", PREFIXES + body))
    for path in ("/sv/", "/sv/v/", "/sv/v/facetter", "/sv/v/table/tabell"):
        text = client.get(path).text
        assert '<a href="/sv/v/b/service" ' in text or '<a href="/sv/v/b/service">' in text
        assert "(oftast)" in text, path
    own = client.get("/sv/v/b/service").text
    assert '<span class="entry here"><strong>service</strong>' in own
    assert Page(own).headings.count("I rapportens tabell") == 1
