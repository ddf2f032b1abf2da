"""`samsprak release`."""

from __future__ import annotations

from pathlib import Path

import click

from samsprak.cli.failures import explained_in
from samsprak.cli.proposals import chosen, finish, options, today
from samsprak.cli.wording import Command
from samsprak.editing.folder import read_folder
from samsprak.editing.release import release as proposed
from samsprak.language.messages import terminal_language


@click.command(cls=Command)
@click.argument("version")
@options
def release(version: str, path: Path | None, *, anyway: bool, dry_run: bool) -> None:
    """Release a version: a date, a snapshot, and what has changed.

    VERSION is a number above the last one, such as 1.2.0. Writes it and its date to the scheme, the whole vocabulary to
    versions/VERSION.ttl and the changes since the last release to versions/VERSION.md. Exits with 1, nothing written,
    where a check finds a fault.

    Example: samsprak release 1.0.0
    """
    language = terminal_language()
    with explained_in(language):
        proposal = proposed(read_folder(chosen(path)), version, today=today())
        finish(proposal, language, dry_run=dry_run, anyway=anyway)
