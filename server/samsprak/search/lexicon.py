"""The lexicon: which words the labels and notes of the vocabularies hold, and how much each says."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from samsprak.language.compounds import LINKS
from samsprak.language.derivations import deed_roots, verb_roots
from samsprak.language.folding import fold
from samsprak.language.function_words import is_function_word
from samsprak.language.tags import primary
from samsprak.language.words import pieces, word_texts
from samsprak.search.analysis import Analyser, Form
from samsprak.search.rows import Row

# A shorter word of a note is taken for no part of a compound: too many short words are parts by accident.
SHORTEST_NOTE_WORD = 4
# A query is analysed in so many languages, the commonest of the labels.
MAX_LANGUAGES = 4
# What words say: function words, digits, words of labels (1, and this less for the commonest), of texts only, others.
LEAST_WEIGHT = 0.05
DIGITS_WEIGHT = 0.2
COMMON = 0.6
TEXT_WEIGHT = 0.9
UNKNOWN_WEIGHT = 0.8
# Ends of words are looked for from so many letters on, and so many words are looked at.
SHORTEST_TAIL = 4
MAX_ENDING = 50
# Words are looked up by so many first letters or more.
SHORTEST_BEGINNING = 2
# Sorts after every continuation of a beginning.
LAST = "\U0010ffff"


class Lexicon:
    """The words of labels, folded and by base, and the analyser that splits their compounds.

    `forms` are the words of each row, by its number, and `langs` its language without region; a word that many labels
    have is one object.
    """

    def __init__(self, rows: Sequence[Row], words_of_notes: Callable[[str], Iterable[str]]) -> None:
        """Learn the words of labels, and those of notes in a language, which compounds may be made of."""
        texts = [row.label.text for row in rows]
        self.langs = [primary(row.label.lang) for row in rows]
        # The commonest first; labels without one do not count.
        languages = [lang for lang, _ in Counter(self.langs).most_common() if lang]
        self.languages = tuple(languages[:MAX_LANGUAGES])
        of_labels = defaultdict[str, set[str]](set)
        for lang, text in zip(self.langs, texts, strict=True):
            of_labels[lang].update(pieces(text))
        # In alphabetical order each word is looked up near the last one in memory, which is quicker.
        words = {lang: sorted(set(word_texts(" ".join(found)))) for lang, found in of_labels.items()}
        split = [lang for lang in languages if lang in LINKS]
        self.analyser = Analyser({lang: _written(words[lang], words_of_notes(lang)) for lang in split})
        forms = {lang: {word: self.analyser.keep(word, lang) for word in found} for lang, found in words.items()}
        of_pieces = {
            lang: {piece: tuple(map(forms[lang].__getitem__, word_texts(piece))) for piece in found}
            for lang, found in of_labels.items()
        }
        self.forms = [_forms(text, of_pieces[lang]) for lang, text in zip(self.langs, texts, strict=True)]
        self._deeds = {lang: _deeds(each.values(), lang) for lang, each in forms.items()}
        self._total = len(rows)
        self._bases: Counter[str] = Counter()
        self._parts: Counter[str] = Counter()
        for form, times in Counter(chain.from_iterable(self.forms)).items():
            self._bases[form.base] += times
            for part in form.parts:
                self._parts[part] += times
        folded = {form.folded for known in forms.values() for form in known.values()}
        self._folded = frozenset(folded)
        self._sorted = sorted(folded)
        # How often a word stands in texts is known when they are indexed, which takes the analyser of this lexicon.
        self.in_texts: Callable[[str], int] = lambda _: 0
        self._backwards = sorted(word[::-1] for word in folded if len(word) > SHORTEST_TAIL)

    def has(self, folded: str) -> bool:
        """Tell whether a label has a word, in this very form."""
        return folded in self._folded

    def has_base(self, base: str) -> bool:
        """Tell whether a label has a form of a word."""
        return base in self._bases

    def known(self, folded: str, bases: Iterable[str]) -> bool:
        """Tell whether a word is a form of a word, or of a part of a word, that a label has."""
        return folded in self._folded or any(base in self._bases or base in self._parts for base in bases)

    def deeds(self, folded: str, lang: str) -> Iterator[str]:
        """Yield the bases of words of labels, or of their parts, for the deed of a verb: `utreder`, utredning."""
        known = self._deeds.get(lang)
        if known:
            for root in verb_roots(folded, lang):
                yield from known.get(root, ())

    def begins(self, folded: str) -> int:
        """Return how many words of labels begin so."""
        begin = bisect_left(self._sorted, folded)
        return bisect_left(self._sorted, folded + LAST, begin) - begin

    def wide_beginnings(self, limit: int) -> frozenset[str]:
        """Return the beginnings that more than `limit` words of labels have."""
        wide: set[str] = set()
        words: Sequence[str] = self._sorted
        length = SHORTEST_BEGINNING
        while words:
            counts = Counter(word[:length] for word in words if len(word) >= length)
            found = {beginning for beginning, count in counts.items() if count > limit}
            words = [word for word in words if word[:length] in found]
            wide |= found
            length += 1
        return frozenset(wide)

    def ending_with(self, folded: str) -> Iterator[str]:
        """Yield words of labels that end so, not many: `stod` finds `foraldrastod`."""
        if len(folded) >= SHORTEST_TAIL:
            backwards = folded[::-1]
            place = bisect_left(self._backwards, backwards)
            for word in self._backwards[place : place + MAX_ENDING]:
                if word.startswith(backwards):
                    yield word[::-1]

    def weight(self, folded: str, bases: Collection[str]) -> float:
        """Return how much a word says, from nearly nothing to 1: the rarer in labels the more; function words little.

        A word that no label has says less than the rarest word of labels.
        """
        if any(is_function_word(folded, lang) for lang in self.languages):
            return LEAST_WEIGHT
        if folded.isdigit():
            return DIGITS_WEIGHT
        times = max((self._bases[base] + self._parts[base] for base in bases), default=0)
        if times:
            return 1 - COMMON * self._share(times)
        times = max(map(self.in_texts, bases), default=0)
        return TEXT_WEIGHT * (1 - COMMON * min(self._share(times), 1.0)) if times else UNKNOWN_WEIGHT

    def _share(self, times: int) -> float:
        return math.log1p(times) / math.log(self._total + 2)


def _forms(text: str, of_pieces: Mapping[str, tuple[Form, ...]]) -> tuple[Form, ...]:
    """Return the words of a label; labels of one piece share them."""
    found = pieces(text)
    return of_pieces[found[0]] if len(found) == 1 else tuple(chain.from_iterable(map(of_pieces.__getitem__, found)))


def _deeds(forms: Iterable[Form], lang: str) -> Mapping[str, Collection[str]]:
    """Return the bases of nouns for deeds, by the roots of their verbs."""
    found = defaultdict[str, set[str]](set)
    for base in {base for form in forms for base in (form.base, *form.parts)}:
        for root in deed_roots(base, lang):
            found[root].add(base)
    return dict(found)


def _written(of_labels: Iterable[str], of_notes: Iterable[str]) -> dict[str, str]:
    """Return words folded, each with the way in which it is written, in labels, given in order, if it is there."""
    found = {fold(word): word.lower() for word in of_labels}
    for word in sorted(of_notes):
        if len(word) >= SHORTEST_NOTE_WORD:
            found.setdefault(fold(word), word.lower())
    return found
