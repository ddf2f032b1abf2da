"""`samsprak check`."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

import click

from samsprak.cli.failures import explained_in
from samsprak.cli.progress import Bar
from samsprak.cli.wording import Command
from samsprak.editing.versions import Versions
from samsprak.language.messages import terminal_language
from samsprak.settings import UI_LANGUAGES, project_folder
from samsprak.validation.checker import check as run_check
from samsprak.validation.engine import Engine
from samsprak.validation.findings import Report
from samsprak.validation.history import latest_release
from samsprak.validation.reports.data import as_annotations, as_json, as_sarif
from samsprak.validation.reports.text import lines
from samsprak.validation.rules import Profile, Severity

FORMATS = {"json": as_json, "sarif": as_sarif, "github": as_annotations}
COLOURS = {Severity.VIOLATION: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
NONCONFORMING = 1


@click.command(cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATH…]", type=click.Path(path_type=Path))
@click.option("--profile", type=click.Choice([each.value for each in Profile]), help="Which rules hold.")
@click.option("--lang", type=click.Choice(UI_LANGUAGES), help="The language of the messages.")
@click.option("--format", "form", type=click.Choice(["text", *FORMATS]), default="text", show_default=True)
@click.option("--base", metavar="REV", help="Compare with this git revision instead of the latest release.")
@click.option("--strict", is_flag=True, help="Let warnings count as faults.")
@click.option("--info", "hints", is_flag=True, help="Add hints.")
@click.option(
    "--engine",
    type=click.Choice([each.value for each in Engine]),
    default=Engine.STANDARD.value,
    show_default=True,
    help="fast finds the same and starts sooner; it needs samsprak[fast].",
)
def check(
    paths: tuple[Path, ...],
    profile: str | None,
    lang: str | None,
    form: str,
    base: str | None,
    engine: str,
    *,
    strict: bool,
    hints: bool,
) -> None:
    """Check a vocabulary: what is wrong, where, and how to mend it.

    PATH is a file or folder; several are one vocabulary. Without any, the project's own vocab/ is checked, with the
    rules of a term record; other vocabularies are checked with the rules of a thesaurus.

    Exits with 0 where nothing is a fault, 1 where something is, 2 where something cannot be read.

    Example: samsprak check vocab/ --lang en
    """
    language = lang or terminal_language()
    own = project_folder("vocab")
    chosen = paths or (own,)
    default = Profile.RECORD if all(_within(path, own) for path in chosen) else Profile.THESAURUS
    started = time.monotonic()
    with explained_in(language), Bar() as bar:
        report = run_check(
            chosen,
            Profile(profile) if profile else default,
            base=_latest(chosen) if base is None else base,
            hints=hints,
            progress=bar,
            using=Engine(engine),
        )
    if form == "text":
        for line in lines(report, language, time.monotonic() - started, _paint):
            click.echo(line)
    else:
        click.echo(FORMATS[form](report, language))
    if _fails(report, strict=strict):
        sys.exit(NONCONFORMING)


def _latest(paths: Sequence[Path]) -> str | Path | None:
    """Return the latest release as git has tagged it, else its snapshot beside the vocabulary; None where none is."""
    tagged = latest_release(paths)
    if tagged is not None or len(paths) != 1 or not paths[0].is_dir():
        return tagged
    released = Versions(paths[0]).released()
    return released[0].path if released else None


def _fails(report: Report, *, strict: bool) -> bool:
    return not report.conforms or (strict and report.count(Severity.WARNING) > 0)


def _within(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _paint(text: str, severity: Severity | None) -> str:
    """Colour a word; click leaves colours out where the output is no terminal."""
    return click.style(text, fg=COLOURS[severity]) if severity else click.style(text, bold=True)
