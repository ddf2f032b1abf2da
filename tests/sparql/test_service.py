from __future__ import annotations

import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from samsprak.settings import VocabularyInput
from samsprak.sparql.formats import CSV, JSON, OF_GRAPHS, OF_ROWS, TSV, XML
from samsprak.sparql.graphs import graphs
from samsprak.sparql.limits import Limits
from samsprak.sparql.question import Dataset, Form, Question
from samsprak.sparql.refusals import Busy, TooExpensive, TooHungry, TooLarge, TooSlow, Unanswerable
from samsprak.sparql.service import QueryService
from samsprak.vocabulary.formats import N_TRIPLES, Format
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.protocol import Vocabulary
from tests.conftest import Turtle
from tests.sparql.conftest import CROSS_JOIN, RUNAWAY, Serve, ask, rows

SKOS = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX dcterms: <http://purl.org/dc/terms/> "
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


@pytest.fixture(scope="session")
def whole(own: Vocabulary, tmp_path_factory: pytest.TempPathFactory) -> rdflib.Graph:
    path = tmp_path_factory.mktemp("whole") / "whole.nt"
    with path.open("wb") as out:
        own.dump(N_TRIPLES, out)
    return rdflib.Graph().parse(path, format="nt")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?c ?l { ?c a skos:Concept ; skos:prefLabel ?l . FILTER(lang(?l) = 'en') }",
        "SELECT ?c ?n { ?c skos:narrower ?n }",
        "SELECT ?f (COUNT(DISTINCT ?c) AS ?n) { ?f skos:member ?c . ?c a skos:Concept } GROUP BY ?f",
        "SELECT ?c ?top { ?c skos:broader+ ?top . ?top skos:topConceptOf ?s }",
        "SELECT ?c ?d { ?c a skos:Concept OPTIONAL { ?c skos:historyNote ?d } MINUS { ?c skos:related ?r } }",
        "SELECT ?s (COUNT(?c) AS ?n) { ?c dcterms:source ?s } GROUP BY ?s HAVING(COUNT(?c) > 5)",
    ],
)
def test_rows_are_those_that_rdflib_finds(queries: QueryService, whole: rdflib.Graph, query: str) -> None:
    expected = Counter(
        frozenset((str(name), str(value)) for name, value in row.asdict().items())  # type: ignore[union-attr]
        for row in whole.query(SKOS + query)
    )
    found = Counter(frozenset(row.items()) for row in rows(queries, SKOS + query))
    assert found == expected
    assert found


@pytest.mark.parametrize("form", OF_GRAPHS, ids=lambda form: form.suffix)
def test_graphs_are_those_that_rdflib_makes(queries: QueryService, whole: rdflib.Graph, form: Format) -> None:
    query = SKOS + "CONSTRUCT { ?c skos:prefLabel ?l } WHERE { ?c a skos:Concept ; skos:prefLabel ?l }"
    found = rdflib.Graph()
    read = ox.RdfFormat.from_media_type(form.media_type)
    found.parse(
        data="".join(f"{each.triple} .\n" for each in ox.parse(ask(queries, query, form=form), read)), format="nt"
    )
    expected = whole.query(query).graph
    assert expected is not None
    assert isomorphic(found, expected)


def test_yes_and_rows_in_every_format(queries: QueryService) -> None:
    yes = {form: ask(queries, "ASK { ?s ?p ?o }", form=form) for form in OF_ROWS}
    assert json.loads(yes[JSON]) == {"head": {}, "boolean": True}
    assert b"<boolean>true</boolean>" in yes[XML]
    assert (yes[CSV], yes[TSV]) == (b"true", b"true")
    query = "SELECT ?a ?b { VALUES (?a ?b) { ('x,\"y'@sv <a:b>) (1 UNDEF) } }"
    assert ask(queries, query, form=CSV) == b'a,b\r\n"x,""y",a:b\r\n1,\r\n'
    assert ask(queries, query, form=TSV) == b'?a\t?b\n"x,\\"y"@sv\t<a:b>\n1\t\n'


TWO = (
    "ex:a skos:prefLabel 'a'@sv ; a skos:Concept ; skos:inScheme ex:{0} . ex:{0} a skos:ConceptScheme ; skos:note [ ] ."
)


def test_default_graph_is_the_union_and_each_vocabulary_a_graph(serve: Serve, turtle: Turtle) -> None:
    one, two = (turtle(TWO.format(name)) for name in ("one", "two"))
    service = serve(one, two)
    first, second = service.graphs
    in_first = {tuple(sorted(row.items())) for row in rows(service, f"SELECT * {{ GRAPH <{first}> {{ ?s ?p ?o }} }}")}
    in_second = {tuple(sorted(row.items())) for row in rows(service, f"SELECT * {{ GRAPH <{second}> {{ ?s ?p ?o }} }}")}
    everything = [tuple(sorted(row.items())) for row in rows(service, "SELECT * { ?s ?p ?o }")]
    assert in_first & in_second
    assert len(everything) == len(set(everything))
    assert set(everything) == in_first | in_second
    assert {row["g"] for row in rows(service, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")} == {first, second}


def test_request_and_query_choose_graphs(serve: Serve, turtle: Turtle) -> None:
    one, two = (turtle(TWO.format(name)) for name in ("one", "two"))
    service = serve(one, two)
    first, second = service.graphs
    inner = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    size = rows(service, f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{first}> {{ ?s ?p ?o }} }}")
    assert rows(service, COUNT, Dataset((first,))) == size
    assert rows(service, COUNT.replace("WHERE", f"FROM <{first}> WHERE")) == size
    assert rows(service, COUNT, Dataset((), (first,))) == [{"n": "0"}]
    assert rows(service, inner, Dataset((), (first,))) == size
    assert rows(service, inner, Dataset((first,))) == [{"n": "0"}]
    assert rows(service, COUNT, Dataset((first, second))) == rows(service, COUNT)


def test_one_vocabulary_is_the_default_graph_and_a_graph(queries: QueryService, whole: rdflib.Graph) -> None:
    assert rows(queries, COUNT) == [{"n": str(len(whole))}]
    assert rows(queries, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }") == [{"n": str(len(whole))}]


def test_runaway_query_is_cut_off_and_the_next_one_answered(serve: Serve, own: Vocabulary) -> None:
    service = serve(own, limits=Limits(seconds=1))
    assert rows(service, COUNT)
    with pytest.raises(TooSlow):
        ask(service, RUNAWAY)
    assert rows(service, COUNT)


def test_killed_process_is_replaced(serve: Serve, own: Vocabulary) -> None:
    service = serve(own)
    assert rows(service, COUNT)
    (evaluator,) = service.pool._idle
    os.kill(evaluator.pid, signal.SIGKILL)
    evaluator._process.wait()
    assert rows(service, COUNT)
    assert service.pool._idle[0].pid != evaluator.pid


def test_process_that_dies_while_it_answers_is_told_of_and_replaced(serve: Serve, own: Vocabulary) -> None:
    service = serve(own)
    assert rows(service, COUNT)
    killing = threading.Timer(0.3, os.kill, (service.pool._idle[0].pid, signal.SIGKILL))
    killing.start()
    with pytest.raises(TooExpensive):
        ask(service, RUNAWAY)
    killing.join()
    assert rows(service, COUNT)


def test_memory_is_limited(serve: Serve, own: Vocabulary) -> None:
    service = serve(own, limits=Limits(memory=600_000_000, seconds=60))
    with pytest.raises(TooHungry):
        ask(service, f"SELECT * {CROSS_JOIN} ORDER BY ?r")
    assert rows(service, COUNT)


def test_answer_is_limited_and_leaves_no_file(serve: Serve, own: Vocabulary, tmp_path: Path) -> None:
    service = serve(own, limits=Limits(size=10_000))
    for text in ("SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"):
        with pytest.raises(TooLarge):
            ask(service, text)
    assert rows(service, COUNT)
    assert not list(service._store._path.parent.glob("answer-*"))


def test_no_more_than_a_few_stand_in_line(serve: Serve, own: Vocabulary) -> None:
    service = serve(own, limits=Limits(seconds=2, running=1, waiting=1, patience=0.2))
    assert rows(service, COUNT)
    ends: list[type] = []

    def run() -> None:
        try:
            ask(service, RUNAWAY)
        except (Busy, TooSlow) as error:
            ends.append(type(error))

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Counter(ends) == {TooSlow: 1, Busy: 3}


def test_function_that_does_not_exist_is_told(queries: QueryService) -> None:
    with pytest.raises(Unanswerable, match="x:f"):
        ask(queries, "SELECT (<x:f>(1) AS ?y) {}")


def test_process_opens_no_connection_even_where_a_query_gets_past_the_checks(queries: QueryService) -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.setblocking(False)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        for silent in ("", "SILENT"):
            text = f"SELECT * {{ SERVICE {silent} <{address}> {{ ?s ?p ?o }} }}"
            question = Question(text, Form.SELECT, Dataset(), lasting=True)
            if silent:
                queries.answer(question, JSON).file.close()
            else:
                with pytest.raises(Unanswerable):
                    queries.answer(question, JSON)
        with pytest.raises(BlockingIOError):
            listening.accept()


def test_confined_process_gets_no_socket() -> None:
    code = (
        "import socket; from samsprak.sparql.confinement import without_network; assert without_network();"
        "\ntry: socket.socket()\nexcept PermissionError: print('refused')"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == b"refused\n"


def test_processes_end_with_whoever_asks_them(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from samsprak.sparql.building import build
from samsprak.sparql.evaluator import Evaluator
from samsprak.sparql.limits import Limits
build(Path(sys.argv[1]), [])
evaluator = Evaluator(Path(sys.argv[1]), Limits())
print(evaluator.pid, flush=True)
sys.stdin.read()
"""
    asking = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "store")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert asking.stdout is not None
    assert asking.stdin is not None
    pid = int(asking.stdout.readline())
    watch = os.pidfd_open(pid)
    asking.kill()
    asking.wait()
    # Readable once the process has ended.
    assert select.select([watch], [], [], 20)[0]
    os.close(watch)
    asking.stdin.close()
    asking.stdout.close()


def test_pool_that_is_forgotten_ends_its_processes(serve: Serve, own: Vocabulary, tmp_path: Path) -> None:
    def dump(vocabulary: Vocabulary) -> Path:
        with (tmp_path / "v.nt").open("wb") as out:
            vocabulary.dump(N_TRIPLES, out)
        return tmp_path / "v.nt"

    service = QueryService(graphs([own]), tmp_path, dump)
    assert rows(service, COUNT)
    process = service.pool._idle[0]._process
    del service
    gc.collect()
    assert process.returncode is not None


def test_vocabulary_without_a_scheme_has_a_graph_by_its_id(serve: Serve) -> None:
    foreign = load(VocabularyInput(Path(__file__).parent.parent / "data" / "web" / "foreign.ttl"))
    service = serve(foreign)
    assert list(service.graphs) == ["urn:samsprak:vocabulary:foreign"]
    assert rows(service, COUNT, Dataset(tuple(service.graphs))) == rows(service, COUNT)
