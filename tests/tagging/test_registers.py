from __future__ import annotations

import codecs
from collections.abc import Callable

import pytest

from samsprak.errors import UnreadableInput, UsageError
from samsprak.tagging.registers import opened

Table = Callable[[str | bytes], str]


def read(name: str, *wanted: str) -> tuple[list[str], list[list[str]]]:
    with opened(name, wanted) as register:
        return register.columns, [row.cells for row in register.rows(lambda _done, _whole: None)]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("cp1252", b""), ("utf-16-le", codecs.BOM_UTF16_LE)],
)
def test_tables_are_read_as_office_programs_write_them(
    table: Table, delimiter: str, ending: str, encoding: str, mark: bytes
) -> None:
    lines = [["nr", "URI", "förklaring"], ["1", "a", '"rad ett\nrad två"'], ["2", "b", '"å, ä; ö\toch ""citat"""']]
    content = ending.join(delimiter.join(line) for line in lines) + ending
    assert read(table(mark + content.encode(encoding)), "uri") == (
        ["nr", "URI", "förklaring"],
        [["1", "a", "rad ett\nrad två"], ["2", "b", 'å, ä; ö\toch "citat"']],
    )


def test_wanted_column_tells_the_delimiter(table: Table) -> None:
    text = "namn, förnamn;URI\n" + "a, b;x\n" * 5
    assert read(table(text), "URI")[0] == ["namn, förnamn", "URI"]


def test_one_column_with_semicolons_in_its_cells_is_one_column(table: Table) -> None:
    assert read(table("URI\na;b\nc;d\ne\n"), "URI") == (["URI"], [["a;b"], ["c;d"], ["e"]])


def test_line_that_excel_declares_the_delimiter_with(table: Table) -> None:
    assert read(table("sep=,\r\na,URI\r\n1,x;y\r\n"), "URI") == (["a", "URI"], [["1", "x;y"]])


def test_much_text_does_not_hide_the_delimiter(table: Table) -> None:
    text = "nr;text\n" + "".join(f'{n};"{"ord, " * 200}"\n' for n in range(400))
    assert read(table(text), "text")[0] == ["nr", "text"]


def test_columns_are_found_whatever_their_capitals_and_spaces(table: Table) -> None:
    with opened(table("a; Uri \n1;2\n"), ["URI"]) as register:
        assert register.place("uri") == 1


def test_missing_column_is_answered_with_those_there_are(table: Table) -> None:
    with pytest.raises(UsageError, match=r"no column “URI”.*nr, adress"):
        read(table("nr;adress\n1;2\n"), "URI")


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        (b"", None, "empty"),
        (b"PK\x03\x04rest", None, "workbook"),
        (b"a;URI\n1;\x00\n", 1, "no text"),
        (b"a;URI\n1;2\n1;2;3\n", 3, "3 cells"),
        (b'a;URI\n1;2\n2;"open\n3;4\n', 3, "quotation mark"),
        (codecs.BOM_UTF8 + b"a;URI\n1;\xe5\n", None, "encoding"),
        (b"a;URI\n1;\x81\xe5\n", 2, "neither UTF-8 nor"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(table: Table, content: bytes, line: int | None, says: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read(table(content), "URI")
    [problem] = caught.value.problems
    assert problem.line == line
    assert says in str(caught.value)


def test_file_that_is_not_there() -> None:
    with pytest.raises(UnreadableInput, match="no such file"):
        read("/nowhere/register.csv", "URI")


def test_short_rows_and_empty_cells_at_the_end_are_forgiven(table: Table) -> None:
    assert read(table("a;URI;c\n1;2\n1;2;3;;\n"), "URI")[1] == [["1", "2"], ["1", "2", "3", "", ""]]
