"""Diagrams as they are served: in a concept's page, all on one page, and each as a file."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from samsprak.web.diagrams.legend import LEGEND
from tests.conftest import PREFIXES
from tests.web.conftest import make_client

SHAPES = {"svg", "title", "desc", "g", "path", "a", "text", "tspan", "rect"}
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</text><script>alert(1)</script> & \\\"x\\\" onload='y'"
BODY = f"""
ex:insats a skos:Concept ; skos:prefLabel "insats"@sv , "intervention"@en .
ex:a a skos:Concept ; skos:prefLabel "a-insats"@sv ; skos:broader ex:insats ; skos:related ex:hostile .
ex:old a skos:Concept ; skos:prefLabel "gammal insats"@sv ; iso-thes:broaderPartitive ex:insats ;
    adms:status status:Deprecated .
ex:named a skos:Concept ; skos:prefLabel "Namnet"@sv ; iso-thes:broaderInstantial ex:a .
ex:hostile a skos:Concept ; skos:prefLabel "{HOSTILE}"@sv .
ex:alone a skos:Concept ; skos:prefLabel "ensamt"@sv .
"""


class Figure(HTMLParser):
    """The links of the drawing, by class, and its words; every element must be closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: dict[str, dict[str, str | None]] = {}
        self.texts: list[str] = []
        self.tags: list[str] = []
        self.styled = False
        self.feed(page[page.index("<figure") : page.index("</figure>")])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.styled = self.styled or "style" in given
        if tag == "a" and (given.get("class") or "").startswith("node"):
            self.links[given["class"] or ""] = given

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    path = tmp_path_factory.mktemp("diagrams") / "v.ttl"
    path.write_text(PREFIXES + BODY, "utf-8")
    return make_client(path)


def test_every_box_is_a_link_and_the_current_one_says_so(pages: FlaskClient) -> None:
    figure = Figure(pages.get("/sv/v/a/a-insats").text)
    assert {name: given["href"] for name, given in figure.links.items()} == {
        "node current": "/sv/v/a/a-insats",
        "node broader": "/sv/v/insats/insats",
        "node sibling": "/sv/v/old/gammal-insats",
        "node narrower": "/sv/v/named/namnet",
        "node related": figure.links["node related"]["href"],
    }
    assert [name for name, given in figure.links.items() if "aria-current" in given] == ["node current"]
    for given in figure.links.values():
        assert pages.get(given["href"] or "").status_code == 200


def test_drawing_needs_no_style_and_stays_readable_without_one(pages: FlaskClient) -> None:
    text = pages.get("/sv/v/a/a-insats").text
    figure = Figure(text)
    assert not figure.styled
    assert "style" not in figure.tags
    assert 'stroke-dasharray="5 4"' in text, "a named example is dashed"
    assert 'stroke-width="3.5"' in text, "the current concept has a thick outline"
    assert re.search(r'text-decoration="line-through">(<tspan[^>]*>)?gammal', text), "a retired one is struck out"
    assert re.search(r'<div class="drawing" role="region" aria-label="Begreppsdiagram: a-insats" tabindex="0">', text)


def test_legend_names_the_kinds_drawn_and_only_those(pages: FlaskClient) -> None:
    in_all = pages.get("/en/v/a/a-insats").text
    assert all(meaning in in_all for meaning in LEGEND.values())
    on_top = pages.get("/en/v/insats/intervention").text
    assert "part: the diamond sits at the whole" in on_top
    assert "dashed" not in on_top


def test_words_stand_beside_the_drawing(pages: FlaskClient) -> None:
    page = pages.get("/sv/v/a/a-insats").text
    words = page[page.index("Diagrammet i ord") : page.index("</figure>")]
    told = " ".join(re.sub(r"<[^>]+>", " ", words).split())
    assert "är ett slag av insats har också delarna gammal insats" in told
    assert "har de namngivna exemplen Namnet" in told
    assert "hör ihop med &lt;/text&gt;" in told


def test_labels_are_shown_not_run(pages: FlaskClient) -> None:
    figure = Figure(pages.get("/sv/v/a/a-insats").text)
    assert "script" not in figure.tags
    assert any("<script>" in text for text in figure.texts)
    elements = ET.fromstring(pages.get("/sv/v/a/diagram.svg").data).iter()
    assert {element.tag.removeprefix(SVG) for element in elements} <= SHAPES


def test_concept_without_neighbours_has_neither_heading_nor_file(pages: FlaskClient) -> None:
    assert "<figure" not in pages.get("/sv/v/alone/ensamt").text
    assert "Begreppsdiagram" not in pages.get("/sv/v/alone/ensamt").text
    assert pages.get("/sv/v/alone/diagram.svg").status_code == 404
    assert pages.get("/sv/v/nothing/diagram.svg").status_code == 404


def test_file_stands_alone(pages: FlaskClient) -> None:
    reply = pages.get("/sv/v/a/diagram.svg")
    assert reply.content_type == "image/svg+xml; charset=utf-8"
    root = ET.fromstring(reply.data)
    links = {link.get("href") for link in root.iter(f"{SVG}a")}
    assert links == {f"https://example.org/v/{name}" for name in ("a", "insats", "old", "named", "hostile")}
    assert root.findtext(f"{SVG}title") == "Begreppsdiagram: a-insats"
    assert pages.get("/sv/v/a/diagram.svg", headers={"If-None-Match": reply.headers["ETag"]}).status_code == 304


def test_page_leads_to_the_file_and_to_all_diagrams(pages: FlaskClient) -> None:
    text = pages.get("/sv/v/a/a-insats").text
    assert 'href="/sv/v/a/diagram.svg" download="a-insats.svg"' in text
    assert 'href="/sv/v/diagram"' in text
    assert 'href="/sv/v/diagram"' in pages.get("/sv/v/").text


def test_all_diagrams_stand_on_one_page(pages: FlaskClient) -> None:
    text = pages.get("/sv/v/diagram").text
    assert text.count("<figure") == 1
    assert '<h2><a href="/sv/v/insats/insats">insats</a></h2>' in text
    assert 'hreflang="en" href="http://localhost/en/v/diagrams"' in text
    assert pages.get("/en/v/diagrams").status_code == 200
    assert pages.get("/sv/v/diagrams").status_code == 404


def test_many_diagrams_are_paged(write: Callable[[str, str | bytes], Path]) -> None:
    pairs = [f"ex:a{n} a skos:Concept . ex:b{n} a skos:Concept ; skos:broader ex:a{n} ." for n in range(25)]
    client = make_client(write("v.ttl", PREFIXES + "\n".join(pairs)))
    first, last = client.get("/sv/v/diagram").text, client.get("/sv/v/diagram?page=3").text
    assert (first.count("<figure"), last.count("<figure")) == (10, 5)
    assert 'rel="next" href="/sv/v/diagram?page=2"' in first
    assert 'rel="next"' not in last


def test_large_vocabulary_leads_to_its_broadest_concepts(write: Callable[[str, str | bytes], Path]) -> None:
    many = [f"ex:n{n} a skos:Concept ; skos:broader ex:top ." for n in range(650)]
    client = make_client(write("v.ttl", PREFIXES + "ex:top a skos:Concept .\n" + "\n".join(many)))
    text = client.get("/sv/v/diagram").text
    assert "<figure" not in text
    assert 'href="/sv/v/top/top"' in text
