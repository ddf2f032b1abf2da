"""`samsprak rules`."""

from __future__ import annotations

import click

from samsprak.cli.wording import Command
from samsprak.validation.reports.reference import page


@click.command(cls=Command)
def rules() -> None:
    """List all rules that `samsprak check` knows, as Markdown.

    Example: samsprak rules > docs/rules.md
    """
    click.echo(page(), nl=False)
