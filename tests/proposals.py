"""A repository with the thesaurus in it; patches are taken into clones of it by git itself."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from samsprak.settings import project_folder

Apply = Callable[[bytes], Path]
KEEPER = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_COMMITTER_NAME": "Keeper",
    "GIT_COMMITTER_EMAIL": "keeper@example.org",
    "GIT_AUTHOR_NAME": "Keeper",
    "GIT_AUTHOR_EMAIL": "keeper@example.org",
}
NEW = {
    "task": "new",
    "term_sv": "familjecoach",
    "also_sv": "familjecoachen\r\nfamiljecoacher",
    "term_en": "family coach",
    "definition_sv": "aktör som ger familjer praktiska råd i deras hem",
    "definition_en": "actor who gives families practical advice in their homes",
    "scope_sv": "Använd familjecoach när råden ges i hemmet; använd föräldrarådgivare när de ges på ett kontor.",
    "inside_sv": "en coach som visar hur läxor kan läsas vid köksbordet",
    "broader": "aktör",
    "kind": "generic",
    "facet": "aktörer (vem som ger insatsen)",
    "related": "föräldrarådgivare",
    "title": "Råd i hemmet",
    "publisher": "Exempelby kommun",
    "year": "2020",
    "place": "avsnitt 3",
    "reason": "Ordet används i nya avtal.",
    "role": "terminologigruppen i Exempelby",
    "mail": "termer@exempelby.example",
}


def git(folder: Path, *arguments: str, given: bytes = b"") -> str:
    """What git says; fails the test where it refuses."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, input=given, capture_output=True, check=False, env={**os.environ, **KEEPER}
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def make_repository(folder: Path) -> Path:
    """Make a folder a repository that holds the thesaurus in `vocab`."""
    shutil.copytree(project_folder("vocab"), folder / "vocab")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=The thesaurus")
    return folder


def applying(repository: Path, parent: Path) -> Apply:
    """Return a function that takes a patch into a clone and returns that."""

    def take(patch: bytes) -> Path:
        clone = parent / "clone"
        if not clone.exists():
            git(parent, "clone", "--quiet", str(repository), "clone")
        git(clone, "am", "--quiet", given=patch)
        return clone

    return take
