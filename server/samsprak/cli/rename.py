"""`samsprak rename`."""

from __future__ import annotations

from pathlib import Path

import click

from samsprak.cli.failures import explained_in
from samsprak.cli.proposals import chosen, finish, options, today
from samsprak.cli.wording import Command
from samsprak.editing.folder import read_folder
from samsprak.editing.renaming import rename as proposed
from samsprak.language.messages import terminal_language


@click.command(cls=Command)
@click.argument("term")
@click.argument("new")
@click.option("--lang", default="sv", show_default=True, metavar="TAG", help="The language of the term.")
@click.option("--discouraged", is_flag=True, help="The old term becomes a discouraged one, not a synonym.")
@click.option("--because", default="", metavar="TEXT", help="Why, for the record's history.")
@options
def rename(
    term: str, new: str, lang: str, because: str, path: Path | None, *, discouraged: bool, anyway: bool, dry_run: bool
) -> None:
    """Give a concept another term; the old one still leads to it.

    TERM is a term, synonym, id, address or file. The file is named anew, the address stays, and the term beside
    references to the concept follows in every file. Exits with 1, nothing written, where the result breaks a rule.

    Example: samsprak rename serviceinsats "insats som service"
    """
    language = terminal_language()
    with explained_in(language):
        folder = read_folder(chosen(path))
        proposal = proposed(folder, term, new, today=today(), lang=lang, discouraged=discouraged, because=because)
        finish(proposal, language, dry_run=dry_run, anyway=anyway)
