from __future__ import annotations

import re

import click
import pytest

from samsprak.cli.wording import PLACEHOLDER, Command, told
from tests.cli.words import words_of_help
from tests.documentation.commands import contexts

# What a reader types or looks for, which is the same in every language.
VERBATIM = re.compile(r"--[a-z-]+|`.+?`|\b\d+\b|\$EDITOR|https?://[\w./]+")


@pytest.fixture(autouse=True)
def _swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSPRAK_LANG", "sv")


def test_every_command_speaks_the_language_of_the_terminal() -> None:
    assert [each.command_path for each in contexts() if not isinstance(each.command, Command)] == []


def test_help_has_no_part_that_would_stay_english() -> None:
    """What click would write of its own accord; who adds one of these says it in `samsprak.cli.wording` too."""
    for context in contexts():
        command = context.command
        assert (command.epilog, command.deprecated) == (None, False), context.command_path
        for param in command.get_params(context):
            assert param.envvar is None, param.name
            assert not isinstance(param.type, click.File), param.name
            assert isinstance(param, click.Option) or param.help is None, param.name
            assert not (isinstance(param, click.Option) and param.prompt), param.name


def test_both_languages_name_the_same_options_and_codes() -> None:
    for each in words_of_help():
        assert set(VERBATIM.findall(told(each))) == set(VERBATIM.findall(each)), each


def test_text_calls_a_value_what_the_usage_line_calls_it() -> None:
    words = words_of_help()
    values = {each for each in words if PLACEHOLDER.fullmatch(each)}
    assert {"FILE", "TERM", "INTEGER RANGE"} <= values
    for each in words - values:
        for value in values & set(re.findall(r"\b[A-Z]+\b", each)):
            assert re.search(rf"\b{told(value)}\b", told(each)), (value, each)
