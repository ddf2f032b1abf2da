"""Agreement: whether a concept has what is said of the one that is sought."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from samsprak.language.folding import fold
from samsprak.language.messages import say
from samsprak.reconciliation.kinds import Kinds
from samsprak.reconciliation.question import Known
from samsprak.search.filters import closure
from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Collection, Concept, Label, MappingKind
from samsprak.vocabulary.statuses import STATUS_NAMES

# Texts that describe what is sought are searched for, as what it is called is.
TEXTS = frozenset({"definition", "scopeNote", "example", "note"})
ADMS_STATUS = "http://purl.org/adms/status/"

Names = Iterable[str]
Reader = Callable[[Vocabulary, Concept], Names]


class Agreement:
    """Compares concepts with what is known of the one that is sought."""

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds
        self._readers: Mapping[str, Reader] = {
            "prefLabel": lambda _, concept: _texts(concept.preferred),
            "altLabel": lambda _, concept: _texts((*concept.alternative, *concept.hidden)),
            "notation": lambda _, concept: concept.notations,
            "status": lambda _, concept: _status(concept),
            "facet": self._collections,
            "collection": self._collections,
            "broader": _ancestors,
            "narrower": lambda vocabulary, concept: _all_names(vocabulary, concept.narrower),
            "related": lambda vocabulary, concept: _all_names(vocabulary, concept.related),
            "inScheme": _schemes,
            **{kind.value: _targets(kind) for kind in MappingKind},
        }

    def counts(self, known: Known) -> bool:
        """Tell whether a property is one that concepts are compared by."""
        return known.property.partition("@")[0] in self._readers

    def agrees(self, vocabulary: Vocabulary, concept: Concept, known: Known) -> bool:
        """Tell whether a concept has one of the values of a property, by identifier or by name."""
        names = set(self._readers[known.property.partition("@")[0]](vocabulary, concept))
        if not names.isdisjoint(known.values):
            return True
        folded = {fold(name) for name in names}
        return any(fold(value) in folded for value in known.values if fold(value))

    def _collections(self, vocabulary: Vocabulary, concept: Concept) -> Iterator[str]:
        return _all_names(vocabulary, self._kinds.held(vocabulary, concept))


def _ancestors(vocabulary: Vocabulary, concept: Concept) -> Iterator[str]:
    def upwards(iri: str) -> list[str]:
        record = vocabulary.resource(iri) if vocabulary.holds(iri) else None
        return [link.iri for link in record.broader] if isinstance(record, Concept) else []

    return _all_names(vocabulary, closure(upwards(concept.iri), upwards))


def _schemes(vocabulary: Vocabulary, concept: Concept) -> Iterator[str]:
    yield vocabulary.id
    yield from _all_names(vocabulary, concept.schemes)


def _status(concept: Concept) -> Iterator[str]:
    if concept.status:
        yield concept.status.value
        yield ADMS_STATUS + concept.status.value
        yield from (say(STATUS_NAMES[concept.status], lang) for lang in UI_LANGUAGES)


def _targets(kind: MappingKind) -> Reader:
    return lambda _, concept: [each.target for each in concept.mappings if each.kind is kind]


def _all_names(vocabulary: Vocabulary, iris: Iterable[str]) -> Iterator[str]:
    """Yield what records are called: IRI, id and labels, without the brackets that tell homonyms apart too."""
    for iri in iris:
        yield iri
        if vocabulary.holds(iri):
            record = vocabulary.resource(iri)
            yield record.id
            yield from _texts(record.preferred)
            if isinstance(record, Concept):
                yield from _texts(record.alternative)
            if isinstance(record, Concept | Collection):
                yield from record.notations


def _texts(labels: Iterable[Label]) -> Iterator[str]:
    for label in labels:
        yield label.text
        yield label.text.partition(" (")[0]
