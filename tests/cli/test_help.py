from __future__ import annotations

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from samsprak import __version__
from samsprak.cli import COMMANDS, group


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_lists_every_command(option: str) -> None:
    result = CliRunner().invoke(group, [option])
    assert result.exit_code == 0
    for name, (_, text) in COMMANDS.items():
        assert name in result.output
        assert text in result.output


def test_version_is_told() -> None:
    assert CliRunner().invoke(group, ["--version"]).output == f"samsprak, version {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_table_says_what_the_command_says_of_itself(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert (command.help or "").partition("\n")[0] == COMMANDS[name][1]


@pytest.mark.parametrize("name", COMMANDS)
def test_command_explains_itself_with_an_example(name: str) -> None:
    result = CliRunner().invoke(group, [name, "--help"])
    assert result.exit_code == 0
    assert f"Example: samsprak {name}" in result.output


def test_unknown_command_is_refused() -> None:
    assert CliRunner().invoke(group, ["frobnicate"]).exit_code == 2


def test_help_waits_for_no_large_library() -> None:
    """What makes `--help` quick: nothing heavy is imported for it."""
    program = (
        "import sys; from samsprak.cli import group; group(['--help'], standalone_mode=False); "
        "print(sorted({'rdflib', 'pyoxigraph', 'skosify', 'flask', 'babel', 'granian', 'pyshacl'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
