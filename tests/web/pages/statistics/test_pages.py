"""Statistics as a page: bars with their numbers, the same as tables, and nothing that a vocabulary lacks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.statistics import Statistics, count
from samsprak.web.pages.statistics import pages as statistics
from tests.conftest import PREFIXES
from tests.web.conftest import FOREIGN, SMALL, make_client

HOSTILE = "</text><script>alert(1)</script>"


@pytest.fixture(scope="module")
def pages() -> FlaskClient:
    return make_client(SMALL, FOREIGN)


def figures(page: str) -> dict[str, str]:
    return dict(re.findall(r'<figure class="chart" id="(\w+)">(.*?)</figure>', page, re.DOTALL))


def bars(figure: str) -> list[tuple[str, str]]:
    drawn = figure[figure.index('<ul class="bars">') :]
    items = re.findall(r"<li>(.*?)\n<svg role=\"img\".*?<text [^>]*>(.*?)</text></svg></li>", drawn, re.DOTALL)
    return [(re.sub("<[^>]+>", "", name), said) for name, said in items]


def cells(figure: str) -> list[list[str]]:
    rows = re.findall(r"<tr>(.*?)</tr>", figure, re.DOTALL)
    return [[re.sub("<[^>]+>", "", cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in rows]


def test_facets_are_counted_by_status(pages: FlaskClient) -> None:
    shown = figures(pages.get("/sv/small/statistik").text)
    assert bars(shown["facets"]) == [("innehåll", "2 (1 + 1)"), ("I ingen facett", "3 (1 + 1 + 1)")]
    assert cells(shown["facets"]) == [
        [
            "Facett",
            "Beslutat",
            "Förslag – inte beslutat",
            "Används inte längre",
            "Tillbakadraget",
            "Ingen status",
            "Alla",
        ],
        ["innehåll", "1", "1", "0", "0", "0", "2"],
        ["I ingen facett", "0", "0", "1", "1", "1", "3"],
    ]
    assert shown["facets"].count('class="proposed"') == 2, "a bar and the legend"
    assert '<a href="/sv/small/facett/innehall">innehåll</a>' in shown["facets"]


def test_bars_say_their_numbers_and_are_as_long(pages: FlaskClient) -> None:
    shown = figures(pages.get("/en/small/statistics").text)
    assert bars(shown["terms"]) == [("Swedish", "5 of 5"), ("English", "2 of 5")]
    assert re.findall(r'<rect class="plain" x="0.0%" y="3" width="([\d.]+)%"', shown["terms"]) == ["72.0", "28.8"]
    assert bars(shown["defined"]) == [("Swedish", "3 of 5"), ("English", "1 of 5")]
    assert bars(shown["alternatives"]) == [("Swedish", "1")]
    assert bars(shown["filled"]) == [
        *(("a definition", "3 of 5"), ("a note on use", "1 of 5"), ("examples", "1 of 5"), ("a source", "1 of 5"))
    ]
    assert bars(shown["synonyms"]) == [("0", "4"), ("1", "1")]
    assert bars(shown["mappings"]) == [("the same as", "1")]
    assert bars(shown["created"]) == [("January 2025", "1")]


def test_every_bar_stands_in_the_table_too(pages: FlaskClient) -> None:
    for figure in figures(pages.get("/sv/small/statistik").text).values():
        assert [row[0] for row in cells(figure)[1:]] == [name for name, _ in bars(figure)]


def test_nothing_is_drawn_that_the_vocabulary_lacks(pages: FlaskClient) -> None:
    shown = figures(pages.get("/en/foreign/statistics").text)
    assert set(shown) == {"terms"}
    assert bars(shown["terms"]) == [("German", "1 of 6"), ("No language given", "5 of 6")]


def test_single_status_needs_no_legend(write: Callable[[str, str | bytes], Path]) -> None:
    body = "ex:a a skos:Concept ; adms:status status:Completed . ex:f a skos:Collection ; skos:member ex:a ."
    shown = figures(make_client(write("v.ttl", PREFIXES + body)).get("/sv/v/statistik").text)
    assert 'class="series"' not in shown["facets"]
    assert bars(shown["facets"]) == [("f", "1")]
    assert cells(shown["facets"]) == [["Facett", "Begrepp"], ["f", "1"]]
    assert bars(shown["status"]) == [("Beslutat", "1")]


def test_names_are_shown_not_run(write: Callable[[str, str | bytes], Path]) -> None:
    body = f'ex:a a skos:Concept . ex:f a skos:Collection ; skos:prefLabel "{HOSTILE}"@sv ; skos:member ex:a .'
    page = make_client(write("v.ttl", PREFIXES + body)).get("/sv/v/statistik").text
    assert "<script>alert" not in page
    assert "&lt;/text&gt;&lt;script&gt;" in page


def test_records_are_counted_once(write: Callable[[str, str | bytes], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    client = make_client(write("v.ttl", PREFIXES + "ex:a a skos:Concept ."))
    counted = []

    def counting(vocabulary: Vocabulary, facets: Sequence[str]) -> Statistics:
        counted.append(vocabulary.id)
        return count(vocabulary, facets)

    monkeypatch.setattr(statistics, "count", counting)
    first = client.get("/sv/v/statistik")
    assert client.get("/en/v/statistics").status_code == first.status_code == 200
    assert client.get("/sv/v/statistik", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    assert counted == ["v"]


def test_page_is_found_in_each_language_by_its_own_name(pages: FlaskClient) -> None:
    assert 'href="/en/small/statistics"' in pages.get("/sv/small/statistik").text
    assert pages.get("/en/small/statistik").status_code == 404
    assert pages.get("/sv/nothing/statistik").status_code == 404
