from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from samsprak.vocabulary.namespaces import SKOS
from samsprak.vocabulary.normaliser import TYPE, normalise
from samsprak.vocabulary.reader import Reading, read
from tests.conftest import EX, PREFIXES

Read = Callable[[str], Reading]


@pytest.fixture
def reading(tmp_path: Path) -> Read:
    def read_turtle(body: str) -> Reading:
        path = tmp_path / "v.ttl"
        path.write_text(PREFIXES + body, encoding="utf-8")
        return read([path])

    return read_turtle


def pairs(of: Reading, relation: str) -> list[str]:
    """The pairs of a relation, as `subject object` without the namespace, sorted."""
    found = [
        f"{one} {other}"
        for one, others in normalise(of.statements.by_predicate())[relation].items()
        for other in others
    ]
    return sorted(found_pair.replace(EX, "") for found_pair in found)


@pytest.mark.parametrize(
    ("said", "relation", "inferred"),
    [
        ("ex:a skos:broader ex:b .", "narrower", ["b a"]),
        ("ex:b skos:narrower ex:a .", "broader", ["a b"]),
        ("ex:a skos:related ex:b .", "related", ["a b", "b a"]),
        ("ex:s skos:hasTopConcept ex:a .", "topConceptOf", ["a s"]),
        ("ex:s skos:hasTopConcept ex:a .", "inScheme", ["a s"]),
        ("ex:a skos:topConceptOf ex:s .", "hasTopConcept", ["s a"]),
        ("ex:a skos:topConceptOf ex:s .", "inScheme", ["a s"]),
        ("ex:a skos:exactMatch ex:b .", "exactMatch", ["a b", "b a"]),
        ("ex:a skos:closeMatch ex:b .", "closeMatch", ["a b", "b a"]),
        ("ex:a skos:relatedMatch ex:b .", "relatedMatch", ["a b", "b a"]),
        ("ex:a iso-thes:broaderPartitive ex:b .", "broader", ["a b"]),
        ("ex:a iso-thes:broaderPartitive ex:b .", "narrower", ["b a"]),
        ("ex:b iso-thes:narrowerInstantial ex:a .", "broader", ["a b"]),
        ("ex:b iso-thes:narrowerInstantial ex:a .", "narrower", ["b a"]),
        ("ex:a iso-thes:broaderGeneric ex:b .", "broader", ["a b"]),
        # Sub-properties of the file's own, of SKOS's or of each other.
        ("ex:isPartOf rdfs:subPropertyOf skos:broader . ex:a ex:isPartOf ex:b .", "narrower", ["b a"]),
        (
            "ex:p rdfs:subPropertyOf ex:q . ex:q rdfs:subPropertyOf skos:related . ex:a ex:p ex:b .",
            "related",
            ["a b", "b a"],
        ),
        ("ex:p rdfs:subPropertyOf iso-thes:broaderPartitive . ex:a ex:p ex:b .", "broader", ["a b"]),
        ("ex:p rdfs:subPropertyOf ex:p, skos:broader . ex:a ex:p ex:b .", "broader", ["a b"]),
    ],
)
def test_relations_are_inferred(said: str, relation: str, inferred: list[str], reading: Read) -> None:
    assert pairs(reading(said), SKOS + relation) == inferred


@pytest.mark.parametrize(
    ("said", "relation", "left"),
    [
        ("ex:a skos:broader ex:b . ex:b skos:broader ex:c .", "broader", ["a b", "b c"]),
        ("ex:a skos:broadMatch ex:b .", "broader", []),
        ("ex:a skos:narrowMatch ex:b .", "narrower", []),
        ("ex:a skos:relatedMatch ex:b .", "related", []),
        ("ex:a skos:inScheme ex:s .", "topConceptOf", []),
    ],
)
def test_what_nobody_asks_for_is_not_inferred(said: str, relation: str, left: list[str], reading: Read) -> None:
    assert pairs(reading(said), SKOS + relation) == left


def test_axioms_of_skos_in_a_file_do_not_pull_other_vocabularies_into_the_hierarchy(reading: Read) -> None:
    """W3C's own skos.rdf says these; vocabularies are often delivered with it."""
    axioms = """
        skos:broadMatch rdfs:subPropertyOf skos:broader, skos:mappingRelation .
        skos:narrowMatch rdfs:subPropertyOf skos:narrower .
        skos:relatedMatch rdfs:subPropertyOf skos:related .
        skos:broader rdfs:subPropertyOf skos:broaderTransitive .
        skos:mappingRelation rdfs:subPropertyOf skos:semanticRelation .
        ex:a skos:broader ex:b ; skos:broadMatch <https://other.org/1> ; skos:relatedMatch <https://other.org/2> .
    """
    assert pairs(reading(axioms), SKOS + "broader") == ["a b"]
    assert pairs(reading(axioms), SKOS + "related") == []


def test_classes_of_extensions_are_concepts_and_collections(reading: Read) -> None:
    types = normalise(
        reading("""
            ex:Programme rdfs:subClassOf ex:Kind . ex:Kind rdfs:subClassOf skos:Concept, ex:Programme .
            ex:a a ex:Programme . ex:b a iso-thes:ThesaurusArray . ex:c a skos:OrderedCollection .
        """).statements.by_predicate()
    )[TYPE]
    assert SKOS + "Concept" in types[EX + "a"]
    assert SKOS + "Collection" in types[EX + "b"]
    assert SKOS + "Collection" in types[EX + "c"]


def test_graph_as_read_is_not_changed(reading: Read) -> None:
    of = reading("""
        ex:a a skos:Concept ; skos:broader ex:b ; skos:related ex:c ; skos:prefLabel " a "@sv, 0012 ;
          skos:topConceptOf ex:s ; skos:exactMatch ex:d . ex:e a iso-thes:ThesaurusArray .
    """)
    said = of.statements.by_predicate()
    before = {predicate: list(pairs) for predicate, pairs in said.items()}
    normalise(said)
    assert said == before


def test_literals_and_odd_nodes_in_relations_are_passed_over(reading: Read) -> None:
    of = reading(
        'ex:a a skos:Concept ; skos:broader "b", ex:b, [ ] ; rdf:type "Concept" ; skos:related <<( ex:a ex:b ex:c )>> .'
    )
    links = normalise(of.statements.by_predicate())
    assert [other for other in links[SKOS + "broader"][EX + "a"] if not other.startswith("_:")] == [EX + "b"]
