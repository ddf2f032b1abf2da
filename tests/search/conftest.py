"""The index of the project's own vocabulary, built once."""

from __future__ import annotations

import pytest

from samsprak.search.index import Index
from samsprak.settings import VocabularyInput, project_folder
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.protocol import Vocabulary


@pytest.fixture(scope="session")
def own() -> Vocabulary:
    return load(VocabularyInput(project_folder("vocab")))


@pytest.fixture(scope="session")
def own_index(own: Vocabulary) -> Index:
    return Index([own])
