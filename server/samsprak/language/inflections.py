"""Inflections: which forms may belong to one word, by dictionary, by stem, and by ending.

A word's *base* is what its forms have in common: the dictionary's base form (simplemma), then Snowball's stem of it,
folded. Together they merge what neither does alone: the stemmer parts `insats` and `insatserna`, the dictionary lacks
most compounds. What is typed without dots and rings is in no dictionary; for that there are endings to take off.
"""

from __future__ import annotations

from collections.abc import Iterator

from samsprak.language.dictionaries import base_form
from samsprak.language.endings import ENDINGS, LONGEST_ENDING, common_beginning
from samsprak.language.folding import fold
from samsprak.language.function_words import is_function_word
from samsprak.language.stems import stem
from samsprak.language.tags import primary
from samsprak.language.words import words

# What is left of a word without its ending must say something.
SHORTEST_ROOT = 3
# A vowel that the base form has before its last letter and other forms lack: förälder, föräldrar.
ELIDED_BEFORE = frozenset("rln")
# Nouns in -an have plurals in -ningar: anmälan, anmälningar.
PLURALS_OF_AN = ("ningarnas", "ningarna", "ningars", "ningar")
# Participles in -d end in -t with neuter nouns: bedömd, bedömt.
PARTICIPLE_T = ("mt", "nt", "rt", "lt", "jt")
DOUBLED = ("mm", "nn")
DOUBLED_ENDINGS = frozenset(f"{letter}{ending}" for letter in "mn" for ending in ENDINGS["sv"])
VOWELS = frozenset("aeiouyåäö")


def in_dictionary(word: str, lang: str) -> bool:
    """Tell whether the dictionary has a word in lower case."""
    return bool(base_form(word, primary(lang)))


def lemma(word: str, lang: str) -> str:
    """Return the base form of a word in lower case as the dictionary gives it, or the word itself."""
    return base_form(word, primary(lang)) or word


def root(word: str, lang: str) -> str:
    """Return what the forms of a word in lower case have in common, with its dots and rings."""
    base = lemma(word, lang).lower()
    # To the dictionary `första` is a form of `en`.
    strange = base[:1] != word[:1] and is_function_word(fold(base), lang)
    found = stem(word if strange else base, lang)
    # The consonant that Swedish doubles before an ending: programmet, rummet, vännen.
    return found[:-1] if found.endswith(DOUBLED) and primary(lang) == "sv" else found


def is_inflection(one: str, two: str, lang: str) -> bool:
    """Tell whether two words in lower case with a common root are forms of one word, not a deed and its doer."""
    endings = ENDINGS.get(primary(lang))
    if one == two or endings is None or lemma(one, lang) == lemma(two, lang):
        return True
    same = common_beginning(one, two)
    return {one[same:], two[same:]} <= endings | DOUBLED_ENDINGS


def possible_bases(word: str, lang: str) -> Iterator[str]:
    """Yield the folded words that a folded word may be a form of, by its endings: `atgarderna` gives `atgard`.

    The word itself comes first, then those that lose least.
    """
    endings = ENDINGS.get(primary(lang))
    if endings is None or len(word) < SHORTEST_ROOT:
        return
    yield word
    yield from _with_vowel(word)
    for length in range(1, min(LONGEST_ENDING, len(word) - SHORTEST_ROOT) + 1):
        rest = word[:-length]
        if word[-length:] not in endings:
            continue
        yield rest
        if word.endswith(PARTICIPLE_T) and length == 1:
            yield rest + "d"
        if rest[-1] not in VOWELS:
            yield rest + "a"
            yield rest + "e"
            yield from _with_vowel(rest)
    if primary(lang) == "sv":
        yield from (word.removesuffix(plural) + "an" for plural in PLURALS_OF_AN if word.endswith(plural))


def _with_vowel(word: str) -> Iterator[str]:
    if word[-1] in ELIDED_BEFORE and word[-2] not in VOWELS:
        yield f"{word[:-1]}e{word[-1]}"


def same_term(one: str, two: str, lang: str) -> bool:
    """Tell whether two terms differ in the inflection of their words only: `öppna insatser`, `öppen insats`."""
    first, second = ([word.text.lower() for word in words(text)] for text in (one, two))
    return len(first) == len(second) and all(
        root(a, lang) == root(b, lang) and is_inflection(a, b, lang) for a, b in zip(first, second, strict=True)
    )
