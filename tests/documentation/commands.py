"""The end of `docs/cli.md`: every command as its own help has it.

Run as `python -m tests.documentation.commands [FILE]`, which writes that part anew and leaves what stands before it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from samsprak.cli import group
from samsprak.settings import project_folder

PAGE = project_folder("docs") / "cli.md"
MARK = "<!-- What follows is generated: python -m tests.documentation.commands -->"
WIDTH = 100


def made() -> str:
    """Return the page with its generated part as it is to be."""
    written = PAGE.read_text(encoding="utf-8").partition(MARK)[0].rstrip()
    return f"{written}\n\n{MARK}\n\n## Every command in its own words\n\n{''.join(_sections())}".rstrip() + "\n"


def contexts(width: int | None = None) -> Iterator[click.Context]:
    """Yield every command, the group that has them all first, as it is called on the command line."""
    return _with_parts(click.Context(group, info_name="samsprak", terminal_width=width, **group.context_settings))


def _with_parts(context: click.Context) -> Iterator[click.Context]:
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            command = context.command.get_command(context, name)
            if command is not None:
                yield from _with_parts(click.Context(command, info_name=name, parent=context))


def _sections() -> Iterator[str]:
    for context in contexts(WIDTH):
        yield f"### {context.command_path}\n\n```text\n{context.get_help()}\n```\n\n"


if __name__ == "__main__":
    os.environ["SAMSPRAK_LANG"] = "en"  # as the rest of the page, whatever the terminal speaks
    (Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE).write_text(made(), encoding="utf-8")
