"""Revisions: what files said at an earlier time, as git keeps it."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from samsprak.errors import N_, Problem, UnreadableInput, UsageError
from samsprak.vocabulary.faults import Fault
from samsprak.vocabulary.formats import of_file
from samsprak.vocabulary.reader import SNAPSHOTS, Reading, format_of, parse, unpacked
from samsprak.vocabulary.statements import gather

PLAIN_FILE = "100"
# Hooks are run with these set, and git would then look at another repository than the one that holds the files.
ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: what it was asked for as, and its whole name."""

    asked: str
    name: str

    @property
    def title(self) -> str:
        """What it was asked for as, and the beginning of its name."""
        return self.asked if self.name.startswith(self.asked) else f"{self.asked} ({self.name[:7]})"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file at a revision: its path below where git was asked, and the name of its content."""

    path: str
    content: str
    named: bool


def git(where: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return what git answers in a folder, or beside a file; raises `UsageError` with its words where it cannot."""
    folder = where if where.is_dir() else where.parent
    environment = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    try:
        ended = subprocess.run(  # noqa: S603
            ["git", "-C", str(folder), *arguments],  # noqa: S607
            input=given,
            capture_output=True,
            check=False,
            env=environment,
        )
    except OSError as error:
        raise UsageError(N_("git cannot be run: {reason}"), reason=error.strerror or error) from None
    if ended.returncode != 0:
        raise UsageError(
            N_("git cannot show the earlier version: {reason}"), reason=ended.stderr.decode("utf-8", "replace").strip()
        )
    return ended.stdout


def commit(where: Path, revision: str) -> Commit:
    """Return the commit that a revision names in the repository that holds a path; raises `UsageError`."""
    git(where, "rev-parse", "--git-dir")
    try:
        found = git(where, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    except UsageError:
        raise UsageError(
            N_("“{name}” is neither a file, a folder nor a revision that git knows here."), name=revision
        ) from None
    return Commit(revision, found.decode().strip())


def read_revision(paths: Sequence[Path], revision: str) -> Reading:
    """Read what files and folders said at a revision as one, as `reader.read` does today's.

    Git is asked twice for each path, however many files there are. A reading without files is of a folder that was
    not there. Raises `UsageError` where git cannot tell, and `UnreadableInput` as `read` does.
    """
    lines: list[bytes] = []
    problems: list[Problem] = []
    read: dict[str, Path] = {}
    for path in paths:
        entries = [each for each in _entries(path, revision) if each.content not in read]
        for entry, content in zip(entries, _contents(path, entries), strict=True):
            try:
                text = unpacked(content, entry.path)
                lines.append(parse(text, format_of(Path(entry.path), entry.named)))
            except Fault as fault:
                problems.append(Problem(f"{revision}:{entry.path}", fault.line, fault.template, fault.values))
            read[entry.content] = Path(entry.path)
    if problems:
        raise UnreadableInput(tuple(problems))
    digest = hashlib.blake2b("".join(sorted(read)).encode(), digest_size=16).hexdigest()
    return Reading(gather(b"".join(lines)), tuple(read.values()), digest, ())


def _entries(path: Path, revision: str) -> Iterator[_Entry]:
    """Yield the files that a path held: itself, or those below it that hold RDF."""
    named = not path.is_dir()
    wanted = path.name if named else "."
    listed = git(path, "ls-tree", "-r", "-z", "--end-of-options", revision, "--", wanted)
    seen = set()
    for line in filter(None, listed.decode("utf-8", "surrogateescape").split("\0")):
        about, _, name = line.partition("\t")
        mode, _, content = about.split()
        parts = name.split("/")
        hidden = not named and (parts[0] == SNAPSHOTS or any(part.startswith(".") for part in parts))
        if not mode.startswith(PLAIN_FILE) or hidden or content in seen or of_file(name, named=named) is None:
            continue
        seen.add(content)
        yield _Entry(name, content, named)


def _contents(path: Path, entries: Sequence[_Entry]) -> Iterator[bytes]:
    if not entries:
        return
    asked = "".join(f"{entry.content}\n" for entry in entries).encode()
    answer = git(path, "cat-file", "--batch", given=asked)
    place = 0
    for _ in entries:
        end = answer.index(b"\n", place)
        size = int(answer[place:end].split()[2])
        yield answer[end + 1 : end + 1 + size]
        place = end + size + 2
