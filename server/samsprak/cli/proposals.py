"""What commands that change a vocabulary share: their options, and how a proposal is told, shown and written."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from samsprak.editing.patch import patch
from samsprak.editing.proposal import Proposal
from samsprak.editing.writing import write
from samsprak.errors import N_
from samsprak.language.messages import say
from samsprak.settings import project_folder
from samsprak.validation.reports.text import SEVERITIES

REFUSED = 1
YES = {"j", "ja", "y", "yes"}
COLOURS = {"violation": "red", "warning": "yellow"}
F = TypeVar("F", bound=Callable[..., Any])


def options(command: F) -> F:
    """Add the options that every such command has."""
    added: tuple[Callable[[F], F], ...] = (
        click.option("--dry-run", is_flag=True, help="Write nothing; print the differences as a patch."),
        click.option("--anyway", is_flag=True, help="Write in spite of warnings; faults always stop it."),
        click.option(
            "--vocabulary", "path", metavar="PATH", type=click.Path(path_type=Path), help="The folder to change."
        ),
    )
    for each in added:
        command = each(command)
    return command


def chosen(path: Path | None) -> Path:
    """Return the folder that was named, else the project's own vocabulary."""
    return path or project_folder("vocab")


def today() -> dt.date:
    """Return the day that changes are dated."""
    return dt.datetime.now().astimezone().date()


def finish(
    proposal: Proposal, lang: str, *, dry_run: bool, anyway: bool, agreed: Callable[[], bool] = lambda: True
) -> None:
    """Tell what is found; then show the differences, or write the files if `agreed`.

    Ends the command with 1, nothing written, where a rule is broken, or where there are warnings and not `anyway`.
    """
    tell(proposal, lang)
    if dry_run:
        click.echo(patch(proposal, Path.cwd()).encode(), nl=False)
    if not proposal.valid or not (proposal.clean or anyway):
        template = N_("Nothing is written.") if not proposal.valid else N_("Nothing is written (--anyway writes it).")
        click.echo(say(template, lang), err=True)
        sys.exit(REFUSED)
    if not dry_run:
        if not agreed():
            click.echo(say(N_("Nothing is written."), lang), err=True)
            sys.exit(REFUSED)
        for path in write(proposal):
            click.echo(_shown(path))
    for advice in proposal.advice:
        click.echo(say(advice.template, lang, **dict(advice.values)), err=True)


def agrees(question: str, lang: str, *, default: bool) -> bool:
    """Ask on the terminal, in the reader's language; Swedish and English answers are understood."""
    choice = say(N_("[Y/n]"), lang) if default else say(N_("[y/N]"), lang)
    answer = click.prompt(f"{say(question, lang)} {choice}", default="", show_default=False, err=True).strip().lower()
    return answer in YES if answer else default


def tell(proposal: Proposal, lang: str) -> None:
    """Print what a check finds, on standard error."""
    for finding in proposal.findings:
        line = say(N_("line"), lang)
        place = finding.place
        where = f"{place.file} {line} {place.line}: " if place.line else f"{place.file}: " if place.file else ""
        word = click.style(say(SEVERITIES[finding.severity], lang), fg=COLOURS.get(finding.severity.value))
        click.echo(f"{where}{word}: {finding.messages[lang]} [{finding.rule.id}]", err=True)


def _shown(path: Path) -> str:
    real, here = path.resolve(), Path.cwd()
    return str(real.relative_to(here) if real.is_relative_to(here) else path)
