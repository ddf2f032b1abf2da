from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from flask.testing import FlaskClient

from samsprak.settings import project_folder
from samsprak.sparql.service import QueryService
from samsprak.web.sparql.asking import EXTENSION
from samsprak.web.sparql.examples import examples
from tests.web.conftest import NAMESPACE, SMALL, make_client

LABELS = """\
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?concept ?label WHERE { ?concept skos:prefLabel ?label . FILTER(lang(?label) = "en") } ORDER BY ?label"""


class Links(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value or "" for name, value in attrs if tag == "a" and name == "href"]


def show(client: FlaskClient, query: str, lang: str = "sv", **more: str) -> str:
    reply = client.get(f"/{lang}/sparql?{urlencode({'query': query, **more})}")
    assert reply.status_code == 200
    return reply.text


def test_page_has_a_field_and_examples_without_asking_anything(client: FlaskClient) -> None:
    page = client.get("/sv/sparql")
    assert page.status_code == 200
    assert "<textarea" in page.text
    assert 'method="get"' in page.text
    assert page.text.count("/sv/sparql?query=") >= 5


def test_answer_is_a_table_with_names_that_lead_to_pages(client: FlaskClient) -> None:
    page = show(client, LABELS)
    assert '<th scope="col">concept</th>' in page
    assert '<td><a href="/sv/small/stod/foraldrastod">föräldrastöd</a></td>' in page
    assert '<td><span lang="en">' in page
    assert "ms." in page


def test_answer_can_be_downloaded_in_every_format(client: FlaskClient) -> None:
    addresses = [each for each in Links(show(client, LABELS)).addresses if each.startswith("/sparql?")]
    assert [client.get(each).mimetype for each in addresses] == [
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    ]


def test_long_answer_is_shown_in_part(client: FlaskClient) -> None:
    page = show(client, "SELECT * { ?a ?b ?c . ?d ?e ?f }")
    assert page.count("<tr>") == 501
    assert "Bara början visas" in page


def test_graph_is_text_and_a_yes_a_word(client: FlaskClient) -> None:
    assert "@prefix skos:" in show(client, f"DESCRIBE <{NAMESPACE}stod>")
    assert "Ja." in show(client, "ASK { ?s ?p ?o }")
    assert "Nej." in show(client, "ASK { <x:y> ?p ?o }")


def test_graphs_of_the_request_hold_on_the_page_too(client: FlaskClient) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    assert show(client, count) != show(client, count, **{"default-graph-uri": "urn:samsprak:vocabulary:foreign"})


@pytest.mark.parametrize(
    ("lang", "said"),
    [("sv", "Rad 2, tecken 6: prefixet ”foo:”"), ("en", "Line 2, column 6: the prefix “foo:”")],
)
def test_mistake_is_told_beside_the_query(client: FlaskClient, lang: str, said: str) -> None:
    reply = client.get(f"/{lang}/sparql?{urlencode({'query': 'SELECT *' + chr(10) + '{ ?s foo:p <x> }'})}")
    assert reply.status_code == 400
    assert said in reply.text
    assert "{ ?s foo:p &lt;x&gt; }" in reply.text
    assert 'aria-describedby="fault"' in reply.text
    assert "ETag" not in reply.headers


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_example_finds_something(lang: str) -> None:
    for client in (make_client(project_folder("vocab")), make_client(SMALL)):
        page = client.get(f"/{lang}/sparql").text
        asked = [
            parse_qs(urlsplit(each).query)["query"][0] for each in Links(page).addresses if "/sparql?query=" in each
        ]
        assert 5 <= len(asked) <= 8
        for query in asked:
            shown = show(client, query, lang)
            assert "<td>" in shown or "@prefix" in shown, query


def test_examples_ask_for_what_a_vocabulary_has(client: FlaskClient) -> None:
    service = client.application.extensions[EXTENSION]
    assert isinstance(service, QueryService)
    found = [{each.title for each in examples(vocabulary, "en")} for vocabulary in service.graphs.values()]
    assert found[0] != found[1]
