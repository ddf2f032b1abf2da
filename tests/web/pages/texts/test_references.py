from __future__ import annotations

import pytest

from samsprak.vocabulary.records import Mapping, MappingKind
from samsprak.web.addresses import Addresses
from samsprak.web.licences import licence_link
from samsprak.web.pages.records.citation import citation
from samsprak.web.pages.texts.references import as_references, matches, references
from samsprak.web.presentation import Reader, on_the_web
from tests.conftest import EX, Turtle

SOURCES = """
<https://example.org/v> a skos:ConceptScheme ; dcterms:title "Ord"@sv .
ex:a a skos:Concept ; skos:prefLabel "stöd"@sv ; skos:definition "hjälp"@sv ; adms:status status:UnderDevelopment ;
    dcterms:created "2026-01-01"^^xsd:date ; dcterms:modified "2026-02-03T10:00:00"^^xsd:dateTime ;
    dcterms:source ex:report , <https://www.stad.se/a/b%C3%A4st?x=1> , "Handboken, s. 3 <b>" ;
    skos:exactMatch <https://example.com/1> .
ex:bare a skos:Concept ; skos:prefLabel "bar"@sv .
ex:report a dcterms:BibliographicResource ; dcterms:title "Rapport"@sv ; dcterms:publisher "Staden" , "Landet" ;
    dcterms:issued "2012"^^xsd:gYear ; foaf:page <https://www.stad.se/rapport> .
"""


@pytest.fixture
def reader(turtle: Turtle) -> Reader:
    return Reader(turtle(SOURCES), Addresses(), "sv")


def test_source_is_a_reference_with_publisher_year_and_page(reader: Reader) -> None:
    (found,) = references(reader, [f"{EX}report"])
    assert (found.title.text, found.title.address) == ("Rapport", "/sv/v/report/rapport")
    assert found.details in {"Staden, Landet, 2012", "Landet, Staden, 2012"}
    assert [(page.text, page.address) for page in found.pages] == [("stad.se", "https://www.stad.se/rapport")]


def test_address_is_shown_without_scheme_and_text_leads_nowhere(reader: Reader) -> None:
    address, text = references(reader, ["https://www.stad.se/b%C3%A4st/", "Handboken, s. 3 <b>"])
    assert (address.title.text, address.title.address) == ("www.stad.se/bäst", "https://www.stad.se/b%C3%A4st/")
    assert (text.title.text, text.title.address) == ("Handboken, s. 3 <b>", "")
    assert as_references([text], "sv") == "<li><cite><span>Handboken, s. 3 &lt;b&gt;</span></cite></li>\n"


def test_script_address_is_no_link() -> None:
    assert on_the_web("javascript:alert(1)").address == ""


def test_match_is_named_where_its_vocabulary_is_loaded(reader: Reader, turtle: Turtle) -> None:
    other = turtle('<https://example.com/1> a skos:Concept ; skos:prefLabel "support"@en .')
    given = [Mapping(MappingKind.EXACT, "https://example.com/1"), Mapping(MappingKind.EXACT, "https://example.com/2")]
    ((kind, links),) = matches(reader, given, {"v": reader.vocabulary, "other": other})
    assert kind == "exactMatch"
    assert [link.text for link in links] == ["support", "example.com/2"]
    assert links[0].address.startswith("/sv/")


def test_citation_has_definition_standing_date_and_address(reader: Reader) -> None:
    vocabulary = reader.vocabulary
    assert citation(reader, vocabulary.concept(f"{EX}a")) == f"stöd: hjälp (Ord, förslag 2026-02-03, {EX}a)"
    assert citation(reader, vocabulary.concept(f"{EX}bare")) == f"bar (Ord, {EX}bare)"


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"),
        ("http://creativecommons.org/licenses/by-sa/4.0/", "CC BY-SA 4.0"),
        ("https://example.org/licence/", "example.org/licence"),
    ],
)
def test_licence_is_called_by_its_name(iri: str, name: str) -> None:
    assert (licence_link(iri).text, licence_link(iri).address) == (name, iri)
