from __future__ import annotations

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner, Result

from samsprak import __version__
from samsprak.cli import COMMANDS, group
from samsprak.cli.wording import told
from tests.cli.test_failures import samsprak

HEAVY = {"rdflib", "pyoxigraph", "skosify", "flask", "granian", "pyshacl"}


def run(*arguments: str, lang: str) -> Result:
    return CliRunner(env={"SAMSPRAK_LANG": lang}).invoke(group, arguments, prog_name="samsprak")


@pytest.mark.parametrize("option", ["--help", "-h"])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_help_lists_every_command(option: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(option, lang=lang)
    assert result.exit_code == 0
    monkeypatch.setenv("SAMSPRAK_LANG", lang)
    text = " ".join(result.output.split())
    for name, (_, summary) in COMMANDS.items():
        assert f" {name} {told(summary)}" in text


def test_command_without_arguments_explains_itself() -> None:
    assert run(lang="sv").output == run("--help", lang="sv").output
    assert run(lang="sv").exit_code == 2
    assert run("tags", lang="sv").output.startswith("Användning: samsprak tags [FLAGGOR] KOMMANDO [ARGUMENT]...\n")


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_version_is_told(lang: str) -> None:
    assert run("--version", lang=lang).output == f"samsprak, version {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_table_says_what_the_command_says_of_itself(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert (command.help or "").partition("\n")[0] == COMMANDS[name][1]


@pytest.mark.parametrize(("lang", "usage", "example"), [("sv", "Användning", "Exempel"), ("en", "Usage", "Example")])
@pytest.mark.parametrize("name", COMMANDS)
def test_command_explains_itself_with_an_example(name: str, lang: str, usage: str, example: str) -> None:
    result = run(name, "--help", lang=lang)
    assert result.exit_code == 0
    assert result.output.startswith(f"{usage}: samsprak {name} [")
    assert f"{example}: samsprak {name}" in result.output


def test_help_of_a_command_is_swedish_throughout() -> None:
    assert run("lookup", "--help", lang="sv").output == (
        "Användning: samsprak lookup [FLAGGOR] TERM...\n\n"
        "  Slå upp en term och visa definitionen.\n\n"
        "  En term som träffas i sin helhet visas ensam, hur den än är böjd. Annars\n"
        "  kommer de närmaste först. Slutkoden är 1 om inget begrepp hittas.\n\n"
        "  Exempel: samsprak lookup råd- och stödsamtal\n\n"
        "Flaggor:\n"
        "  --vocab VOKABULÄR  Sök i den här filen eller mappen i stället.\n"
        "  --lang [sv|en]     Språket att svara på.\n"
        "  --limit HELTAL     Hur många begrepp som visas som mest.  [förval: 3; x>=1]\n"
        "  --json             Skriv ut JSON, för program.\n"
        "  -h, --help         Visa den här hjälpen och avsluta.\n"
    )


def test_option_that_is_needed_says_so() -> None:
    assert "Kolumnen som innehåller URI:erna.  [krävs]" in run("tags", "check", "-h", lang="sv").output


def test_terminal_that_speaks_neither_language_gets_swedish() -> None:
    assert samsprak("--help", lang="fi").stdout == samsprak("--help", lang="sv").stdout


@pytest.mark.parametrize(("lang", "unwanted"), [("en", HEAVY | {"babel"}), ("sv", HEAVY)])
def test_help_waits_for_no_large_library(lang: str, unwanted: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What makes `--help` quick: nothing heavy is imported for it, and Babel only for its catalogue."""
    monkeypatch.setenv("SAMSPRAK_LANG", lang)
    program = (
        "import sys; from samsprak.cli import group; group(['--help'], standalone_mode=False); "
        f"print(sorted({unwanted} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
