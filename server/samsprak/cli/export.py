"""`samsprak export`."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import click

from samsprak.cli.failures import explained_in
from samsprak.cli.wording import Command
from samsprak.editing.spreadsheets.exporting import Export, export_of
from samsprak.editing.spreadsheets.separated import written
from samsprak.editing.spreadsheets.workbook import write
from samsprak.errors import N_, UsageError
from samsprak.language.messages import say, terminal_language
from samsprak.settings import UI_LANGUAGES, project_folder
from samsprak.vocabulary.collector import collector_off


@click.command(cls=Command)
@click.argument("form", metavar="xlsx|csv", type=click.Choice(["xlsx", "csv"]))
@click.argument("vocabulary", required=False, metavar="[VOCAB]", type=click.Path(path_type=Path))
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", help="Where to write it; - is standard output."
)
@click.option("--lang", type=click.Choice(UI_LANGUAGES), help="The language of the messages.")
def export(form: str, vocabulary: Path | None, output: Path | None, lang: str | None) -> None:
    """Write a vocabulary as a table that a working group can edit.

    VOCAB is a file or folder in any format; without it, it is the project's own vocab/. The table is written to a file
    in this folder that is called by the vocabulary, unless --output says where.

    The workbook has a sheet with a row a concept, one that says how it is filled in, and one with what to choose from.
    `samsprak import` reads it back.

    Example: samsprak export xlsx vocab/ --output arbetsgrupp.xlsx
    """
    language = lang or terminal_language()
    with explained_in(language):
        path = vocabulary or project_folder("vocab")
        table = export_of(path)
        target = output or Path(f"{_name(path)}.{form}")
        try:
            _write(table, form, target)
        except OSError as error:
            raise UsageError(
                N_("{path} cannot be written: {reason}"), path=target, reason=error.strerror or error
            ) from None
        if str(target) != "-":
            n = len(table.vocabulary.concepts)
            click.echo(say(N_("{path}: concepts {n}"), language, path=target, n=n), err=True)


def _name(path: Path) -> str:
    name = path.resolve().name
    return name.partition(".")[0] or "vocabulary" if path.is_file() else name or "vocabulary"


def _write(table: Export, form: str, target: Path) -> None:
    """Write the table beside its place and rename it, so that it is there whole or not at all."""
    to_stdout = str(target) == "-"
    folder = Path(tempfile.gettempdir()) if to_stdout else target.resolve().parent
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=".samsprak-", suffix=f".{form}")
    os.close(descriptor)
    made = Path(name)
    try:
        with collector_off():
            if form == "xlsx":
                write(table, made)
            else:
                with made.open("wb") as file:
                    file.writelines(written(table.texts(), table.lang))
        if to_stdout:
            sys.stdout.buffer.write(made.read_bytes())
        else:
            made.chmod(0o644)
            made.replace(target)
    finally:
        made.unlink(missing_ok=True)
