"""SPARQL over vocabularies: what is asked, on which graphs, in which format; the answer, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from samsprak.errors import N_
from samsprak.sparql.evaluator import Answer
from samsprak.sparql.limits import Limits
from samsprak.sparql.pool import Pool
from samsprak.sparql.question import Dataset, Question, read
from samsprak.sparql.refusals import Forbidden
from samsprak.sparql.store import StoreFolder
from samsprak.vocabulary.formats import Format
from samsprak.vocabulary.protocol import Vocabulary

# Gives the path of a vocabulary as N-Triples.
Dump = Callable[[Vocabulary], Path]


class QueryService:
    """Answers queries on some vocabularies; each worker has its own, and all of them one store on disk."""

    def __init__(
        self, graphs: Mapping[str, Vocabulary], folder: Path, dump: Dump, limits: Limits | None = None
    ) -> None:
        self.graphs = graphs
        self.limits = limits or Limits()
        self.pool = Pool(self.limits)
        self._dump = dump
        self._store = StoreFolder(folder, self.limits.seconds)

    def read(self, text: str, dataset: Dataset) -> Question:
        """Return a query that may be answered, on the graphs that its request names; raises a `Refusal`."""
        if len(text) > self.limits.text:
            raise Forbidden(N_("The query is longer than {most} characters."), most=self.limits.text)
        return read(text).on(dataset, tuple(self.graphs))

    def answer(self, question: Question, form: Format) -> Answer:
        """Return the answer in one of the formats that are offered for it; raises a `Refusal`."""
        return self.pool.answer(question, self._default(question), form, lambda: self._store.get(self._sources))

    def _default(self, question: Question) -> list[str] | None:
        """Return the graphs that patterns outside GRAPH are about; None for the store's own, all of them together."""
        if question.dataset and set(question.dataset.default) != set(self.graphs):
            return list(question.dataset.default)
        return list(self.graphs) if len(self.graphs) == 1 else None

    def _sources(self) -> list[tuple[str, Path]]:
        return [(iri, self._dump(vocabulary)) for iri, vocabulary in self.graphs.items()]
