from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient
from rdflib import RDF, SH, Graph, URIRef

from samsprak.settings import project_folder


def test_context_has_an_address_and_is_the_one_in_replies(client: FlaskClient) -> None:
    reply = client.get("/context.jsonld")
    assert reply.mimetype == "application/ld+json"
    inline = json.loads(client.get("/small/stod.jsonld").text)["@context"]
    assert json.loads(reply.text) == {"@context": inline}
    assert client.get("/context.jsonld", headers={"If-None-Match": reply.headers["ETag"]}).status_code == 304


@pytest.mark.parametrize("path", sorted(project_folder("shapes").glob("*.ttl")), ids=lambda path: path.stem)
def test_each_file_of_shapes_has_an_address(client: FlaskClient, path: object) -> None:
    for address in (f"/shapes/{path.name}", f"/shapes/{path.stem}"):  # type: ignore[attr-defined]
        reply = client.get(address)
        assert reply.mimetype == "text/turtle"
        assert reply.text == path.read_text(encoding="utf-8")  # type: ignore[attr-defined]


def test_all_shapes_are_one_graph_and_each_leads_to_its_file(client: FlaskClient) -> None:
    graph = Graph().parse(data=client.get("/shapes").text, format="turtle")
    shapes = [each for each in graph.subjects(RDF.type, SH.NodeShape) if isinstance(each, URIRef)]
    assert len(shapes) > 60
    for shape in shapes:
        name = str(shape).rpartition("/")[2]
        reply = client.get(f"/shapes/{name}")
        assert reply.status_code == 303, name
        assert name in client.get(reply.headers["Location"]).text


def test_what_is_no_shape_is_not_found_and_shapes_are_turtle_only(client: FlaskClient) -> None:
    assert client.get("/shapes/nothing").status_code == 404
    assert client.get("/shapes/..%2fpyproject.toml").status_code == 404
    assert client.get("/shapes", headers={"Accept": "application/ld+json"}).status_code == 406
