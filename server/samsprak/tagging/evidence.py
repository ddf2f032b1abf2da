"""Evidence: what one text says for each concept, and how surely."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from samsprak.language.folding import fold
from samsprak.language.tags import primary
from samsprak.search.annotation import Annotation
from samsprak.search.closeness import Closeness
from samsprak.search.filters import Filters
from samsprak.search.index import MAX_LABELS, Hit
from samsprak.search.matching import MET_WHOLE
from samsprak.snapshot import Snapshot
from samsprak.vocabulary.records import Concept


class Ground(StrEnum):
    """Why a concept is proposed."""

    IS_TERM = "is-term"
    NAMES = "names"
    MENTIONS = "mentions"
    COMPOUND = "compound"
    LIKE = "like"
    MISSPELT = "misspelt"
    DESCRIBED = "described"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a concept: `strength` from 0 to 1, the ground, and the words in the text or the label."""

    vocabulary: str
    concept: Concept
    strength: float
    ground: Ground
    words: str


# How surely a text that is nothing but a term means the concept, by how near it is to the term.
WHOLE = {
    Closeness.ADDRESS: 1.0,
    Closeness.EXACT: 1.0,
    Closeness.FOLDED: 0.98,
    Closeness.INFLECTED: 0.96,
    Closeness.APART: 0.94,
}
# A term that is met whole by a part of a compound, or misspelt.
NEARLY = {Closeness.PART: 0.72, Closeness.SPELLING: 0.85}
# Two letters that differ make it another word more often than not.
TWO, TWO_ERRORS = 2, 0.55
# A term that is named: as what the text is about, or in passing – after a preposition, in brackets.
NAMED, IN_PASSING = 0.88, 0.5
# The term is the last part of a compound: `kvällsstödsamtal`.
AS_TAIL = 0.8
PARTLY, IN_TEXTS = 0.62, 0.62
# Labels of another language than the text's are mostly met by chance.
OTHER_LANGUAGE = 0.4
HITS = 5
# What follows one of these says more about what the text is about, and is not it.
_SWEDISH = "för i med om till av hos på vid åt från mot efter via inom under ej inte utan samt som ges"
_ENGLISH = "for in with about to of at on by from against after via within under not without as"
PREPOSITIONS = {"sv": frozenset(_SWEDISH.split()), "en": frozenset(_ENGLISH.split())}
BRACKETED = re.compile(r"[(\[][^)\]]*[)\]]?")
NUMBERED = re.compile(r"\b\d[\d\s–\-:./,+]*\w*\b\+?")
WORD = re.compile(r"[^\W\d_]+")
WORD_OR_COMMA = re.compile(r"[^\W\d_]+|,")


class Witness:
    """Finds the evidence in one text for all concepts."""

    def __init__(self, snapshot: Snapshot, lang: str, filters: Filters, depth: int = MAX_LABELS) -> None:
        self._snapshot = snapshot
        self._lang = lang
        self._filters = filters
        self._depth = depth
        self._prepositions = PREPOSITIONS.get(primary(lang), frozenset())

    def named(self, text: str) -> Iterator[Evidence]:
        """Yield the terms that a text names, which takes next to no time."""
        bare = bare_name(text)
        for each in self._snapshot.index.annotator.annotate(text, self._lang, self._filters.vocabulary):
            yield self._of_annotation(each, text, bare)

    def found(self, text: str, *, head: bool) -> Iterator[Evidence]:
        """Yield the concepts that a search for a text finds; with `head`, for its beginning too if that is a name."""
        bare = bare_name(text)
        if not WORD.search(bare):
            return
        for part in dict.fromkeys((self._head(bare), bare) if head else (bare,)):
            hits = self._snapshot.index.search(part, self._lang, self._filters, limit=HITS, depth=self._depth).hits
            yield from (self._of_hit(hit, part, whole=part == bare) for hit in hits)
            if hits and hits[0].closeness in WHOLE:
                return

    def _of_annotation(self, found: Annotation, text: str, bare: str) -> Evidence:
        row, written = found.row, text[found.start : found.end]
        if written == bare and found.closeness in WHOLE:
            return Evidence(row.vocabulary, row.concept, WHOLE[found.closeness], Ground.IS_TERM, written)
        passing = self._in_passing(text[: found.start])
        strength = IN_PASSING if passing else NAMED
        if found.closeness is Closeness.PART:
            strength *= AS_TAIL
        ground = Ground.MENTIONS if passing else Ground.NAMES
        ground = Ground.COMPOUND if found.closeness is Closeness.PART else ground
        return Evidence(row.vocabulary, row.concept, strength, ground, written)

    def _of_hit(self, hit: Hit, part: str, *, whole: bool) -> Evidence:
        label = hit.label.text
        if hit.text:
            return Evidence(hit.vocabulary, hit.concept, IN_TEXTS * min(hit.score, 1.0), Ground.DESCRIBED, label)
        if hit.closeness in WHOLE:
            ground = Ground.IS_TERM if whole else Ground.NAMES
            strength = WHOLE[hit.closeness] * (1.0 if whole else NAMED)
        elif hit.score > MET_WHOLE and hit.closeness in NEARLY:
            ground = Ground.MISSPELT if hit.closeness is Closeness.SPELLING else Ground.LIKE
            strength = NEARLY[hit.closeness] if OSA.distance(fold(part), fold(label)) < TWO else TWO_ERRORS
        else:
            ground = Ground.MISSPELT if hit.closeness is Closeness.SPELLING else Ground.LIKE
            strength = PARTLY * min(hit.score, 1.0)
        if hit.closeness not in WHOLE and primary(hit.label.lang) not in {primary(self._lang), ""}:
            strength *= OTHER_LANGUAGE
        return Evidence(hit.vocabulary, hit.concept, strength, ground, part if hit.closeness in WHOLE else label)

    def _head(self, bare: str) -> str:
        """Return what stands before the first preposition or comma: what a name is the name of."""
        for match in WORD_OR_COMMA.finditer(bare):
            if match.start() and (match.group() == "," or match.group().lower() in self._prepositions):
                return bare[: match.start()].strip() or bare
        return bare

    def _in_passing(self, before: str) -> bool:
        if before.count("(") > before.count(")"):
            return True
        return not self._prepositions.isdisjoint(word.lower() for word in WORD.findall(before))


def bare_name(text: str) -> str:
    """Return a text without what stands in brackets and without numbers: ages, times, how often."""
    return " ".join(NUMBERED.sub(" ", BRACKETED.sub(" ", text)).strip(" -–,;.").split())
