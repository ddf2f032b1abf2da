"""`samsprak tags check`."""

from __future__ import annotations

import sys

import click

from samsprak.cli.failures import explained_in
from samsprak.cli.progress import Bar
from samsprak.cli.wording import Group
from samsprak.errors import N_
from samsprak.language.messages import say, terminal_language
from samsprak.settings import UI_LANGUAGES, Settings, VocabularyInput
from samsprak.snapshot import take
from samsprak.tagging.checking import Summary
from samsprak.tagging.checking import check as run_check
from samsprak.tagging.registers import STANDARD_INPUT, opened
from samsprak.tagging.verdicts import Standing
from samsprak.tagging.widening import finished

NEEDS_PERSON = 1
COUNTS = {
    Standing.CURRENT: N_("Current: {n}"),
    Standing.RETIRED: N_("No longer used: {n}"),
    Standing.WITHDRAWN: N_("Withdrawn: {n}"),
    Standing.UNKNOWN: N_("Not an address of a concept here: {n}"),
    Standing.EMPTY: N_("Empty cells: {n}"),
}


@click.group(cls=Group)
def tags() -> None:
    """Tell what has become of the concept URIs that a register has stored.

    Example: samsprak tags check register.csv --column URI --output checked.csv
    """


@tags.command()
@click.argument("file")
@click.option("--column", required=True, metavar="NAME", help="The column that holds the URIs.")
@click.option(
    "--vocab", "--vocabulary", "vocabularies", multiple=True, metavar="VOCAB", help="Check against this file or folder."
)
@click.option("--output", metavar="FILE", default=STANDARD_INPUT, help="Write here instead of to standard output.")
@click.option("--lang", type=click.Choice(UI_LANGUAGES), help="The language of labels and remarks.")
def check(file: str, column: str, vocabularies: tuple[str, ...], output: str, lang: str | None) -> None:
    """Write a register again with three columns added: status, concept and remark.

    FILE is a CSV file with column names in its first row; - reads standard input. What stands in the file is written as
    it was: delimiter, quotation marks, encoding and line ends stay. A cell may hold several URIs.

    status is current, retired, withdrawn, unknown or empty; concept is the URI to use now, or those to choose among.

    Exits with 0 where nothing, or only what a program may correct, is wrong, 1 where something needs a person, 2 where
    the file cannot be read; then nothing is written.

    Example: samsprak tags check register.csv --column URI --output checked.csv
    """
    language = lang or terminal_language()
    with explained_in(language), Bar() as bar, opened(file, [column]) as register, finished(output, file) as out:
        snapshot = take(Settings(tuple(VocabularyInput.parse(each) for each in vocabularies)))
        summary = run_check(register, column, out, snapshot=snapshot, lang=language, progress=bar)
    _tell(summary, language)
    if summary.needs_person:
        sys.exit(NEEDS_PERSON)


def _tell(summary: Summary, lang: str) -> None:
    """Print the summary on standard error, since the register may go to standard output."""
    lines = [say(N_("Rows: {n}"), lang, n=summary.rows)]
    lines += [
        "  " + say(template, lang, n=summary.standings[standing])
        for standing, template in COUNTS.items()
        if standing in summary.standings
    ]
    if summary.corrected:
        lines.append(say(N_("A program can correct these rows by the column concept: {n}"), lang, n=summary.corrected))
    if summary.needs_person:
        lines.append(say(N_("A person has to decide on these rows: {n}"), lang, n=summary.needs_person))
        lines += [
            "  " + say(N_("line {n}: {given} – {remark}"), lang, n=each.line, given=each.given, remark=each.remark)
            for each in summary.examples
        ]
        if summary.needs_person > len(summary.examples):
            lines.append("  …")
    for line in lines:
        click.echo(line, err=True)
