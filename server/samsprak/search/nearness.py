"""Nearness: how near a word of a query is to a word of a label."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import OSA

from samsprak.language.derivations import is_doer
from samsprak.language.folding import meant_otherwise
from samsprak.language.inflections import lemma
from samsprak.search.analysis import Form
from samsprak.search.closeness import Closeness
from samsprak.search.lexicon import SHORTEST_TAIL
from samsprak.search.query import Asked, errors_in

# What a match of each closeness is worth, of 1.
WORTH = {
    Closeness.EXACT: 1.0,
    Closeness.FOLDED: 0.98,
    Closeness.INFLECTED: 0.94,
    Closeness.APART: 0.92,
    Closeness.PREFIX: 0.8,
    Closeness.KIN: 0.86,
    Closeness.PART: 0.6,
    Closeness.SPELLING: 0.72,
}
# The last part of a compound is what it is a kind of.
HEAD = 0.78
# Each further typing error, and a match that only shares a part with the word, cost as much.
FURTHER = 0.2
# Begun words with an error in them must be so long.
SHORTEST_BEGUN = 6


class WordMatch(NamedTuple):
    """How a word of the query matches a word of a label, what that is worth, from 0 to 1, and how much of it is met."""

    closeness: Closeness
    worth: float
    share: float = 1.0

    @property
    def value(self) -> float:
        """What to choose the best by."""
        return self.worth * (0.5 + 0.5 * self.share)


def same_word(asked: Asked, form: Form) -> WordMatch | None:
    """Return a match of two words that are forms of one word, or None."""
    if asked.folded == form.folded:
        if meant_otherwise(asked.text, form.text):
            return None
        closeness = Closeness.EXACT if asked.text == form.text else Closeness.FOLDED
        return WordMatch(closeness, WORTH[closeness])
    if _inflected(asked, form) and not _does(asked, form):
        return WordMatch(Closeness.INFLECTED, WORTH[Closeness.INFLECTED])
    return None


def match_word(asked: Asked, form: Form) -> WordMatch | None:
    """Return how near a word of a label is to a word of the query, or None where it is not near."""
    same = same_word(asked, form)
    if same:
        return same
    if asked.folded == form.folded:
        return WordMatch(Closeness.SPELLING, WORTH[Closeness.SPELLING])
    share = len(asked.folded) / max(len(form.folded), 1)
    if (
        share < 1
        and asked.part
        and form.folded.startswith(asked.folded)
        and not meant_otherwise(asked.text, form.text[: len(asked.text)])
    ):
        return WordMatch(Closeness.PREFIX, WORTH[Closeness.PREFIX], share)
    if form.base in asked.deeds or _inflected(asked, form):
        return WordMatch(Closeness.KIN, WORTH[Closeness.KIN])
    parts = set(form.parts)
    if _is_part(asked, form, parts) or asked.deeds & parts or _ends(form, asked):
        head = form.parts[-1:] and form.parts[-1] in asked.bases | asked.deeds
        return WordMatch(Closeness.PART, HEAD if head else WORTH[Closeness.PART], min(share, 1.0))
    return _misspelt(asked, form) or _akin(asked, form)


def _is_part(asked: Asked, form: Form, parts: set[str]) -> bool:
    """Tell whether a word is a part of a compound, its own å, ä and ö and not only letters that fold alike."""
    if asked.bases.isdisjoint(parts):
        return False
    return asked.text.isascii() or any(stem in form.text for stem in asked.stems)


def _ends(form: Form, asked: Asked) -> bool:
    """Tell whether a word ends so, where it is not known what it is made of."""
    if form.parts or not asked.part or len(asked.folded) < SHORTEST_TAIL or not form.folded.endswith(asked.folded):
        return False
    return not meant_otherwise(asked.text, form.text[-len(asked.text) :])


def _inflected(asked: Asked, form: Form) -> bool:
    if asked.text.isascii():
        return form.base in asked.bases or form.folded in asked.candidates
    return form.stem in asked.stems or (
        form.folded in asked.candidates and not meant_otherwise(asked.text[: len(form.text)], form.text)
    )


def _does(asked: Asked, form: Form) -> bool:
    """Tell whether one of two words with a common stem is a doer and the other is not: handlägga, handläggare."""
    if is_doer(asked.folded) == is_doer(form.folded):
        return False
    return lemma(asked.text, "sv") != lemma(form.text, "sv")


def _misspelt(asked: Asked, form: Form) -> WordMatch | None:
    if not asked.errors:
        return None
    # Two words are as like as the shorter of them lets them be: `bvc` is no misspelt `bli`.
    forgiven = min(asked.errors, errors_in(form.folded))
    wrong = OSA.distance(asked.folded, form.folded, score_cutoff=forgiven)
    if wrong <= forgiven:
        return WordMatch(Closeness.SPELLING, WORTH[Closeness.SPELLING] - FURTHER * (wrong - 1))
    forgiven = min(asked.errors, errors_in(form.base))
    near = [base for base in asked.bases if errors_in(base)]
    wrong = min((OSA.distance(base, form.base, score_cutoff=forgiven) for base in near), default=forgiven + 1)
    if wrong <= forgiven:
        both = WORTH[Closeness.INFLECTED] * WORTH[Closeness.SPELLING]
        return WordMatch(Closeness.SPELLING, both - FURTHER * (wrong - 1))
    begun = form.folded[: len(asked.folded)]
    if len(asked.folded) >= SHORTEST_BEGUN and OSA.distance(asked.folded, begun, score_cutoff=1) <= 1:
        return WordMatch(Closeness.SPELLING, WORTH[Closeness.SPELLING] - FURTHER, len(begun) / len(form.folded))
    return None


def _akin(asked: Asked, form: Form) -> WordMatch | None:
    """Return a match with a part that both words have, or that the query's word has besides others."""
    if form.base in asked.parts:
        return WordMatch(Closeness.SHARED, (WORTH[Closeness.PART] - FURTHER) * asked.parts[form.base], 0.5)
    told = max((asked.parts.get(part, 0.0) for part in form.parts), default=0.0) if asked.parts else 0.0
    return WordMatch(Closeness.SHARED, (WORTH[Closeness.PART] - 2 * FURTHER) * told, 0.5) if told else None
