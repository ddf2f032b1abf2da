"""Patches: a proposal as the unified diff that `git apply` takes."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

from samsprak.editing.proposal import Alteration, Proposal

NO_NEWLINE = "\\ No newline at end of file\n"
NOTHING = "/dev/null"


def patch(proposal: Proposal, here: Path) -> str:
    """Return the diff of every file, named from a folder `here`, else by the whole path."""
    return "".join(_patch(each, _name(proposal.folder / each.name, here)) for each in proposal.alterations)


def _patch(each: Alteration, name: str) -> str:
    lines = difflib.unified_diff(
        _lines(each.before),
        _lines(each.after),
        NOTHING if each.before is None else f"a/{name}",
        NOTHING if each.after is None else f"b/{name}",
    )
    return "".join(_ended(lines))


def _ended(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n{NO_NEWLINE}"


def _lines(content: bytes | None) -> list[str]:
    """Split at line feeds alone: a text may hold the other characters that Python takes for line ends."""
    *lines, last = (content or b"").decode("utf-8", "replace").split("\n")
    return [line + "\n" for line in lines] + ([last] if last else [])


def _name(path: Path, here: Path) -> str:
    real = path.resolve()
    name = (real.relative_to(here) if real.is_relative_to(here) else real).as_posix().lstrip("/")
    return f"{name}\t" if " " in name else name  # as git ends a name with a space in it
