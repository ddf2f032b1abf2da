from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from xlsxwriter import Workbook

from samsprak.editing.spreadsheets.cells import joined
from samsprak.editing.spreadsheets.exporting import export_of
from samsprak.editing.spreadsheets.opening import open_workbook
from samsprak.editing.spreadsheets.workbook import OPTIONS, write
from tests.conftest import EX, PREFIXES
from tests.editing.spreadsheets.sheets import CHECK, FACET, ID, SHEET, STATUS, TERM, Sheet, exported, folder

# XML 1.0 has no way to write these, and Excel turns CR into LF.
WRITABLE = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufffe\uffff"), min_size=1, max_size=30
)


@pytest.fixture
def vocabulary(tmp_path: Path) -> Path:
    return folder(tmp_path / "ord")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(
    st.lists(
        st.one_of(WRITABLE, st.sampled_from(["=1+1", "_x0041_", "_x000D_", "0012", "1-2", " a ", "'a"])), max_size=4
    )
)
def test_any_text_comes_back_from_a_workbook_as_it_was(tmp_path: Path, values: list[str]) -> None:
    path, cell = tmp_path / "cell.xlsx", joined(values)
    with Workbook(str(path), OPTIONS) as book:
        sheet = book.add_worksheet(SHEET)
        sheet.write_string(0, 0, ID)
        sheet.write_string(0, 1, TERM)
        sheet.write_string(1, 0, "c1")
        sheet.write_string(1, 1, cell)
    table = open_workbook(path)
    assert table.rows[0].cells.get(2, "") == (cell if cell.strip() else "")
    assert table.notices == ()


def test_same_vocabulary_gives_the_same_bytes(vocabulary: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    for path in (first, second):
        write(export_of(vocabulary), path)
    assert first.read_bytes() == second.read_bytes()


def test_ids_and_check_numbers_are_protected_and_the_rest_is_open(vocabulary: Path) -> None:
    sheet = Sheet(load_workbook(exported(vocabulary))[SHEET])
    assert sheet.raw.protection.sheet
    assert not sheet.raw.protection.password
    assert sheet.cell("kurs", ID).protection.locked
    assert not sheet.cell("kurs", TERM).protection.locked
    assert sheet.raw.column_dimensions[sheet.cell("kurs", CHECK).column_letter].hidden
    assert sheet.raw.freeze_panes == "C2"


def test_status_and_facet_are_chosen_from_lists(vocabulary: Path) -> None:
    book = load_workbook(exported(vocabulary))
    sheet = Sheet(book[SHEET])
    rules = {str(rule.sqref).split(":")[0][:-1]: rule for rule in sheet.raw.data_validations.dataValidation}
    status = rules[sheet.cell("kurs", STATUS).column_letter]
    facet = rules[sheet.cell("kurs", FACET).column_letter]
    assert status.showErrorMessage
    assert not facet.showErrorMessage  # a cell may hold several
    offered = {
        heading.value: [cell.value for cell in column if cell.value]
        for column in book["Listor"].columns
        for heading in column[:1]
    }
    assert offered["Facett"][1:] == ["vad (innehåll) [f1]", "vem [f2]"]
    assert "Beslutat" not in offered["Status"]
    assert "kurs [c3]" in offered["Begrepp"]


def test_second_sheet_tells_in_words_how_the_table_is_filled_in(vocabulary: Path) -> None:
    book = load_workbook(exported(vocabulary))
    texts = [cell.value for row in book["Så fyller du i tabellen"] for cell in row]
    assert "Ett nytt begrepp" in texts


def test_no_text_is_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "ord.ttl"
    path.write_text(PREFIXES + 'ex:c a skos:Concept ; skos:prefLabel "=HYPERLINK(1)"@sv .', encoding="utf-8")
    made = exported(path)
    with zipfile.ZipFile(made) as archive:
        assert all(b"<f>" not in archive.read(name) for name in archive.namelist() if "sheet1" in name)
    assert open_workbook(made).rows[0].cells[2] == "=HYPERLINK(1)"


def test_vocabulary_of_others_has_the_columns_that_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "ord.ttl"
    path.write_text(
        PREFIXES
        + """
        ex:a a skos:Concept ; skos:prefLabel "kost" , "diet"@en-GB ; skos:notation "0012" ; skos:narrower ex:b ;
            skos:exactMatch <https://example.org/other/1> ; skos:definition "två\\nrader" .
        ex:b a skos:Concept ; skos:prefLabel "mat" .
        """,
        encoding="utf-8",
    )
    export = export_of(path)
    rows = {
        row.id: dict(zip((column.key for column in export.columns), row.cells, strict=True)) for row in export.rows()
    }
    assert export.lang == "en"
    assert "Recommended term" in export.headings
    assert "Recommended term (en-GB)" in export.headings
    assert rows["a"]["notation"] == "0012"
    assert rows["a"]["exactMatch"] == "https://example.org/other/1"
    assert rows["b"]["generic"] == "diet [a]"
    assert "status" not in rows["a"]
    locked = next(row for row in export.rows() if row.id == "a").locked
    keys = [column.key for column in export.columns]
    assert locked[keys.index("definition@")]
    assert EX in rows["a"]["iri"]
