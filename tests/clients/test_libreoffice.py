"""LibreOffice opens the table, saves it in its own ways, and nothing is lost; what is written there comes through."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from samsprak.editing.spreadsheets.exporting import export_of
from samsprak.editing.spreadsheets.importing import import_table
from samsprak.editing.spreadsheets.workbook import write
from samsprak.settings import project_folder
from tests.editing.spreadsheets.sheets import (
    CHECK,
    DEFINITION,
    ID,
    SHEET,
    STATUS,
    SYNONYMS,
    TODAY,
    Sheet,
    edited,
    exported,
    folder,
    said,
    texts,
)

# Semicolons, quotation marks, UTF-8, cells as they are stored.
CSV = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,1"


def saved(path: Path, form: str, profile: Path) -> Path:
    """Let LibreOffice open a file and save it in a form."""
    out = path.parent / f"saved-{form.partition(':')[0]}"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", form, "--outdir", str(out), str(path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
    made = list(out.iterdir()) if out.is_dir() else []
    assert len(made) == 1, done.stderr
    return made[0]


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profile")


@pytest.mark.parametrize("forms", [("xlsx",), ("ods", "xlsx"), (CSV,)], ids=["xlsx", "ods", "csv"])
def test_thesaurus_comes_back_from_libreoffice_as_it_was(forms: tuple[str, ...], tmp_path: Path, profile: Path) -> None:
    own, path = project_folder("vocab"), tmp_path / "tabell.xlsx"
    write(export_of(own), path)
    for form in forms:
        path = saved(path, form, profile)
    outcome = import_table(path, own, today=TODAY)
    assert (said(outcome), outcome.proposal) == ([], None)


def test_what_guards_the_table_is_still_there(tmp_path: Path, profile: Path) -> None:
    sheet = Sheet(load_workbook(saved(exported(folder(tmp_path / "ord")), "xlsx", profile))[SHEET])
    assert sheet.raw.protection.sheet
    assert sheet.cell("kurs", ID).protection.locked
    assert not sheet.cell("kurs", DEFINITION).protection.locked
    assert sheet.raw.column_dimensions[sheet.cell("kurs", CHECK).column_letter].hidden
    ranges = " ".join(str(rule.sqref) for rule in sheet.raw.data_validations.dataValidation)
    assert sheet.cell("kurs", STATUS).column_letter in ranges


def test_change_comes_through(tmp_path: Path, profile: Path) -> None:
    def edit(sheet: Sheet) -> None:
        sheet.cell("kurs", SYNONYMS).value = "lektion\nåäö = § 5\u00a0a"

    vocabulary = folder(tmp_path / "ord")
    outcome = import_table(saved(edited(exported(vocabulary), edit), "xlsx", profile), vocabulary, today=TODAY)
    (text,) = texts(outcome).values()
    assert '"lektion"@sv' in text
    assert '"åäö = § 5 a"@sv' in text


def test_formula_and_date_are_told(tmp_path: Path, profile: Path) -> None:
    def edit(sheet: Sheet) -> None:
        sheet.cell("kurs", DEFINITION).value = '=HYPERLINK("x")'
        date = sheet.cell("samtal", DEFINITION)
        date.value, date.number_format = dt.date(2026, 2, 1), "yyyy-mm-dd"

    vocabulary = folder(tmp_path / "ord")
    outcome = import_table(saved(edited(exported(vocabulary), edit), "xlsx", profile), vocabulary, today=TODAY)
    first, second = said(outcome)
    assert first.startswith("Blad Begrepp, cell F2: cellen innehåller en formel")
    assert second.startswith("Blad Begrepp, cell F3: kalkylprogrammet har gjort ett datum")
