"""Writing: all files of a proposal together, or none.

Each new text is first written in full beside its place. Only then do the files change their names, one after the
other; where one cannot, those before it are put back as they were.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from samsprak.editing.proposal import Alteration, Proposal
from samsprak.errors import N_, Problem, UnreadableInput, UsageError

MODE = 0o644


@dataclass(frozen=True, slots=True)
class _Step:
    """A file's place, its new text beside it and a copy of the old, each where there is one."""

    target: Path
    new: Path | None
    old: Path | None


def write(proposal: Proposal) -> tuple[Path, ...]:
    """Write a proposal and return the files that changed.

    Raises `UsageError` where it breaks a rule or a file has changed meanwhile, `UnreadableInput` where something cannot
    be written; then every file is as it was.
    """
    if not proposal.valid:
        raise UsageError(N_("The change breaks a rule, so nothing is written."))
    made: list[Path] = []
    steps: list[_Step] = []
    done: list[_Step] = []
    place = proposal.folder
    written = False
    try:
        for each in proposal.alterations:
            place = proposal.folder / each.name
            steps.append(_prepared(each, place, made))
        for step in steps:
            place = step.target
            done.append(step)
            _take(step)
        written = True
    except OSError as error:
        _undo(done)
        template = N_("the file cannot be written, and nothing has changed: {reason}")
        problem = Problem(str(place), None, template, (("reason", error.strerror or error),))
        raise UnreadableInput((problem,)) from None
    except BaseException:
        _undo(done)
        raise
    finally:
        _clear(steps, made, keep=written)
    return tuple(step.target for step in steps)


def _prepared(each: Alteration, place: Path, made: list[Path]) -> _Step:
    """Write the new text beside its place, and check that the old is what the proposal knows."""
    parent = place.parent
    missing = [folder for folder in (parent, *parent.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir()
        made.append(folder)
    # A link stays, and what it leads to is written.
    target = place.resolve() if each.before is not None and each.after is not None else place
    before = target.read_bytes() if os.path.lexists(target) else None
    if before != each.before:
        raise UsageError(N_("{file} has been changed meanwhile. Try again."), file=place)
    old = None if before is None else _beside(target, before)
    try:
        return _Step(target, None if each.after is None else _beside(target, each.after), old)
    except BaseException:
        if old:
            old.unlink()
        raise


def _beside(target: Path, content: bytes) -> Path:
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".tmp")
    path = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, path)
        else:
            path.chmod(MODE)
    except BaseException:
        path.unlink()
        raise
    return path


def _take(step: _Step) -> None:
    if step.new is None:
        step.target.unlink()
    else:
        step.new.replace(step.target)


def _undo(done: list[_Step]) -> None:
    for step in reversed(done):
        with suppress(OSError):
            if step.old is not None:
                step.old.replace(step.target)
            elif step.new is not None and not step.new.exists():
                step.target.unlink()


def _clear(steps: list[_Step], made: list[Path], *, keep: bool) -> None:
    """Take away what was only needed on the way; folders too, where nothing was written in them."""
    for step in steps:
        for path in (step.new, step.old):
            if path is not None:
                path.unlink(missing_ok=True)
    if not keep:
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
