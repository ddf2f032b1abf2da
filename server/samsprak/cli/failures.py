"""Errors on the command line: the exit code is given here, once, by type."""

from __future__ import annotations

import click

from samsprak.errors import NotFound, SamsprakError, UnreadableInput
from samsprak.language.messages import explain, explain_problem, terminal_language

NOT_FOUND = 1
UNUSABLE = 2


def report(error: SamsprakError) -> int:
    """Print an error in the terminal's language and return the exit code: 1 nothing found, 2 unusable input."""
    lang = terminal_language()
    if isinstance(error, UnreadableInput):
        for problem in error.problems:
            click.echo(explain_problem(problem, lang), err=True)
        return UNUSABLE
    click.echo(explain(error, lang), err=True)
    return NOT_FOUND if isinstance(error, NotFound) else UNUSABLE
