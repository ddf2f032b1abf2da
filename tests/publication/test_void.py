from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS, VOID, XSD

from samsprak.publication.download import prepare
from samsprak.publication.site import Published, Site
from samsprak.publication.void import description
from samsprak.vocabulary.formats import FORMATS, TURTLE
from samsprak.vocabulary.protocol import Vocabulary
from tests.conftest import EX
from tests.publication.conftest import BASE, published
from tests.vocabulary.graphs import same_in_every_format

HERE = f"{BASE}/.well-known/void"
DATASET = URIRef(f"{HERE}#v")


@pytest.fixture(scope="module")
def graph(site: Site, thesaurus: Vocabulary, foreign: Vocabulary) -> Graph:
    made = description(site, [published(thesaurus), published(foreign)])
    return Graph().parse(data=made.written(TURTLE), format="turtle")


def test_it_says_the_same_in_every_format(site: Site, foreign: Vocabulary) -> None:
    made = description(site, [published(foreign)])
    same_in_every_format({form: made.written(form) for form in FORMATS})


def test_triples_are_as_many_as_the_download_has(site: Site, foreign: Vocabulary, tmp_path: Path) -> None:
    made = prepare(foreign, TURTLE, tmp_path)
    known = published(foreign)
    each = Published(foreign, known.homes, known.files, {TURTLE: made})
    graph = Graph().parse(data=description(site, [each]).written(TURTLE))
    downloaded = Graph().parse(made.path)
    assert graph.value(DATASET, VOID.triples) == Literal(len(downloaded))


def test_the_number_of_triples_is_left_out_until_it_is_known(graph: Graph) -> None:
    assert graph.value(DATASET, VOID.triples) is None


def test_everything_is_counted_by_kind(graph: Graph) -> None:
    assert graph.value(DATASET, VOID.entities) == Literal(5)
    counts = {
        graph.value(part, VOID["class"]): graph.value(part, VOID.entities)
        for part in graph.objects(DATASET, VOID.classPartition)
    }
    assert counts == {SKOS.Concept: Literal(5), SKOS.Collection: Literal(1), SKOS.ConceptScheme: Literal(1)}


def test_rdf_files_are_dumps_and_tables_are_none(graph: Graph) -> None:
    assert {str(each) for each in graph.objects(DATASET, VOID.dataDump)} == {
        f"{BASE}/v.{form.suffix}" for form in FORMATS
    }


def test_it_says_where_to_ask_and_what_is_there(graph: Graph) -> None:
    assert graph.value(DATASET, VOID.sparqlEndpoint) == URIRef(f"{BASE}/sparql")
    assert graph.value(DATASET, VOID.uriSpace) == Literal(EX)
    assert graph.value(DATASET, VOID.exampleResource) == URIRef(EX + "apple")
    assert URIRef(str(SKOS)) in set(graph.objects(DATASET, VOID.vocabulary))
    assert graph.value(DATASET, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")


def test_links_to_each_other_vocabulary_are_counted_by_kind(graph: Graph) -> None:
    found = {}
    for links in graph.objects(DATASET, VOID.subset):
        assert (links, RDF.type, VOID.Linkset) in graph
        target = graph.value(links, VOID.objectsTarget)
        found[str(graph.value(links, VOID.linkPredicate)), str(graph.value(target, VOID.uriSpace))] = graph.value(
            links, VOID.triples
        )
    other = "http://other.example/"
    assert found == {
        (str(SKOS.exactMatch), other): Literal(1),
        (str(SKOS.closeMatch), other): Literal(1),
        (str(SKOS.closeMatch), "urn:x:1"): Literal(1),
    }


def test_counts_are_integers(graph: Graph) -> None:
    for predicate in (VOID.entities, VOID.triples):
        for number in graph.objects(None, predicate):
            assert isinstance(number, Literal)
            assert number.datatype == XSD.integer
