"""Concepts side by side: what is shown, what is marked, and every way of asking wrongly."""

from __future__ import annotations

import random
import re
from itertools import combinations

import pytest
from flask.testing import FlaskClient

from samsprak.settings import Settings
from samsprak.web.app import create_app
from samsprak.web.context import Service, service
from samsprak.web.pages.comparing.comparison import Comparison
from samsprak.web.presentation import Reader
from tests.conftest import PREFIXES
from tests.web.conftest import FOREIGN, SMALL, Reading, make_client

HOSTILE = "<script>alert(1)</script> & 'x'"
SCOPE = (
    "Använd öppen insats när inget beslut finns; annars inte. Slutna insatser, t.ex. Hemmet, är något annat. "
    "Mer står här."
)
BODY = f"""
ex:insats a skos:Concept ; skos:prefLabel "insats"@sv ; skos:definition "det som görs"@sv .
ex:a a skos:Concept ; skos:prefLabel "öppen insats"@sv , "open intervention"@en ; skos:broader ex:insats ;
    skos:definition "insats som ges utan beslut"@sv , "intervention without a decision"@en ;
    skos:scopeNote "{SCOPE}"@sv ;
    skos:example "Ja: ett samtal."@sv ; skos:related ex:b , ex:d .
ex:b a skos:Concept ; skos:prefLabel "sluten insats"@sv ; skos:broader ex:insats ;
    skos:definition "insatser som ges efter beslut"@sv ; skos:scopeNote "Använd den när beslut finns."@sv .
ex:c a skos:Concept ; skos:prefLabel "{HOSTILE}"@sv ; skos:definition "{HOSTILE}"@sv ;
    skos:scopeNote "{HOSTILE} är inte öppen insats."@sv .
ex:d a skos:Concept ; skos:prefLabel "stöd"@sv .
ex:e a skos:Concept ; skos:prefLabel "femte"@sv .
ex:f a skos:Concept ; skos:prefLabel "foreign"@en ; skos:definition "insats som ges without"@en .
ex:gone a skos:Concept ; skos:prefLabel "borta"@sv ; adms:status status:Withdrawn .
ex:way a iso-thes:ThesaurusArray ; skos:prefLabel "insats efter beslut"@sv ; skos:member ex:a , ex:b .
ex:facet a skos:Collection ; skos:prefLabel "former"@sv ; skos:member ex:a , ex:b .
ex:kinds a skos:Collection ; skos:prefLabel "slag"@sv ; skos:member ex:insats .
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    path = tmp_path_factory.mktemp("comparison") / "v.ttl"
    path.write_text(PREFIXES + BODY, "utf-8")
    return make_client(path)


def rows(page: str) -> dict[str, str]:
    """The rows of the comparison by heading: what stands in the cells, cells parted by a bar, tags but mark gone."""
    found = {}
    for row in re.findall(r'<tr class="says-.*?</tr>', page, re.DOTALL):
        heading, *cells = re.findall(r"<t[hd]\b.*?</t[hd]>", row, re.DOTALL)
        cells = [re.sub(r'<(?:span|p) class="(?:which|note|unseen).*?</(?:span|p)>', "", cell) for cell in cells]
        name = re.sub(r'<span class="note">.*?</span>|<[^>]+>', "", heading).strip()
        found[name] = " | ".join(" ".join(re.sub(r"<(?!/?mark)[^>]+>", " ", cell).split()) for cell in cells)
    return found


def test_definitions_are_marked_where_they_differ(pages: FlaskClient) -> None:
    page = pages.get("/sv/v/jamfor?concept=a&concept=b").text
    assert (
        rows(page)["Definition"]
        == "insats som ges <mark>utan</mark> beslut | insatser som ges <mark>efter</mark> beslut"
    )
    assert "Gemensamt: insats · ges · beslut." in page
    assert '<p class="unseen">Bara här: utan</p>' in page
    assert '<h1 class="versus">Vad är skillnaden mellan öppen insats och sluten insats?</h1>' in page


def test_definitions_without_a_word_in_common_are_not_marked(pages: FlaskClient) -> None:
    page = pages.get("/sv/v/jamfor?concept=a&concept=insats").text
    assert rows(page)["Definition"] == "insats som ges utan beslut | det som görs"
    assert "De har inget ord gemensamt.<" in page


def test_definitions_in_different_languages_are_not_marked(pages: FlaskClient) -> None:
    shown = rows(pages.get("/sv/v/jamfor?concept=a&concept=f").text)
    assert shown["Definition"] == "insats som ges utan beslut | insats som ges without"


def test_scope_notes_tell_what_they_say_of_the_other(pages: FlaskClient) -> None:
    shown = rows(pages.get("/sv/v/jamfor?concept=a&concept=b").text)
    assert shown["Att välja mellan dem"] == (
        "Använd öppen insats när inget beslut finns … "
        "<mark>Slutna insatser</mark>, t.ex. Hemmet, är något annat. | Använd den när beslut finns."
    )


def test_ways_part_below_the_nearest_common_concept(pages: FlaskClient) -> None:
    page = pages.get("/sv/v/jamfor?concept=a&concept=b").text
    shown = rows(page)
    assert "Närmast gemensamma: insats." in page
    assert shown["Plats i hierarkin"] == "insats › öppen insats | insats › sluten insats"
    assert shown["Indelning"] == "insats efter beslut", "said once, for both"
    assert shown["Facett"] == "former"
    assert "insats är det överordnade." in pages.get("/sv/v/jamfor?concept=a&concept=insats").text
    assert "De har inget gemensamt överordnat" in pages.get("/sv/v/jamfor?concept=a&concept=d").text


def test_headings_under_which_nothing_is_said_are_left_out(pages: FlaskClient) -> None:
    assert rows(pages.get("/sv/v/jamfor?concept=d&concept=e").text) == {}
    assert set(rows(pages.get("/sv/v/jamfor?concept=a&concept=d").text)) == {
        *("Definition", "Att välja mellan dem", "Exempel", "Plats i hierarkin", "Facett", "På andra språk")
    }


def test_each_header_cell_says_what_it_heads(pages: FlaskClient) -> None:
    page = pages.get("/sv/v/jamfor?concept=a&concept=b&concept=c").text
    assert len(re.findall(r'<th scope="col">', page)) == 3
    assert len(re.findall(r'<th scope="row"', page)) == len(rows(page)) > 3
    assert "Vad skiljer öppen insats, sluten insats och &lt;script&gt;" in page


def test_labels_and_texts_are_shown_not_run(pages: FlaskClient) -> None:
    for query in ("concept=a&concept=c", "concept=c&add=<script>alert(1)</script>", "concept=c&add=<i>&instead=<b>"):
        page = pages.get(f"/sv/v/jamfor?{query}").text
        assert "<script>alert" not in page
        assert "<i>" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in page


@pytest.mark.parametrize("query", ["concept=nothing", "concept=a&concept=nothing", "concept=a&concept=facet"])
def test_unknown_ids_are_not_found(pages: FlaskClient, query: str) -> None:
    reply = pages.get(f"/sv/v/jamfor?{query}", headers={"Accept": "text/html"})
    assert reply.status_code == 404
    assert re.search("nothing|facet", reply.text)


def test_withdrawn_concept_says_that_it_is_gone(pages: FlaskClient) -> None:
    assert pages.get("/sv/v/jamfor?concept=a&concept=gone").status_code == 410
    assert "gone" not in (pages.get("/sv/v/jamfor?concept=a&add=borta").headers.get("Location") or "")


def test_none_or_one_asks_for_another(pages: FlaskClient) -> None:
    none, one = pages.get("/sv/v/jamfor"), pages.get("/sv/v/jamfor?concept=a")
    assert (none.status_code, one.status_code) == (200, 200)
    assert "Välj det första" in none.text
    assert "Välj vad du vill jämföra öppen insats med." in one.text
    assert "<table" not in one.text
    assert 'href="/sv/v/jamfor?concept=a&amp;concept=b">sluten insats</a>' in one.text, "what it is easily taken for"


def test_same_concept_twice_is_one(pages: FlaskClient) -> None:
    reply = pages.get("/sv/v/jamfor?concept=a&concept=b&concept=a")
    assert (reply.status_code, reply.headers["Location"]) == (303, "/sv/v/jamfor?concept=a&concept=b")


def test_fifth_concept_is_left_out_and_named(pages: FlaskClient) -> None:
    page = pages.get("/sv/v/jamfor?concept=a&concept=b&concept=c&concept=d&concept=e").text
    assert page.count('<th scope="col">') == 4
    assert re.search(r"Utelämnade:\s*femte\.", page)
    assert '<option value="">' not in page, "there is no room beside the others"


def test_concepts_are_added_exchanged_and_taken_away(pages: FlaskClient) -> None:
    def led_to(query: str) -> str:
        return str(pages.get(f"/sv/v/jamfor?{query}").headers["Location"])

    assert led_to("concept=a&add=slutna+insatser") == "/sv/v/jamfor?concept=a&concept=b"
    assert led_to("concept=a&concept=b&add=stöd&instead=a") == "/sv/v/jamfor?concept=d&concept=b"
    assert led_to("concept=a&concept=b&add=stöd&instead=nothing") == "/sv/v/jamfor?concept=a&concept=b&concept=d"
    assert led_to("concept=a&concept=b&add=sluten+insats&instead=a") == "/sv/v/jamfor?concept=b"
    page = pages.get("/sv/v/jamfor?concept=a&concept=b&concept=d").text
    assert 'href="/sv/v/jamfor?concept=a&amp;concept=d">Ta bort<span class="unseen"> sluten insats</span>' in page
    assert "Ta bort" not in pages.get("/sv/v/jamfor?concept=a&concept=b").text


def test_what_is_not_surely_meant_is_offered(pages: FlaskClient) -> None:
    page = pages.get("/sv/v/jamfor?concept=d&add=insaats").text
    assert "Inget begrepp heter ”insaats”. Menade du" in page
    assert 'href="/sv/v/jamfor?concept=d&amp;concept=insats"' in page
    assert "Inget begrepp hittades för ”qqqqq”." in pages.get("/sv/v/jamfor?concept=d&add=qqqqq").text


def test_other_languages_and_vocabularies_have_the_same_page() -> None:
    client = make_client(SMALL, FOREIGN)
    ids = [concept.id for concept in service_of(client).snapshot.vocabulary("foreign").concepts]
    for one, two in combinations(ids, 2):
        reply = client.get("/en/foreign/compare", query_string={"concept": [one, two]})
        assert reply.status_code == 200
        assert 'href="/sv/foreign/jamfor?concept=' in reply.text
    assert client.get("/en/small/jamfor").status_code == 404
    assert client.get("/en/nothing/compare").status_code == 404


def test_page_is_not_for_search_engines_and_is_sent_once(pages: FlaskClient) -> None:
    reply = pages.get("/sv/v/jamfor?concept=a&concept=b")
    assert '<meta name="robots" content="noindex">' in reply.text
    again = pages.get("/sv/v/jamfor?concept=a&concept=b", headers={"If-None-Match": reply.headers["ETag"]})
    assert again.status_code == 304


def test_any_two_concepts_of_the_thesaurus_can_be_compared() -> None:
    app = create_app(Settings())
    app.test_client_class = Reading
    client = app.test_client()
    vocabulary = service_of(client).snapshot.vocabulary("prevention")
    sample = random.Random(40).sample(vocabulary.concepts, 40)
    with app.test_request_context("/"):
        snapshot, addresses = service().snapshot, service().addresses
        for pair in combinations(sample, 2):
            for lang in ("sv", "en"):
                reader = Reader(vocabulary, addresses, lang)
                shown = Comparison(reader, pair, snapshot.index.annotator, snapshot.facets["prevention"]).rows()
                assert shown[0].heading == "Definition"
                assert all(len(row.cells) == 2 and not row.empty for row in shown)
                for cell, concept in zip(shown[0].cells, pair, strict=True):
                    text = "".join(piece.text for piece in cell.texts[0].pieces)
                    assert text in {note.text for note in concept.notes}
    for one, two in random.Random(41).sample(list(combinations(sample, 2)), 30):
        for address in ("/sv/prevention/jamfor", "/en/prevention/compare"):
            reply = client.get(address, query_string={"concept": [one.id, two.id]})
            assert reply.status_code == 200
            assert reply.text.count('<th scope="col">') == 2


def service_of(client: FlaskClient) -> Service:
    with client.application.app_context():
        return service()
