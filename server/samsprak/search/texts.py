"""Texts: which concepts are described in the words of a query."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from samsprak.language.function_words import is_function_word
from samsprak.language.tags import primary
from samsprak.language.words import pieces, word_texts
from samsprak.search.analysis import Form
from samsprak.search.closeness import Closeness
from samsprak.search.filters import Filters, Marker, Marks
from samsprak.search.fulltext import Clause, Found, FullText
from samsprak.search.lexicon import Lexicon
from samsprak.search.notes import NoteWords
from samsprak.search.passages import SEARCHED, WORTH, Part, Passage, passage_of
from samsprak.search.query import Asked, Query
from samsprak.search.rows import Row
from samsprak.vocabulary.records import Concept, Note, NoteKind

FIELDS = tuple(Passage)
# The forms of a word have their first letters in common, but for dots, rings and accents.
SAME = 2
ACCENTED = {"a": "åäàáâæ", "e": "éèêë", "i": "íìîï", "o": "öøóòôœ", "u": "üúùû", "c": "ç", "n": "ñ", "d": "đð"}

FormOf = Callable[[str, str], Form]


@dataclass(frozen=True, slots=True)
class TextMatch:
    """The note that matches best, its closeness, and the places to mark in it."""

    note: Note
    closeness: Closeness
    marks: tuple[tuple[int, int], ...]


class TextIndex:
    """The definitions and notes of all concepts, by words; a document is a concept, named by its best row."""

    def __init__(
        self, notes: NoteWords, rows: Sequence[Row], lexicon: Lexicon, marks: Sequence[Marks], marker: Marker
    ) -> None:
        """Index notes whose rows bear these marks."""
        self._marker = marker
        self._rows = notes.rows
        tokens = {lang: _tokens(notes.pieces(lang), lang, lexicon) for lang in notes.languages}
        documents = (
            _document(read, tokens, marks[number]) for number, read in zip(notes.rows, notes.notes, strict=True)
        )
        self._text = FullText(FIELDS, documents, 4 * len(self._rows), numbered=True)
        self._documents = {rows[number].concept.iri: place for place, number in enumerate(self._rows)}

    def frequency(self, word: str) -> int:
        """Return in how many concepts' texts a folded word or a base stands, those of definitions and notes apart."""
        return sum(self._text.frequency(field, word) for field in FIELDS)

    def search(self, query: Query, filters: Filters, limit: int) -> tuple[list[tuple[float, int]], Found]:
        """Return the share of the query that each concept's texts cover, with a row of the concept; and all found.

        Function words are left out: nearly every text has them.
        """
        words = (query.words[place] for place in query.telling)
        found = self._text.search(
            [_clauses(asked, asked.weight) for asked in words], self._marker.demanded(filters), limit
        )
        return [(score / query.weight, self._rows[number]) for score, number in found.scored], found

    def worths(self, query: Query, iris: Iterable[str]) -> Mapping[str, Sequence[float]]:
        """Return what each word of a query that is no function word is worth in the texts of some concepts."""
        places = {self._documents[iri]: iri for iri in iris if iri in self._documents}
        words = [_clauses(query.words[place], 1.0) for place in query.telling]
        found = self._text.worths(list(places), words) if places else {}
        return {places[number]: worths for number, worths in found.items()}


class Explainer:
    """Finds where the words of one query stand in the notes of concepts."""

    def __init__(self, query: Query, form: FormOf, lang: str) -> None:
        # Function words are not marked in a text, since nearly every sentence has them.
        asked = [query.words[place] for place in query.telling]
        self._meant = frozenset[str]().union(*(word.in_texts for word in asked))
        self._form = form
        self._lang = lang

    def explain(self, concept: Concept) -> TextMatch | None:
        """Return the note that holds most of the query's words, in the reader's language if as good."""
        found = []
        for note in concept.notes:
            if note.kind in SEARCHED and (places := list(self._places(note))):
                told = len({base for base, _ in places})
                closeness = Closeness.DEFINITION if note.kind is NoteKind.DEFINITION else Closeness.NOTE
                match = TextMatch(note, closeness, tuple(place for _, place in places))
                own = primary(note.lang) == primary(self._lang)
                found.append((told, own, WORTH[passage_of(note) or Passage.HEART], match))
        return max(found, key=lambda each: each[:3])[3] if found else None

    @cached_property
    def _begins(self) -> re.Pattern[str]:
        return _beginnings(self._meant)

    def _places(self, note: Note) -> Iterator[tuple[str, tuple[int, int]]]:
        """Yield what stands in a note of the words that are meant, and where."""
        meant = self._meant
        for match in self._begins.finditer(note.text):
            each = self._form(match.group(), note.lang)
            if each.folded in meant or each.base in meant or each.stem in meant or each.text in meant:
                yield each.base, match.span()


def _clauses(asked: Asked, weight: float) -> list[Clause]:
    """Return what finds a word in texts, each with what it is worth there."""
    return [Clause(field, word, weight * worth) for field, worth in WORTH.items() for word in sorted(asked.in_texts)]


def _beginnings(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of the words that begin nearly so: to analyse every word of long notes takes milliseconds."""
    heads = {"".join(f"[{letter}{ACCENTED.get(letter, '')}]" for letter in word[:SAME]) for word in words}
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(heads)) or '(?!)'})(?:[^\W_][\u0300-\u036f]*)*", re.IGNORECASE)


def _tokens(found: Iterable[str], lang: str, lexicon: Lexicon) -> Mapping[str, str]:
    """Return what pieces of notes are indexed by, word by word, function words not at all.

    Words of a language that queries are not analysed in are looked up as they stand.
    """
    spoken = lang if lang in lexicon.languages else ""

    @cache
    def token(word: str) -> str:
        known = lexicon.analyser.known_by(word, spoken)
        return "" if is_function_word(known[0], spoken) else " ".join({*known})

    return {piece: " ".join(map(token, word_texts(piece))) for piece in sorted(found)}


def _document(read: Iterable[Part], tokens: Mapping[str, Mapping[str, str]], marks: Marks) -> Sequence[str]:
    texts: dict[Passage, list[str]] = {passage: [] for passage in FIELDS}
    for note in read:
        texts[note.passage] += map(tokens[note.lang].__getitem__, pieces(note.text))
    return (*map(" ".join, texts.values()), " ".join(marks))
