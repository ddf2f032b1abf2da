"""Hints that no rule can be sure of: on a definition, on a note, and on a term as people type them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from samsprak.errors import N_
from samsprak.language.sentences import sentences

ARTICLES = {
    "sv": re.compile(r"(?:en|ett|den|det|de) ", re.IGNORECASE),
    "en": re.compile(r"(?:an?|the) ", re.IGNORECASE),
}
INTENTIONS = {
    "sv": re.compile(r"\bsyftar till\b|\bi syfte att\b|\bhar som mål\b", re.IGNORECASE),
    "en": re.compile(r"\baims? (?:to|at)\b|\bintended to\b", re.IGNORECASE),
}
QUOTES = "\"'”“„«»’‘‚"
BULLET = re.compile(r"^[ \t]*(?:[•▪◦‣●○■□\uf0b7]|[-–*][ \t]|o(?:\t| {3}))", re.MULTILINE)


def hints(definition: str, lang: str) -> Iterator[str]:
    """Yield templates of what one may want to look at again."""
    if ARTICLES[lang].match(definition):
        yield N_("Begin without an article: the definition should be able to stand in place of the term.")
    if len(list(sentences(definition))) > 1:
        yield N_("A definition is one phrase. Move the rest to “When the term is used, and when another”.")
    if INTENTIONS[lang].search(definition):
        yield N_("What something is meant for fits too many things. Say what can be observed.")
    yield from hints_on_note(definition)


def hints_on_note(text: str) -> Iterator[str]:
    """Yield what one may want to look at again in any longer text."""
    if BULLET.search(text):
        yield N_("A list is shown as running text. Write it as sentences.")


def hints_on_term(text: str) -> Iterator[str]:
    """Yield templates of what one may want to look at again in a new term."""
    bare = text.strip(QUOTES)
    if bare != text and text[:1] in QUOTES and text[-1:] in QUOTES:
        yield N_("Write the term without quotation marks.")
    if bare[:1].isupper() and bare[1:2].islower():
        yield N_("Begin the term with a small letter, unless it is a name.")
    if any(unicodedata.category(char) == "So" for char in text):
        yield N_("Write the term in letters: nobody can search for a symbol.")
