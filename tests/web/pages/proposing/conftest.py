"""A repository with the thesaurus in it, served; patches are taken into clones of it by git itself."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from samsprak.editing.folder import Folder, read_folder
from samsprak.settings import Settings, VocabularyInput, project_folder
from samsprak.web.app import create_app
from tests.web.conftest import Reading

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


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("repository")
    shutil.copytree(project_folder("vocab"), folder / "vocab")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=The thesaurus")
    return folder


@pytest.fixture(scope="session")
def folder(repository: Path) -> Folder:
    """The vocabulary's files."""
    return read_folder(repository / "vocab")


def client_for(folder: Path, forge: str = "") -> FlaskClient:
    app = create_app(Settings((VocabularyInput(folder),), rate=0, forge=forge))
    app.test_client_class = Reading
    return app.test_client()


@pytest.fixture(scope="session")
def editors(repository: Path) -> FlaskClient:
    """The service of the repository's vocabulary."""
    return client_for(repository / "vocab", "https://github.com/org/repo")


@pytest.fixture
def apply(repository: Path, tmp_path: Path) -> Apply:
    """Return a function that takes a patch into a new clone and returns that."""

    def take(patch: bytes) -> Path:
        clone = tmp_path / "clone"
        if not clone.exists():
            git(tmp_path, "clone", "--quiet", str(repository), "clone")
        git(clone, "am", "--quiet", given=patch)
        return clone

    return take
