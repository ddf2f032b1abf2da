"""SQLite's full-text search on the same labels and notes, to measure beside: by beginnings of words, by trigrams."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from enum import StrEnum

from samsprak.language.words import word_texts
from samsprak.search.passages import SEARCHED
from samsprak.search.rows import rows_of
from samsprak.vocabulary.protocol import Vocabulary

LIMIT = 20
# A trigram index knows nothing shorter.
TRIGRAM = 3


class Way(StrEnum):
    """How FTS5 cuts texts into what it looks up, and how it is asked."""

    WORDS = "unicode61"
    TRIGRAMS = "trigram"


TOKENIZERS = {Way.WORDS: "tokenize='unicode61 remove_diacritics 2', prefix='2 3'", Way.TRIGRAMS: "tokenize='trigram'"}


class Fts5:
    """An index of one kind in memory; a query's words are joined by `AND`, and by `OR` where that finds nothing."""

    def __init__(self, vocabularies: Iterable[Vocabulary], way: Way) -> None:
        self._way = way
        self._database = sqlite3.connect(":memory:")
        self._database.execute(
            f"CREATE VIRTUAL TABLE texts USING fts5(label, note, concept UNINDEXED, {TOKENIZERS[way]})"
        )
        rows = rows_of(vocabularies)
        concepts = {row.concept.id: row.concept for row in rows}
        self._database.executemany(
            "INSERT INTO texts VALUES (?, '', ?)", ((row.label.text, row.concept.id) for row in rows)
        )
        self._database.executemany(
            "INSERT INTO texts VALUES ('', ?, ?)",
            ((note.text, each.id) for each in concepts.values() for note in each.notes if note.kind in SEARCHED),
        )

    def search(self, text: str) -> list[str]:
        """Return the ids of concepts, the best first by FTS5's own measure, labels ten times as heavy as notes."""
        least = TRIGRAM if self._way is Way.TRIGRAMS else 1
        words = [f'"{word}"{"*" * (self._way is Way.WORDS)}' for word in word_texts(text) if len(word) >= least]
        for operator in (" AND ", " OR ")[: len(words)]:
            found = self._database.execute(
                "SELECT concept FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, 10.0, 1.0) LIMIT ?",
                (operator.join(words), LIMIT),
            ).fetchall()
            if found:
                return list(dict.fromkeys(concept for (concept,) in found))
        return []
