from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest

from samsprak.errors import UnreadableInput, UsageError
from samsprak.tagging.registers import opened
from samsprak.tagging.widening import Widened, finished, free_names, harmless

Table = Callable[[str | bytes], str]


def widened(name: str, cells: list[str], names: tuple[str, ...] = ("status", "remark")) -> bytes:
    output = Path(name).with_name("out.csv")
    with opened(name, []) as register, finished(str(output), name) as out:
        wide = Widened(register, names, out)
        for row in register.rows(lambda _done, _whole: None):
            wide.add(row, cells if row.cells else ())
    return output.read_bytes()


def test_everything_that_was_there_stays_byte_for_byte(table: Table) -> None:
    content = codecs.BOM_UTF8 + 'nr;"URI";fri text\r\n1;"a";"rad\nrad ""x"""\r\n\r\n02;b; ”å” \r\n3'.encode()
    assert (
        widened(table(content), ["current", "ja; nej"])
        == codecs.BOM_UTF8
        + (
            'nr;"URI";fri text;status;remark\r\n1;"a";"rad\nrad ""x""";current;"ja; nej"\r\n\r\n'
            '02;b; ”å” ;current;"ja; nej"\r\n3;;;current;"ja; nej"'
        ).encode()
    )


def test_all_is_quoted_where_all_was(table: Table) -> None:
    assert widened(table('"nr","URI"\n"1","a"\n'), ["x", 'y "z"']) == (
        b'"nr","URI","status","remark"\n"1","a","x","y ""z"""\n'
    )


def test_encoding_stays_and_letters_that_it_lacks_are_written_as_in_addresses(table: Table) -> None:
    assert widened(table("år;URI\n1;2\n".encode("cp1252")), ["över", "→"]) == (
        "år;URI;status;remark\n1;2;över;%E2%86%92\n".encode("cp1252")
    )


def test_wide_encoding_stays(table: Table) -> None:
    content = codecs.BOM_UTF16_LE + "a\tURI\r\n1\t2\r\n".encode("utf-16-le")
    wanted = codecs.BOM_UTF16_LE + "a\tURI\tstatus\tremark\r\n1\t2\tx\ty\r\n".encode("utf-16-le")
    assert widened(table(content), ["x", "y"]) == wanted


def test_line_that_declares_the_delimiter_stays_first(table: Table) -> None:
    assert widened(table("sep=;\na;b\n1;2\n"), ["x", "y"]) == b"sep=;\na;b;status;remark\n1;2;x;y\n"


def test_empty_cells_too_many_give_way(table: Table) -> None:
    assert widened(table('a;b\n"1;";2;;\n'), ["x", "y"]) == b'a;b;status;remark\n"1;";2;x;y\n'


def test_names_of_columns_do_not_clash() -> None:
    assert free_names(["Status", "status_2"], ["status", "concept", "status"]) == ["status_3", "concept", "status_4"]


@pytest.mark.parametrize("cell", ["=1+1", "+46", "-x", "@x", "\t=1", " =cmd", "\r=1"])
def test_cells_that_a_spreadsheet_would_run_are_made_harmless(cell: str) -> None:
    assert harmless(cell).startswith("'")


def test_harmless_cells_stay() -> None:
    assert harmless("råd- och\nstödsamtal = 1") == "råd- och stödsamtal = 1"


def test_what_is_read_is_not_overwritten(table: Table) -> None:
    name = table("a\n1\n")
    with pytest.raises(UsageError, match="not overwritten"), finished(name, name):
        pass
    assert Path(name).read_text() == "a\n1\n"


def test_half_an_output_is_never_seen(tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    output.write_text("before")
    with pytest.raises(ValueError, match="int"), finished(str(output), "-") as out:
        out.writelines([b"half", int("no").to_bytes()])
    assert output.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


def test_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="cannot be written"), finished(str(tmp_path / "no" / "out.csv"), "-"):
        pass


def test_output_can_be_read_by_others(tmp_path: Path) -> None:
    with finished(str(tmp_path / "out.csv"), "-") as out:
        out.write(b"x")
    (tmp_path / "plain").touch()
    assert (tmp_path / "out.csv").stat().st_mode == (tmp_path / "plain").stat().st_mode
