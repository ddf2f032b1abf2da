"""`samsprak merge`: shown and agreed to before it is written."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.amending import samsprak
from tests.editing.folders import contents, green, small


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small(tmp_path / "ord")


def test_nothing_is_written_unless_it_is_agreed_to(folder: Path) -> None:
    before = contents(folder)
    result = samsprak(folder, "merge", "barngrupp", "föräldragrupp")
    assert result.exit_code == 1
    assert "+    dcterms:isReplacedBy o:ccccc5" in result.stdout
    assert "give --yes" in result.stderr
    assert contents(folder) == before


def test_yes_writes_it(folder: Path) -> None:
    result = samsprak(folder, "merge", "barngrupp", "föräldragrupp", "--yes", "--because", "Samma sak")
    assert result.exit_code == 0, result.output
    assert "Read the definition, scope note and examples of “barngrupp”" in result.stderr
    green(folder)


def test_dry_run_asks_nothing(folder: Path) -> None:
    before = contents(folder)
    assert samsprak(folder, "merge", "barngrupp", "föräldragrupp", "--dry-run").exit_code == 0
    assert contents(folder) == before


def test_terminal_is_asked_in_its_own_language(folder: Path) -> None:
    screen, terminal = pty.openpty()
    arguments = ["merge", "barngrupp", "föräldragrupp", "--vocabulary", str(folder)]
    child = subprocess.Popen(
        [sys.executable, "-m", "samsprak", *arguments],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env=os.environ | {"SAMSPRAK_LANG": "sv", "PYTHONUTF8": "1"},
    )
    os.close(terminal)
    shown = b""
    while not shown.endswith(b"[j/N]: "):
        shown += os.read(screen, 1024)
    os.write(screen, b"ja\n")
    with suppress(OSError):
        while os.read(screen, 1024):
            pass
    os.close(screen)
    assert child.wait() == 0
    assert "+    dcterms:isReplacedBy o:ccccc5" in shown.decode()
    green(folder)
