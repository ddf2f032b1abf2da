from __future__ import annotations

from samsprak.vocabulary.facets import facets_of
from samsprak.vocabulary.records import MappingKind, NoteKind, Status
from samsprak.vocabulary.statistics import LanguageCount, Statistics, count
from tests.conftest import EX, Turtle

BODY = """
ex:a a skos:Concept ; skos:prefLabel "a"@sv , "a"@en ; skos:altLabel "aa"@sv , "aaa"@sv ;
    skos:definition "d"@sv , "d"@en ; skos:example "e"@sv , "f"@sv ; dcterms:source "s" ;
    skos:exactMatch <https://example.com/1> , <https://example.com/2> ; adms:status status:Completed ;
    dcterms:created "2026-01-03" ; dcterms:modified "2026-04-01" .
ex:b a skos:Concept ; skos:prefLabel "b"@sv ; adms:status status:UnderDevelopment ; dcterms:created "2026-03" .
ex:c a skos:Concept ; skos:prefLabel "c" ; dcterms:created "when?" .
ex:whole a skos:Collection ; skos:member ex:inner , ex:b , ex:whole .
ex:inner a skos:Collection ; skos:member ex:a , ex:b .
"""


def counted(turtle: Turtle, body: str) -> Statistics:
    vocabulary = turtle(body)
    return count(vocabulary, facets_of(vocabulary))


def test_everything_is_counted(turtle: Turtle) -> None:
    vocabulary = turtle(BODY)
    found = count(vocabulary, (EX + "whole",))
    assert found.concepts == 3
    assert found.statuses == {Status.DECIDED: 1, Status.PROPOSED: 1, None: 1}
    assert found.facets == {EX + "whole": {Status.DECIDED: 1, Status.PROPOSED: 1}, "": {None: 1}}
    assert found.languages == (
        LanguageCount("sv", 2, 1, 2),
        LanguageCount("en", 1, 1, 0),
        LanguageCount("", 1, 0, 0),
    )
    assert found.held == {NoteKind.DEFINITION: 1, NoteKind.EXAMPLE: 1}
    assert found.sourced == 1
    assert found.synonyms == {0: 2, 1: 0, 2: 1}
    assert found.mappings == {MappingKind.EXACT: 2}
    assert found.created == {"2026-01": 1, "2026-02": 0, "2026-03": 1}
    assert found.changed == {"2026-04": 1}


def test_long_times_are_counted_by_year(turtle: Turtle) -> None:
    dates = ["2001-05-01", "2003", "2003-01-01"]
    body = "\n".join(f'ex:n{n} a skos:Concept ; dcterms:created "{date}" .' for n, date in enumerate(dates))
    assert counted(turtle, body).created == {"2001": 1, "2002": 0, "2003": 2}


def test_times_far_apart_do_not_fill_the_page(turtle: Turtle) -> None:
    body = 'ex:a a skos:Concept ; dcterms:created "0001" . ex:b a skos:Concept ; dcterms:created "9999" .'
    assert counted(turtle, body).created == {"0001": 1, "9999": 1}


def test_what_a_vocabulary_lacks_is_not_counted(turtle: Turtle) -> None:
    found = counted(turtle, "ex:a a skos:Concept .")
    assert not any((found.facets, found.languages, found.held, found.synonyms, found.mappings, found.created))
