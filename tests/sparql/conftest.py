"""Queries on small vocabularies and on the project's own, answered as the service answers them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from samsprak.settings import VocabularyInput, project_folder
from samsprak.sparql.formats import offered
from samsprak.sparql.graphs import graphs
from samsprak.sparql.limits import Limits
from samsprak.sparql.question import Dataset
from samsprak.sparql.service import QueryService
from samsprak.vocabulary.formats import N_TRIPLES, Format
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.protocol import Vocabulary

Serve = Callable[..., QueryService]
CROSS_JOIN = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r }"
RUNAWAY = f"SELECT (COUNT(*) AS ?n) {CROSS_JOIN}"


def ask(service: QueryService, text: str, dataset: Dataset | None = None, form: Format | None = None) -> bytes:
    question = service.read(text, dataset or Dataset())
    with service.answer(question, form or offered(question.form)[0]).file as file:
        return file.read()


def rows(service: QueryService, text: str, dataset: Dataset | None = None) -> list[dict[str, str]]:
    found: dict[str, Any] = json.loads(ask(service, text, dataset))
    return [{name: each["value"] for name, each in row.items()} for row in found["results"]["bindings"]]


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """Return a function that makes a query service of vocabularies."""
    pools = []

    def make(*vocabularies: Vocabulary, limits: Limits | None = None) -> QueryService:
        folder = tmp_path_factory.mktemp("queries")

        def dump(vocabulary: Vocabulary) -> Path:
            path = folder / f"{vocabulary.id}.nt"
            with path.open("wb") as out:
                vocabulary.dump(N_TRIPLES, out)
            return path

        service = QueryService(graphs(vocabularies), folder, dump, limits)
        pools.append(closing(service.pool))
        return service

    yield make
    for pool in pools:
        with pool:
            pass


@pytest.fixture(scope="session")
def own() -> Vocabulary:
    """The project's own vocabulary."""
    return load(VocabularyInput(project_folder("vocab")))


@pytest.fixture(scope="session")
def queries(serve: Serve, own: Vocabulary) -> QueryService:
    """Queries on the project's own vocabulary."""
    return serve(own)
