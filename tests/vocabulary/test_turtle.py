"""A whole vocabulary as Turtle: readable, the same each time, and without a statement too few."""

from __future__ import annotations

from io import BytesIO

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import SKOS

from samsprak.vocabulary.formats import N_TRIPLES, TURTLE
from samsprak.vocabulary.protocol import Vocabulary
from tests.conftest import EX, Turtle


def written(vocabulary: Vocabulary) -> str:
    out = BytesIO()
    vocabulary.dump(TURTLE, out)
    return out.getvalue().decode()


RECORDS = r"""
    ex:s a skos:ConceptScheme ; dcterms:title "S"@sv .
    ex:a a skos:Concept ; dcterms:created "2025-01-02"^^xsd:date ; skos:topConceptOf ex:s ; owl:deprecated false ;
        skos:definition "what\nit is"@EN ; skos:prefLabel "alpha"@en, "alfa"@sv .
    ex:b a skos:Concept ; skos:broader ex:a ; skos:prefLabel "beta"@sv ; dcterms:source <https://a.org/?q=1> .
"""
READABLE = '''
v:a a skos:Concept ;
    skos:prefLabel "alfa"@sv ,
        "alpha"@en ;
    skos:definition """what
it is"""@en ;
    skos:narrower v:b ;  # beta
    owl:deprecated false ;
    dcterms:created "2025-01-02"^^xsd:date ;
    skos:topConceptOf v:s ;
    skos:inScheme v:s .

v:b a skos:Concept ;
    skos:prefLabel "beta"@sv ;
    skos:broader v:a ;  # alfa
    dcterms:source <https://a.org/?q=1> ;
    skos:inScheme v:s .
'''


def test_a_record_reads_as_an_editor_writes_one(turtle: Turtle) -> None:
    text = written(turtle(RECORDS))
    assert text.endswith(READABLE)
    assert "@prefix v: <https://example.org/v/> .\n" in text
    assert "@prefix foaf:" not in text


@pytest.mark.parametrize(
    "body",
    [
        'ex:a a skos:Concept ; skos:note [ a ex:N ; ex:p [ ex:q "d" ] ], _:shared ; ex:r _:shared . _:shared ex:p 1 .',
        "ex:a a skos:Concept ; ex:p ( 1 ( 2 ) [ ex:q 3 ] ) . [] ex:p ex:a . _:x ex:p _:y . _:y ex:p _:x .",
        'ex:a a skos:Concept ; skos:prefLabel "row ; # none\\nrow"@sv . ex:b a skos:Concept ; skos:broader ex:a .',
        'ex:a a skos:Concept ; skos:note """a "quote" in it\n"it\\\\" is\\t"""@sv, "x^^<y>", "1.50"^^xsd:decimal .',
    ],
)
def test_nothing_is_lost(body: str, turtle: Turtle) -> None:
    vocabulary = turtle(body)
    out = BytesIO()
    count = vocabulary.dump(N_TRIPLES, out)
    lines = Graph().parse(data=out.getvalue(), format="nt")
    text = written(vocabulary)
    assert lines.isomorphic(Graph().parse(data=text, format="turtle")), text
    assert count == len(lines)


def test_nodes_within_a_record_stand_within_it(turtle: Turtle) -> None:
    text = written(turtle('ex:a a skos:Concept ; skos:note [ ex:p "x" ] ; ex:l ( 1 2 ) .'))
    assert "skos:note [\n" in text
    assert "( 1 2 )" in text
    assert "_:" not in text


def test_the_same_each_time(turtle: Turtle) -> None:
    body = 'ex:a a skos:Concept ; skos:note [ ex:p "x" ], _:s ; ex:r _:s . _:s ex:p 1, 2 . ex:b a skos:Concept .'
    assert written(turtle(body)) == written(turtle(body))


def test_what_is_in_no_scheme_is_in_the_only_one(turtle: Turtle) -> None:
    vocabulary = turtle("ex:s a skos:ConceptScheme . ex:a a skos:Concept . ex:c a skos:Collection ; skos:member ex:a .")
    said = Graph().parse(data=written(vocabulary), format="turtle")
    assert set(said.subjects(SKOS.inScheme, URIRef(EX + "s"))) == {URIRef(EX + "a"), URIRef(EX + "c")}


def test_nobody_is_put_in_one_of_two_schemes(turtle: Turtle) -> None:
    vocabulary = turtle("ex:s a skos:ConceptScheme . ex:t a skos:ConceptScheme . ex:a a skos:Concept .")
    assert "inScheme" not in written(vocabulary)
