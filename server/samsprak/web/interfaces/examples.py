"""Values for examples, taken from what is loaded, so that every example works where it is read."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import JsonValue

from samsprak.language.tags import best
from samsprak.settings import UI_LANGUAGES
from samsprak.snapshot import Snapshot
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept

Examples = Mapping[str, JsonValue]


def examples(snapshot: Snapshot) -> Examples:
    """Return values by the names of parameters; none where nothing is loaded."""
    vocabulary = next((each for each in snapshot.vocabularies.values() if each.concepts), None)
    if vocabulary is None:
        return {}
    concept = example_concept(vocabulary)
    label = best(concept.preferred, UI_LANGUAGES)
    term = label.text if label else concept.id
    return _kinds(vocabulary) | {
        "file_suffix": "ttl",
        "id": concept.iri,
        "label": term,
        "letter": term[:1].upper(),
        "lang": (label.lang if label else "") or "sv",
        "prefix": term[:3],
        "query": term,
        "resource_id": concept.id,
        "shape": "record",
        "suffix": "ttl",
        "text": term,
        "uri": concept.iri,
        "uris": [concept.iri],
        "vocabulary_id": vocabulary.id,
        "vocid": vocabulary.id,
    }


def _kinds(vocabulary: Vocabulary) -> dict[str, str]:
    """Return a collection and a scheme where there are any, for parameters that want these."""
    kinds = {"collection": vocabulary.collections, "scheme": vocabulary.schemes}
    return {kind: next(iter(found)).iri for kind, found in kinds.items() if found}


def example_concept(vocabulary: Vocabulary) -> Concept:
    """Return a concept that shows much: one with neighbours and narrower ones, else the first."""
    return next((each for each in vocabulary.concepts if each.related and each.narrower), vocabulary.concepts[0])
