from __future__ import annotations

import time
from pathlib import Path

import pytest
from openpyxl import load_workbook

from samsprak.publication.workbook import MAX_CELL, write
from samsprak.vocabulary.protocol import Vocabulary
from tests.conftest import EX, Turtle


def test_same_vocabulary_same_bytes(foreign: Vocabulary, tmp_path: Path) -> None:
    write(foreign, tmp_path / "a.xlsx")
    # The package keeps times with a precision of two seconds.
    time.sleep(2.1)
    write(foreign, tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@pytest.fixture(scope="module")
def book(foreign: Vocabulary, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("books") / "v.xlsx"
    write(foreign, path)
    return path


def test_the_first_sheet_has_a_row_a_concept_below_a_heading_that_stays(book: Path) -> None:
    sheet = load_workbook(book)["Concepts"]
    assert sheet.max_row == 6
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet["A1"].value == "Address (URI)"
    assert sheet["A2"].value == EX + "apple"
    assert sheet["A2"].hyperlink.target == EX + "apple"


def test_texts_are_texts_and_never_formulas(book: Path) -> None:
    sheet = load_workbook(book)["Concepts"]
    synonyms = next(cell for cell in sheet[1] if cell.value == "Synonyms (English)")
    cell = sheet.cell(2, synonyms.column)
    assert (cell.value, cell.data_type) == ("-apple | =1+1", "s")
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_another_sheet_says_what_the_vocabulary_is(book: Path) -> None:
    about = dict(load_workbook(book)["About"].iter_rows(values_only=True))
    assert about["Title"] == "Plants"
    assert about["Version"] == "7"
    assert about["Licence"] == "https://creativecommons.org/licenses/by/4.0/"
    assert about["Changed"] == "2024-05-06"
    assert about["Publisher"] == "A garden"


def test_a_third_one_says_which_property_each_column_shows(book: Path) -> None:
    columns = dict(load_workbook(book)["Columns"].iter_rows(values_only=True))
    assert columns["Recommended term (Finnish)"] == "skos:prefLabel @fi"


def test_the_thesaurus_is_in_swedish(thesaurus: Vocabulary, tmp_path: Path) -> None:
    write(thesaurus, tmp_path / "p.xlsx")
    found = load_workbook(tmp_path / "p.xlsx")
    assert found.sheetnames == ["Begrepp", "Om", "Kolumner"]
    assert found["Begrepp"].max_row == len(thesaurus.concepts) + 1


def test_what_excel_cannot_hold_is_cut_or_left_plain(turtle: Turtle, tmp_path: Path) -> None:
    text, address = "x" * (MAX_CELL + 10), "https://example.org/" + "y" * 3000
    vocabulary = turtle(
        f'<{address}> a skos:Concept ; skos:prefLabel "a\\u0001"@en ; skos:definition "{text}"@en ;'
        ' skos:notation "001" .'
    )
    write(vocabulary, tmp_path / "v.xlsx")
    sheet = load_workbook(tmp_path / "v.xlsx")["Concepts"]
    assert sheet["A2"].hyperlink is None
    values = [cell.value for cell in sheet[2]]
    assert "001" in values
    assert max(len(str(value)) for value in values) == MAX_CELL
