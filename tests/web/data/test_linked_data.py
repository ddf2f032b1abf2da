from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from pyld import jsonld
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

SMALL = Namespace("https://example.org/small/")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
FORMATS = {"ttl": "turtle", "rdf": "xml", "nt": "nt"}
PATHS = [
    "/small/stod",
    "/small/komet",
    "/small/gammal",
    "/small/facett",
    "/small/k1",
    "/small/small",
    "/small",
    "/foreign",
    "/foreign/a",
    "/foreign/sol%2520och%2520m%C3%A5ne",
    "/foreign/data.ttl",
    "/foreign/%C3%A5/%C3%A4%3F%C3%B6",
]


def graph(client: FlaskClient, path: str, suffix: str) -> Graph:
    reply = client.get(f"{path}.{suffix}")
    assert reply.status_code == 200, reply.text
    return Graph().parse(data=reply.get_data(), format=FORMATS[suffix])


@pytest.mark.parametrize("path", PATHS)
def test_all_four_formats_say_the_same(client: FlaskClient, path: str) -> None:
    turtle = graph(client, path, "ttl")
    assert len(turtle) > 0
    assert isomorphic(turtle, graph(client, path, "rdf"))
    assert isomorphic(turtle, graph(client, path, "nt"))
    document = json.loads(client.get(f"{path}.jsonld").get_data())
    quads = jsonld.to_rdf(document, {"format": "application/n-quads"})
    assert isomorphic(turtle, Graph().parse(data=quads, format="nt"))


def test_data_names_what_it_refers_to(client: FlaskClient) -> None:
    said = graph(client, "/small/komet", "ttl")
    assert (SMALL.komet, SKOS.broader, SMALL.stod) in said
    assert (SMALL.stod, SKOS.prefLabel, Literal("föräldrastöd", lang="sv")) in said
    assert (SMALL.facett, SKOS.member, SMALL.komet) in said
    assert (SMALL.facett, SKOS.prefLabel, Literal("innehåll", lang="sv")) in said


def test_data_states_inverses_and_scheme(client: FlaskClient) -> None:
    said = graph(client, "/small/stod", "ttl")
    assert (SMALL.stod, SKOS.narrower, SMALL.komet) in said
    assert (SMALL.stod, SKOS.inScheme, URIRef("https://example.org/small")) in said
    assert (SMALL.alla, SKOS.related, SMALL.stod) not in said
    assert (SMALL.alla, SKOS.related, SMALL.stod) in graph(client, "/small", "ttl")


def test_json_ld_reads_as_json(client: FlaskClient) -> None:
    body = json.loads(client.get("/small/stod.jsonld").get_data())
    concept = body["graph"][0] if "graph" in body else body
    assert concept["id"] == str(SMALL.stod)
    assert concept["prefLabel"] == {"sv": "föräldrastöd", "en": "parental support"}
    assert concept["altLabel"] == {"sv": ["stöd till föräldrar"]}
    assert {each["id"] for each in concept["narrower"]} == {str(SMALL[name]) for name in ("komet", "gammal", "borta")}
    assert concept["created"] == "2025-01-01"


@pytest.mark.parametrize(
    ("accept", "location"),
    [
        (None, "/sv/small/stod/foraldrastod"),
        ("*/*", "/sv/small/stod/foraldrastod"),
        ("text/html", "/sv/small/stod/foraldrastod"),
        ("text/turtle", "/small/stod.ttl"),
        ("application/ld+json", "/small/stod.jsonld"),
        ("application/rdf+xml", "/small/stod.rdf"),
        ("application/n-triples", "/small/stod.nt"),
        ("text/turtle;q=0.4, application/rdf+xml;q=0.5", "/small/stod.rdf"),
    ],
)
def test_concept_address_leads_by_accept(client: FlaskClient, accept: str | None, location: str) -> None:
    reply = client.get("/small/stod", headers={"Accept": accept} if accept else {})
    assert reply.status_code == 303
    assert reply.headers["Location"] == location
    assert reply.headers["Vary"] == "Accept, Accept-Language"
    assert len(reply.headers.getlist("Link")) == 4


def test_page_language_follows_accept_language(client: FlaskClient) -> None:
    reply = client.get("/small/stod", headers={"Accept-Language": "en-GB,sv;q=0.5"})
    assert reply.headers["Location"] == "/en/small/stod/parental-support"


@pytest.mark.parametrize(
    ("path", "accept", "location"),
    [
        ("/small", "text/html", "/sv/small/"),
        ("/small", "text/turtle", "/small.ttl"),
        ("/small/facett", "text/html", "/sv/small/facett/innehall"),
        ("/small/facett", "application/ld+json", "/small/facett.jsonld"),
        ("/foreign/data.ttl", "text/turtle", "/foreign/data.ttl.ttl"),
    ],
)
def test_collections_schemes_and_vocabularies_lead_alike(
    client: FlaskClient, path: str, accept: str, location: str
) -> None:
    assert client.get(path, headers={"Accept": accept}).headers["Location"] == location


def test_nothing_acceptable_is_406_and_names_what_is_offered(client: FlaskClient) -> None:
    reply = client.get("/small/stod", headers={"Accept": "image/png"})
    assert reply.status_code == 406
    assert reply.content_type == "application/problem+json"
    assert "text/turtle" in reply.get_json(force=True)["detail"]
    assert len(reply.headers.getlist("Link")) == 5
    assert "Accept" in reply.headers["Vary"]


@pytest.mark.parametrize("path", ["/small/stod.ttl", "/small.ttl", "/small/facett.jsonld", "/small/small.nt"])
def test_data_has_an_entity_tag_and_answers_304(client: FlaskClient, path: str) -> None:
    first = client.get(path)
    tag = first.headers["ETag"]
    for sent in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get(path, headers={"If-None-Match": sent})
        assert again.status_code == 304, sent
        assert again.headers["ETag"] == tag
        assert again.get_data() == b""
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_formats_have_different_entity_tags(client: FlaskClient) -> None:
    tags = {client.get(f"/small/stod.{suffix}").headers["ETag"] for suffix in ("ttl", "rdf", "nt", "jsonld")}
    assert len(tags) == 4


@pytest.mark.parametrize("path", ["/small/stod", "/small/stod.ttl", "/small.rdf", "/sv/small/stod/foraldrastod", "/no"])
def test_head_is_get_without_a_body(client: FlaskClient, path: str) -> None:
    got, headed = client.get(path), client.head(path)
    assert headed.status_code == got.status_code
    assert headed.get_data() == b""
    assert dict(headed.headers) == dict(got.headers)


def test_unknown_id_is_404_as_json_for_a_program(client: FlaskClient) -> None:
    reply = client.get("/small/nope", headers={"Accept": "text/turtle", "Accept-Language": "en"})
    assert reply.status_code == 404
    assert reply.content_type == "application/problem+json"
    assert reply.get_json(force=True)["detail"] == "Nothing here has the address or id “nope”."


@pytest.mark.parametrize("path", ["/small/borta", "/small/borta.ttl", "/sv/small/borta/borttaget-begrepp"])
def test_withdrawn_concept_answers_410_with_a_tombstone(client: FlaskClient, path: str) -> None:
    page = client.get(path, headers={"Accept": "text/html"})
    assert page.status_code == 410
    assert "borttaget begrepp" in page.text
    assert "alla barn" in page.text
    problem = client.get(path, headers={"Accept": "application/json"})
    assert problem.status_code == 410
    assert problem.get_json(force=True)["status"] == 410


def test_retired_concept_still_answers(client: FlaskClient) -> None:
    said = graph(client, "/small/gammal", "ttl")
    replaced_by = URIRef("http://purl.org/dc/terms/isReplacedBy")
    assert (SMALL.gammal, replaced_by, SMALL.stod) in said


@pytest.mark.parametrize(
    "iri",
    [
        "https://example.org/small/stod",
        "http://foreign.example/v#a",
        "http://foreign.example/v#sol%20och%20måne",
        "http://foreign.example/v#å/ä?ö",
        "http://foreign.example/v#data.ttl",
    ],
)
def test_entity_leads_from_any_iri_to_its_data(client: FlaskClient, iri: str) -> None:
    reply = client.get(f"/entity?uri={quote(iri, safe='')}", headers={"Accept": "text/turtle"})
    assert reply.status_code == 303
    followed = client.get(reply.headers["Location"])
    assert followed.status_code == 200
    assert (URIRef(iri), None, None) in Graph().parse(data=followed.get_data(), format="turtle")


def test_entity_without_an_iri_is_a_bad_request(client: FlaskClient) -> None:
    assert "?uri=" in client.get("/entity").get_json(force=True)["detail"]
    assert client.get("/entity").status_code == 400
    assert client.get("/entity?uri=").status_code == 400
    assert client.get("/entity?uri=https://example.org/none").status_code == 404


def test_data_may_be_read_by_pages_of_other_sites(client: FlaskClient) -> None:
    for path in ("/small/stod", "/small/stod.ttl", "/small.ttl", "/small/nope.ttl"):
        assert client.get(path).headers["Access-Control-Allow-Origin"] == "*"
    preflight = client.options(
        "/small/stod.ttl", headers={"Origin": "https://a.example", "Access-Control-Request-Method": "GET"}
    )
    assert preflight.status_code == 204
    assert "GET" in preflight.headers["Access-Control-Allow-Methods"]


def test_only_reading_is_allowed(client: FlaskClient) -> None:
    reply = client.post("/small/stod", headers={"Accept": "application/json"})
    assert reply.status_code == 405
    assert set(reply.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_last_slash_is_forgiven(client: FlaskClient) -> None:
    reply = client.get("/small/stod/")
    assert (reply.status_code, reply.headers["Location"]) == (308, "/small/stod")
    assert client.get("/small/nope/").status_code == 404


def test_namespace_with_its_slash_leads_to_the_vocabulary(client: FlaskClient) -> None:
    reply = client.get("/small/")
    assert (reply.status_code, reply.headers["Location"]) == (308, "/small")
