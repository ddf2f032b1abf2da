"""What the help of all commands says, in the pieces that are translated, and which sentences click has of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.extract import extract_from_dir

from samsprak.cli.wording import PLACEHOLDER, paragraphs
from tests.documentation.commands import contexts


def words_of_help() -> set[str]:
    """Return paragraphs, the help of options, and what stands for values, in English."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SAMSPRAK_LANG", "en")
        return {each for context in contexts() for each in _words(context.command, context)}


def _words(command: click.Command, context: click.Context) -> Iterator[str]:
    yield from paragraphs(command.help)
    for piece in command.collect_usage_pieces(context):
        yield from PLACEHOLDER.findall(piece)
    for option in command.get_params(context):
        if isinstance(option, click.Option):
            yield from [option.help] if option.help else []
            yield from PLACEHOLDER.findall((option.get_help_record(context) or ("", ""))[0])


def words_of_click() -> set[str]:
    """Return every sentence that the installed click would have translated, singular and plural."""
    keywords = {"_": None, "ngettext": (1, 2)}
    found = extract_from_dir(Path(click.__file__).parent, [("**.py", "python")], keywords=keywords)
    return {each for _, _, message, *_ in found for each in ([message] if isinstance(message, str) else message)}
