"""`samsprak retire`."""

from __future__ import annotations

from pathlib import Path

import click

from samsprak.cli.failures import explained_in
from samsprak.cli.proposals import chosen, finish, options, today
from samsprak.cli.wording import Command
from samsprak.editing.folder import read_folder
from samsprak.editing.retirement import retire as proposed
from samsprak.language.messages import terminal_language


@click.command(cls=Command)
@click.argument("term")
@click.option("--replaced-by", multiple=True, metavar="TERM", help="What to use instead; several where it is split.")
@click.option("--because", default="", metavar="TEXT", help="Why, for the record's history.")
@click.option("--move-narrower-to", "narrower_to", default="", metavar="TERM", help="Where what lies below it goes.")
@options
def retire(
    term: str,
    replaced_by: tuple[str, ...],
    because: str,
    narrower_to: str,
    path: Path | None,
    *,
    anyway: bool,
    dry_run: bool,
) -> None:
    """Put a concept out of use, and say what replaces it or why.

    TERM is a term, synonym, id, address or file. The record stays and tells its history; the address still answers.
    Exits with 1, nothing written, where the result breaks a rule.

    Example: samsprak retire Komet --replaced-by föräldrautbildning
    """
    language = terminal_language()
    with explained_in(language):
        folder = read_folder(chosen(path))
        proposal = proposed(
            folder, term, today=today(), replaced_by=replaced_by, because=because, narrower_to=narrower_to
        )
        finish(proposal, language, dry_run=dry_run, anyway=anyway)
