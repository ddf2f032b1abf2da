"""The end of `docs/cli.md`: every command as its own help has it.

Run as `python -m tests.documentation.commands [FILE]`, which writes that part anew and leaves what stands before it.
"""

from __future__ import annotations

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


def _sections() -> Iterator[str]:
    yield _section("samsprak", group, None)
    with click.Context(group, info_name="samsprak", **group.context_settings) as context:
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            if command is not None:
                yield from _with_parts(f"samsprak {name}", command, context)


def _with_parts(name: str, command: click.Command, above: click.Context) -> Iterator[str]:
    yield _section(name, command, above)
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=name.rpartition(" ")[2], parent=above)
        for part in command.commands.values():
            yield from _with_parts(f"{name} {part.name}", part, context)


def _section(name: str, command: click.Command, above: click.Context | None) -> str:
    context = click.Context(
        command,
        info_name=name.rpartition(" ")[2],
        parent=above,
        terminal_width=WIDTH,
        help_option_names=group.context_settings["help_option_names"],
    )
    return f"### {name}\n\n```text\n{command.get_help(context)}\n```\n\n"


if __name__ == "__main__":
    (Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE).write_text(made(), encoding="utf-8")
