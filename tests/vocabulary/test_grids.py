from __future__ import annotations

from samsprak.settings import VocabularyInput, project_folder
from samsprak.vocabulary.grids import Grid, grids
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.protocol import Vocabulary
from tests.conftest import EX, Turtle

TABLE = """
    ex:s a skos:ConceptScheme .
    ex:a1 a skos:Concept . ex:a2 a skos:Concept . ex:b1 a skos:Concept . ex:b2 a skos:Concept .
    ex:row1 a skos:Collection ; skos:member ex:a1 , ex:b1 .
    ex:row2 a skos:Collection ; skos:member ex:a2 , ex:b2 .
    ex:colA a skos:Collection ; skos:member ex:a1 , ex:a2 .
    ex:colB a skos:Collection ; skos:member ex:b1%s .
    ex:table a skos:OrderedCollection ; skos:memberList ( ex:row1 ex:row2 ) .
    ex:columns a skos:OrderedCollection ; skos:memberList ( ex:colA ex:colB ) .
    ex:parts a skos:Collection ; skos:member ex:colA , ex:colB .
"""


def found(vocabulary: Vocabulary) -> list[Grid]:
    return list(grids(vocabulary, [each for each in vocabulary.collections if each.ordered]))


def test_two_ordered_collections_whose_cells_are_all_filled_are_a_table(turtle: Turtle) -> None:
    [grid] = found(turtle(TABLE % " , ex:b2"))
    assert grid.table.iri == EX + "table"
    assert [each.iri for each in grid.rows] == [EX + "row1", EX + "row2"]
    assert [each.iri for each in grid.columns] == [EX + "colA", EX + "colB"]


def test_an_empty_cell_is_no_table(turtle: Turtle) -> None:
    assert found(turtle(TABLE % "")) == []


def test_the_reports_table_is_found() -> None:
    [grid] = found(load(VocabularyInput(project_folder("vocab"))))
    assert (len(grid.rows), len(grid.columns)) == (3, 4)
