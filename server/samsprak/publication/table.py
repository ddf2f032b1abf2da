"""A vocabulary as a table: a row a concept, in alphabetical order, several values of a cell with bars between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samsprak.publication.columns import Column, language_of
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, LabelKind

# No term has a bar in it, many have commas and semicolons.
BETWEEN = " | "

Row = list[str]


def rows(vocabulary: Vocabulary, columns: Sequence[Column]) -> Iterator[Row]:
    """Yield the concepts by their terms, those without any last."""
    entries = (entry for entries in vocabulary.alphabet(language_of(vocabulary)).values() for entry in entries)
    named = dict.fromkeys(entry.iri for entry in entries if entry.kind is LabelKind.PREFERRED)
    for iri in named:
        yield _row(vocabulary.concept(iri), columns)
    for concept in vocabulary.concepts:
        if concept.iri not in named:
            yield _row(concept, columns)


def _row(concept: Concept, columns: Sequence[Column]) -> Row:
    return [BETWEEN.join([value for value in column.values(concept) if value]) for column in columns]
