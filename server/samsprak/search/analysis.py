"""Analysis: the forms in which a word is compared with others."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from samsprak.language.compounds import MAX_WORD, Splitter
from samsprak.language.folding import fold
from samsprak.language.inflections import in_dictionary, possible_bases, root
from samsprak.language.tags import primary

# Words of running texts and queries whose forms are remembered; those of labels are kept anyway.
REMEMBERED = 16384


# Compared by identity, since each word of labels has one form, and that is looked up for every label that is matched.
@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A word as it is compared; all but `text` and `stem` are folded.

    `text` is in lower case; `stem` is what the inflected forms have in common, `base` the same folded; `parts` are the
    bases of the parts of a compound, and empty for other words.
    """

    text: str
    folded: str
    stem: str
    base: str
    parts: tuple[str, ...] = ()


class Analyser:
    """Knows the forms of words in the languages of the vocabularies."""

    def __init__(self, written: Mapping[str, Mapping[str, str]]) -> None:
        """Learn from words by language: each folded word with the way in which it is written."""
        self._written = written
        self._splitters = {lang: Splitter(words, lang) for lang, words in written.items()}
        self._kept: dict[str, dict[str, Form]] = {}
        self._bases_of_parts: dict[tuple[str, str], str] = {}
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._form)

    def keep(self, word: str, lang: str) -> Form:
        """Return the form of a word of a label, one object for all labels that have the word."""
        kept = self._kept.setdefault(primary(lang), {})
        text = _lower(word)
        found = kept.get(text)
        if found is None:
            found = kept[text] = self._analyse(text, lang)
        return found

    def form(self, word: str, lang: str) -> Form:
        """Return the form of any word; of what is longer than words are, only the beginning unless a label has it."""
        return self._remembered(word, lang) if len(word) <= MAX_WORD else self._form(word, lang)

    def known_by(self, word: str, lang: str) -> tuple[str, str, str]:
        """Return the folded word, its base and its stem alone, which takes half the time of a form."""
        text = _lower(word)
        kept = self._kept.get(primary(lang), {}).get(text)
        if kept:
            return kept.folded, kept.base, kept.stem
        stem = _one(root(text, lang), text)
        return (*_folded(text, stem), stem)

    def met(self, word: str, lang: str) -> bool:
        """Tell whether a label, or a note of a language with compounds, has a word."""
        lang = primary(lang)
        text = _lower(word)
        return text in self._kept.get(lang, ()) or fold(text) in self._written.get(lang, ())

    def _form(self, word: str, lang: str) -> Form:
        text = _lower(word)
        return self._kept.get(primary(lang), {}).get(text) or self._analyse(text[:MAX_WORD], lang)

    def _analyse(self, text: str, lang: str) -> Form:
        stem = _one(root(text, lang), text)
        folded, base = _folded(text, stem)
        splitter = self._splitters.get(primary(lang))
        parts = tuple(self._part(part, primary(lang)) for part in splitter.split(folded)) if splitter else ()
        return Form(text, folded, stem, base, parts)

    def _part(self, part: str, lang: str) -> str:
        """Return the base of a part, which may have another form than the word has alone: `föräldra` of `förälder`."""
        key = (part, lang)
        if key not in self._bases_of_parts:
            written = self._written[lang]
            known = [written[each] for each in (part, *possible_bases(part, lang)) if each in written]
            word = next((each for each in known if in_dictionary(each, lang)), next(iter(known), part))
            self._bases_of_parts[key] = fold(root(word, lang)).replace(" ", "")
        return self._bases_of_parts[key]


def _folded(text: str, stem: str) -> tuple[str, str]:
    folded = _one(fold(text), text)
    return folded, _one(fold(stem), folded)


def _lower(word: str) -> str:
    return word.lower() if word.isascii() else unicodedata.normalize("NFC", word).lower()


def _one(text: str, same: str) -> str:
    """Return a text without spaces, and `same` itself where they are equal: most forms of a word are, in memory too."""
    text = text.replace(" ", "")
    return same if text == same else text
