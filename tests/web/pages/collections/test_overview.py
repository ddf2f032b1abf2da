from __future__ import annotations

from samsprak.web.addresses import Addresses
from samsprak.web.pages.collections.headings import heading
from samsprak.web.pages.collections.overview import divisions, other_collections, shared_opening, shelves
from samsprak.web.presentation import Link, Reader
from tests.conftest import EX, Turtle

LISTS = """
ex:a a skos:Concept ; skos:prefLabel "a"@sv .
ex:b a skos:Concept ; skos:prefLabel "b"@sv ; skos:broader ex:a .
ex:who a skos:Collection ; skos:prefLabel "målgrupper (vem som nås)"@sv ; skos:member ex:a , ex:b ;
    skos:definition "begrepp som svarar på vem"@sv .
ex:what a skos:Collection ; skos:prefLabel "innehåll"@sv ; skos:member ex:b ;
    skos:definition "begrepp som svarar på vad som görs"@sv .
ex:when a skos:Collection ; skos:prefLabel "tid"@sv ; skos:member ex:b ;
    skos:definition "begrepp som svarar på när"@sv .
ex:rest a skos:Collection ; skos:prefLabel "allmänt"@sv ; skos:member ex:a ; skos:definition "allt annat"@sv .
ex:all a skos:OrderedCollection ; skos:prefLabel "facetter"@sv ; skos:memberList ( ex:who ex:what ex:when ex:rest ) .
ex:list a skos:Collection ; skos:prefLabel "lista"@sv ; skos:member ex:a .
ex:inner a skos:Collection ; skos:prefLabel "post"@sv ; skos:member ex:b .
ex:outer a skos:Collection ; skos:prefLabel "samling"@sv ; skos:member ex:inner , ex:a .
ex:by a iso-thes:ThesaurusArray ; skos:prefLabel "a efter slag"@sv ; skos:member ex:b .
"""
FACETS = tuple(EX + name for name in ("who", "what", "when", "rest"))


def test_question_is_what_stands_in_brackets_last() -> None:
    found = heading(Link("målgrupper (vem som nås)", "sv", "/x"))
    assert (found.link.text, found.question) == ("målgrupper", "vem som nås")
    for plain in ("aktörer", "(vem)", "insats (social) tjänst"):
        assert heading(Link(plain, "sv", "")).question == ""


def test_opening_that_most_definitions_share_is_said_once(turtle: Turtle) -> None:
    found = shelves(Reader(turtle(LISTS), Addresses(), "sv"), FACETS)
    assert [(each.heading.link.text, each.heading.question, each.count) for each in found] == [
        ("målgrupper", "vem som nås", 2),
        ("innehåll", "", 1),
        ("tid", "", 1),
        ("allmänt", "", 1),
    ]
    assert [note.text for each in found for note in each.definitions] == ["vem", "vad som görs", "när", "allt annat"]


def test_few_texts_or_no_shared_words_have_no_opening() -> None:
    assert shared_opening(["begrepp som svarar på vem", "begrepp som svarar på vad"]) == ""
    assert shared_opening(["allt", "inget", "begrepp för ett", "begrepp för två", "annat"]) == ""
    assert shared_opening([]) == ""


def test_other_lists_stand_under_what_holds_them_and_alone_last(turtle: Turtle) -> None:
    reader = Reader(turtle(LISTS), Addresses(), "sv")
    groups = other_collections(reader, FACETS)
    told = [
        (group.link.text if group.link else "", [each.heading.link.text for each in group.inside]) for group in groups
    ]
    assert told == [("samling", ["post"]), ("", ["lista"])]
    assert [each.heading.link.text for each in divisions(reader)] == ["a efter slag"]
