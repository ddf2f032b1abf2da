"""What the command answers when it cannot do what it was asked: one message, an exit code, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from samsprak.cli.failures import report
from samsprak.cli.remarks import WORDS, in_words
from samsprak.errors import (
    PortInUse,
    Problem,
    SamsprakError,
    UnfitVocabulary,
    UnknownResource,
    UnknownTerm,
    UnknownVocabulary,
    UnreadableInput,
    UsageError,
)
from samsprak.vocabulary.records import Finding, Remark
from tests.conftest import PREFIXES
from tests.web.conftest import free_port

Write = Callable[[str, str | bytes], Path]


def samsprak(*arguments: str, lang: str = "sv") -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, "-m", "samsprak", *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        env=environment | {"SAMSPRAK_LANG": lang, "PYTHONUTF8": "1"},
        check=False,
    )


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UnknownTerm("x"), 1),
        (UnknownResource("x"), 1),
        (UnknownVocabulary("x"), 1),
        (UsageError("no"), 2),
        (PortInUse("::1", 80), 2),
        (UnfitVocabulary("no"), 2),
        (UnreadableInput((Problem("a.ttl", 1, "no"),)), 2),
    ],
)
def test_exit_code_follows_the_kind_of_error(
    error: SamsprakError, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(error) == code
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)


def test_every_finding_of_the_loader_has_its_words() -> None:
    assert WORDS.keys() == set(Finding)
    for finding in Finding:
        for lang in ("sv", "en"):
            assert in_words(Remark(finding, ("a", "b", "c", "d")), lang)
    assert in_words(Remark(Finding.UNLABELLED, ("a", "b", "c", "d")), "en").endswith("4 (a, b, c …)")


@pytest.mark.parametrize("command", [["lookup", "stöd", "--vocab"], ["serve", "--port", "FREE"]])
def test_all_unreadable_files_are_named_in_swedish_with_line_and_exit_2(command: list[str], write: Write) -> None:
    folder = write("v/good.ttl", PREFIXES + "ex:a a skos:Concept .").parent
    write("v/a.ttl", PREFIXES + "ex:a ex:b .")
    write("v/b.ttl", b"# ok\n# \xe5\n")
    write("v/c.ttl", "\n\n<<<<<<< HEAD\n")
    done = samsprak(*(str(free_port()) if each == "FREE" else each for each in command), str(folder))
    assert (done.returncode, done.stdout) == (2, "")
    lines = done.stderr.splitlines()
    line_of_a = PREFIXES.count("\n") + 1
    assert [line.partition(": ")[0] for line in lines] == [
        f"{folder / 'a.ttl'} rad {line_of_a}",
        f"{folder / 'b.ttl'} rad 2",
        f"{folder / 'c.ttl'} rad 3",
    ]
    assert "sammanfogningskonflikt" in lines[2]


@pytest.mark.parametrize(
    ("lang", "message"),
    [("sv", "det finns ingen sådan fil eller mapp"), ("en", "there is no such file or folder")],
)
def test_missing_path_is_named_in_the_readers_language(lang: str, message: str, tmp_path: Path) -> None:
    done = samsprak("lookup", "--vocab", str(tmp_path / "saknas.ttl"), "stöd", lang=lang)
    assert done.returncode == 2
    assert done.stderr.startswith(str(tmp_path / "saknas.ttl"))
    assert message in done.stderr.lower()
    assert done.stderr.count("\n") == 1


def test_unknown_term_exits_with_1() -> None:
    done = samsprak("lookup", "xyzqwvk", lang="en")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "No concept is called “xyzqwvk”.\n"


def test_setting_that_cannot_be_followed_exits_with_2(write: Write) -> None:
    path = str(write("v.ttl", PREFIXES + "ex:a a skos:Concept ."))
    done = samsprak("serve", path, "--base-path", "begrepp", lang="en")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "The base path is written as /begrepp" in done.stderr


def test_reserved_name_exits_with_2_and_the_way_out(write: Write) -> None:
    path = write("sparql.ttl", PREFIXES + "ex:a a skos:Concept .")
    done = samsprak("lookup", "--vocab", str(path), "x", lang="en")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "Name another: id=path." in done.stderr


def test_installed_command_is_the_same_as_the_module() -> None:
    command = Path(sys.executable).with_name("samsprak")
    done = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == samsprak("--version").stdout
