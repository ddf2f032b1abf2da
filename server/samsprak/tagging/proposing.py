"""Proposing: the concepts that a row of free text is about, with a score and the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from samsprak.search.filters import ANYTHING, Filters
from samsprak.search.index import MAX_LABELS
from samsprak.snapshot import Snapshot
from samsprak.tagging.abbreviations import Expander
from samsprak.tagging.evidence import Evidence, Ground, Witness

# The first column is what a row is called; the others tell more about it, and name much else.
FIRST, FURTHER = 1.0, 0.55
# A word that was abbreviated is a guess.
WRITTEN_OUT = 0.95
# Where the first says so much, the others are not searched for.
SURE = 0.8
# A broader concept gives way to a narrower one that is nearly as likely.
NEARLY_AS_LIKELY = 0.9
GIVES_WAY = 0.85
# What is no more likely than this is no proposal.
LEAST = 40
# Of rows that repeat themselves so many texts are remembered; what is said of each takes some kilobytes.
REMEMBERED = 2048


@dataclass(frozen=True, slots=True)
class Proposal:
    """A concept proposed for a text, with a score from 0 to 100 (docs/tagging.md) and what speaks most for it."""

    vocabulary: str
    iri: str
    score: int
    ground: Ground
    words: str


class Proposer:
    """Proposes concepts for texts in one language."""

    def __init__(
        self,
        snapshot: Snapshot,
        lang: str,
        filters: Filters = ANYTHING,
        within: frozenset[str] | None = None,
        *,
        expander: Expander | None = None,
        remembered: int = REMEMBERED,
        depth: int = MAX_LABELS,
    ) -> None:
        """With `filters` and the concepts `within` them, propose these only.

        Registers repeat themselves, so texts are `remembered`; what has an `expander` already may lend it. `depth` is
        how many labels a search looks at.
        """
        self._within = within
        self._expander = expander or Expander(snapshot, lang)
        self._witness = Witness(snapshot, lang, filters, depth)
        self._named = lru_cache(maxsize=remembered)(self._named_in)
        self._testimony = lru_cache(maxsize=remembered)(self._said_in)

    def propose(self, texts: Sequence[str], *, limit: int = 1, least: int = LEAST) -> tuple[Proposal, ...]:
        """Return the likeliest concepts for a row, best first; `texts` are its columns, what it is called first."""
        doubt: dict[str, float] = {}
        strongest: dict[str, Evidence] = {}
        for number, text in enumerate(texts):
            # A search takes a hundred times as long as to find what is named; it adds what comes second.
            testimony = self._named(text)
            sure = bool(doubt) and 1 - min(doubt.values()) >= SURE
            if not sure and (limit > 1 or not _sure(testimony)):
                testimony = self._testimony(text, not number)
            for iri, evidence in testimony.items():
                strength = evidence.strength * (FURTHER if number else FIRST)
                doubt[iri] = doubt.get(iri, 1.0) * (1 - strength)
                strongest.setdefault(iri, evidence)
        likelihood = {iri: 1 - rest for iri, rest in doubt.items()}
        for iri in [iri for iri in likelihood if self._gives_way(strongest[iri], likelihood)]:
            likelihood[iri] *= GIVES_WAY
        ranked = sorted(likelihood, key=lambda iri: -likelihood[iri])[:limit]
        proposals = (self._proposal(strongest[iri], likelihood[iri]) for iri in ranked)
        return tuple(each for each in proposals if each.score >= least)

    def _named_in(self, text: str) -> dict[str, Evidence]:
        return self._weighed(text, self._witness.named)

    def _said_in(self, text: str, head: bool) -> dict[str, Evidence]:
        return self._weighed(
            text, lambda expanded: chain(self._witness.named(expanded), self._witness.found(expanded, head=head))
        )

    def _weighed(self, text: str, testify: Callable[[str], Iterable[Evidence]]) -> dict[str, Evidence]:
        """Return what a text says for each concept, a little less where words had to be written out."""
        expanded = self._expander.expand(text)
        said = self._strongest(testify(expanded)) if text.strip() else {}
        if expanded.casefold() == text.casefold():
            return said
        return {iri: replace(each, strength=each.strength * WRITTEN_OUT) for iri, each in said.items()}

    def _strongest(self, testimony: Iterable[Evidence]) -> dict[str, Evidence]:
        """Return what speaks most for each concept that may be proposed, and nothing for those that are out of use."""
        found: dict[str, Evidence] = {}
        for each in testimony:
            iri = each.concept.iri
            if each.concept.retired or (self._within is not None and iri not in self._within):
                continue
            if iri not in found or each.strength > found[iri].strength:
                found[iri] = each
        return found

    def _gives_way(self, evidence: Evidence, likelihood: dict[str, float]) -> bool:
        own = likelihood[evidence.concept.iri]
        narrower = evidence.concept.narrower
        return any(likelihood.get(iri, 0.0) >= NEARLY_AS_LIKELY * own for iri in narrower)

    def _proposal(self, evidence: Evidence, likelihood: float) -> Proposal:
        score = round(100 * likelihood)
        return Proposal(evidence.vocabulary, evidence.concept.iri, score, evidence.ground, evidence.words)


def _sure(testimony: Mapping[str, Evidence]) -> bool:
    return any(each.strength >= SURE for each in testimony.values())
