"""Small vocabularies, written as Turtle where they are tested and loaded as the service loads them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from samsprak.settings import VocabularyInput
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.protocol import Vocabulary

EX = "https://example.org/v/"
PREFIXES = f"""\
@prefix ex: <{EX}> .
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix iso-thes: <http://purl.org/iso25964/skos-thes#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix skosxl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix status: <http://purl.org/adms/status/> .
@prefix vann: <http://purl.org/vocab/vann/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

# How long an example takes says more of the machine than of the code.
settings.register_profile("samsprak", deadline=None)
settings.load_profile("samsprak")

Turtle = Callable[[str], Vocabulary]


@pytest.fixture(scope="session")
def turtle(tmp_path_factory: pytest.TempPathFactory) -> Turtle:
    """Return a function that loads Turtle, its prefixes given; the vocabulary is called `v`."""
    folder, numbers = tmp_path_factory.mktemp("turtle"), count()

    def load_turtle(body: str) -> Vocabulary:
        path = folder / f"{next(numbers)}.ttl"
        path.write_text(PREFIXES + body, encoding="utf-8")
        return load(VocabularyInput(path, "v"))

    return load_turtle


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Return a function that writes a file into the test's own folder and returns its path."""

    def write_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file
