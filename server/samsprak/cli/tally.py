"""`samsprak tally`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from samsprak.cli.failures import explained_in
from samsprak.cli.progress import Bar
from samsprak.cli.wording import Command
from samsprak.errors import N_
from samsprak.language.messages import say, terminal_language
from samsprak.settings import UI_LANGUAGES, Settings, VocabularyInput
from samsprak.snapshot import Snapshot, take
from samsprak.tagging.accounts import as_json, as_lines, as_plot, as_table
from samsprak.tagging.groups import Grouping, default_groupings, found_collection, grouping
from samsprak.tagging.outline import outline
from samsprak.tagging.plot import drawn
from samsprak.tagging.registers import Register, opened
from samsprak.tagging.tallying import tally as run_tally
from samsprak.tagging.widening import finished

# What the column is called that `samsprak tags check` and `samsprak tag` add, and what people call it.
USUAL = ("concept", "uri", "begrepp")
NOTHING = 1


@click.command(cls=Command)
@click.argument("file")
@click.option(
    "--column", "columns", multiple=True, metavar="NAME", help="A column that holds URIs; else concept or URI."
)
@click.option(
    "--vocab", "--vocabulary", "vocabularies", multiple=True, metavar="VOCAB", help="Count by this file or folder."
)
@click.option("--by", "collections", multiple=True, metavar="COLLECTION", help="Count by this facet, list or table.")
@click.option("--title", metavar="TEXT", help="What the plot is called.")
@click.option("--svg", metavar="FILE", help="Draw the counts as bars.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, for spreadsheets.")
@click.option("--json", "json_too", is_flag=True, help="Print JSON, for programs.")
@click.option("--lang", type=click.Choice(UI_LANGUAGES), help="The language of terms and words.")
def tally(
    file: str,
    columns: tuple[str, ...],
    vocabularies: tuple[str, ...],
    collections: tuple[str, ...],
    title: str | None,
    svg: str | None,
    lang: str | None,
    *,
    as_csv: bool,
    json_too: bool,
) -> None:
    """Count the rows of a register by concept.

    A row counts once for each concept that it names and once for each concept above it, whatever the number of ways up.
    Rows are counted by the columns of the vocabulary's table too, else by its facets, or by what --by names: a
    collection by its IRI, id or name.

    URIs are judged as by `samsprak tags check`: one that is replaced by a single concept counts there, what a person
    has to decide on is told and not counted. Exits with 1 where no row names a concept.

    Example: samsprak tally register.csv --column URI --svg register.svg
    """
    language = lang or terminal_language()
    with explained_in(language), Bar() as bar, opened(file, columns) as register:
        chosen = columns or (_usual(register),)
        snapshot = take(Settings(tuple(VocabularyInput.parse(each) for each in vocabularies)))
        groupings = _groupings(snapshot, collections, language)
        counted = run_tally(register, chosen, groupings, snapshot=snapshot, lang=language, progress=bar)
        entries = list(outline(counted, snapshot, language))
        if svg:
            name = title or say(N_("Interventions by concept: {file}"), language, file=Path(file).name)
            with finished(svg, file) as out:
                out.write(drawn(as_plot(counted, entries, name, language)).encode())
    if json_too:
        click.echo(json.dumps(as_json(counted, entries), ensure_ascii=False, indent=1))
    elif as_csv:
        click.echo(as_table(counted, entries, language), nl=False)
    else:
        for line in as_lines(counted, entries, language):
            click.echo(line)
    if not counted.tagged:
        sys.exit(NOTHING)


def _usual(register: Register) -> str:
    """Return the column that is called as such columns are; else all columns are named in the error."""
    names = {name.strip().casefold(): name for name in register.columns}
    return next((names[each] for each in USUAL if each in names), "URI")


def _groupings(snapshot: Snapshot, collections: tuple[str, ...], lang: str) -> list[Grouping]:
    if collections:
        return [grouping(*found_collection(snapshot, each), lang) for each in collections]
    return [
        each
        for name, vocabulary in snapshot.vocabularies.items()
        for each in default_groupings(vocabulary, snapshot.facets[name], lang)
    ]
