"""Hints on a definition that no rule can be sure of: an article first, several sentences, nothing but an intention."""

from __future__ import annotations

import re
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


def hints(definition: str, lang: str) -> Iterator[str]:
    """Yield templates of what one may want to look at again."""
    if ARTICLES[lang].match(definition):
        yield N_("Begin without an article: the definition should be able to stand in place of the term.")
    if len(list(sentences(definition))) > 1:
        yield N_("A definition is one phrase. Move the rest to the note on when the term is used.")
    if INTENTIONS[lang].search(definition):
        yield N_("What something is meant for fits too many things. Say what can be observed.")
