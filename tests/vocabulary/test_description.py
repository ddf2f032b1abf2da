from __future__ import annotations

import rdflib
from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS

from samsprak.vocabulary.formats import N_TRIPLES
from samsprak.vocabulary.protocol import Vocabulary
from tests.conftest import EX, Turtle
from tests.vocabulary.graphs import dumped, graph_of

A, B, C, S, T = (URIRef(EX + name) for name in "abcst")


def describe(vocabulary: Vocabulary, iri: URIRef = A) -> rdflib.Graph:
    return graph_of(vocabulary.data(str(iri), N_TRIPLES), N_TRIPLES)


def test_description_says_what_the_files_say(turtle: Turtle) -> None:
    graph = describe(turtle('ex:a a skos:Concept ; skos:prefLabel "a"@sv ; ex:own 7 . ex:other ex:own 8 .'))
    assert set(graph) == {
        (A, RDF.type, SKOS.Concept),
        (A, SKOS.prefLabel, Literal("a", lang="sv")),
        (A, URIRef(EX + "own"), Literal(7)),
    }


def test_description_has_relations_in_full(turtle: Turtle) -> None:
    vocabulary = turtle("""
        ex:a a skos:Concept . ex:b a skos:Concept ; skos:broader ex:a ; skos:related ex:d .
        ex:d a skos:Concept . ex:s a skos:ConceptScheme ; skos:hasTopConcept ex:a .
        ex:other skos:exactMatch ex:a .
    """)
    graph = describe(vocabulary)
    assert (A, SKOS.narrower, B) in graph
    assert (A, SKOS.topConceptOf, S) in graph
    assert (A, SKOS.inScheme, S) in graph
    assert (A, SKOS.exactMatch, URIRef(EX + "other")) in graph
    assert (URIRef(EX + "d"), SKOS.related, B) in describe(vocabulary, URIRef(EX + "d"))


def test_description_names_what_it_leads_to(turtle: Turtle) -> None:
    graph = describe(
        turtle("""
        ex:a a skos:Concept ; skos:broader ex:b ; dcterms:source ex:t ; skos:inScheme ex:s ;
          skos:definition [ dcterms:source ex:u ] .
        ex:b a skos:Concept ; skos:prefLabel "b"@sv ; skos:definition "not here"@sv .
        ex:s a skos:ConceptScheme ; rdfs:label "s"@sv . ex:t dcterms:title "t"@sv . ex:u dcterms:title "u"@sv .
        ex:c a skos:Collection ; skos:prefLabel "c"@sv ; skos:member ex:a, ex:b .
        """)
    )
    for named, predicate, text in [
        (B, SKOS.prefLabel, "b"),
        (S, DCTERMS.title, "s"),
        (T, DCTERMS.title, "t"),
        (URIRef(EX + "u"), DCTERMS.title, "u"),
        (C, SKOS.prefLabel, "c"),
    ]:
        assert (named, predicate, Literal(text, lang="sv")) in graph
    assert set(graph.triples((B, None, None))) == {(B, SKOS.prefLabel, Literal("b", lang="sv"))}
    assert set(graph.triples((C, SKOS.member, None))) == {(C, SKOS.member, A)}


def test_description_carries_its_notes_to_the_last_node(turtle: Turtle) -> None:
    graph = describe(
        turtle("ex:a a skos:Concept ; skos:definition [ rdf:value 'd' ; ex:p [ ex:p [ rdf:value 'deep' ] ] ] .")
    )
    assert {str(value) for value in graph.objects(None, RDF.value)} == {"d", "deep"}


def test_labels_and_notes_that_are_nodes_with_an_address_are_carried_too(turtle: Turtle) -> None:
    graph = describe(
        turtle(
            "ex:a a skos:Concept ; skosxl:prefLabel ex:label ; skos:definition ex:note ; ex:p ex:other . "
            'ex:label skosxl:literalForm "a"@sv . ex:note rdf:value "d"@sv . ex:other ex:p 1 .'
        )
    )
    assert (URIRef(EX + "note"), RDF.value, Literal("d", lang="sv")) in graph
    assert (URIRef(EX + "label"), None, Literal("a", lang="sv")) in graph
    assert (URIRef(EX + "other"), None, None) not in graph


def test_labels_of_skos_xl_are_said_plainly_too(turtle: Turtle) -> None:
    graph = describe(turtle('ex:a a skos:Concept ; skosxl:prefLabel [ skosxl:literalForm "a"@sv ] .'))
    assert (A, SKOS.prefLabel, Literal("a", lang="sv")) in graph


def test_label_with_a_datatype_is_not_said_again_without_it(turtle: Turtle) -> None:
    graph = describe(turtle('ex:a a skos:Concept ; skos:prefLabel "a"^^ex:own, "b" .'))
    assert set(graph.objects(A, SKOS.prefLabel)) == {Literal("a", datatype=URIRef(EX + "own")), Literal("b")}


def test_label_with_a_direction_is_not_said_again_without_it(turtle: Turtle) -> None:
    content = turtle('ex:a a skos:Concept ; skos:prefLabel "a"@ar--rtl .').data(EX + "a", N_TRIPLES)
    assert content.count(b"prefLabel") == 1


def test_dump_holds_what_is_about_nothing_in_particular(turtle: Turtle) -> None:
    graph = dumped(
        turtle(
            'ex:a a skos:Concept . ex:org rdfs:label "x" . [] a skos:Collection ; skos:member ex:a . [] ex:p ( 1 2 ) .'
        )
    )
    assert (URIRef(EX + "org"), RDFS.label, Literal("x")) in graph
    assert set(graph.objects(None, SKOS.member)) == {A}
    assert len(list(graph.triples((None, RDF.rest, None)))) == 2


def test_concept_out_of_use_is_deprecated_too_whatever_its_status_is_called(turtle: Turtle) -> None:
    vocabulary = turtle("""
        ex:gone a skos:Concept ; skos:prefLabel "borta"@sv ; adms:status status:Withdrawn .
        ex:old a skos:Concept ; skos:prefLabel "gammal"@sv ; adms:status status:Deprecated ; owl:deprecated true .
        ex:here a skos:Concept ; skos:prefLabel "här"@sv ; adms:status status:Completed .
    """)
    for name, expected in (("gone", 1), ("old", 1), ("here", 0)):
        data = vocabulary.data(vocabulary.by_id(name).iri, N_TRIPLES).decode()
        assert data.count("owl#deprecated>") == expected, name
