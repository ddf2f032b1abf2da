from __future__ import annotations

from samsprak.vocabulary.protocol import Vocabulary
from samsprak.web.addresses import Addresses
from samsprak.web.pages.records.place import MAX_BELOW, MAX_BESIDE, Place, place_of
from samsprak.web.presentation import Link, Reader
from tests.conftest import EX, Turtle

TREE = """
ex:top a skos:Concept ; skos:prefLabel "insats"@sv .
ex:group a skos:Concept ; skos:prefLabel "grupp"@sv ; skos:broader ex:top .
ex:talk a skos:Concept ; skos:prefLabel "samtal"@sv ; skos:broader ex:top .
ex:early a skos:Concept ; skos:prefLabel "tidig"@sv ; skos:broader ex:top .
ex:other a skos:Concept ; skos:prefLabel "annan"@sv ; skos:broader ex:top .
ex:part a skos:Concept ; skos:prefLabel "del"@sv ; iso-thes:broaderPartitive ex:top .
ex:komet a skos:Concept ; skos:prefLabel "Komet"@sv ; iso-thes:broaderInstantial ex:group .
ex:content a iso-thes:ThesaurusArray ; skos:prefLabel "efter innehåll"@sv ; skos:member ex:group , ex:talk .
ex:plain a skos:Collection ; skos:prefLabel "vanlig"@sv ; skos:member ex:early .
ex:list a skos:Collection ; skos:prefLabel "lista"@sv ; skos:member ex:talk .
ex:row a skos:Collection ; skos:prefLabel "rad"@sv ; skos:member ex:talk .
"""


def place(vocabulary: Vocabulary, name: str, *elsewhere: str) -> Place:
    return place_of(Reader(vocabulary, Addresses(), "sv"), vocabulary.concept(EX + name), elsewhere)


def texts(links: tuple[Link, ...]) -> list[str]:
    return [link.text for link in links]


def test_beside_stands_what_is_divided_off_in_the_same_way(turtle: Turtle) -> None:
    (above,) = place(turtle(TREE), "talk").above
    assert (above.message, above.link.text, texts(above.beside), above.more) == ("A kind of", "insats", ["grupp"], 0)


def test_what_no_characteristic_divides_off_has_all_beside_it(turtle: Turtle) -> None:
    (above,) = place(turtle(TREE), "early").above
    assert texts(above.beside) == ["annan", "del", "grupp", "samtal"]


def test_below_stands_by_relation_and_characteristic(turtle: Turtle) -> None:
    found = place(turtle(TREE), "top").below
    told = [(each.message, each.division.text if each.division else "", texts(each.links)) for each in found]
    assert told == [
        ("Kinds of it", "", ["annan", "tidig"]),
        ("Parts of it", "", ["del"]),
        ("Kinds of it", "efter innehåll", ["grupp", "samtal"]),
    ]
    assert [each.message for each in place(turtle(TREE), "group").below] == ["Named examples"]


def test_lists_leave_out_what_the_page_shows_otherwise(turtle: Turtle) -> None:
    vocabulary = turtle(TREE)
    assert texts(place(vocabulary, "talk").lists) == ["efter innehåll", "lista", "rad"]
    assert texts(place(vocabulary, "talk", f"{EX}row").lists) == ["efter innehåll", "lista"]


def test_many_are_counted_and_left_to_the_hierarchy(turtle: Turtle) -> None:
    many = "\n".join(f"ex:n{number} a skos:Concept ; skos:broader ex:top ." for number in range(MAX_BELOW + 5))
    vocabulary = turtle("ex:top a skos:Concept .\n" + many)
    found = place(vocabulary, "top")
    assert (len(found.below[0].links), found.more) == (MAX_BELOW, 5)
    (above,) = place(vocabulary, "n1").above
    assert (above.beside, above.more) == ((), MAX_BELOW + 4)
    assert MAX_BESIDE < MAX_BELOW + 4
