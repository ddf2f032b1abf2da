"""`samsprak decide`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from samsprak.cli.failures import explained_in
from samsprak.cli.proposals import chosen, finish, options, today
from samsprak.cli.wording import Command
from samsprak.editing.decision import decide as proposed
from samsprak.editing.folder import read_folder
from samsprak.errors import N_, UsageError
from samsprak.language.messages import terminal_language


@click.command(cls=Command)
@click.argument("terms", nargs=-1, required=True, metavar="TERM…")
@click.option("--by", required=True, metavar="BODY", help="The body that decided, by name or address; never a person.")
@click.option("--date", "day", required=True, metavar="DATE", help="The day of the decision, as 2026-05-04.")
@options
def decide(terms: tuple[str, ...], by: str, day: str, path: Path | None, *, anyway: bool, dry_run: bool) -> None:
    """Record that a body has decided on terms.

    TERM is a term, synonym, id, address or file; all are decided together or none. Exits with 1, nothing written, where
    the result breaks a rule.

    Example: samsprak decide stödgrupp barngrupp --by "Socialnämnden i Exempelby" --date 2026-05-04
    """
    language = terminal_language()
    with explained_in(language):
        on = _day(day)
        folder = read_folder(chosen(path))
        finish(proposed(folder, terms, by=by, on=on, today=today()), language, dry_run=dry_run, anyway=anyway)


def _day(text: str) -> dt.date:
    try:
        return dt.datetime.strptime(text.strip(), "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise UsageError(N_("“{text}” is no date. Write it as 2026-01-31."), text=text) from None
