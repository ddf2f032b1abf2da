"""The command `samsprak`: thin, parses, calls and prints.

Commands are imported when they are called, so that `--help` and the quick ones do not wait for RDF libraries.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from typing import Any

import click

from samsprak import __version__
from samsprak.cli.misuse import told_in_terminal_language
from samsprak.cli.wording import Group, told

# name: (module, what `--help` says); kept here so that help needs no import.
COMMANDS = {
    "serve": ("samsprak.cli.serve", "Serve vocabularies over HTTP."),
    "check": ("samsprak.cli.check", "Check a vocabulary: what is wrong, where, and how to mend it."),
    "fmt": ("samsprak.cli.fmt", "Bring the Turtle files of a vocabulary to their canonical form."),
    "diff": ("samsprak.cli.diff", "Tell in words what has changed in a vocabulary."),
    "rules": ("samsprak.cli.rules", "List all rules that `samsprak check` knows, as Markdown."),
    "lookup": ("samsprak.cli.lookup", "Look a term up and print its definition."),
    "annotate": ("samsprak.cli.annotate", "Tell which concepts texts name, and what to write instead."),
    "tags": ("samsprak.cli.tags", "Tell what has become of the concept URIs that a register has stored."),
    "tag": ("samsprak.cli.tag", "Propose concepts for the rows of a register."),
    "tally": ("samsprak.cli.tally", "Count the rows of a register by concept."),
    "new": ("samsprak.cli.new", "Add a concept: an id of its own, and a record to fill in."),
    "rename": ("samsprak.cli.rename", "Give a concept another term; the old one still leads to it."),
    "retire": ("samsprak.cli.retire", "Put a concept out of use, and say what replaces it or why."),
    "merge": ("samsprak.cli.merge", "Retire one concept into another, which takes over its terms."),
    "decide": ("samsprak.cli.decide", "Record that a body has decided on terms."),
    "export": ("samsprak.cli.export", "Write a vocabulary as a table that a working group can edit."),
    "import": ("samsprak.cli.import_", "Read an edited table back, and tell what it changes."),
    "release": ("samsprak.cli.release", "Release a version: a date, a snapshot, and what has changed."),
}


class Lazy(Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module = COMMANDS[cmd_name][0]
        command = getattr(importlib.import_module(module), module.rpartition(".")[2])
        assert isinstance(command, click.Command)  # noqa: S101 - the table above says so
        return command

    def summaries(self, ctx: click.Context) -> Iterator[tuple[str, str]]:
        """Yield the table of commands without importing them."""
        yield from ((name, told(text)) for name, (_, text) in COMMANDS.items())

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is meant; where there is none, name those that are called nearly so."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            raise click.NoSuchCommand(error.command_name, possibilities=COMMANDS, ctx=ctx) from None

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the command line up to the command."""
        with told_in_terminal_language():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Read the rest of it, and do what it says."""
        with told_in_terminal_language():
            return super().invoke(ctx)


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="samsprak")
def group() -> None:
    """Samspråk: look up, check and serve a terminology kept as SKOS in git."""


def main() -> None:
    """Run the command line; an error of ours is one message and an exit code, never a traceback."""
    from samsprak.errors import SamsprakError

    try:
        group(prog_name="samsprak")
    except SamsprakError as error:
        from samsprak.cli.failures import report

        sys.exit(report(error))
