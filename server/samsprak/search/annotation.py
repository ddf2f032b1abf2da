"""Annotation: the concepts that a running text names, and what to write where it uses another word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from samsprak.language.compounds import MAX_WORD
from samsprak.language.folding import fold, meant_otherwise
from samsprak.language.inflections import is_inflection, possible_bases
from samsprak.language.tags import primary
from samsprak.language.words import Word, word_texts, words
from samsprak.search.analysis import REMEMBERED, Form
from samsprak.search.closeness import Closeness
from samsprak.search.lexicon import Lexicon
from samsprak.search.rows import Row
from samsprak.vocabulary.records import Label

# A compound is annotated with its last part only if both parts are at least this long.
SHORTEST_HEAD, SHORTEST_TAIL = 3, 4
# Words of a label may have this between them in a text: spaces, a hyphen, a line break, an apostrophe; no full stop.
BETWEEN = frozenset(" \t\n\r\u00a0\u00ad-‐‑–/'’")
MAX_BETWEEN = 3
# What has more words is no term.
MAX_WORDS = 16


@dataclass(frozen=True, slots=True)
class Annotation:
    """A place in a text, as character offsets, and the row of the concept that is named there.

    `closeness` is EXACT, INFLECTED, or PART where the word is a compound that ends in the label.
    """

    start: int
    end: int
    row: Row
    closeness: Closeness


class Annotator:
    """Finds labels in running text: the longest that fits, in any inflected form, no two overlapping."""

    def __init__(self, rows: Sequence[Row], lexicon: Lexicon) -> None:
        self._rows = rows
        self._form = lexicon.analyser.form
        self._languages: dict[str, _Phrases] = {}
        for number, (row, forms, lang) in enumerate(zip(rows, lexicon.forms, lexicon.langs, strict=True)):
            if lang not in self._languages:
                self._languages[lang] = _Phrases(lang)
            self._languages[lang].add(number, forms[: _length(row.label.text, len(forms))])
        self._of_word = lru_cache(maxsize=REMEMBERED)(self._of_one_word)

    def annotate(self, text: str, lang: str, vocabulary: str = "") -> Iterator[Annotation]:
        """Yield what a text in `lang` names, in order; with `vocabulary`, of that one only.

        Labels without a language count too, since names of programmes often have none.
        """
        found = list(words(text))
        books = [(book, [self._form(word.text, book.lang).stem for word in found]) for book in self._books(lang)]
        reading = _Reading(text, lang, vocabulary, found, books, _longest(books, len(found)))
        place = 0
        while place < len(found):
            annotation, length = self._at(place, reading)
            if annotation:
                yield annotation
            place += length

    def whole(self, text: str) -> Iterator[tuple[Row, Closeness]]:
        """Yield the labels of any language that a text as a whole is, EXACT or INFLECTED."""
        found = word_texts(unicodedata.normalize("NFC", text))
        if not 0 < len(found) <= MAX_WORDS or max(map(len, found)) > MAX_WORD:
            return
        bare = found[: _length(text, len(found))]
        for book in self._languages.values():
            key = " ".join([self._form(word, book.lang).stem for word in bare])
            for number in book.rows.get(key, ()):
                closeness = _whole(self._rows[number].label, found)
                if closeness is not None:
                    yield self._rows[number], closeness

    def _books(self, lang: str) -> list[_Phrases]:
        return [self._languages[each] for each in dict.fromkeys((primary(lang), "")) if each in self._languages]

    def _at(self, place: int, reading: _Reading) -> tuple[Annotation | None, int]:
        """Return what is named from a word on, and how many words that takes."""
        for length in range(reading.longest[place], 0, -1):
            for book, stems in reading.books:
                numbers = book.rows.get(" ".join(stems[place : place + length]))
                annotation = self._choose(reading.found[place : place + length], reading, numbers) if numbers else None
                if annotation:
                    return annotation, length
        word = reading.found[place]
        named = self._of_word(word.text, reading.lang, reading.vocabulary)
        return (Annotation(word.start, word.end, *named) if named else None), 1

    def _choose(self, found: Sequence[Word], reading: _Reading, numbers: Sequence[int]) -> Annotation | None:
        """Return the row that is meant: one that is written so, else the best of which this is an inflected form."""
        if not _together(reading.text, found):
            return None
        start, end = found[0].start, found[-1].end
        written = reading.text[start:end]
        rows = [row for row in self._admitted(numbers, reading.vocabulary) if _may_be(row.label.text, written)]
        for row in rows:
            if row.label.text.casefold() == written.casefold():
                return Annotation(start, end, row, Closeness.EXACT)
        for row in rows:
            if _inflected(row.label, found):
                return Annotation(start, end, row, Closeness.INFLECTED)
        return None

    def _admitted(self, numbers: Sequence[int], vocabulary: str) -> Iterator[Row]:
        rows = (self._rows[number] for number in numbers)
        return (row for row in rows if vocabulary in {"", row.vocabulary})

    def _of_one_word(self, word: str, lang: str, vocabulary: str) -> tuple[Row, Closeness] | None:
        """Return what a word names that is not itself a label: an inflected form without its dots, or a compound."""
        if len(word) > MAX_WORD:
            return None
        for numbers, closeness in ((self._single_form, Closeness.INFLECTED), (self._compound_tail, Closeness.PART)):
            for book in self._books(lang):
                for row in self._admitted(numbers(word, book), vocabulary):
                    if not row.label.text[:1].isupper():
                        return row, closeness
        return None

    def _single_form(self, word: str, book: _Phrases) -> tuple[int, ...]:
        """Return the rows of one word that a word is a form of by its ending, where no dictionary knows it."""
        folded = fold(word)
        for candidate in possible_bases(folded, book.lang):
            numbers = [
                n for n in book.singles.get(candidate, ()) if not meant_otherwise(word, self._rows[n].label.text)
            ]
            if numbers and candidate != folded:
                return tuple(numbers)
        return ()

    def _compound_tail(self, word: str, book: _Phrases) -> tuple[int, ...]:
        """Return the rows whose label a compound ends in, the longest; nothing for other words."""
        lower = word.lower()
        for place in range(SHORTEST_HEAD, len(lower) - SHORTEST_TAIL + 1):
            tail = lower[place:]
            if tail[:SHORTEST_TAIL] in book.beginnings:
                numbers = book.rows.get(self._form(tail, book.lang).stem, ())
                forms = [n for n in numbers if is_inflection(tail, self._rows[n].label.text.lower(), book.lang)]
                if forms:
                    return tuple(forms)
        return ()


class _Phrases:
    """The labels of one language by the stems of their words, and how long a label may be that begins with one."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.rows: dict[str, tuple[int, ...]] = {}
        self.longest: dict[str, int] = {}
        self.beginnings: set[str] = set()
        self.singles: dict[str, tuple[int, ...]] = {}

    def add(self, number: int, forms: Sequence[Form]) -> None:
        if not forms:
            return
        first = forms[0]
        stem, length = first.stem, len(forms)
        key = " ".join([form.stem for form in forms]) if length > 1 else stem
        self.rows[key] = (*self.rows.get(key, ()), number)
        if length > self.longest.get(stem, 0):
            self.longest[stem] = length
        if length == 1:
            self.beginnings.add(first.text[:SHORTEST_TAIL])
            self.singles[first.folded] = (*self.singles.get(first.folded, ()), number)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text in its words, and the labels that may stand in it with the stems that the words have in their language.

    `longest` tells how many words may be a label from each word on.
    """

    text: str
    lang: str
    vocabulary: str
    found: Sequence[Word]
    books: Sequence[tuple[_Phrases, Sequence[str]]]
    longest: Sequence[int]


def _longest(books: Sequence[tuple[_Phrases, Sequence[str]]], size: int) -> list[int]:
    """Return for each of `size` words how many words the longest label may have that begins with it."""
    longest = [0] * size
    for book, stems in books:
        for place, stem in enumerate(stems):
            known = book.longest.get(stem, 0)
            if known > longest[place]:
                longest[place] = min(known, size - place)
    return longest


def _bare(label: str) -> str:
    """Return a label without the brackets that tell homonyms apart; no running text has them."""
    return label.partition(" (")[0]


def _length(label: str, found: int) -> int:
    """Return how many of a label's words stand before its brackets."""
    return len(word_texts(_bare(label))) if "(" in label else found


def _whole(label: Label, found: Sequence[str]) -> Closeness | None:
    """Return how words are a label, with or without its brackets, or None."""
    asked = [word.casefold() for word in found]
    own = [word.casefold() for word in word_texts(unicodedata.normalize("NFC", label.text))]
    bare = own[: _length(label.text, len(own))]
    if asked in (own, bare):
        return Closeness.EXACT
    if len(asked) == len(bare) and all(is_inflection(*pair, label.lang) for pair in zip(bare, asked, strict=True)):
        return Closeness.INFLECTED
    return None


def _inflected(label: Label, found: Sequence[Word]) -> bool:
    pairs = zip(words(_bare(label.text)), found, strict=True)
    return all(is_inflection(one.text.lower(), two.text.lower(), label.lang) for one, two in pairs)


def _may_be(label: str, written: str) -> bool:
    return not label[:1].isupper() or written[:1].isupper()


def _together(text: str, found: Sequence[Word]) -> bool:
    """Tell whether words stand together: `råd- och stödsamtal` does, words of two sentences do not."""
    return all(
        one.end - two.start >= -MAX_BETWEEN and BETWEEN.issuperset(text[one.end : two.start])
        for one, two in pairwise(found)
    )
