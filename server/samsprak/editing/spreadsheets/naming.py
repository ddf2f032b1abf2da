"""Naming: values as a cell shows them, so that each can be found again – a record by its term and its id."""

from __future__ import annotations

from collections.abc import Sequence

from samsprak.editing.spreadsheets.cells import fits, joined
from samsprak.editing.spreadsheets.columns import Column, Shape
from samsprak.language.messages import say
from samsprak.language.tags import best
from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, Status
from samsprak.vocabulary.statuses import STATUS_NAMES

RECORDS = frozenset({Shape.CONCEPT, Shape.COLLECTION, Shape.SOURCE})


class Naming:
    """How the values of one vocabulary are shown; each record is named once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._names: dict[str, str] = {}
        self.lang = language_of(vocabulary)

    def cell(self, column: Column, concept: Concept) -> str:
        """Return what a concept's cell holds."""
        return joined(self.values(column, concept))

    def editable(self, column: Column, concept: Concept) -> bool:
        """Tell whether a cell can be changed: whether its values can be told apart, and fit into it."""
        if column.part.fixed:
            return False
        values = self.values(column, concept)
        return fits(values) and len(set(values)) == len(values) and not (column.part.single and len(values) > 1)

    def values(self, column: Column, concept: Concept) -> tuple[str, ...]:
        """Return the values of a cell as they are shown."""
        return self.shown(column, column.values(concept))

    def shown(self, column: Column, values: Sequence[str]) -> tuple[str, ...]:
        """Return values as a cell has them."""
        if column.part.shape in RECORDS:
            return tuple(map(self.record, values))
        if column.part.shape is Shape.STATUS:
            return tuple(say(STATUS_NAMES[Status(value)], self.lang) for value in values)
        return tuple(values)

    def record(self, iri: str) -> str:
        """Return a record as `term [id]`, and what is none as its IRI."""
        name = self._names.get(iri)
        if name is None:
            name = self._names[iri] = self._name(iri)
        return name

    def _name(self, iri: str) -> str:
        if not self._vocabulary.holds(iri):
            return iri
        record = self._vocabulary.resource(iri)
        label = best(record.preferred, (self._vocabulary.default_language,))
        return f"{' '.join(label.text.split())} [{record.id}]" if label else f"[{record.id}]"


def language_of(vocabulary: Vocabulary) -> str:
    """Return the language of headings: the vocabulary's own where the interface has it, else English."""
    shown = [lang for lang in UI_LANGUAGES if vocabulary.default_language.partition("-")[0] == lang]
    return shown[0] if shown else "en"
