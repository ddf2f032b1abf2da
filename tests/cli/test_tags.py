from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samsprak.cli import group
from tests.conftest import EX, PREFIXES

Write = Callable[[str, str | bytes], Path]
VOCABULARY = """
ex:a a skos:Concept ; skos:prefLabel "stödsamtal"@sv , "support talk"@en .
ex:b a skos:Concept ; skos:prefLabel "prat"@sv ; adms:status status:Deprecated ; dcterms:isReplacedBy ex:a .
"""


@pytest.fixture(autouse=True)
def swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSPRAK_LANG", "sv")


def check(write: Write, register: str | bytes, *arguments: str) -> Result:
    vocabulary = write("v.ttl", PREFIXES + VOCABULARY)
    path = write("register.csv", register)
    return CliRunner().invoke(group, ["tags", "check", str(path), "--vocab", str(vocabulary), *arguments])


def test_register_is_written_again_and_summed_up(write: Write) -> None:
    result = check(write, f"nr;URI\n1;{EX}a\n2;{EX}b\n", "--column", "uri")
    assert result.exit_code == 0
    assert result.stdout == (
        f"nr;URI;status;concept;remark\n1;{EX}a;current;{EX}a;stödsamtal\n"
        f'2;{EX}b;retired;{EX}a;"”prat” används inte längre; skriv ”stödsamtal”"\n'
    )
    assert result.stderr.splitlines() == [
        "Rader: 2",
        "  Gällande: 1",
        "  Används inte längre: 1",
        "Rader som ett program kan rätta efter kolumnen concept: 1",
    ]


def test_labels_are_in_the_language_asked_for(write: Write) -> None:
    assert ";support talk\n" in check(write, f"URI;x\n{EX}a;\n", "--column", "URI", "--lang", "en").stdout


def test_what_needs_a_person_ends_with_one_and_is_told_by_line(write: Write) -> None:
    result = check(write, "URI\nokänt ord\n", "--column", "URI")
    assert result.exit_code == 1
    assert "rad 2: okänt ord – ingen vokabulär här har den" in result.stderr


def test_output_goes_to_a_file(write: Write, tmp_path: Path) -> None:
    result = check(write, f"URI\n{EX}a\n", "--column", "URI", "--output", str(tmp_path / "out.csv"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "out.csv").read_text().startswith("URI;status;concept;remark\n")


@pytest.mark.parametrize(
    ("register", "column", "says"),
    [
        ("nr;adress\n1;2\n", "URI", "har ingen kolumn ”URI”. Det finns: nr, adress."),
        (f'URI;x\n{EX}a;1\n{EX}a;"öppen\n', "URI", "register.csv rad 3: en cell som börjar med citattecken"),
        ("", "URI", "filen är tom"),
    ],
)
def test_unusable_input_ends_with_two_and_writes_nothing(
    write: Write, tmp_path: Path, register: str, column: str, says: str
) -> None:
    result = check(write, register, "--column", column, "--output", str(tmp_path / "out.csv"))
    assert result.exit_code == 2
    assert says in result.stderr
    assert not (tmp_path / "out.csv").exists()


def test_file_is_not_overwritten(write: Write, tmp_path: Path) -> None:
    result = check(write, f"URI\n{EX}a\n", "--column", "URI", "--output", str(tmp_path / "register.csv"))
    assert result.exit_code == 2
    assert (tmp_path / "register.csv").read_text() == f"URI\n{EX}a\n"


def test_help_has_an_example() -> None:
    assert "Exempel: samsprak tags check" in CliRunner().invoke(group, ["tags", "check", "--help"]).output


def test_standard_input_is_read(write: Write) -> None:
    vocabulary = write("v.ttl", PREFIXES + VOCABULARY)
    command = [sys.executable, "-m", "samsprak", "tags", "check", "-", "--column", "URI", "--vocab", str(vocabulary)]
    done = subprocess.run(command, input=f"URI\n{EX}a\n".encode(), capture_output=True, check=False)
    assert (done.returncode, done.stdout.decode()) == (
        0,
        f"URI;status;concept;remark\n{EX}a;current;{EX}a;stödsamtal\n",
    )
