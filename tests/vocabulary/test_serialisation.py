"""The four formats hold the same graph, whatever a vocabulary holds."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, SKOS

from samsprak.settings import VocabularyInput, project_folder
from samsprak.vocabulary.formats import JSON_LD, N_TRIPLES, RDF_XML, TURTLE
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.memory import MemoryVocabulary
from tests.conftest import EX, PREFIXES, Turtle
from tests.vocabulary.graphs import described, dumped, graph_of

A = URIRef(EX + "a")
CONCEPT = """
    ex:a a skos:Concept ; skos:prefLabel "stöd"@sv, "support"@en-GB, "tuki" ; skos:altLabel "hjälp"@sv, "bistånd"@sv ;
      skos:broader ex:b ; iso-thes:broaderPartitive ex:p ; skos:inScheme ex:s ; skos:notation "0012", "7"^^ex:code ;
      skos:exactMatch <https://other.org/1> ; dcterms:created "2025-01-02"^^xsd:date, "2025" ; dcterms:source ex:t ;
      owl:deprecated true ; adms:status status:Deprecated ; rdfs:seeAlso "not an address", <https://other.org/> .
    ex:b a skos:Concept ; skos:prefLabel "insats"@sv . ex:p a skos:Concept ; skos:prefLabel "verksamhet"@sv .
    ex:s a skos:ConceptScheme ; dcterms:title "Begrepp"@sv, "Concepts"@en ; skos:hasTopConcept ex:b .
    ex:t dcterms:title "Prop. 2024/25:89"@sv ; dcterms:issued "2025"^^xsd:gYear, "2025-01"^^xsd:gYearMonth .
    ex:c a skos:Collection ; skos:prefLabel "Nivåer"@sv ; skos:member ex:a, ex:b .
"""
MEMBERS = " ".join(f"ex:m{number}" for number in range(1200))
ODD = {
    "literals of every kind": """ex:a a skos:Concept ; skos:prefLabel "a", "b", "a"@sv, "b"@sv, "x"^^ex:own, 12, true ;
        skos:definition "<b>fet</b>"^^rdf:HTML, "d"@sv, "e"@sv ;
        dcterms:created "i fjol", "i går"@sv, "2025-13-45"^^xsd:date ;
        owl:deprecated "ja", "1"^^xsd:boolean, false ; skos:notation "a"@sv, ex:notation, "01"^^xsd:decimal ;
        skos:broader "not a concept", "inte ett begrepp"@sv ;
        dcterms:title <https://example.org/title>, [ rdf:value 1 ] .""",
    "texts that need escaping": r'''ex:a a skos:Concept ;
        skos:prefLabel "\"\\\n\t\r\n<&>]]>'{}@"@sv, "", " "@sv, "  a  "@sv ;
        skos:notation "  a  ", "\n" ; ex:p " a " ;
        skos:definition """rad 1
          rad "2"\u2028\u0085\uFEFF\U0001F600"""@sv .''',
    "notes as nodes": """ex:a a skos:Concept ; skos:definition [ rdf:value "d"@sv ; dcterms:source ex:t ;
        skos:editorialNote [ rdf:value "deeper" ; dcterms:created "2025-01-01"^^xsd:date ]
        ] ; skos:scopeNote _:n ; skos:note _:n .
        _:n rdf:value "shared"@sv ; rdfs:seeAlso ex:a, _:n .""",
    "labels of SKOS-XL": """ex:a a skos:Concept ; skosxl:prefLabel [ a skosxl:Label ; skosxl:literalForm "a"@sv ] ;
        skosxl:altLabel ex:l . ex:l skosxl:literalForm "b"@sv .""",
    "blank nodes at either end": """ex:a a skos:Concept ; skos:inScheme [ a skos:ConceptScheme ] ;
        skos:broader [ a skos:Concept ] .
        [] a skos:Collection ; skos:member ex:a .""",
    "self-relations and circles": """ex:a a skos:Concept ; skos:broader ex:a, ex:b .
        ex:b a skos:Concept ; skos:broader ex:a .""",
    "predicates without a prefix": """ex:a a skos:Concept ; <https://other.org/p> "1" ; <urn:p> "2" ;
        <https://a.org/?q&b=c> "3" ;
        <http://purl.org/dc/terms/a/b> "4" ; <https://other.org/ö> "5" .""",
    "classes of its own": "ex:C rdfs:subClassOf skos:Concept . ex:a a ex:C, skos:Concept, [ a rdfs:Class ] .",
    "an address with signs in it": "ex:a a skos:Concept ; skos:related <https://a.org/x?y=1&z=(2)'%20ö#å> .",
    "lists that are no proper ones": """ex:a a skos:Concept ; ex:p ( 1 "x"@sv ( ) ( ex:a ) [ ex:q 1 ] ),
        _:l, _:m, _:o, _:o2, ( ex:b ) .
        _:l rdf:first 1 ; rdf:rest _:l . _:m rdf:first 1, 2 ; rdf:rest ( 3 4 ) .
        _:o a rdf:List ; rdf:first 1 ; rdf:rest ( 5 ) .
        _:o2 rdf:first 1 ; rdf:rest _:shared . _:shared rdf:first 2 ; rdf:rest () .
        ex:a ex:q _:shared ; ex:r [ rdf:rest "x" ] .""",
}


@pytest.mark.parametrize("name", ["a", "b", "s", "t", "c"])
def test_every_kind_of_resource_is_the_same_in_every_format(name: str, turtle: Turtle) -> None:
    described(turtle(CONCEPT), EX + name)


@pytest.mark.parametrize("body", ODD.values(), ids=ODD)
def test_odd_data_is_the_same_in_every_format(body: str, turtle: Turtle) -> None:
    vocabulary = turtle(body)
    described(vocabulary, EX + "a")
    dumped(vocabulary)


@pytest.mark.parametrize("body", [CONCEPT, *ODD.values()], ids=["a concept", *ODD])
def test_nothing_that_the_files_say_is_lost(body: str, turtle: Turtle) -> None:
    said = graph_of((PREFIXES + body).encode(), TURTLE)
    served = dumped(turtle(body))
    assert {triple for triple in said if not blank(triple)} <= set(served)
    assert len(served) >= len(said)


def blank(triple: tuple[object, ...]) -> bool:
    return any(not isinstance(node, URIRef | Literal) for node in triple)


@pytest.mark.parametrize(
    "kind", ["skos:Collection ; skos:member ex:a, ex:b", "skos:OrderedCollection ; skos:memberList ( ex:b ex:a )"]
)
def test_collections_give_their_members_with_labels(kind: str, turtle: Turtle) -> None:
    graph = described(
        turtle(f'ex:c a {kind} . ex:a a skos:Concept ; skos:prefLabel "a"@sv . ex:b a skos:Concept .'), EX + "c"
    )
    assert set(graph.objects(URIRef(EX + "c"), SKOS.member)) == {A, URIRef(EX + "b")}
    assert (A, SKOS.prefLabel, Literal("a", lang="sv")) in graph


def test_ordered_collection_of_any_length_keeps_its_order(turtle: Turtle) -> None:
    vocabulary = turtle(
        f"ex:c a skos:OrderedCollection ; skos:memberList ( {MEMBERS} ) ."
        + " ".join(f"{member} a skos:Concept ." for member in MEMBERS.split())
    )
    graph = graph_of(vocabulary.data(EX + "c", TURTLE), TURTLE)
    (head,) = graph.objects(URIRef(EX + "c"), SKOS.memberList)
    assert [str(each).replace(EX, "ex:") for each in graph.items(head)] == MEMBERS.split()
    assert b'"@list"' in vocabulary.data(EX + "c", JSON_LD)


def test_projects_own_vocabulary_is_the_same_in_every_format() -> None:
    vocabulary = load(VocabularyInput(project_folder("vocab")))
    resources = (*vocabulary.schemes, *vocabulary.collections[:3], *vocabulary.concepts[::10], *vocabulary.sources[:3])
    for resource in resources:
        described(vocabulary, resource.iri)
    dumped(vocabulary)


def test_text_that_xml_cannot_hold_does_not_break_the_reply(turtle: Turtle) -> None:
    vocabulary = turtle(r'ex:a a skos:Concept ; skos:prefLabel "a\u0001b\uFFFE\u0000c"@sv, "a\u0002"^^ex:own .')
    graph = graph_of(vocabulary.data(EX + "a", RDF_XML), RDF_XML)
    assert set(graph.objects(A, SKOS.prefLabel)) == {
        Literal("a\ufffdb\ufffd\ufffdc", lang="sv"),
        Literal("a\ufffd", datatype=URIRef(EX + "own")),
    }


@pytest.mark.parametrize(
    "predicate", ["https://a.org/123", "https://a.org/", "https://a.org/p#", "urn:1", "https://a.org/%20"]
)
def test_predicate_that_xml_cannot_name_does_not_break_the_reply(predicate: str, turtle: Turtle) -> None:
    vocabulary = turtle(f"ex:a a skos:Concept ; <{predicate}> 'x' .")
    assert set(graph_of(vocabulary.data(EX + "a", RDF_XML), RDF_XML)) == {(A, RDF.type, SKOS.Concept)}
    assert (A, URIRef(predicate), Literal("x")) in graph_of(vocabulary.data(EX + "a", TURTLE), TURTLE)


@pytest.mark.parametrize("vocabulary_id", ["2024", "xml", "xmlns-x", "_v", "a-", "skos", "ÅÄÖ"])
def test_vocabulary_called_what_no_prefix_may_be_is_written_without_it(vocabulary_id: str, turtle: Turtle) -> None:
    base = turtle("ex:a a skos:Concept .")
    for form in (TURTLE, RDF_XML):
        assert isinstance(base, MemoryVocabulary)
        content = replace(base, id=vocabulary_id).data(EX + "a", form)
        assert set(graph_of(content, form)) == {(A, RDF.type, SKOS.Concept)}


def test_turtle_uses_the_vocabularys_own_prefix(turtle: Turtle) -> None:
    assert b"v:a a skos:Concept" in turtle("ex:a a skos:Concept .").data(EX + "a", TURTLE)


def test_dump_says_nothing_twice(turtle: Turtle) -> None:
    out = BytesIO()
    turtle(CONCEPT + "ex:a skos:note _:n . ex:b skos:note _:n . _:n rdf:value 'x' .").dump(N_TRIPLES, out)
    lines = out.getvalue().splitlines()
    assert len(set(lines)) == len(lines)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(
            # XML 1.0 has no control characters; what becomes of them is tested above.
            st.text(
                st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
                | st.sampled_from("\t\n\r")
            ),
            st.sampled_from(["prefLabel", "altLabel", "hiddenLabel", "definition", "notation"]),
            st.sampled_from(["sv", "en-GB", "zh-Hant-TW", "x-own", None]),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_any_text_comes_back_from_every_format(turtle: Turtle, labels: list[tuple[str, str, str | None]]) -> None:
    said = Graph()
    said.add((A, RDF.type, SKOS.Concept))
    for text, predicate, lang in labels:
        said.add((A, SKOS[predicate], Literal(text, lang=lang and lang.lower())))
    content = said.serialize(format="nt", encoding="utf-8").decode()
    served = described(turtle(content), EX + "a")
    assert isomorphic(served, said)
