"""Notes by their words: what is read of definitions and notes once, for the lexicon and for the index of texts."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from samsprak.language.tags import primary
from samsprak.language.words import word_texts
from samsprak.search.closeness import Closeness
from samsprak.search.rows import Row
from samsprak.vocabulary.records import Concept, NoteKind

SEARCHED = {
    NoteKind.DEFINITION: Closeness.DEFINITION,
    NoteKind.SCOPE: Closeness.NOTE,
    NoteKind.EXAMPLE: Closeness.NOTE,
    NoteKind.HISTORY: Closeness.NOTE,
    NoteKind.GENERAL: Closeness.NOTE,
}


class Read(NamedTuple):
    """A note that was read: what a word of it is worth as, its language, and its words as numbers, each once."""

    closeness: Closeness
    lang: str
    words: array[int]


class NoteWords:
    """The notes of concepts that are searched. A concept is named by its best row; those with short notes come first.

    Words are numbered by language, in the order of `words`: millions of them are kept while an index is built.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        first: dict[str, int] = {}
        for number, row in enumerate(rows):
            if row.concept.iri not in first and any(note.kind in SEARCHED for note in row.concept.notes):
                first[row.concept.iri] = number
        # Short definitions say more with each of their words.
        self.rows = sorted(first.values(), key=lambda number: sum(len(n.text) for n in rows[number].concept.notes))
        self._numbers: dict[str, _Numbers] = {}
        self.notes = [tuple(self._read(rows[number].concept)) for number in self.rows]

    @property
    def languages(self) -> Iterable[str]:
        """The languages of notes."""
        return self._numbers.keys()

    def words(self, lang: str) -> Sequence[str]:
        """Return the words of the notes in a language as they are written, each in its place by its number."""
        return list(self._numbers.get(lang, ()))

    def _read(self, concept: Concept) -> Iterator[Read]:
        for note in concept.notes:
            if note.kind in SEARCHED:
                lang = primary(note.lang)
                numbers = self._numbers.setdefault(lang, _Numbers())
                yield Read(SEARCHED[note.kind], lang, array("I", map(numbers.__getitem__, set(word_texts(note.text)))))


class _Numbers(dict[str, int]):
    def __missing__(self, word: str) -> int:
        self[word] = len(self)
        return self[word]
