"""Outline: the concepts of a tally in the order of the hierarchy, each once, for tables and plots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samsprak.snapshot import Snapshot
from samsprak.tagging.naming import term
from samsprak.tagging.tallying import Count, Tally
from samsprak.vocabulary.protocol import Vocabulary


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of an outline: a concept, how deep it stands, its counts, and the other concepts that it stands below."""

    iri: str
    name: str
    depth: int
    count: Count
    also_below: tuple[str, ...]


def outline(tally: Tally, snapshot: Snapshot, lang: str) -> Iterator[Entry]:
    """Yield the concepts that have rows, the commonest first on each level.

    A concept with several broader ones stands below the commonest of them, and is counted in all.
    """
    for vocabulary in snapshot.vocabularies.values():
        yield from _Outline(tally, vocabulary, lang).entries()


class _Outline:
    def __init__(self, tally: Tally, vocabulary: Vocabulary, lang: str) -> None:
        self._counts = {iri: count for iri, count in tally.counts.items() if vocabulary.holds(iri)}
        self._vocabulary = vocabulary
        self._lang = lang
        self._broader = {iri: self._commonest_first(iri) for iri in self._counts}
        self._narrower: dict[str, list[str]] = {}
        for iri, broader in self._broader.items():
            if broader:
                self._narrower.setdefault(broader[0], []).append(iri)

    def entries(self) -> Iterator[Entry]:
        """Yield every concept once; those in a circle, which nothing leads into, come last."""
        tops = [iri for iri, broader in self._broader.items() if not broader]
        seen: set[str] = set()
        for start in (self._sorted(tops), self._sorted(self._counts)):
            pending = [(iri, 0) for iri in reversed(start)]
            while pending:
                iri, depth = pending.pop()
                if iri in seen:
                    continue
                seen.add(iri)
                also = tuple(self._name(each) for each in self._broader[iri][1:])
                yield Entry(iri, self._name(iri), depth, self._counts[iri], also)
                pending += [(each, depth + 1) for each in reversed(self._sorted(self._narrower.get(iri, [])))]

    def _commonest_first(self, iri: str) -> list[str]:
        broader = [link.iri for link in self._vocabulary.concept(iri).broader if link.iri in self._counts]
        return sorted(broader, key=lambda each: (-self._counts[each].rows, each))

    def _sorted(self, iris: list[str] | dict[str, Count]) -> list[str]:
        return sorted(iris, key=lambda iri: (-self._counts[iri].rows, self._name(iri)))

    def _name(self, iri: str) -> str:
        return term(self._vocabulary, self._vocabulary.resource(iri), self._lang)
