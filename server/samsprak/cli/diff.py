"""`samsprak diff`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

import click

from samsprak.cli.failures import explained_in
from samsprak.cli.wording import Command
from samsprak.editing.comparison import compare
from samsprak.editing.differences import Comparison, Happening
from samsprak.editing.reports.data import as_json
from samsprak.editing.reports.markdown import markdown
from samsprak.editing.reports.page import page
from samsprak.editing.reports.sections import account
from samsprak.editing.reports.text import lines
from samsprak.errors import N_, UsageError
from samsprak.language.messages import terminal_language
from samsprak.settings import UI_LANGUAGES, project_folder
from samsprak.vocabulary.collector import collector_off
from samsprak.vocabulary.states import State, state_of_files, state_of_revision

DIFFERENT = 1
ALARM = "alarm"
STYLES = {
    "lost": {"fg": "red", "strikethrough": True},
    "gained": {"fg": "green"},
    "heading": {"bold": True},
    "alarm": {"fg": "red", "bold": True},
}


@click.command(cls=Command)
@click.argument("base")
@click.argument("head", required=False)
@click.option(
    "--vocab",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="What revisions are read of, and a missing HEAD is: the project's own vocab/ if not given.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "json", "html"]), default="text", show_default=True
)
@click.option("--lang", type=click.Choice(UI_LANGUAGES), help="The language of the report.")
@click.option("--preview", metavar="URL", default="", help="Link terms to a service that shows HEAD.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 where there is a difference.")
@click.option(
    "--fail-on",
    type=click.Choice([*(each.value for each in Happening), ALARM]),
    multiple=True,
    help="Exit with 1 where this has happened, or something to look at; may be given several times.",
)
def diff(
    base: str,
    head: str | None,
    vocab: Path | None,
    form: str,
    lang: str | None,
    preview: str,
    *,
    exit_code: bool,
    fail_on: tuple[str, ...],
) -> None:
    """Tell in words what has changed in a vocabulary.

    Tells also what follows for those who have tagged, linked or searched.

    BASE and HEAD are files, folders or git revisions, in any mixture; what exists as a path is a path. Without HEAD,
    BASE is compared with the vocabulary as it stands.

    Exits with 0, as `git diff` does, also where there are differences; with --exit-code or --fail-on, 1 tells of those
    that were asked for. 2: something cannot be read.

    Example: samsprak diff main --format markdown --fail-on lost
    """
    language = lang or terminal_language()
    folder = vocab or project_folder("vocab")
    with explained_in(language), collector_off():
        _check(preview)
        comparison = compare(_state(base, folder), _state(head, folder) if head else state_of_files(folder))
        for text in _written(comparison, form, language, preview):
            click.echo(text, nl=form != "json")
    if (exit_code and comparison) or _fails(comparison, fail_on):
        sys.exit(DIFFERENT)


def _state(name: str, folder: Path) -> State:
    path = Path(name)
    return state_of_files(path) if name and path.exists() else state_of_revision(folder, name)


def _check(preview: str) -> None:
    try:
        address = urlsplit(preview)
    except ValueError:
        address = urlsplit("")
    fit = address.scheme in {"http", "https"} and address.netloc and not set(preview) & set(" <>\"'\\\n\r\t")
    if preview and not fit:
        raise UsageError(N_("“{address}” is no address of a preview: write it as https://host/path."), address=preview)


def _written(comparison: Comparison, form: str, lang: str, preview: str) -> Iterable[str]:
    if form == "json":
        return chain(as_json(comparison, lang, preview), ["\n"])
    told = account(comparison, lang, preview)
    if form == "markdown":
        return [markdown(told).rstrip("\n")]
    return [page(told).rstrip("\n")] if form == "html" else list(lines(told, _paint))


def _fails(comparison: Comparison, fail_on: tuple[str, ...]) -> bool:
    return any(
        (ALARM in fail_on and each.alarming) or any(happening.value in fail_on for happening in each.happenings)
        for each in comparison.differences
    )


def _paint(text: str, kind: str) -> str:
    """Colour a text; click leaves colours out where the output is no terminal."""
    return click.style(text, **STYLES[kind])  # type: ignore[arg-type]
