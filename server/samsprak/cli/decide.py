"""`samsprak decide`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from samsprak.cli.failures import explained_in
from samsprak.cli.proposals import chosen, finish, options, today
from samsprak.editing.decision import decide as proposed
from samsprak.editing.folder import read_folder
from samsprak.language.messages import terminal_language


@click.command()
@click.argument("terms", nargs=-1, required=True, metavar="TERM…")
@click.option("--by", required=True, metavar="BODY", help="The body that decided, by name or address; never a person.")
@click.option(
    "--date", "day", required=True, type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day of the decision."
)
@options
def decide(
    terms: tuple[str, ...], by: str, day: dt.datetime, path: Path | None, *, anyway: bool, dry_run: bool
) -> None:
    """Record that a body has decided on terms.

    TERM is a term, synonym, id, address or file; all are decided together or none. Exits with 1, nothing written, where
    the result breaks a rule.

    Example: samsprak decide stödgrupp barngrupp --by "Socialnämnden i Exempelby" --date 2026-05-04
    """
    language = terminal_language()
    with explained_in(language):
        folder = read_folder(chosen(path))
        finish(proposed(folder, terms, by=by, on=day.date(), today=today()), language, dry_run=dry_run, anyway=anyway)
