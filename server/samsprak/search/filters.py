"""Filters: which part of the vocabularies is searched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from samsprak.language.tags import primary
from samsprak.search.rows import Row
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Collection, Concept

# A mark is one short word in the index; this one no row bears.
NO_ROW = "-"


@dataclass(frozen=True, slots=True)
class Filters:
    """What hits must have; an empty string asks for nothing.

    `vocabulary` is an id, `collection` the IRI of a collection or of one that holds it, `below` the IRI of a concept
    whose narrower concepts are meant at any depth, itself left out, `status` a name of `Status`, `lang` the language of
    the label that matches.
    """

    vocabulary: str = ""
    collection: str = ""
    status: str = ""
    lang: str = ""
    below: str = ""

    def given(self) -> Iterator[tuple[str, str]]:
        """Yield what is asked for, as filter and value."""
        return ((each.name, value) for each in fields(self) if (value := getattr(self, each.name)))


ANYTHING = Filters()
# A search leaves so many that nobody chooses among them.
COUNTED = ("vocabulary", "collection", "status", "lang")

Mark = tuple[str, str]
# Of a row, the mark of its language and those of its concept, as they are written in the index.
Marks = tuple[str, str]
# Concepts or collections of one vocabulary, by its id, and the marks of what is above them.
Above = dict[tuple[str, tuple[str, ...]], tuple[str, ...]]


class Marker:
    """Gives each row the marks by which filters find it: one a collection, one a broader concept, and so on.

    A mark is a number as text: addresses would make up half of the index.
    """

    def __init__(self, vocabularies: Mapping[str, Vocabulary]) -> None:
        self._vocabularies = vocabularies
        self._numbers: dict[Mark, str] = {}
        self._broader: Above = {}
        self._collections: Above = {}
        self._held: dict[str, str] = {}

    def marks(self, rows: Iterable[Row]) -> Iterator[Marks]:
        """Yield the marks of labels and their concepts, to be indexed: of each the language, and all others."""
        known: dict[int, str] = {}
        languages: dict[str, str] = {}
        for row in rows:
            concept, lang = id(row.concept), row.label.lang
            borne = known.get(concept)
            if borne is None:
                borne = known[concept] = " ".join(self._of_concept(row))
            if lang not in languages:
                languages[lang] = self._number(("lang", primary(lang)))
            yield languages[lang], borne

    def demanded(self, filters: Filters) -> list[str]:
        """Return the marks that rows must bear to be let through."""
        return [self._numbers.get(mark, NO_ROW) for mark in filters.given()]

    def admits(self, row: Row, filters: Filters) -> bool:
        """Tell whether a row is let through."""
        if filters == ANYTHING:
            return True
        borne = {self._numbers.get(("lang", primary(row.label.lang))), *self._of_concept(row)}
        return borne.issuperset(self.demanded(filters))

    def count(self, rows: Iterable[Row]) -> Mapping[str, Counter[str]]:
        """Return how many rows would be left if a filter were set, by filter and value, all filters but `below`."""
        counts: dict[str, Counter[str]] = {name: Counter() for name in COUNTED}
        for row in rows:
            counts["lang"][primary(row.label.lang)] += 1
            counts["vocabulary"][row.vocabulary] += 1
            counts["status"].update([row.concept.status.value] if row.concept.status else ())
            counts["collection"].update(self._held[number] for number in self._held_by(row))
        return counts

    def _of_concept(self, row: Row) -> tuple[str, ...]:
        status = row.concept.status
        has = (self._number(("status", status.value)),) if status else ()
        return (self._number(("vocabulary", row.vocabulary)), *has, *self._held_by(row), *self._below(row))

    def _number(self, mark: Mark) -> str:
        known = self._numbers.get(mark)
        if known is None:
            known = self._numbers[mark] = str(len(self._numbers))
        return known

    def _held_by(self, row: Row) -> tuple[str, ...]:
        """Return the collections that hold a concept, also through others."""
        key = (row.vocabulary, row.concept.member_of)
        if key not in self._collections:
            vocabulary = self._vocabularies[row.vocabulary]
            found = closure(row.concept.member_of, lambda iri: _holders(vocabulary, iri))
            held = (iri for iri in sorted(found) if _is_collection(vocabulary, iri))
            marks = {self._number(("collection", iri)): iri for iri in held}
            self._held |= marks
            self._collections[key] = tuple(marks)
        return self._collections[key]

    def _below(self, row: Row) -> tuple[str, ...]:
        """Return the concepts that are broader, at any distance; siblings share them."""
        key = (row.vocabulary, _broader(row.concept))
        if key not in self._broader:
            vocabulary = self._vocabularies[row.vocabulary]
            found = closure(key[1], lambda iri: _broader(vocabulary.concept(iri)) if vocabulary.holds(iri) else ())
            self._broader[key] = tuple(self._number(("below", iri)) for iri in sorted(found))
        return self._broader[key]


def closure(start: Iterable[str], upwards: Callable[[str], Iterable[str]]) -> set[str]:
    """Return what `start` holds and everything that is reached from it, whatever circles there are."""
    found = set(start)
    left = list(found)
    while left:
        for each in upwards(left.pop()):
            if each not in found:
                found.add(each)
                left.append(each)
    return found


def _broader(concept: Concept) -> tuple[str, ...]:
    return tuple([link.iri for link in concept.broader])


def _holders(vocabulary: Vocabulary, iri: str) -> tuple[str, ...]:
    record = vocabulary.resource(iri) if vocabulary.holds(iri) else None
    return record.member_of if isinstance(record, Collection) else ()


def _is_collection(vocabulary: Vocabulary, iri: str) -> bool:
    return vocabulary.holds(iri) and isinstance(vocabulary.resource(iri), Collection)
