"""What DIGG's SKOS-INSPEC asks of the Turtle download, and dataportal.se and Skosmos, who read it; a rule a test."""

from __future__ import annotations

import re
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, SKOS, XSD
from rdflib.term import Node

from samsprak.vocabulary.formats import TURTLE
from samsprak.vocabulary.protocol import Vocabulary

VANN = "http://purl.org/vocab/vann/"
SKOSXL = "http://www.w3.org/2008/05/skos-xl#"
LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
NOTES = (
    SKOS.definition,
    SKOS.scopeNote,
    SKOS.example,
    SKOS.historyNote,
    SKOS.changeNote,
    SKOS.editorialNote,
    SKOS.note,
)
MATCHES = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)


@pytest.fixture(scope="module")
def download(thesaurus: Vocabulary) -> Graph:
    out = BytesIO()
    thesaurus.dump(TURTLE, out)
    return Graph().parse(data=out.getvalue(), format="turtle")


@pytest.fixture(scope="module")
def concepts(download: Graph) -> set[Node]:
    return set(download.subjects(RDF.type, SKOS.Concept))


@pytest.fixture(scope="module")
def collections(download: Graph) -> set[Node]:
    return {*download.subjects(RDF.type, SKOS.Collection), *download.subjects(RDF.type, SKOS.OrderedCollection)}


@pytest.fixture(scope="module")
def scheme(download: Graph) -> Node:
    (only,) = download.subjects(RDF.type, SKOS.ConceptScheme)
    return only


def test_there_is_one_scheme(scheme: Node) -> None:
    assert isinstance(scheme, URIRef)


@pytest.mark.parametrize("predicate", [DCTERMS.title, DCTERMS.description])
def test_the_scheme_is_titled_and_described_in_swedish_and_english(
    download: Graph, scheme: Node, predicate: URIRef
) -> None:
    texts = list(download.objects(scheme, predicate))
    assert {text.language for text in texts if isinstance(text, Literal)} == {"sv", "en"}
    assert len(texts) == 2


def test_the_scheme_says_its_licence_and_publisher_as_addresses(download: Graph, scheme: Node) -> None:
    for predicate in (DCTERMS.license, DCTERMS.publisher):
        assert [type(each) for each in download.objects(scheme, predicate)] == [URIRef]


def test_the_scheme_says_its_dates_and_version(download: Graph, scheme: Node) -> None:
    for predicate in (DCTERMS.created, DCTERMS.modified):
        (written,) = download.objects(scheme, predicate)
        assert isinstance(written, Literal)
        assert written.datatype == XSD.date
    assert list(download.objects(scheme, OWL.versionInfo))


def test_the_scheme_says_its_namespace_and_prefix(download: Graph, scheme: Node) -> None:
    assert list(download.objects(scheme, URIRef(VANN + "preferredNamespaceUri")))
    assert list(download.objects(scheme, URIRef(VANN + "preferredNamespacePrefix")))


def test_everything_has_an_address(concepts: set[Node], collections: set[Node]) -> None:
    assert concepts
    assert collections
    assert all(isinstance(each, URIRef) for each in concepts | collections)


def test_addresses_have_no_port_query_or_fragment(concepts: set[Node], collections: set[Node], scheme: Node) -> None:
    for each in (*concepts, *collections, scheme):
        parts = urlsplit(str(each))
        assert parts.scheme == "https"
        assert (parts.port, parts.query, parts.fragment) == (None, "", "")
        assert re.fullmatch(r"[\x21-\x7e]+", str(each))


def test_everything_is_in_the_scheme(
    download: Graph, concepts: set[Node], collections: set[Node], scheme: Node
) -> None:
    for each in concepts | collections:
        assert list(download.objects(each, SKOS.inScheme)) == [scheme], each


def test_nothing_is_two_kinds_of_thing(concepts: set[Node], collections: set[Node], scheme: Node) -> None:
    assert not concepts & collections
    assert scheme not in concepts | collections


def test_every_concept_has_a_swedish_term_and_one_a_language(download: Graph, concepts: set[Node]) -> None:
    for concept in concepts:
        langs = [text.language for text in download.objects(concept, SKOS.prefLabel) if isinstance(text, Literal)]
        assert "sv" in langs
        assert len(langs) == len(set(langs)), concept


def test_every_collection_has_a_swedish_name(download: Graph, collections: set[Node]) -> None:
    for each in collections:
        assert "sv" in {text.language for text in download.objects(each, SKOS.prefLabel) if isinstance(text, Literal)}


def test_labels_are_texts_with_a_language(download: Graph) -> None:
    for predicate in LABELS:
        for text in download.objects(None, predicate):
            assert isinstance(text, Literal)
            assert text.language, text
            assert text.datatype is None or text.datatype == RDF.langString


def test_labels_are_of_one_kind_only(download: Graph, concepts: set[Node]) -> None:
    for concept in concepts:
        kinds = [set(download.objects(concept, predicate)) for predicate in LABELS]
        assert sum(map(len, kinds)) == len(set.union(*kinds)), concept


def test_notes_are_texts_with_a_language(download: Graph) -> None:
    for predicate in NOTES:
        for text in download.objects(None, predicate):
            assert isinstance(text, Literal)
            assert text.language, text


def test_every_concept_is_defined_in_swedish(download: Graph, concepts: set[Node]) -> None:
    for concept in concepts:
        texts = download.objects(concept, SKOS.definition)
        assert "sv" in {text.language for text in texts if isinstance(text, Literal)}, concept


def test_labels_stand_without_skos_xl(download: Graph) -> None:
    assert not [each for each in download.predicates() if str(each).startswith(SKOSXL)]


@pytest.mark.parametrize(
    ("predicate", "inverse"),
    [
        (SKOS.broader, SKOS.narrower),
        (SKOS.narrower, SKOS.broader),
        (SKOS.related, SKOS.related),
        (SKOS.topConceptOf, SKOS.hasTopConcept),
        (SKOS.hasTopConcept, SKOS.topConceptOf),
    ],
)
def test_relations_stand_in_both_directions(download: Graph, predicate: URIRef, inverse: URIRef) -> None:
    pairs = set(download.subject_objects(predicate))
    assert pairs
    assert {(other, each) for each, other in pairs} == set(download.subject_objects(inverse))


def test_relations_lead_to_concepts_of_the_scheme(download: Graph, concepts: set[Node]) -> None:
    for predicate in (SKOS.broader, SKOS.narrower, SKOS.related, SKOS.hasTopConcept):
        assert set(download.objects(None, predicate)) <= concepts


def test_top_concepts_are_those_without_a_broader_one(download: Graph, concepts: set[Node], scheme: Node) -> None:
    with_broader = set(download.subjects(SKOS.broader))
    assert set(download.objects(scheme, SKOS.hasTopConcept)) == concepts - with_broader


def test_members_are_concepts_or_collections(download: Graph, concepts: set[Node], collections: set[Node]) -> None:
    members = set(download.objects(None, SKOS.member))
    assert members
    assert members <= concepts | collections


def test_no_concept_is_above_itself(download: Graph, concepts: set[Node]) -> None:
    for concept in concepts:
        above = {each for up in download.objects(concept, SKOS.broader) for each in closure(download, up)}
        assert concept not in above


def test_what_is_related_is_neither_above_nor_below(download: Graph) -> None:
    for one, other in download.subject_objects(SKOS.related):
        assert other not in closure(download, one), (one, other)


def test_matches_lead_out_of_the_scheme(download: Graph, concepts: set[Node]) -> None:
    for predicate in MATCHES:
        for target in download.objects(None, predicate):
            assert isinstance(target, URIRef)
            assert target not in concepts


def test_retired_concepts_say_so_as_a_boolean(download: Graph) -> None:
    for value in download.objects(None, OWL.deprecated):
        assert isinstance(value, Literal)
        assert value.datatype == XSD.boolean


def closure(graph: Graph, concept: Node) -> set[Node]:
    return {each for each in graph.transitive_objects(concept, SKOS.broader) if each is not None}
