from __future__ import annotations

import time
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from pyld import jsonld
from rdflib import Graph, Literal
from rdflib.compare import isomorphic

from tests.web.conftest import make_client
from tests.web.rest.conftest import BOAT, MIXED, M, Read

FORMATS = {
    "application/rdf+xml": "xml",
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/ld+json": "",
    "application/json": "",
}


def graph(client: FlaskClient, address: str, accept: str = "") -> Graph:
    reply = client.get(f"/rest/v1/{address}", headers={"Accept": accept} if accept else {})
    assert reply.status_code == 200, reply.text
    media_type = reply.content_type.partition(";")[0]
    assert media_type == accept or not accept
    content = reply.get_data(as_text=True)
    if FORMATS[media_type]:
        return Graph().parse(data=content, format=FORMATS[media_type])
    return Graph().parse(data=jsonld.to_rdf(reply.json, {"format": "application/n-quads"}), format="nt")


def in_small(given: Graph) -> Graph:
    """Language tags in small letters: they compare without case, and not every format writes their capitals."""
    found = Graph()
    for subject, predicate, value in given:
        if isinstance(value, Literal) and value.language:
            found.add((subject, predicate, Literal(value, lang=value.language.lower())))
        else:
            found.add((subject, predicate, value))
    return found


RECORDS = [
    *(f"mixed/data?uri={M}{name}" for name in ("boat", "float", "duck", "g1", "g2", "uses")),
    f"data?uri={BOAT}",
    "foreign/data?uri=" + quote("http://foreign.example/v#sol%20och%20måne"),
    "small/data?uri=https://example.org/small/k1",
]


@pytest.mark.parametrize("address", RECORDS)
def test_all_formats_say_the_same_by_parameter_and_by_accept(mixed: FlaskClient, address: str) -> None:
    first = graph(mixed, f"{address}&format=text/turtle")
    assert len(first) > 1
    for media_type in FORMATS:
        assert isomorphic(first, graph(mixed, f"{address}&format={quote(media_type)}"))
        assert isomorphic(first, graph(mixed, address, media_type))


def test_json_is_a_graph_of_labelled_nodes(read: Read) -> None:
    told = read(f"data?uri={M}amphibian&format=application/json")
    nodes = {node["uri"]: node for node in told["graph"]}
    concept = told["graph"][0]
    assert (concept["uri"], concept["type"]) == (M + "amphibian", "skos:Concept")
    assert sorted(concept["prefLabel"], key=lambda label: label["lang"]) == [
        {"lang": "en", "value": "amphibious vehicle"},
        {"lang": "sv", "value": "amfibiefordon"},
    ]
    assert sorted(each["uri"] for each in concept["broader"]) == [M + "boat", M + "car", M + "rescue"]
    assert nodes[M + "float"]["prefLabel"] == {"lang": "en-GB", "value": "Float 2"}
    assert nodes[M + "duck"]["prefLabel"] == "Duck"
    assert all("prefLabel" in nodes[each["uri"]] for key in ("broader", "narrower") for each in concept[key])


def test_one_value_stands_without_a_list(read: Read) -> None:
    told = read(f"mixed/data?uri={M}car&format=application/json")["graph"][0]
    assert told["broader"] == {"uri": M + "vehicle"}
    assert told["dct:created"] == {"type": "http://www.w3.org/2001/XMLSchema#date", "value": "2020-05-01"}


def test_without_format_the_field_s_own_order_decides(mixed: FlaskClient) -> None:
    for accept in (None, "*/*", "text/html, */*;q=0.1"):
        reply = mixed.get(f"/rest/v1/data?uri={BOAT}", headers={"Accept": accept} if accept else {})
        assert reply.content_type == "application/rdf+xml; charset=utf-8"
        assert reply.headers["Vary"] == "Accept"


def test_plus_sign_may_come_as_a_space(mixed: FlaskClient) -> None:
    reply = mixed.get(f"/rest/v1/data?uri={BOAT}&format=application/rdf+xml")
    assert reply.content_type == "application/rdf+xml; charset=utf-8"


@pytest.mark.parametrize(
    ("address", "accept", "status"),
    [
        (f"data?uri={BOAT}&format=turtle", "", 406),
        (f"mixed/data?uri={BOAT}&format=application/marcxml%2Bxml", "", 406),
        ("mixed/data?format=text/csv", "", 406),
        (f"data?uri={BOAT}", "text/html", 406),
        ("mixed/data", "image/png", 406),
        ("data", "", 400),
        ("data?uri=&format=text/turtle", "", 400),
        ("data?uri=https://example.org/nothing", "", 404),
        (f"nothing/data?uri={BOAT}", "", 404),
        ("nothing/data", "", 404),
        (f"small/data?uri={BOAT}", "", 404),
        (f"mixed/data?uri={M}raft", "", 410),
    ],
)
def test_what_cannot_be_given(mixed: FlaskClient, address: str, accept: str, status: int) -> None:
    reply = mixed.get(f"/rest/v1/{address}", headers={"Accept": accept} if accept else {})
    assert reply.status_code == status
    if status == 406:
        assert len(reply.headers.getlist("Link")) == len(FORMATS)


def test_data_is_not_sent_twice(mixed: FlaskClient) -> None:
    tags = set()
    for media_type in FORMATS:
        address = f"/rest/v1/data?uri={BOAT}&format={quote(media_type)}"
        tag = mixed.get(address).headers["ETag"]
        tags.add(tag)
        assert mixed.get(address, headers={"If-None-Match": f'"other", W/{tag}'}).status_code == 304
    assert len(tags) == len(FORMATS)


def test_callback_gets_the_graph(mixed: FlaskClient) -> None:
    reply = mixed.get(f"/rest/v1/data?uri={BOAT}&format=application/json&callback=f")
    assert reply.text.startswith("/**/f({")
    assert reply.content_type == "application/javascript; charset=utf-8"


@pytest.fixture(scope="module")
def whole() -> FlaskClient:
    """A service whose downloads are prepared, as a server prepares them."""
    client = make_client(MIXED)
    deadline = time.monotonic() + 30
    while client.get("/rest/v1/mixed/data?format=text/turtle").status_code == 503 and time.monotonic() < deadline:
        time.sleep(0.05)
    return client


def test_without_an_iri_the_whole_vocabulary_is_given(whole: FlaskClient) -> None:
    first = in_small(graph(whole, "mixed/data?format=text/turtle"))
    assert len(first) > 80
    for media_type in FORMATS:
        assert isomorphic(first, in_small(graph(whole, f"mixed/data?format={quote(media_type)}")))
        assert isomorphic(first, in_small(graph(whole, "mixed/data", media_type)))
