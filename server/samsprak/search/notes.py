"""Notes by their words: what is read of definitions and notes, for the lexicon and for the index of texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from samsprak.language.words import pieces, word_texts
from samsprak.search.passages import Part, parts
from samsprak.search.rows import Row
from samsprak.vocabulary.records import Concept


class NoteWords:
    """The notes of concepts that are searched. A concept is named by its best row; those with short notes come first.

    `notes` are those of each of `rows`. Their words are known by *pieces*: those of millions of words are few.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        first: dict[str, tuple[int, int, tuple[Part, ...]]] = {}
        for number, row in enumerate(rows):
            concept = row.concept
            if concept.iri not in first and (read := _read(concept)):
                first[concept.iri] = (sum([len(note.text) for note in concept.notes]), number, read)
        # Short definitions say more with each of their words.
        found = sorted(first.values())
        self.rows = [number for _, number, _ in found]
        self.notes = [read for _, _, read in found]
        self._pieces = defaultdict[str, set[str]](set)
        for read in self.notes:
            for note in read:
                self._pieces[note.lang].update(pieces(note.text))

    @property
    def languages(self) -> Iterable[str]:
        """The languages of notes."""
        return self._pieces.keys()

    def pieces(self, lang: str) -> Collection[str]:
        """Return the pieces of the notes in a language, each once."""
        return self._pieces.get(lang, ())

    def words(self, lang: str) -> Collection[str]:
        """Return the words of the notes in a language as they are written, each once."""
        return set(word_texts(" ".join(self.pieces(lang))))


def _read(concept: Concept) -> tuple[Part, ...]:
    return tuple([part for note in concept.notes for part in parts(note)])
