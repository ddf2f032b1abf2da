from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue

from samsprak.sparql.question import Dataset, Form, read
from samsprak.sparql.refusals import Forbidden, Malformed, UnknownGraph

G = "https://example.org/g"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SELECT * { ?s ?p ?o }", Form.SELECT),
        ("# a comment SERVICE\nPREFIX a: <b:>\nBASE <x:y>\nask{}", Form.ASK),
        ("construct where { ?s ?p ?o }", Form.CONSTRUCT),
        ("DESCRIBE<a:b>", Form.DESCRIBE),
    ],
)
def test_form_of_a_query_is_known_before_it_is_answered(text: str, form: Form) -> None:
    assert read(text).form is form


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1/> SELECT * { SERVICE:x { ?s ?p ?o } }",
        "PREFIX e: <http://127.0.0.1/> SELECT * { SERVICEe:x { ?s ?p ?o } }",
        "SELECT * { ?s ?p true SERVICESILENT<http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { S\\u0045RVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'a\\'' SERVICE <http://127.0.0.1/> { } }",
        "SELECT * { FILTER(?a<?b) SERVICE <http://127.0.0.1/> { } FILTER(?a>?b) }",
        "PREFIX e: <a:> SELECT * { ?s ?p e:a\\#b . SERVICE <http://127.0.0.1/> { } }",
        "SELECT * { ?s ?p '''it's''' SERVICE <http://127.0.0.1/> { } }",
        "SELECT * { { SELECT * { SERVICE <http://127.0.0.1/> { } } } }",
    ],
)
def test_service_is_refused_however_it_is_written(text: str) -> None:
    with pytest.raises(Forbidden):
        read(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?service ?p 'SERVICE <x:>' }",
        "SELECT * { ?s <http://example.org/SERVICE> ?o } # SERVICE <x:>",
        "PREFIX service: <x:> SELECT * { ?s service:SERVICE ?o ; ?p '''\n' SERVICE \"''' }",
        'SELECT * { ?s ?p "SERVICE"@en-service }',
    ],
)
def test_the_word_service_elsewhere_is_no_service(text: str) -> None:
    assert read(text).form is Form.SELECT


PARTS = st.sampled_from(
    [
        "?s ?p ?o .",
        "FILTER(?o < 3 && ?o > 1)",
        'FILTER(str(?o) = "SERVICE <u:v> {}")',
        "# SERVICE\n",
        "e:service ?p 1 .",
        "SERVICE <u:v> { ?s ?p ?o }",
        "service silent <u:v> { }",
        "OPTIONAL { ?s e:p 'a\\'b' }",
        "{ ?s ?p '''x'y''' }",
    ]
)


@given(st.lists(PARTS, max_size=6))
def test_what_passes_has_no_service_in_the_algebra_either(parts: list[str]) -> None:
    text = "PREFIX e: <x:> SELECT * { " + " ".join(parts) + " }"
    algebra = prepareQuery(text).algebra
    try:
        read(text)
    except Forbidden:
        assert _asks_others(algebra)
    else:
        assert not _asks_others(algebra)


def _asks_others(node: object) -> bool:
    if isinstance(node, CompValue):
        return node.name == "ServiceGraphPattern" or any(map(_asks_others, node.values()))
    return isinstance(node, list) and any(map(_asks_others, node))


@pytest.mark.parametrize(
    "text", ["INSERT DATA { <a:b> <a:b> 1 }", "LOAD <http://127.0.0.1/>", "PREFIX a: <b:> CLEAR ALL"]
)
def test_update_is_refused(text: str) -> None:
    with pytest.raises(Forbidden):
        read(text)


@pytest.mark.parametrize("text", ["", "  # nothing", "SELEC * {}", "{ ?s ?p ?o }"])
def test_what_has_no_form_is_malformed(text: str) -> None:
    with pytest.raises(Malformed):
        read(text)


@pytest.mark.parametrize(
    "text",
    [
        f"SELECT * FROM <{G}> {{ ?s ?p ?o }}",
        "PREFIX e: <https://example.org/> SELECT * FROM e:g { ?s ?p ?o }",
        "BASE <https://example.org/> SELECT * FROM<g> WHERE { ?s ?p ?o }",
    ],
)
def test_graphs_of_a_query_are_resolved(text: str) -> None:
    assert read(text).dataset == Dataset((G,))
    assert read(text.replace("FROM", "FROM NAMED")).dataset == Dataset((), (G,))


def test_graph_that_is_not_here_is_refused_wherever_it_is_named() -> None:
    plain = read("SELECT * { ?s ?p ?o }")
    for dataset in (Dataset(("x:y",)), Dataset((), ("x:y",))):
        with pytest.raises(UnknownGraph):
            plain.on(dataset, (G,))
    with pytest.raises(UnknownGraph):
        read("ASK FROM <x:y> {}").on(Dataset(), (G,))


def test_request_has_precedence_over_the_query() -> None:
    assert read("ASK FROM <x:y> {}").on(Dataset((G,)), (G,)).dataset == Dataset((G,))
