from __future__ import annotations

import pytest

from samsprak.settings import VocabularyInput, project_folder
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.web.addresses import Addresses
from samsprak.web.pages.collections.report_table import Table, tables, tables_with
from samsprak.web.presentation import Reader
from tests.conftest import EX, Turtle

TABLE = """
ex:one a skos:Concept ; skos:prefLabel "ett"@sv , "one"@en .
ex:two a skos:Concept ; skos:prefLabel "två"@sv , "two"@en .
ex:red a skos:Concept ; skos:prefLabel "röd"@sv .
ex:blue a skos:Concept ; skos:prefLabel "blå"@sv .
ex:pale a skos:Concept ; skos:prefLabel "blek"@sv .
ex:numbers a skos:Collection ; skos:prefLabel "tal (hur många)"@sv ; skos:member ex:one , ex:two .
ex:colours a skos:Collection ; skos:prefLabel "färger"@sv ; skos:member ex:red , ex:blue , ex:pale .
ex:first a skos:Collection ; skos:prefLabel "rad 1"@sv ; skos:member ex:one , ex:red .
ex:second a skos:Collection ; skos:prefLabel "rad 2"@sv ; skos:member ex:two , ex:pale , ex:blue ;
    skos:note "Blå: oftast, inte alltid. Mer."@sv .
ex:columns a skos:OrderedCollection ; skos:prefLabel "kolumner"@sv ; skos:memberList ( ex:numbers ex:colours ) .
ex:facets-all a skos:Collection ; skos:prefLabel "facetter"@sv ; skos:member ex:numbers , ex:colours .
ex:table a skos:OrderedCollection ; skos:prefLabel "tabell"@sv ; skos:memberList ( ex:first ex:second ) .
"""


def reader(vocabulary: Vocabulary, lang: str = "sv") -> Reader:
    return Reader(vocabulary, Addresses(), lang)


def texts(table: Table) -> list[list[list[str]]]:
    return [[[entry.link.text for entry in cell] for cell in row.cells] for row in table.rows]


def test_table_is_drawn_from_two_ordered_collections(turtle: Turtle) -> None:
    (table,) = tables(reader(turtle(TABLE)))
    assert table.iri == f"{EX}table"
    assert [(column.link.text, column.question) for column in table.columns] == [("tal", "hur många"), ("färger", "")]
    assert texts(table) == [[["ett"], ["röd"]], [["två"], ["blek", "blå"]]]


def test_row_s_note_stands_below_and_qualifies_the_cell_that_it_names(turtle: Turtle) -> None:
    (table,) = tables(reader(turtle(TABLE)))
    assert [note.text for note in table.remarks] == ["Blå: oftast, inte alltid. Mer."]
    qualified = {entry.link.text: entry.qualifier for row in table.rows for cell in row.cells for entry in cell}
    assert qualified == {"ett": "", "röd": "", "två": "", "blek": "", "blå": "oftast"}


def test_concept_shows_only_its_own_rows_and_marks_itself(turtle: Turtle) -> None:
    vocabulary = turtle(TABLE)
    (table,) = tables_with(reader(vocabulary), vocabulary.concept(f"{EX}blue"))
    assert [row.iri for row in table.rows] == [f"{EX}second"]
    here = [entry.link.text for row in table.rows for cell in row.cells for entry in cell if entry.here]
    assert here == ["blå"]


def test_table_that_could_be_turned_is_drawn_once(turtle: Turtle) -> None:
    body = "\n".join(line for line in TABLE.splitlines() if not line.startswith("ex:facets-all"))
    assert len(tables(reader(turtle(body)))) == 1


@pytest.mark.parametrize(
    "broken",
    [
        TABLE.replace('"rad 1"@sv ; skos:member ex:one , ex:red', '"rad 1"@sv ; skos:member ex:one , ex:two'),
        TABLE.replace("skos:member ex:one , ex:two .", "skos:member ex:one , ex:two , ex:red ."),
        TABLE.replace("( ex:numbers ex:colours )", "( ex:numbers )"),
        TABLE.replace("( ex:numbers ex:colours )", "( ex:numbers ex:colours ex:one )"),
    ],
    ids=["empty cell", "concept in two columns", "one column", "concept among the columns"],
)
def test_what_is_no_table_is_not_drawn(turtle: Turtle, broken: str) -> None:
    vocabulary = turtle(broken)
    assert tables(reader(vocabulary)) == []
    assert tables_with(reader(vocabulary), vocabulary.concept(f"{EX}two")) == []


def test_report_s_table_has_its_three_rows_and_its_oftast() -> None:
    thesaurus = load(VocabularyInput(project_folder("vocab")))
    (table,) = tables(reader(thesaurus))
    assert texts(table) == [
        [
            ["alla barn"],
            ["generellt förebyggande arbete"],
            ["insats utan bistånd", "serviceinsats"],
            ["universell prevention"],
        ],
        [
            ["riskgrupp"],
            ["riktad förebyggande insats"],
            ["insats utan bistånd", "serviceinsats"],
            ["selektiv prevention"],
        ],
        [
            ["barn med identifierade problem"],
            ["stöd- och behandlingsinsats"],
            ["biståndsbedömd insats"],
            ["indikerad prevention"],
        ],
    ]
    assert table.rows[2].cells[2][0].qualifier == "oftast"
    (english,) = tables(reader(thesaurus, "en"))
    assert english.rows[2].cells[2][0].qualifier == "usually"
