from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.conftest import PREFIXES
from tests.web.conftest import make_client

TERMS = """
    ex:s a skos:ConceptScheme ; dcterms:conformsTo <https://w3id.org/samsprak/shapes/record> ;
      vann:preferredNamespaceUri "https://example.org/v/" ; skos:prefLabel "Ord"@sv .
    ex:stod a skos:Concept ; skos:prefLabel "stöd"@sv, "support"@en ; adms:status status:UnderDevelopment ;
      skos:definition "hjälp som någon får"@sv .
    ex:foraldrastod a skos:Concept ; skos:prefLabel "föräldrastöd"@sv ; skos:broader ex:stod ;
      skos:altLabel "stöd i föräldraskap"@sv ; skos:hiddenLabel "föräldrahjälp"@sv ;
      skos:scopeNote "Används inte om ekonomisk ersättning till familjen."@sv .
    ex:gammal a skos:Concept ; skos:prefLabel "föräldravård"@sv ; owl:deprecated true ;
      adms:status status:Deprecated ; dcterms:isReplacedBy ex:foraldrastod .
    ex:facett a skos:Collection ; skos:prefLabel "innehåll"@sv ; skos:member ex:stod, ex:gammal .
"""


@pytest.fixture(scope="module")
def terms(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    path: Path = tmp_path_factory.mktemp("search") / "ord.ttl"
    path.write_text(PREFIXES + TERMS, encoding="utf-8")
    return make_client(path)


def page(client: FlaskClient, address: str) -> str:
    reply = client.get(address)
    assert reply.status_code == 200, reply.text
    return " ".join(reply.text.split())


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("stödet", "böjning av stöd"),
        ("föräldrahjälp", "avrådd term: föräldrahjälp; skriv föräldrastöd"),
        ("föräldrar stöd", "föräldrastöd"),
        ("föräldrasötd", "menade du föräldrastöd?"),
        ("stöd i föräldraskap", "synonym: stöd i föräldraskap"),
        ("ekonomisk", "i anmärkningen: <q>Används inte om <mark>ekonomisk</mark> ersättning till familjen.</q>"),
        ("hjälp", "i definitionen: <q><mark>hjälp</mark> som någon får</q>"),
        ("support", "på annat språk: support"),
        ("https://example.org/v/stod", "efter adress eller kod"),
    ],
)
def test_each_hit_says_why_it_is_there(terms: FlaskClient, query: str, said: str) -> None:
    assert said in page(terms, f"/sv/sok?q={query}")


def test_matching_place_is_marked(terms: FlaskClient) -> None:
    assert "<mark>föräldrastöd</mark>" in page(terms, "/sv/sok?q=föräldrastöd")


def test_retired_concept_names_what_replaces_it(terms: FlaskClient) -> None:
    found = page(terms, "/sv/sok?q=föräldravård")
    assert 'class="term retired"' in found
    assert ">föräldrastöd</a>" in found[found.index('class="instead"') :]


def test_filters_are_links_with_counts_and_can_be_lifted(terms: FlaskClient) -> None:
    found = page(terms, "/sv/sok?q=stöd")
    assert "/sv/sok?q=st%C3%B6d&amp;facet=facett" in found
    narrowed = page(terms, "/sv/sok?q=stöd&facet=facett")
    assert "Träffar: 1" in narrowed
    assert 'aria-current="true"' in narrowed
    assert 'href="/sv/sok?q=st%C3%B6d"' in narrowed


def test_filter_below_a_concept(terms: FlaskClient) -> None:
    found = page(terms, "/sv/sok?q=föräldravård&under=stod")
    assert "Ingenting heter" in found or "ligger närmast" in found
    assert 'class="term retired"' not in found


@pytest.mark.parametrize("parameter", ["vocab=saknas", "facet=saknas", "under=saknas"])
def test_unknown_filter_is_not_found(terms: FlaskClient, parameter: str) -> None:
    assert terms.get(f"/sv/sok?q=stöd&{parameter}").status_code == 404


def test_nothing_found_leads_on(terms: FlaskClient) -> None:
    found = page(terms, "/sv/sok?q=xyzqwvk")
    assert "Ingenting heter ”xyzqwvk” här." in found
    assert 'href="/sv/foresla?term=xyzqwvk"' in found
    assert "xyzqwvk" in page(terms, "/sv/foresla?term=xyzqwvk")


def test_beyond_the_last_page_the_last_one_is_shown(terms: FlaskClient) -> None:
    found = page(terms, "/sv/sok?q=stöd&page=99")
    assert "Ingenting heter" not in found
    assert '<ol class="hits" start="1">' in found


def test_a_query_is_text_and_never_markup(terms: FlaskClient) -> None:
    assert "<script>alert" not in page(terms, "/sv/sok?q=<script>alert(1)</script>")


def test_suggestions_name_the_term_and_its_page(terms: FlaskClient) -> None:
    assert terms.get("/sv/suggestions?q=stö").json == [
        {"label": "stöd", "lang": "sv", "term": "stöd", "address": "/sv/ord/stod/stod"},
        {
            "label": "stöd i föräldraskap",
            "lang": "sv",
            "term": "föräldrastöd",
            "address": "/sv/ord/foraldrastod/foraldrastod",
        },
    ]


def test_suggestions_fall_back_on_what_may_be_meant(terms: FlaskClient) -> None:
    found = terms.get("/sv/suggestions?q=föräldrasötd").json
    assert found is not None
    assert found[0]["term"] == "föräldrastöd"


@pytest.mark.parametrize("query", ["", "   ", "—"])
def test_no_suggestions_for_nothing(terms: FlaskClient, query: str) -> None:
    assert terms.get(f"/sv/suggestions?q={query}").json == []
