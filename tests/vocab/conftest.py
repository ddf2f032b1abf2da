"""The project's own thesaurus, loaded as the service loads it."""

from __future__ import annotations

from io import BytesIO

import pyoxigraph as ox
import pytest

from samsprak.settings import VocabularyInput, project_folder
from samsprak.vocabulary.formats import TURTLE
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.protocol import Vocabulary


@pytest.fixture(scope="session")
def thesaurus() -> Vocabulary:
    """Return the records of `vocab/`."""
    return load(VocabularyInput(project_folder("vocab")))


@pytest.fixture(scope="session")
def store(thesaurus: Vocabulary) -> ox.Store:
    """Return what the service gives away as Turtle, relations in full, read again."""
    out = BytesIO()
    thesaurus.dump(TURTLE, out)
    store = ox.Store()
    store.load(out.getvalue(), format=ox.RdfFormat.TURTLE)
    return store
