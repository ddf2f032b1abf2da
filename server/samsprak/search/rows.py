"""Rows: every label that can be found, with the concept that it leads to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

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
    alike = defaultdict[tuple[int, int], list[Row]](list)
    for vocabulary in vocabularies:
        name = vocabulary.id
        for concept in vocabulary.concepts:
            for kind, label in labels_of(concept):
                alike[KINDS[kind], len(label.text)].append(Row(name, concept, label, kind))
    return list(chain.from_iterable(sorted(alike[each], key=_spelt) for each in sorted(alike)))


def _spelt(row: Row) -> str:
    """Return text and IRI in one text, which sorts in half the time of a tuple."""
    return f"{row.label.text}\0{row.concept.iri}"


def labels_of(concept: Concept) -> Iterator[tuple[LabelKind, Label]]:
    """Yield the labels of a concept, preferred ones first."""
    for label in concept.preferred:
        yield LabelKind.PREFERRED, label
    for label in concept.alternative:
        yield LabelKind.ALTERNATIVE, label
    for label in concept.hidden:
        yield LabelKind.HIDDEN, label
