"""`samsprak tag`."""

from __future__ import annotations

import sys

import click

from samsprak.cli.failures import explained_in
from samsprak.cli.progress import Bar
from samsprak.cli.wording import Command
from samsprak.errors import N_
from samsprak.language.messages import say, terminal_language
from samsprak.search.filters import Filters
from samsprak.settings import UI_LANGUAGES, Settings, VocabularyInput
from samsprak.snapshot import Snapshot, take
from samsprak.tagging.groups import found_collection, members_below
from samsprak.tagging.labelling import BANDS, Summary, Wanted
from samsprak.tagging.labelling import label as run_label
from samsprak.tagging.proposing import LEAST, Proposer
from samsprak.tagging.registers import STANDARD_INPUT, opened
from samsprak.tagging.widening import finished

NOTHING = 1
MOST = 10
HIGHEST = 100


@click.command(cls=Command)
@click.argument("file")
@click.option(
    "--column", "columns", multiple=True, required=True, metavar="NAME", help="A column of text; the row's name first."
)
@click.option(
    "--vocab", "--vocabulary", "vocabularies", multiple=True, metavar="VOCAB", help="Propose from this file or folder."
)
@click.option("--within", metavar="COLLECTION", help="Propose only what is in this facet or list.")
@click.option(
    "--top", type=click.IntRange(1, MOST), default=1, show_default=True, help="How many concepts a row gets at most."
)
@click.option(
    "--least", type=click.IntRange(0, HIGHEST), default=LEAST, show_default=True, help="The lowest score to propose."
)
@click.option("--output", metavar="FILE", default=STANDARD_INPUT, help="Write here instead of to standard output.")
@click.option("--lang", type=click.Choice(UI_LANGUAGES), help="The language of the texts and of the answer.")
def tag(
    file: str,
    columns: tuple[str, ...],
    vocabularies: tuple[str, ...],
    within: str | None,
    top: int,
    least: int,
    output: str,
    lang: str | None,
) -> None:
    """Propose concepts for the rows of a register.

    FILE is a CSV file with column names in its first row; - reads standard input. It is written again with four columns
    added: concept, term, score and reason; with --top, four for each. Name the column that says what a row is called
    first, then those that tell more about it.

    A score of 100 means that the text is the term, 80 and more that it is about it, 50 that it mentions it or is like
    it (docs/tagging.md). Exits with 1 where no row gets a proposal.

    Example: samsprak tag register.csv --column name --column description --output tagged.csv
    """
    language = lang or terminal_language()
    wanted = Wanted(columns, top, least)
    with explained_in(language), Bar() as bar, opened(file, columns) as register, finished(output, file) as out:
        snapshot = take(Settings(tuple(VocabularyInput.parse(each) for each in vocabularies)))
        proposer = _proposer(snapshot, within, language)
        summary = run_label(register, wanted, out, proposer=proposer, snapshot=snapshot, lang=language, progress=bar)
    _tell(summary, language)
    if not summary.proposed:
        sys.exit(NOTHING)


def _proposer(snapshot: Snapshot, within: str | None, lang: str) -> Proposer:
    if within is None:
        return Proposer(snapshot, lang)
    vocabulary, collection = found_collection(snapshot, within)
    filters = Filters(vocabulary=vocabulary.id, collection=collection.iri)
    return Proposer(snapshot, lang, filters, frozenset(members_below(vocabulary, collection)))


def _tell(summary: Summary, lang: str) -> None:
    """Print the summary on standard error, since the register may go to standard output."""
    click.echo(say(N_("Rows: {n}"), lang, n=summary.rows), err=True)
    for band in BANDS:
        if band in summary.bands:
            template = (
                N_("Proposed with a score of {score} or more: {n}") if band else N_("Proposed with a lower score: {n}")
            )
            click.echo("  " + say(template, lang, score=band, n=summary.bands[band]), err=True)
    if summary.rows > summary.proposed:
        click.echo("  " + say(N_("Without a proposal: {n}"), lang, n=summary.rows - summary.proposed), err=True)
