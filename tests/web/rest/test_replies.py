"""What every path has in common, and that what all of them say as JSON-LD is what the vocabulary says."""

from __future__ import annotations

import json
import subprocess

import pytest
from flask.testing import FlaskClient
from pyld import jsonld
from rdflib import Graph, URIRef
from rdflib.namespace import SKOS

from samsprak.vocabulary.formats import N_TRIPLES
from samsprak.web.context import service_of
from samsprak.web.rest.replies import called
from tests.web.rest.conftest import BOAT, DATA_PATHS, PATHS, PROGRAMS, M

BASE = "http://localhost/rest/v1/"
# What clients read as statements about concepts and collections.
SAID = (
    *(SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel, SKOS.notation, SKOS.definition),
    *(SKOS.broader, SKOS.narrower, SKOS.related, SKOS.topConceptOf, SKOS.member),
)
FURTHER = (
    "search?query=*&fields=broader narrower related prefLabel altLabel hiddenLabel definition inScheme exactMatch",
    "search?query=b*&lang=sv&labellang=en&fields=definition",
    "search?query=*&lang=de",
    "mixed/lookup?label=boot&lang=de",
    "mixed/index/*?lang=sv",
    *(f"mixed/{path}?lang={lang}" for path in ("topConcepts", "groups", "new", "modified") for lang in ("sv", "fr")),
    *(f"mixed/{path}?uri={M}amphibian&lang=de" for path in ("hierarchy", "children", "broader", "label")),
    f"mixed/groupMembers?uri={M}g2&lang=en",
    "foreign/children?uri=http://foreign.example/v%23a",
    "foreign/groups",
    "foreign/topConcepts",
)


def statements(document: object) -> Graph:
    quads = jsonld.to_rdf(document, {"format": "application/n-quads", "base": BASE})
    return Graph().parse(data=quads, format="nt")


@pytest.fixture(scope="module")
def truth(mixed: FlaskClient) -> Graph:
    """All that the vocabularies say, with what follows from it, a resource at a time."""
    found = Graph()
    for vocabulary in service_of(mixed.application).snapshot.vocabularies.values():
        for record in (*vocabulary.concepts, *vocabulary.collections, *vocabulary.schemes):
            found.parse(data=vocabulary.data(record.iri, N_TRIPLES), format="nt")
    return found


@pytest.mark.parametrize("path", [*PATHS, *DATA_PATHS, *FURTHER])
def test_what_is_read_as_json_ld_is_true(mixed: FlaskClient, truth: Graph, path: str) -> None:
    reply = mixed.get(f"/rest/v1/{path}", headers={"Accept": "application/ld+json"})
    assert reply.status_code == 200, reply.text
    said = statements(reply.json)
    false = [
        (subject, predicate, value)
        for predicate in SAID
        for subject, _, value in said.triples((None, predicate, None))
        if (subject, predicate, value) not in truth
        # A scheme has its title for a label.
        if (subject, None, SKOS.ConceptScheme) not in truth
        # Members of a mapping's side.
        if predicate != SKOS.member or isinstance(subject, URIRef)
    ]
    assert false == []


def test_statements_of_a_reply_are_found(mixed: FlaskClient) -> None:
    said = statements(mixed.get(f"/rest/v1/mixed/children?uri={BOAT}&lang=sv").json)
    assert (URIRef(M + "boat"), SKOS.narrower, URIRef(M + "raft")) in said
    assert [str(each) for each in said.objects(URIRef(M + "raft"), SKOS.prefLabel)] == ["flotte"]


@pytest.mark.parametrize("path", PATHS)
def test_reply_is_json_with_a_context_unless_json_ld_is_asked_for(mixed: FlaskClient, path: str) -> None:
    for accept, media_type in [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("application/json, text/plain, */*", "application/json"),
        ("application/ld+json", "application/ld+json"),
        ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', "application/ld+json"),
        ("text/html;q=broken;;,", "application/json"),
        ("image/png", "application/json"),
    ]:
        reply = mixed.get(f"/rest/v1/{path}", headers={"Accept": accept} if accept else {})
        assert (reply.status_code, reply.content_type) == (200, f"{media_type}; charset=utf-8")
        assert isinstance(json.loads(reply.text)["@context"], dict)
        assert reply.headers["Vary"] == "Accept"
        assert reply.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("path", [*PATHS, *DATA_PATHS])
def test_callback_is_called_with_the_same(mixed: FlaskClient, path: str) -> None:
    plain = mixed.get(f"/rest/v1/{path}")
    script = mixed.get(f"/rest/v1/{path}&callback=my.f" if "?" in path else f"/rest/v1/{path}?callback=my.f")
    assert script.content_type == "application/javascript; charset=utf-8"
    assert json.loads(script.text.removeprefix("/**/my.f(").removesuffix(");")) == plain.json
    refused = mixed.get(f"/rest/v1/{path}{'&' if '?' in path else '?'}callback=f(1)")
    assert refused.status_code == 400


def test_line_ends_of_json_are_none_of_the_script() -> None:
    assert called('"a\u2028b"', "f") == '/**/f("a\\u2028b");'
    assert called('"a\u2028b"', "") == '"a\u2028b"'


@pytest.mark.parametrize("path", [*PATHS, *DATA_PATHS])
def test_what_a_client_has_is_not_sent_again(mixed: FlaskClient, path: str) -> None:
    first = mixed.get(f"/rest/v1/{path}")
    for held in (first.headers["ETag"], f"W/{first.headers['ETag']}", f'"x", {first.headers["ETag"]}', "*"):
        again = mixed.get(f"/rest/v1/{path}", headers={"If-None-Match": held})
        assert (again.status_code, again.data, again.headers["Vary"]) == (304, b"", "Accept")
    assert mixed.head(f"/rest/v1/{path}").headers["ETag"] == first.headers["ETag"]


@pytest.mark.parametrize("path", [*PATHS, *DATA_PATHS])
def test_unknown_parameters_are_ignored(mixed: FlaskClient, path: str) -> None:
    more = f"{path}{'&' if '?' in path else '?'}language=sv&spell=1&output=xml&results=x"
    assert mixed.get(f"/rest/v1/{more}").json == mixed.get(f"/rest/v1/{path}").json


@pytest.mark.parametrize("path", [path for path in PATHS if path.startswith("mixed/")])
def test_unknown_vocabulary_is_not_found(mixed: FlaskClient, path: str) -> None:
    reply = mixed.get(f"/rest/v1/nothing/{path.removeprefix('mixed/')}")
    assert (reply.status_code, reply.content_type) == (404, "application/problem+json")


@pytest.mark.parametrize("path", [*PATHS, *DATA_PATHS])
def test_nothing_is_written(mixed: FlaskClient, path: str) -> None:
    reply = mixed.post(f"/rest/v1/{path}")
    assert (reply.status_code, reply.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize(("path", "slashed"), [("mixed", "mixed/"), ("mixed/index", "mixed/index/")])
def test_missing_slash_is_added(mixed: FlaskClient, path: str, slashed: str) -> None:
    reply = mixed.get(f"/rest/v1/{path}?lang=sv")
    assert reply.status_code == 308
    assert reply.headers["Location"] == f"/rest/v1/{slashed}?lang=sv"
    assert reply.headers["Access-Control-Allow-Origin"] == "*"


def test_jsonld_js_reads_every_reply_without_asking_the_network(mixed: FlaskClient) -> None:
    documents = {path: mixed.get(f"/rest/v1/{path}").json for path in (*PATHS, *DATA_PATHS)}
    done = subprocess.run(
        ["node", "tests/web/rest/jsonld.mjs", str(PROGRAMS), BASE],
        cwd=PROGRAMS.parent.parent,
        input=json.dumps(documents),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for path, quads in json.loads(done.stdout).items():
        said = Graph().parse(data=quads, format="nt")
        assert len(said) == len(statements(documents[path])), path
