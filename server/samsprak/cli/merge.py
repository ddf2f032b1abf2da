"""`samsprak merge`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from samsprak.cli.failures import explained_in
from samsprak.cli.proposals import agrees, chosen, finish, options, today
from samsprak.cli.wording import Command
from samsprak.editing.folder import read_folder
from samsprak.editing.merger import merge as proposed
from samsprak.editing.patch import patch
from samsprak.errors import N_
from samsprak.language.messages import say, terminal_language


@click.command(cls=Command)
@click.argument("gone")
@click.argument("kept")
@click.option("--because", default="", metavar="TEXT", help="Why, for the history of both records.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@options
def merge(gone: str, kept: str, because: str, path: Path | None, *, yes: bool, anyway: bool, dry_run: bool) -> None:
    """Retire one concept into another, which takes over its terms.

    GONE and KEPT are terms, synonyms, ids, addresses or files. Definition, scope note and examples are not carried
    over: read them, and write into the kept record what it lacks. The differences are shown first, and written when you
    agree, or with --yes. Exits with 1, nothing written, where the result breaks a rule.

    Example: samsprak merge "enskilt samtalsstöd" stödsamtal --dry-run
    """
    language = terminal_language()
    with explained_in(language):
        folder = read_folder(chosen(path))
        proposal = proposed(folder, gone, kept, today=today(), because=because)

        def agreed() -> bool:
            if yes:
                return True
            click.echo(patch(proposal, Path.cwd()).encode(), nl=False)
            if not sys.stdin.isatty():
                click.echo(say(N_("Not a terminal: give --yes to write this without being asked."), language), err=True)
                return False
            return agrees(N_("Write this?"), language, default=False)

        finish(proposal, language, dry_run=dry_run, anyway=anyway, agreed=agreed)
