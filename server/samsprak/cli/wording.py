"""Commands whose help is in the language of the terminal.

Click takes its own words from gettext, which reads compiled catalogues only, and there are none here. So what click
puts together of a command's help is put together here instead, of the same words; in English it comes out the same.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator

import click

from samsprak.errors import N_
from samsprak.language.messages import terminal_language, translations

# What stands for a value in help: a word, or two as in INTEGER RANGE. Options and choices are in small letters.
PLACEHOLDER = re.compile(r"[A-Z]+(?: [A-Z]+)*")


class Command(click.Command):
    """A command that explains itself in the language of the terminal."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what stands behind the command's name in the usage line."""
        return [placeholders(piece) for piece in super().collect_usage_pieces(ctx)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, told(N_("Usage:")) + " ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text("\n\n".join(told(each) for each in paragraphs(self.help)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of options."""
        options = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        with formatter.section(told(N_("Options"))):
            formatter.write_dl([row for each in options for row in _row(each, ctx)])

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the first sentence, which stands in the table of commands, whole however long it is."""
        return told(paragraphs(self.help)[0])


class Group(Command, click.Group):
    """A group of such commands."""

    command_class = Command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the tables of options and of commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of commands."""
        with formatter.section(told(N_("Commands"))):
            formatter.write_dl(list(self.summaries(ctx)))

    def summaries(self, ctx: click.Context) -> Iterable[tuple[str, str]]:
        """Yield the name of each command and what it does."""
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None:
                yield name, command.get_short_help_str()


def told(text: str) -> str:
    """Return a marked text in the language of the terminal."""
    return translations(terminal_language()).gettext(text)


def placeholders(text: str) -> str:
    """Return a part of a usage line with its placeholders in the language of the terminal."""
    return PLACEHOLDER.sub(lambda found: told(found[0]), text)


def paragraphs(text: str | None) -> list[str]:
    """Split a docstring into its paragraphs, each on one line: so they are translated."""
    return [" ".join(each.split()) for each in inspect.cleandoc(text or "").split("\n\n")]


def _row(option: click.Option, ctx: click.Context) -> Iterator[tuple[str, str]]:
    """Yield an option as its help tells it; nothing of a hidden one."""
    record = option.get_help_record(ctx)
    if record is None:
        return
    text = [told(option.help)] if option.help else []
    notes = "; ".join(_notes(option, ctx))
    yield placeholders(record[0]), "  ".join([*text, *([f"[{notes}]"] if notes else [])])


def _notes(option: click.Option, ctx: click.Context) -> Iterator[str]:
    """Yield what stands in brackets behind the help of an option."""
    extra = option.get_help_extra(ctx)
    if "default" in extra:
        yield told(N_("default: {default}")).format(default=extra["default"])
    if "range" in extra:
        yield extra["range"]
    if "required" in extra:
        yield told(N_("required"))
