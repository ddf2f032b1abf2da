from __future__ import annotations

from samsprak.vocabulary.facets import facets_of
from tests.conftest import EX, Turtle

CONCEPTS = "ex:a a skos:Concept . ex:b a skos:Concept . ex:c a skos:Concept ."


def ids(found: tuple[str, ...]) -> list[str]:
    return [iri.removeprefix(EX) for iri in found]


def test_collections_of_a_collection_that_covers_the_vocabulary_are_facets(turtle: Turtle) -> None:
    vocabulary = turtle(
        f"""{CONCEPTS}
        ex:all a skos:OrderedCollection ; skos:memberList (ex:two ex:one) .
        ex:one a skos:Collection ; skos:member ex:a . ex:two a skos:Collection ; skos:member ex:b , ex:c .
        ex:list a skos:Collection ; skos:member ex:a, ex:b .
        ex:table a skos:Collection ; skos:member ex:row . ex:row a skos:Collection ; skos:member ex:a ."""
    )
    assert ids(facets_of(vocabulary)) == ["two", "one"]


def test_without_such_a_collection_those_at_the_top_are_facets(turtle: Turtle) -> None:
    vocabulary = turtle(
        f"""{CONCEPTS}
        ex:one a skos:Collection ; skos:member ex:a, ex:inner . ex:inner a skos:Collection ; skos:member ex:b .
        ex:kinds a iso-thes:ThesaurusArray, skos:Collection ; skos:member ex:b, ex:c .
        ex:table a skos:Collection ; skos:member ex:row . ex:row a skos:Collection ; skos:member ex:a ."""
    )
    assert ids(facets_of(vocabulary)) == ["one", "table"]


def test_no_collections_no_facets(turtle: Turtle) -> None:
    assert facets_of(turtle(CONCEPTS)) == ()
