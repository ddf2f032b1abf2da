"""The service of a repository with the thesaurus in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from samsprak.editing.folder import Folder, read_folder
from samsprak.settings import Settings, VocabularyInput
from samsprak.web.app import create_app
from tests.proposals import Apply, applying, make_repository
from tests.web.conftest import Reading


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository that no test changes."""
    return make_repository(tmp_path_factory.mktemp("repository"))


@pytest.fixture(scope="session")
def folder(repository: Path) -> Folder:
    """The vocabulary's files."""
    return read_folder(repository / "vocab")


def client_for(folder: Path, forge: str = "", contact: str = "") -> FlaskClient:
    app = create_app(Settings((VocabularyInput(folder),), rate=0, forge=forge, contact=contact))
    app.test_client_class = Reading
    return app.test_client()


@pytest.fixture(scope="session")
def editors(repository: Path) -> FlaskClient:
    """The service of the repository's vocabulary."""
    return client_for(repository / "vocab", "https://github.com/org/repo")


@pytest.fixture
def apply(repository: Path, tmp_path: Path) -> Apply:
    """Return a function that takes a patch into a new clone and returns that."""
    return applying(repository, tmp_path)
