from __future__ import annotations

import csv
import io
import json
import os
import select
import signal
import socket
import threading
import time
import urllib.error
import urllib.request
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
import rdflib
from flask.testing import FlaskClient
from SPARQLWrapper import CSV, JSON, JSONLD, N3, POSTDIRECTLY, RDFXML, TSV, TURTLE, URLENCODED, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed
from werkzeug.test import TestResponse

from samsprak.settings import project_folder
from tests.sparql.conftest import RUNAWAY
from tests.web.conftest import NAMESPACE, running

SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = rdflib.Namespace("http://rdfs.org/ns/void#")
SELECT = "SELECT ?s ?o WHERE { ?s a ?o } LIMIT 3"
CONSTRUCT = "CONSTRUCT WHERE { ?s a ?o }"
SCHEME = NAMESPACE.removesuffix("/")
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def get(client: FlaskClient, *parameters: tuple[str, str], accept: str = "") -> TestResponse:
    headers = {"Accept": accept} if accept else {}
    return client.get(f"/sparql?{urlencode(parameters)}", headers=headers)


def post(client: FlaskClient, text: str, media_type: str, query: str = "") -> TestResponse:
    return client.post(f"/sparql{query}", data=text.encode(), content_type=media_type)


def detail(reply: TestResponse) -> str:
    problem: Mapping[str, str] = json.loads(reply.data)
    return problem["detail"]


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        (SELECT, "", "application/sparql-results+json"),
        (SELECT, "*/*", "application/sparql-results+json"),
        (SELECT, "application/json", "application/sparql-results+json"),
        (SELECT, "text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values"),
        (SELECT, "text/csv, application/sparql-results+xml;q=0.9", "text/csv"),
        (SELECT, "application/xml", "application/sparql-results+xml"),
        ("ASK { ?s ?p ?o }", "application/sparql-results+xml", "application/sparql-results+xml"),
        (CONSTRUCT, "", "text/turtle"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "application/ld+json;profile=x, text/turtle;q=0.1", "application/ld+json"),
        (f"DESCRIBE <{SCHEME}>", "application/n-triples", "application/n-triples"),
    ],
)
def test_accept_decides_the_format(client: FlaskClient, query: str, accept: str, media_type: str) -> None:
    reply = get(client, ("query", query), accept=accept)
    assert (reply.status_code, reply.mimetype) == (200, media_type)
    assert reply.headers["Vary"] == "Accept"
    assert reply.headers["Access-Control-Allow-Origin"] == "*"
    assert int(reply.headers["Content-Length"]) == len(reply.data) > 0


@pytest.mark.parametrize(
    ("query", "name", "value", "media_type"),
    [
        (SELECT, "format", "csv", "text/csv"),
        (SELECT, "output", "xml", "application/sparql-results+xml"),
        (SELECT, "results", "tsv", "text/tab-separated-values"),
        (SELECT, "format", "application/sparql-results+json", "application/sparql-results+json"),
        (SELECT, "output", "of some other service", "application/sparql-results+json"),
        (SELECT, "format", "turtle", "application/sparql-results+json"),
        (CONSTRUCT, "format", "rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "format", "rdf xml", "application/rdf+xml"),
        (CONSTRUCT, "format", "json", "application/ld+json"),
        (CONSTRUCT, "output", "nt", "application/n-triples"),
    ],
)
def test_parameters_of_clients_decide_before_accept(
    client: FlaskClient, query: str, name: str, value: str, media_type: str
) -> None:
    reply = get(client, ("query", query), (name, value), accept="application/sparql-results+json, */*;q=0.1")
    assert (reply.status_code, reply.mimetype) == (200, media_type)
    direct = post(client, query, "application/sparql-query", f"?{urlencode({name: value})}")
    assert direct.mimetype == media_type


def test_both_forms_of_post_answer_as_get(client: FlaskClient) -> None:
    expected = get(client, ("query", SELECT)).data
    assert post(client, urlencode({"query": SELECT}), "application/x-www-form-urlencoded").data == expected
    assert post(client, SELECT, "application/sparql-query; charset=utf-8").data == expected
    assert client.head(f"/sparql?{urlencode({'query': SELECT})}").headers["Content-Length"] == str(len(expected))


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ([("query", SELECT), ("query", SELECT)], "två frågor"),
        ([("query", "SELECT * {\n ?s foo:p ?o }")], "Rad 2, tecken 5"),
        ([("query", "CLEAR ALL")], "CLEAR ändrar data"),
        ([("update", "CLEAR ALL")], "update finns inte"),
        ([("query", "SELECT * { SERVICE <http://127.0.0.1/> {} }")], "SERVICE går inte"),
        ([("query", "SELECT * FROM <http://127.0.0.1/> {}")], "<http://127.0.0.1/> finns inte här"),
        ([("query", SELECT), ("default-graph-uri", "x:y")], "<x:y> finns inte här"),
        ([("named-graph-uri", "x:y")], "<x:y> finns inte här"),
        ([("query", SELECT), ("named-graph-uri", "x:y")], "<x:y> finns inte här"),
        ([("query", SELECT), ("format", "of some other service")], "?format="),
    ],
)
def test_what_is_not_done_is_400_and_told(client: FlaskClient, parameters: list[tuple[str, str]], said: str) -> None:
    reply = get(client, *parameters)
    assert (reply.status_code, reply.mimetype) == (400, "application/problem+json")
    assert said in detail(reply)


def test_bodies_that_are_no_query(client: FlaskClient) -> None:
    form = "application/x-www-form-urlencoded"
    assert post(client, "CLEAR ALL", "application/sparql-update").status_code == 415
    assert post(client, "update=CLEAR+ALL", form).status_code == 400
    assert post(client, "", "application/sparql-query").status_code == 400
    assert post(client, urlencode([("query", SELECT)] * 2), form).status_code == 400
    assert post(client, urlencode({"query": SELECT}), form, f"?{urlencode({'query': SELECT})}").status_code == 400
    assert post(client, "query=" + "x" * 1_000_001, form).status_code == 413


def test_other_methods_are_refused_with_those_there_are(client: FlaskClient) -> None:
    for method in ("PUT", "DELETE", "PATCH"):
        reply = client.open("/sparql", method=method)
        assert (reply.status_code, reply.headers["Allow"]) == (405, "GET, HEAD, POST, OPTIONS")


def test_nothing_acceptable_is_406_and_says_what_there_is(client: FlaskClient) -> None:
    reply = get(client, ("query", SELECT), accept="image/png")
    assert reply.status_code == 406
    assert "text/csv" in detail(reply)
    assert get(client, accept="image/png").status_code == 406


def test_preflight_lets_other_sites_post(client: FlaskClient) -> None:
    reply = client.options(
        "/sparql",
        headers={"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"},
    )
    assert reply.status_code == 204
    assert "POST" in reply.headers["Access-Control-Allow-Methods"]
    assert reply.headers["Access-Control-Allow-Headers"] == "content-type"


def test_graphs_of_the_request_are_read(client: FlaskClient) -> None:
    count = ("query", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")

    def counted(*graphs: tuple[str, str]) -> int:
        return int(get(client, count, *graphs).json["results"]["bindings"][0]["n"]["value"])  # type: ignore[index]

    small, foreign = SCHEME, "urn:samsprak:vocabulary:foreign"
    assert 0 < counted(("default-graph-uri", small)) < counted()
    both = counted(("default-graph-uri", small), ("default-graph-uri", foreign))
    assert both == counted() == counted(("default-graph-uri", small)) + counted(("default-graph-uri", foreign))


def test_unchanged_answer_is_304(client: FlaskClient) -> None:
    address = f"/sparql?{urlencode({'query': SELECT})}"
    tag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    assert "ETag" not in get(client, ("query", "SELECT (RAND() AS ?x) {}")).headers


@pytest.mark.parametrize(
    ("accept", "name"), [("text/turtle", "turtle"), ("application/rdf+xml", "xml"), ("application/n-triples", "nt")]
)
def test_service_describes_itself(client: FlaskClient, accept: str, name: str) -> None:
    reply = get(client, accept=accept)
    assert reply.mimetype == accept
    graph = rdflib.Graph().parse(data=reply.data, format=name)
    service = rdflib.URIRef("http://localhost/sparql")
    assert (service, SD.endpoint, service) in graph
    assert (service, SD.supportedLanguage, SD.SPARQL11Query) in graph
    assert len(list(graph.objects(service, SD.resultFormat))) == 8
    names = {str(each) for each in graph.objects(None, SD.name)}
    assert names == {SCHEME, "urn:samsprak:vocabulary:foreign"}
    sizes = sorted(int(str(each)) for each in graph.objects(None, VOID.triples))
    assert sizes[2] == sizes[0] + sizes[1]
    assert len(client.get("/small.nt").data.splitlines()) in sizes


def test_json_ld_describes_the_service_too(client: FlaskClient) -> None:
    assert get(client, accept="application/ld+json").json


def test_browser_comes_to_the_page(client: FlaskClient) -> None:
    assert get(client, accept=BROWSER).headers["Location"] == "/sv/sparql"
    asked = get(client, ("query", SELECT), accept=BROWSER)
    assert asked.status_code == 303
    assert client.get(asked.headers["Location"]).status_code == 200
    assert get(client, ("query", SELECT), ("format", "csv"), accept=BROWSER).mimetype == "text/csv"


def test_both_methods_are_described(client: FlaskClient) -> None:
    described = client.get("/openapi.json").json["paths"]["/sparql"]  # type: ignore[index]
    assert set(described) == {"get", "post"}
    assert set(described["post"]["requestBody"]["content"]) == {
        "application/x-www-form-urlencoded",
        "application/sparql-query",
    }
    assert "503" in described["get"]["responses"]


@pytest.mark.parametrize(("method", "how"), [("GET", URLENCODED), ("POST", URLENCODED), ("POST", POSTDIRECTLY)])
def test_sparqlwrapper_asks_in_every_way_that_it_knows(server: str, method: str, how: str) -> None:
    wrapper = SPARQLWrapper(f"{server}/sparql")
    wrapper.setMethod(method)
    wrapper.setRequestMethod(how)

    def asked(query: str, form: str) -> Any:
        wrapper.setQuery(query)
        wrapper.setReturnFormat(form)
        with warnings.catch_warnings():
            # rdflib's JSON-LD parser makes what rdflib calls outdated.
            warnings.simplefilter("ignore", DeprecationWarning)
            return wrapper.queryAndConvert()

    assert len(asked(SELECT, JSON)["results"]["bindings"]) == 3
    assert len(asked(SELECT, XML).getElementsByTagName("result")) == 3
    assert len(list(csv.reader(io.StringIO(asked(SELECT, CSV).decode())))) == 4
    assert asked(SELECT, TSV).startswith(b"?s\t?o\n")
    assert asked("ASK { ?s ?p ?o }", JSON)["boolean"] is True
    found = [asked(CONSTRUCT, form) for form in (RDFXML, JSONLD, TURTLE, N3)]
    graphs = [each if isinstance(each, rdflib.Graph) else rdflib.Graph().parse(data=each) for each in found]
    assert len({len(graph) for graph in graphs}) == 1
    with pytest.raises(QueryBadFormed, match="aldrig"):
        asked("SELECT * {", JSON)


def test_runaway_queries_are_cut_off_and_pages_are_answered_meanwhile() -> None:
    with running(str(project_folder("vocab"))) as address, socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.setblocking(False)
        ask_on_wire(address, "ASK {}")
        ends: list[int] = []
        threads = [threading.Thread(target=lambda: ends.append(ask_on_wire(address, RUNAWAY))) for _ in range(3)]
        for thread in threads:
            thread.start()
        elsewhere = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        while any(thread.is_alive() for thread in threads):
            for page in ("/sv/sok?q=st%C3%B6d", "/sv/", "/prevention"):
                # The most that clients may have to wait, as their requirements state it.
                with urllib.request.urlopen(f"{address}{page}", timeout=5) as reply:
                    assert reply.status == 200
            for text in (
                f"SELECT * {{ SERVICE <{elsewhere}> {{}} }}",
                f"ASK FROM <{elsewhere}> {{}}",
                f"LOAD <{elsewhere}>",
            ):
                assert ask_on_wire(address, text) == 400
            # Not faster than one client may ask.
            time.sleep(0.3)
        assert ends == [503] * 3
        assert ask_on_wire(address, "ASK {}") == 200
        with pytest.raises(BlockingIOError):
            listening.accept()


def test_killed_query_process_is_replaced_in_the_service() -> None:
    before = evaluators()
    with running(str(project_folder("vocab")), "--workers", "1") as address:
        assert ask_on_wire(address, "ASK {}") == 200
        (process,) = evaluators() - before
        os.kill(process, signal.SIGKILL)
        assert ask_on_wire(address, "ASK {}") == 200
        (replaced,) = evaluators() - before
        assert replaced != process
        watch = os.pidfd_open(replaced)
    # Readable once the process has ended, as it does with the worker that it belongs to.
    assert select.select([watch], [], [], 20)[0]
    os.close(watch)


def ask_on_wire(address: str, text: str) -> int:
    assert urlsplit(address).hostname == "127.0.0.1"
    try:
        with urllib.request.urlopen(f"{address}/sparql?{urlencode({'query': text})}", timeout=60) as reply:
            reply.read()
            return int(reply.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def evaluators() -> set[int]:
    """The processes below this one that answer queries."""
    return {pid for pid in descendants(os.getpid()) if b"samsprak.sparql.process" in command(pid)}


def descendants(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            found += [child, *descendants(child)]
    return found


def command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
