"""Rows: every label that can be found, with the concept that it leads to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from samsprak.language.tags import primary
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, Label, LabelKind

KINDS = {LabelKind.PREFERRED: 0, LabelKind.ALTERNATIVE: 1, LabelKind.HIDDEN: 2}


class Row(NamedTuple):
    """A label of a concept. A tuple, since a vocabulary has hundreds of thousands."""

    vocabulary: str
    concept: Concept
    label: Label
    kind: LabelKind


def rows_of(vocabularies: Iterable[Vocabulary]) -> list[Row]:
    """Return the labels of all vocabularies, the best first: by kind, length and text.

    A row's number is its place in this list, so that among equally good matches the lowest number is the best.
    """
    rows = [
        Row(vocabulary.id, concept, label, kind)
        for vocabulary in vocabularies
        for concept in vocabulary.concepts
        for kind, label in labels_of(concept)
    ]
    rows.sort(key=_rank)
    return rows


def _rank(row: Row) -> str:
    """Return kind, length, text and IRI in one text, which sorts in half the time of a tuple."""
    return f"{KINDS[row.kind]}{len(row.label.text):09}{row.label.text}\0{row.concept.iri}"


def languages_of(rows: Sequence[Row]) -> tuple[str, ...]:
    """Return the languages of labels, the commonest first; labels without one do not count."""
    return tuple(lang for lang, _ in Counter(primary(row.label.lang) for row in rows if row.label.lang).most_common())


def labels_of(concept: Concept) -> Iterator[tuple[LabelKind, Label]]:
    """Yield the labels of a concept, preferred ones first."""
    yield from ((LabelKind.PREFERRED, label) for label in concept.preferred)
    yield from ((LabelKind.ALTERNATIVE, label) for label in concept.alternative)
    yield from ((LabelKind.HIDDEN, label) for label in concept.hidden)
