from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, XSD, Namespace

from samsprak.publication.dcat import catalogue
from samsprak.publication.download import prepare
from samsprak.publication.site import Published, Site
from samsprak.vocabulary.formats import FORMATS, OF_WHOLE, TURTLE
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Agent
from tests.conftest import EX, Turtle
from tests.publication.conftest import BASE, published
from tests.vocabulary.graphs import same_in_every_format

CATALOGUE = URIRef(f"{BASE}/dcat")
EU = Namespace("http://publications.europa.eu/resource/authority/")


@pytest.fixture(scope="module")
def graph(site: Site, thesaurus: Vocabulary, foreign: Vocabulary) -> Graph:
    made = catalogue(site, [published(thesaurus), published(foreign)])
    return Graph().parse(data=made.written(TURTLE), format="turtle")


def test_it_says_the_same_in_every_format(site: Site, thesaurus: Vocabulary) -> None:
    made = catalogue(site, [published(thesaurus)])
    assert len(same_in_every_format({form: made.written(form) for form in FORMATS})) == len(made)


# What DCAT-AP-SE 3 holds to be mandatory, and recommended where there is something to say, by class.
ASKED = {
    DCAT.Catalog: (
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.publisher,
        DCAT.dataset,
        DCTERMS.language,
        FOAF.homepage,
    ),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.distribution, DCAT.keyword),
    DCAT.Distribution: (DCAT.accessURL, DCAT.downloadURL, DCAT.mediaType, DCTERMS.format, DCTERMS.license),
    DCAT.DataService: (DCTERMS.title, DCAT.endpointURL, DCAT.endpointDescription, DCAT.servesDataset),
    FOAF.Agent: (FOAF.name,),
}


@pytest.mark.parametrize("kind", ASKED, ids=str)
def test_everything_has_what_dcat_ap_se_asks_for(kind: URIRef, graph: Graph) -> None:
    found = list(graph.subjects(RDF.type, kind))
    assert found
    for each in found:
        missing = [predicate for predicate in ASKED[kind] if not list(graph.objects(each, predicate))]
        assert not missing, (each, missing)


def test_titles_are_in_swedish_and_english(graph: Graph) -> None:
    for each in (CATALOGUE, URIRef("https://w3id.org/samsprak/prevention")):
        for predicate in (DCTERMS.title, DCTERMS.description):
            texts = graph.objects(each, predicate)
            assert {text.language for text in texts if isinstance(text, Literal)} == {"sv", "en"}


def test_a_vocabulary_is_a_dataset_by_the_name_of_its_scheme(graph: Graph) -> None:
    assert set(graph.objects(CATALOGUE, DCAT.dataset)) == {
        URIRef("https://w3id.org/samsprak/prevention"),
        URIRef(EX + "s"),
    }


def test_every_file_is_a_distribution_with_its_media_type(graph: Graph) -> None:
    types = {}
    for each in graph.objects(URIRef("https://w3id.org/samsprak/prevention"), DCAT.distribution):
        (address,), (kind,) = graph.objects(each, DCAT.downloadURL), graph.objects(each, DCAT.mediaType)
        types[str(address)] = str(kind)
    assert types == {
        f"{BASE}/prevention.{form.suffix}": f"http://www.iana.org/assignments/media-types/{form.media_type}"
        for form in OF_WHOLE
    }


def test_licences_and_publishers_are_addresses_and_dates_are_typed(graph: Graph) -> None:
    for predicate in (DCTERMS.license, DCTERMS.publisher):
        assert all(isinstance(each, URIRef) for each in graph.objects(None, predicate))
    dataset = URIRef(EX + "s")
    assert list(graph.objects(dataset, DCTERMS.issued)) == [Literal("2020", datatype=XSD.gYear)]
    (modified,) = graph.objects(dataset, DCTERMS.modified)
    assert isinstance(modified, Literal)
    assert modified.datatype == XSD.dateTime


def test_services_serve_every_vocabulary(graph: Graph) -> None:
    for name, address in (("sparql", "/sparql"), ("rest", "/rest/v1/")):
        service = URIRef(f"{CATALOGUE}#{name}")
        assert list(graph.objects(service, DCAT.endpointURL)) == [URIRef(BASE + address)]
        assert len(set(graph.objects(service, DCAT.servesDataset))) == 2


def test_sizes_are_told_of_what_is_prepared(site: Site, foreign: Vocabulary, tmp_path: Path) -> None:
    made = prepare(foreign, TURTLE, tmp_path)
    known = published(foreign)
    graph = Graph().parse(
        data=catalogue(site, [Published(foreign, known.homes, known.files, {TURTLE: made})]).written(TURTLE)
    )
    assert list(graph.objects(None, DCAT.byteSize)) == [Literal(str(made.size), datatype=XSD.nonNegativeInteger)]


def test_the_vocabulary_itself_says_theme_keywords_and_contact(site: Site, turtle: Turtle) -> None:
    vocabulary = turtle(f"""
        @prefix dcat: <{DCAT}> . ex:a a skos:Concept .
        ex:s a skos:ConceptScheme ; dcat:theme <{EU}data-theme/SOCI> ; dcat:keyword "ord"@sv ;
            dcat:contactPoint ex:desk .""")
    graph = Graph().parse(data=catalogue(site, [published(vocabulary)]).written(TURTLE))
    dataset = URIRef(EX + "s")
    assert list(graph.objects(dataset, DCAT.theme)) == [EU["data-theme/SOCI"]]
    assert list(graph.objects(dataset, DCAT.keyword)) == [Literal("ord", lang="sv")]
    assert list(graph.objects(dataset, DCAT.contactPoint)) == [URIRef(EX + "desk")]


def test_nothing_is_invented_where_nothing_is_said(site: Site, turtle: Turtle) -> None:
    vocabulary = turtle("ex:a a skos:Concept .")
    graph = Graph().parse(data=catalogue(site, [published(vocabulary)]).written(TURTLE))
    (dataset,) = graph.objects(CATALOGUE, DCAT.dataset)
    assert dataset == URIRef(f"{CATALOGUE}#v")
    for predicate in (DCTERMS.publisher, DCTERMS.license, DCTERMS.issued, DCAT.theme, DCAT.contactPoint, DCAT.keyword):
        assert not list(graph.objects(None, predicate))


def test_who_runs_the_service_publishes_the_catalogue(site: Site, foreign: Vocabulary) -> None:
    runs = Site(
        site.homes, site.catalogue, site.void, publisher=Agent("A municipality", "https://municipality.example/")
    )
    graph = Graph().parse(data=catalogue(runs, [published(foreign)]).written(TURTLE))
    assert list(graph.objects(CATALOGUE, DCTERMS.publisher)) == [URIRef("https://municipality.example/")]
    assert not list(graph.subjects(RDF.type, DCAT.DataService))


def test_words_where_an_address_belongs_are_left_out(site: Site, turtle: Turtle) -> None:
    vocabulary = turtle('ex:s a skos:ConceptScheme ; dcterms:license "free for all" . ex:a a skos:Concept .')
    graph = Graph().parse(data=catalogue(site, [published(vocabulary)]).written(TURTLE))
    assert not list(graph.objects(None, DCTERMS.license))
