"""`samsprak rules`."""

from __future__ import annotations

import click

from samsprak.validation.reports.reference import page


@click.command()
def rules() -> None:
    """List all rules that `samsprak check` knows, as Markdown.

    Example: samsprak rules > docs/rules.md
    """
    click.echo(page(), nl=False)
