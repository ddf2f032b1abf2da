from __future__ import annotations

import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from samsprak.editing.spreadsheets.importing import read_table
from samsprak.editing.spreadsheets.package import examine
from samsprak.errors import UsageError
from tests.editing.spreadsheets.sheets import exported, folder


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return exported(folder(tmp_path / "ord"))


def with_part(workbook: Path, name: str, content: bytes) -> Path:
    """Return a workbook with one part in the place of another."""
    other = workbook.with_name("other.xlsx")
    with zipfile.ZipFile(workbook) as old, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, content)
    return other


def refused(path: Path) -> str:
    with pytest.raises(UsageError) as caught:
        read_table(path)
    return str(caught.value)


def test_archive_that_unpacks_to_gigabytes_is_refused_before_it_is_unpacked(workbook: Path) -> None:
    with zipfile.ZipFile(workbook, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/media/a.bin", "w") as part:
        for _ in range(300):
            part.write(bytes(1_000_000))
    assert "too large" in refused(workbook)


def test_sheet_of_too_many_cells_is_refused_before_it_is_read(workbook: Path) -> None:
    cells = b"<worksheet><sheetData><row>" + b"<c/>" * 7_600_000 + b"</row></sheetData></worksheet>"
    assert "1500000 cells" in refused(with_part(workbook, "xl/worksheets/sheet1.xml", cells))


@pytest.mark.parametrize(
    "spread", [f'{name} ref="{cells}"' for name in ("mergeCell", "hyperlink") for cells in ("A1:XFD1048576", "a:xfd")]
)
def test_range_over_all_cells_is_refused_before_each_is_made(spread: str, workbook: Path) -> None:
    body = f"<worksheet><sheetData/><mergeCells><{spread}/></mergeCells></worksheet>".encode()
    assert "merged ones" in refused(with_part(workbook, "xl/worksheets/sheet1.xml", body))


def test_sheet_is_counted_whatever_its_part_is_called(workbook: Path) -> None:
    cells = b"<worksheet><sheetData/><mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells></worksheet>"
    assert "merged ones" in refused(with_part(workbook, "elsewhere/sheet.bin", cells))


def test_pictures_and_the_like_do_no_harm(workbook: Path) -> None:
    assert read_table(with_part(workbook, "xl/media/image1.png", b"\x89PNG\r\n\x1a\n\x00")).headings


def test_texts_defined_by_one_another_are_refused(workbook: Path) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
    for name in ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "[Content_Types].xml"):
        assert "declares a document type" in refused(with_part(workbook, name, bomb))


def test_no_other_file_is_read_whatever_the_workbook_names(workbook: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text("<secret/>")
    body = f'<!DOCTYPE x SYSTEM "file://{secret}"><worksheet/>'.encode()
    assert "declares a document type" in refused(with_part(workbook, "xl/worksheets/sheet1.xml", body))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.xlsx", b"", "damaged"),
        ("a.xlsx", b"PK\x03\x04 and no more", "damaged"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
        ("a.csv", b"", "no headings"),
        ("a.csv", b"Begrepp;Term\r\nx;y", "no headings"),
        ("a.csv", "Id (ändra inte);Rekommenderad term (sv)\r\n".encode("cp1252"), "not written as UTF-8"),
    ],
)
def test_file_of_another_kind_is_named_with_what_to_do(name: str, content: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert message in refused(path)


def test_missing_file_is_told(tmp_path: Path) -> None:
    assert "cannot be read" in refused(tmp_path / "finns-inte.xlsx")


def test_open_document_is_told_from_a_damaged_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert "Save it as" in refused(path)


@pytest.mark.parametrize(
    "name", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml"]
)
@pytest.mark.parametrize(
    "content",
    [b"", b"<", b"<a/>", b"\x00\xff", b"<worksheet><sheetData><row r='x'><c r='!'/></row></sheetData></worksheet>"],
)
def test_damaged_part_is_told_and_never_a_traceback(name: str, content: bytes, workbook: Path) -> None:
    path = with_part(workbook, name, content)
    headings: Mapping[int, str] = {}
    with suppress(UsageError):
        headings = read_table(path).headings
    assert headings == {}


def test_ordinary_workbook_is_fine(workbook: Path) -> None:
    examine(workbook)
