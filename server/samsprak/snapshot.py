"""The immutable state of a running service: what requests read, built once and swapped whole."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from samsprak import __version__
from samsprak.errors import N_, Problem, UnfitVocabulary, UnknownResource, UnknownVocabulary, UnreadableInput
from samsprak.search.index import Index
from samsprak.settings import Settings, VocabularyInput, project_folder
from samsprak.vocabulary.collector import collector_off
from samsprak.vocabulary.facets import facets_of
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Resource


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The loaded vocabularies by id, their search index, and a version that changes with their content.

    `facets` are the IRIs of each vocabulary's facets.
    """

    vocabularies: Mapping[str, Vocabulary]
    index: Index
    version: str
    seconds: float
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def vocabulary(self, vocabulary_id: str) -> Vocabulary:
        """Return the vocabulary with this id, or raise `UnknownVocabulary`."""
        try:
            return self.vocabularies[vocabulary_id]
        except KeyError:
            raise UnknownVocabulary(vocabulary_id) from None

    def find(self, iri: str) -> tuple[Vocabulary, Resource]:
        """Return the record with this IRI and its vocabulary, or raise `UnknownResource`."""
        for vocabulary in self.vocabularies.values():
            if vocabulary.holds(iri):
                return vocabulary, vocabulary.resource(iri)
        raise UnknownResource(iri)

    @property
    def concepts(self) -> int:
        """The number of concepts in all vocabularies."""
        return sum(len(vocabulary.concepts) for vocabulary in self.vocabularies.values())


def take(settings: Settings) -> Snapshot:
    """Load what the settings name, or the project's own vocabulary, and build the index.

    Raises `UnreadableInput` with the problems of all vocabularies, or `UnfitVocabulary`.
    """
    # Once around everything: each time the collector comes on again, it walks all that was made meanwhile.
    with collector_off():
        return _taken(settings)


def _taken(settings: Settings) -> Snapshot:
    started = time.monotonic()
    loaded: dict[str, Vocabulary] = {}
    problems: list[Problem] = []
    for source in settings.vocabularies or (VocabularyInput(project_folder("vocab")),):
        try:
            vocabulary = load(source)
        except UnreadableInput as error:
            problems += error.problems
            continue
        if vocabulary.id in loaded:
            raise UnfitVocabulary(
                N_("Two vocabularies want the id “{id}”. Name one of them, as in other={path}."),
                id=vocabulary.id,
                path=source.path,
            )
        loaded[vocabulary.id] = vocabulary
    if problems:
        raise UnreadableInput(tuple(problems))
    digests = "".join(f"{name}:{vocabulary.digest}" for name, vocabulary in loaded.items())
    version = hashlib.blake2b(f"{__version__} {digests}".encode(), digest_size=8).hexdigest()
    index = Index(loaded.values())
    facets = {name: facets_of(vocabulary) for name, vocabulary in loaded.items()}
    seconds = time.monotonic() - started
    return Snapshot(MappingProxyType(loaded), index, version, seconds, MappingProxyType(facets))
