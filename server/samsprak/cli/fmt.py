"""`samsprak fmt`."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from samsprak.cli.wording import Command
from samsprak.errors import N_
from samsprak.language.messages import explain_problem, say, terminal_language
from samsprak.settings import UI_LANGUAGES, project_folder
from samsprak.vocabulary.formatting import Formatted, format_files, replace

WOULD_CHANGE = 1
NO_NEWLINE = "\\ No newline at end of file\n"


@click.command(cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATH…]", type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; print the differences and exit with 1 if there are any.")
@click.option("--lang", type=click.Choice(UI_LANGUAGES), help="The language of the messages.")
def fmt(paths: tuple[Path, ...], lang: str | None, *, check: bool) -> None:
    """Bring the Turtle files of a vocabulary to their canonical form.

    PATH is a file or folder; several are one vocabulary. Without any, the project's own vocab/ is formatted. What the
    files say stays the same, and so do their names. With --check the differences are a patch that `git apply` takes.

    Exits with 2, having written nothing, where a file cannot be read.

    Example: samsprak fmt vocab/ --check
    """
    language = lang or terminal_language()
    formatted = format_files(paths or (project_folder("vocab"),))
    changed = [each for each in formatted if each.changed]
    for each in changed:
        if check:
            click.echo(difference(each).encode(), nl=False)
        else:
            replace(each)
            click.echo(str(each.path))
    _say_hints(formatted, language)
    template = N_("Files to format: {changed} of {n}") if check else N_("Files formatted: {changed} of {n}")
    click.echo(say(template, language, changed=len(changed), n=len(formatted)), err=True)
    if check and changed:
        sys.exit(WOULD_CHANGE)


def difference(formatted: Formatted) -> str:
    """Return what `git apply` takes, from the folder that the command runs in."""
    name = _from_here(formatted.path)
    lines = difflib.unified_diff(
        _lines(formatted.before.decode()), _lines(formatted.after.decode()), f"a/{name}", f"b/{name}"
    )
    return "".join(line if line.endswith("\n") else f"{line}\n{NO_NEWLINE}" for line in lines)


def _lines(text: str) -> list[str]:
    """Split at line feeds alone: a text may hold the other characters that Python takes for line ends."""
    *lines, last = text.split("\n")
    return [line + "\n" for line in lines] + ([last] if last else [])


def _from_here(path: Path) -> str:
    real, here = path.resolve(), Path.cwd()
    name = (real.relative_to(here) if real.is_relative_to(here) else real).as_posix().lstrip("/")
    return f"{name}\t" if " " in name else name  # as git ends a name with a space in it


def _say_hints(formatted: Sequence[Formatted], lang: str) -> None:
    for each in formatted:
        for hint in each.hints:
            click.echo(explain_problem(hint, lang), err=True)
