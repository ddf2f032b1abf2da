"""Every way to misuse the command line, in Swedish; in English click says it itself."""

from __future__ import annotations

import re
from string import Formatter

import click
import pytest
from click.testing import CliRunner, Result

from samsprak.cli import COMMANDS, group
from samsprak.cli.misuse import SENTENCES, Interrupted, in_words, reworded, told_in_terminal_language
from samsprak.language.messages import say
from tests.cli.words import words_of_click
from tests.web.test_translations import swedish

# Sentences of click that nobody reads here; all others are translated.
SAID_OTHERWISE = {
    "Missing argument",
    "Missing option",
    "%(prog)s, version %(version)s",  # the same in Swedish
    "file",
    "directory",
    "path",
}
OF_WHAT_NO_COMMAND_HAS = {
    "(dynamic)",
    "Confirm the action without prompting.",
    "Could not open file {filename!r}: {message}",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "Do you want to continue?",
    "Error: The two entered values do not match.",
    "Error: invalid input",
    "Missing parameter",
    "Missing parameter: {param_name}",
    "Missing {param_type}",
    "Positional arguments",
    "Press any key to continue...",
    "Repeat for confirmation",
    "d",
    "deprecated",
    "env var: {var}",
    "unknown error",
}
TO_PROGRAMMERS = {
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Choice({choices})",
    "Could not determine name for option with declarations {decls!r}",
    "Invalid start character for option ({option})",
    "Name '{name}' defined twice",
    "No options defined but a name was passed ({name}). Did you mean to declare an argument instead? Did you mean to "
    "pass '--{name}'?",
    "Unknown color {colour!r}",
    "Unknown standard stream '{name}'",
    "Value must be an iterable.",
}
OF_CONSOLES_AND_SHELLS = {
    "Couldn't detect Bash version, shell completion is not supported.",
    "Shell completion is not supported for Bash versions older than 4.4.",
    "Windows error: {error}",
}


def run(*arguments: str, lang: str = "sv") -> Result:
    return CliRunner(env={"SAMSPRAK_LANG": lang}).invoke(group, arguments, prog_name="samsprak")


def filled(template: str) -> tuple[str, dict[str, str]]:
    """Return a template of click's with some values, and these."""
    values = {name: f"<{name}>" for _, name, _, _ in Formatter().parse(template) if name}
    return template.format(**values), values


def test_every_sentence_of_the_installed_click_is_translated() -> None:
    translated = {str(message.id) for message in swedish()}
    left = SAID_OTHERWISE | OF_WHAT_NO_COMMAND_HAS | TO_PROGRAMMERS | OF_CONSOLES_AND_SHELLS
    assert words_of_click() - translated == left


@pytest.mark.parametrize("template", SENTENCES)
def test_sentence_is_recognised_and_no_other_taken_for_it(template: str) -> None:
    sentence, values = filled(template)
    assert reworded(sentence, "sv") == say(template, "sv", **values)


def test_sentence_that_is_not_known_stays_as_it_is() -> None:
    assert reworded("The moon is full.", "sv") == "The moon is full."


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("lokup", "Det finns inget kommando ”lokup”. Menade du lookup?"),
        ("ta", "Det finns inget kommando ”ta”. Menade du något av dessa: tag, tags?"),
        ("frobnicate", "Det finns inget kommando ”frobnicate”."),
        ("tags chek", "Det finns inget kommando ”chek”. Menade du check?"),
        ("--jsn", "Det finns ingen flagga --jsn."),
        ("lookup --jsn stöd", "Det finns ingen flagga --jsn. Menade du --json?"),
        ("lookup", "Argumentet TERM... saknas."),
        ("merge a", "Argumentet BEHÅLLET saknas."),
        ("tags check x.csv", "Flaggan --column saknas."),
        ("export", "Argumentet xlsx|csv saknas. Välj bland:\n\txlsx,\n\tcsv"),
        ("export pdf", "Ogiltigt värde för xlsx|csv: ”pdf” är inget av xlsx, csv."),
        ("check --profile x", "Ogiltigt värde för --profile: ”x” är inget av skos, thesaurus, record."),
        ("serve --port x", "Ogiltigt värde för --port: ”x” är inget heltal."),
        ("serve --port it's", "Ogiltigt värde för --port: ”it's” är inget heltal."),
        ("lookup --limit x stöd", "Ogiltigt värde för --limit: ”x” är inget heltal."),
        ("lookup --limit 0 stöd", "Ogiltigt värde för --limit: 0 ligger utanför gränserna x>=1."),
        ("lookup --limit", "Flaggan --limit kräver ett värde."),
        ("lookup --json=1 stöd", "Flaggan --json tar inget värde."),
        ("rules a", "Ett argument för mycket: a"),
        ("rules a b", "Argument för mycket: a b"),
        ("rules Path {x}", "Argument för mycket: Path {x}"),
    ],
)
def test_misuse_is_told_in_swedish_with_exit_2(arguments: str, message: str) -> None:
    result = run(*arguments.split(" "))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(f"Fel: {message}\n")


def test_misuse_tells_the_usage_and_where_more_is_told() -> None:
    assert run("serve", "--port", "x").stderr == (
        "Användning: samsprak serve [FLAGGOR] [VOKABULÄR…]\n"
        "Skriv ”samsprak serve --help” för att få hjälp.\n\n"
        "Fel: Ogiltigt värde för --port: ”x” är inget heltal.\n"
    )


def test_misuse_is_told_in_english_as_click_tells_it() -> None:
    assert run("lookup", "--limit", "0", "x", lang="en").stderr == (
        "Usage: samsprak lookup [OPTIONS] TERM...\n"
        "Try 'samsprak lookup --help' for help.\n\n"
        "Error: Invalid value for '--limit': 0 is not in the range x>=1.\n"
    )
    assert run("lokup", lang="en").stderr.endswith("Error: No such command 'lokup'. Did you mean 'lookup'?\n")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_tells_of_an_unknown_option_in_swedish(name: str) -> None:
    result = run(name, "--finns-inte")
    assert result.exit_code == 2
    assert re.match(rf"Användning: samsprak {name} \[FLAGGOR\]", result.stderr)
    assert "Fel: Det finns ingen flagga --finns-inte." in result.stderr


def test_value_of_no_parameter_is_told_too() -> None:
    assert in_words(click.BadParameter("'x' is not a valid integer."), "sv") == "Ogiltigt värde: ”x” är inget heltal."
    unreadable = click.BadParameter(r"Path 'C:\\x' is not readable.")
    assert in_words(unreadable, "sv") == "Ogiltigt värde: Sökvägen ”C:\\x” går inte att läsa."


@pytest.mark.parametrize(
    ("error", "told"), [(click.Abort, "Avbrutet!\n"), (KeyboardInterrupt, "\nAvbrutet!\n"), (EOFError, "\nAvbrutet!\n")]
)
def test_interruption_is_told_in_swedish(
    error: type[BaseException], told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SAMSPRAK_LANG", "sv")
    with pytest.raises(Interrupted) as ended, told_in_terminal_language():
        raise error
    ended.value.show()
    assert (ended.value.exit_code, capsys.readouterr().err) == (1, told)
