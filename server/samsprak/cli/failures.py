"""Errors on the command line: the exit code is given here, once, by type."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from samsprak.errors import NotFound, SamsprakError, UnreadableInput
from samsprak.language.messages import explain, explain_problem, terminal_language

NOT_FOUND = 1
UNUSABLE = 2


@contextmanager
def explained_in(lang: str) -> Iterator[None]:
    """End the command with an error in the language that was asked for."""
    try:
        yield
    except SamsprakError as error:
        sys.exit(report(error, lang))


def report(error: SamsprakError, lang: str | None = None) -> int:
    """Print an error, else in the terminal's language; return the exit code: 1 nothing found, 2 unusable input."""
    lang = lang or terminal_language()
    if isinstance(error, UnreadableInput):
        for problem in error.problems:
            click.echo(explain_problem(problem, lang), err=True)
        return UNUSABLE
    click.echo(explain(error, lang), err=True)
    return NOT_FOUND if isinstance(error, NotFound) else UNUSABLE
