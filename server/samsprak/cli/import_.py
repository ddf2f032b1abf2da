"""`samsprak import`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from samsprak.cli.failures import UNUSABLE, explained_in
from samsprak.cli.proposals import REFUSED, chosen, today
from samsprak.cli.wording import Command
from samsprak.editing.proposal import Proposal
from samsprak.editing.reports.sections import account
from samsprak.editing.reports.text import lines
from samsprak.editing.spreadsheets.foresight import foresight
from samsprak.editing.spreadsheets.importing import Import, import_table
from samsprak.editing.spreadsheets.notices import Place, in_words, place_in_words
from samsprak.editing.writing import write
from samsprak.errors import N_
from samsprak.language.messages import say, terminal_language
from samsprak.settings import UI_LANGUAGES
from samsprak.validation.findings import Finding
from samsprak.validation.reports.text import SEVERITIES

STYLES = {
    "lost": {"fg": "red", "strikethrough": True},
    "gained": {"fg": "green"},
    "heading": {"bold": True},
    "alarm": {"fg": "red", "bold": True},
}
COLOURS = {"violation": "red", "warning": "yellow"}


@click.command(name="import", cls=Command)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--vocabulary", "path", metavar="PATH", type=click.Path(path_type=Path), help="The folder to change.")
@click.option("--dry-run", is_flag=True, help="Only tell what would change; write nothing.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option("--lang", type=click.Choice(UI_LANGUAGES), help="The language of the messages.")
def import_(file: Path, path: Path | None, lang: str | None, *, dry_run: bool, yes: bool) -> None:
    """Read an edited table back, and tell what it changes.

    FILE is a workbook or CSV file that `samsprak export` has written and people have edited. PATH is a folder of Turtle
    files; without it, it is the project's own vocab/.

    All that is wrong is told at once, by sheet and cell, and then nothing is written. A row that is gone takes no
    concept away. Rows without an id become new concepts, in files of their own.

    Exits with 0 when it is written, or nothing has changed; with 1 where a rule is broken or the answer is no; with 2
    where the table or the vocabulary cannot be read. Only with 0 is anything written.

    Example: samsprak import arbetsgrupp.xlsx --dry-run
    """
    language = lang or terminal_language()
    with explained_in(language):
        outcome = import_table(file, chosen(path), today=today())
        for line in in_words(outcome.notices, str(file), language):
            click.echo(line, err=True)
        if not outcome.sound:
            _end(N_("The table has faults, so nothing is written."), language, UNUSABLE)
        if outcome.proposal is None:
            click.echo(say(N_("The table says what the vocabulary says already; there is nothing to write."), language))
            return
        comparison = foresight(outcome.folder, outcome.proposal, str(file))
        for line in lines(account(comparison, language), _paint):
            click.echo(line)
        _go_on(outcome, outcome.proposal, str(file), language, dry_run=dry_run, yes=yes)


def _go_on(outcome: Import, proposal: Proposal, file: str, lang: str, *, dry_run: bool, yes: bool) -> None:
    """Tell what the rules say of it, and write it where nothing is against that."""
    for line in _found(outcome, proposal.findings, file, lang):
        click.echo(line, err=True)
    for advice in proposal.advice:
        click.echo(say(advice.template, lang, **dict(advice.values)), err=True)
    if not proposal.valid:
        _end(N_("The change breaks a rule, so nothing is written."), lang, REFUSED)
    n = len(proposal.alterations)
    if dry_run:
        click.echo(say(N_("Files that would be written: {n}"), lang, n=n), err=True)
        return
    if not yes and not _agreed(n, lang):
        _end(N_("Nothing is written."), lang, REFUSED)
    written = write(proposal)
    click.echo(say(N_("Files written: {n}"), lang, n=len(written)), err=True)


def _found(outcome: Import, findings: tuple[Finding, ...], file: str, lang: str) -> Iterator[str]:
    """Yield what a check finds, at the rows that it concerns, else at the files."""
    for finding in findings:
        row = outcome.rows.get(finding.focus, 0)
        where = place_in_words(Place(outcome.sheet, row), file, lang) if row else finding.place.file or file
        word = click.style(say(SEVERITIES[finding.severity], lang), fg=COLOURS.get(finding.severity.value))
        yield f"{where}: {word}: {finding.messages[lang]} [{finding.rule.id}]"


def _agreed(n: int, lang: str) -> bool:
    """Ask; what is neither yes nor no, and no answer at all, is no."""
    question = say(N_("Write {n} files? [y/N]"), lang, n=n)
    try:
        answer = click.prompt(question, default="", show_default=False, prompt_suffix=" ", err=True)
    except click.Abort:
        click.echo(say(N_("No answer can be given here: --yes writes without asking."), lang), err=True)
        return False
    return answer.strip().lower() in {"y", "yes", "j", "ja"}


def _end(template: str, lang: str, code: int) -> None:
    click.echo(say(template, lang), err=True)
    sys.exit(code)


def _paint(text: str, kind: str) -> str:
    """Colour a text; click leaves colours out where the output is no terminal."""
    return click.style(text, **STYLES[kind])  # type: ignore[arg-type]
