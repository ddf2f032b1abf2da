from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from rdflib import DCAT, DCTERMS, RDF, VOID, Graph, Literal, URIRef

from tests.web.conftest import SMALL, make_client

HERE = "http://localhost"
FORMATS = {"text/turtle": "turtle", "application/rdf+xml": "xml", "application/n-triples": "nt"}


def graph(client: FlaskClient, path: str, accept: str = "text/turtle") -> Graph:
    reply = client.get(path, headers={"Accept": accept})
    assert (reply.status_code, reply.mimetype) == (200, accept)
    return Graph().parse(data=reply.get_data(), format=FORMATS[accept])


def test_catalogue_has_every_vocabulary_with_files_that_answer_as_they_are_said_to(client: FlaskClient) -> None:
    found = graph(client, "/dcat")
    catalogue = URIRef(f"{HERE}/dcat")
    assert (catalogue, RDF.type, DCAT.Catalog) in found
    assert len(list(found.objects(catalogue, DCAT.dataset))) == 2
    distributions = list(found.subjects(RDF.type, DCAT.Distribution))
    assert len(distributions) == 12
    for each in distributions:
        media_type = str(found.value(each, DCAT.mediaType)).partition("media-types/")[2]
        address = str(found.value(each, DCAT.downloadURL)).removeprefix(HERE)
        reply = client.get(address)
        assert (reply.status_code, reply.mimetype) == (200, media_type)


def test_interfaces_of_the_catalogue_answer(client: FlaskClient) -> None:
    found = graph(client, "/dcat")
    endpoints = {str(each).removeprefix(HERE) for each in found.objects(None, DCAT.endpointURL)}
    assert endpoints == {"/sparql", "/rest/v1/"}
    described = [str(each).removeprefix(HERE) for each in found.objects(None, DCAT.endpointDescription)]
    assert all(client.get(each, headers={"Accept": "*/*"}).status_code == 200 for each in described)


def test_void_counts_the_triples_of_the_download() -> None:
    client = make_client(SMALL)
    download = Graph().parse(data=client.get("/small.ttl").get_data(), format="turtle")
    found = graph(client, "/.well-known/void")
    dataset = URIRef(f"{HERE}/.well-known/void#small")
    assert found.value(dataset, VOID.triples) == Literal(len(download))
    assert URIRef(f"{HERE}/small.ttl") in set(found.objects(dataset, VOID.dataDump))
    assert found.value(dataset, VOID.sparqlEndpoint) == URIRef(f"{HERE}/sparql")


@pytest.mark.parametrize("path", ["/dcat", "/.well-known/void"])
def test_every_format_is_the_same_graph_and_holds_for_the_next_time(client: FlaskClient, path: str) -> None:
    turtle = graph(client, path)
    assert len(turtle) > 20
    for accept in FORMATS:
        assert set(graph(client, path, accept)) == set(turtle)
    assert client.get(path, headers={"Accept": "text/html,*/*;q=0.1"}).mimetype == "text/turtle"
    assert client.get(f"{path}?format=jsonld").mimetype == "application/ld+json"
    assert client.get(path, headers={"Accept": "image/png"}).status_code == 406
    first = client.get(path)
    assert client.get(path, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_addresses_are_those_of_the_public_host_below_its_path(write: Callable[[str, str | bytes], Path]) -> None:
    client = make_client(SMALL, base_path="/begrepp", public_address="https://samsprak.example")
    found = Graph().parse(data=client.get("/begrepp/dcat").get_data(), format="turtle")
    addresses = [str(each) for each in found.objects(None, DCAT.accessURL)]
    assert addresses
    assert all(each.startswith("https://samsprak.example/begrepp/small.") for each in addresses)
    assert found.value(URIRef("https://samsprak.example/begrepp/dcat"), DCTERMS.title)
