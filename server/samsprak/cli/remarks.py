"""What the loader noticed, in words."""

from __future__ import annotations

from samsprak.errors import N_
from samsprak.language.messages import say
from samsprak.vocabulary.records import Finding, Remark

SHOWN = 3
WORDS = {
    Finding.CYCLE: N_("the hierarchy runs in a circle: {examples}"),
    Finding.UNLABELLED: N_("concepts without a label: {n} ({examples})"),
    Finding.BLANK_CONCEPT: N_("concepts left out, since they have no address of their own: {n}"),
    Finding.DUPLICATE_FILE: N_("files that repeat another and were read once: {n} ({examples})"),
    Finding.DANGLING: N_("relations that lead to what is no concept here: {n} ({examples})"),
    Finding.NO_SCHEME: N_("there is no concept scheme; the vocabulary is shown by its file's name"),
}


def in_words(remark: Remark, lang: str) -> str:
    """Return a remark as a line, with a few examples."""
    examples = ", ".join(remark.subjects[:SHOWN]) + (" …" if len(remark.subjects) > SHOWN else "")
    return say(WORDS[remark.finding], lang, n=len(remark.subjects), examples=examples)
