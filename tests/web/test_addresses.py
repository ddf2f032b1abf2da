from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl, quote, urlsplit

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samsprak.settings import VocabularyInput
from samsprak.vocabulary.formats import TURTLE
from samsprak.vocabulary.identifiers import RESERVED_IDS
from samsprak.web.addresses import PAGES, Addresses, page_name, segment
from tests.web.conftest import make_client

ODD = "åß½ %25?#&+;=:@!$'()*,[]~|^`\\"


def test_page_words_are_reserved_ids() -> None:
    below = {word for name in ("alphabet", "hierarchy", "facets", "guide") for word in PAGES[name].values()}
    assert below <= RESERVED_IDS


def test_page_name_reads_the_word_of_its_own_language() -> None:
    assert page_name("sok", "sv") == "search"
    assert page_name("sok", "en") is None


def test_segment_keeps_slashes_that_no_client_tidies_away() -> None:
    assert segment("source/a b") == "source/a%20b"
    assert segment("a//b") == "a%2F%2Fb"
    assert segment("../b") == "..%2Fb"


def test_addresses_stand_below_the_base_path() -> None:
    assert Addresses("/begrepp").page("search", "sv", q="å") == "/begrepp/sv/sok?q=%C3%A5"
    assert Addresses("/begrepp").whole("v", TURTLE) == "/begrepp/v.ttl"


@given(text=st.text(), ids=st.lists(st.text()).map(tuple))
def test_query_is_read_as_it_was_meant(text: str, ids: tuple[str, ...]) -> None:
    address = Addresses().page("search", "sv", q=text, page=2, vocab="", concept=ids)
    wanted = [("q", text)] if text else []
    wanted += [("page", "2"), *(("concept", each) for each in ids)]
    assert parse_qsl(urlsplit(address).query, keep_blank_values=True) == wanted
    assert address.isascii()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.sets(st.text(st.sampled_from(ODD + "ab/.é漢"), min_size=1, max_size=8), min_size=1, max_size=6))
def test_every_id_is_found_again_at_its_address(tmp_path: Path, names: set[str]) -> None:
    iris = [f"http://odd.example/v/{quote(name, safe='/é漢')}" for name in names]
    iris = [iri for iri in iris if iri.removeprefix("http://odd.example/v/") not in RESERVED_IDS]
    source = tmp_path / "odd.ttl"
    lines = [
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .",
        "<http://odd.example/v> a skos:ConceptScheme ; <http://purl.org/vocab/vann/preferredNamespaceUri> "
        '"http://odd.example/v/" .',
        *(f'<{iri}> a skos:Concept ; skos:prefLabel "x"@en .' for iri in iris),
    ]
    source.write_text("\n".join(lines), "utf-8")
    client = make_client(VocabularyInput(source).path)
    for iri in iris:
        lead = client.get("/entity", query_string={"uri": iri}, headers={"Accept": "application/n-triples"})
        assert lead.status_code == 303, iri
        data = client.get(lead.headers["Location"])
        assert data.status_code == 200, (iri, lead.headers["Location"])
        assert f"<{iri}> <http://www.w3.org/2004/02/skos/core#prefLabel>" in data.text
        page = client.get("/entity", query_string={"uri": iri}, headers={"Accept": "text/html"})
        assert client.get(page.headers["Location"]).status_code == 200, (iri, page.headers["Location"])
