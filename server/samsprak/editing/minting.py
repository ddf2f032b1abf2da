"""Minting: an id for a new concept that nothing has or has ever had."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path

from samsprak.editing.folder import Folder
from samsprak.errors import Problem, UnreadableInput, UsageError
from samsprak.vocabulary.faults import Fault
from samsprak.vocabulary.reader import SNAPSHOTS, content_of
from samsprak.vocabulary.revisions import git

# No vowels: no words by accident; nothing that is easily misread.
ALPHABET = "bcdfghjkmnpqrstvwxz23456789"
LENGTH = 6


def drawn() -> str:
    """Return an id by chance."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def new_id(folder: Folder, draw: Callable[[], str] = drawn) -> str:
    """Return an id that is in no file of the vocabulary, no released version and nothing that git remembers."""
    texts = [source.content for source in folder.sources.values()]
    texts += [_content(path) for path in sorted((folder.path / SNAPSHOTS).glob("*.ttl")) if path.is_file()]
    while True:
        candidate = draw()
        if not any(candidate.encode() in text for text in texts) and not _remembered(folder.path, candidate):
            return candidate


def _content(path: Path) -> bytes:
    try:
        return content_of(path)
    except Fault as fault:
        raise UnreadableInput((Problem(str(path), fault.line, fault.template, fault.values),)) from None


def _remembered(path: Path, candidate: str) -> bool:
    """Tell whether a text with an id in it has ever come or gone in the repository; without one, nothing has."""
    try:
        return bool(git(path, "log", "--all", "-1", "--format=%H", f"-S{candidate}", "--", "."))
    except UsageError:
        return False
