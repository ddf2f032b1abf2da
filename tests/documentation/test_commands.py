from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from samsprak.cli import COMMANDS
from tests.documentation.commands import MARK, PAGE

ROOT = Path(__file__).parents[2]


def test_page_tells_every_command_as_its_help_does(tmp_path: Path) -> None:
    # In a process of its own: click keeps a command's help option as it was first asked for, and another test may
    # have asked for a command without the group that gives it `-h`.
    made = tmp_path / "cli.md"
    subprocess.run([sys.executable, "-m", "tests.documentation.commands", str(made)], cwd=ROOT, check=True)
    assert made.read_text(encoding="utf-8") == PAGE.read_text(encoding="utf-8"), (
        "run: python -m tests.documentation.commands"
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_a_section_with_an_example(name: str) -> None:
    generated = PAGE.read_text(encoding="utf-8").partition(MARK)[2]
    section = generated.partition(f"### samsprak {name}\n")[2].partition("\n### samsprak ")[0]
    assert f"Usage: samsprak {name}" in section
    assert f"Example: samsprak {name}" in section
