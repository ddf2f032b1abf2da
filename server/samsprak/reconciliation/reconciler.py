"""The reconciler: candidates for a name, the likeliest first, and whether one of them is certain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import fuzz, process

from samsprak.errors import UnknownResource
from samsprak.language.folding import fold
from samsprak.language.tags import primary
from samsprak.reconciliation.agreement import TEXTS, Agreement
from samsprak.reconciliation.certainty import Found, Namesakes, certain
from samsprak.reconciliation.kinds import COLLECTION, CONCEPT, Kinds
from samsprak.reconciliation.question import MAX_TEXT, Candidate, Known, Question, Strictness
from samsprak.search.filters import Filters
from samsprak.snapshot import Snapshot
from samsprak.tagging.abbreviations import Expander
from samsprak.tagging.proposing import Proposer

# What is no likelier than this is no candidate.
LEAST = 15
# A text that only holds a label is never as sure as one that is it.
MOST = 95.0
# What is known besides takes away so much of the doubt where it agrees, and leaves so much of the score where not.
DOUBT_LEFT, LEFT = 0.5, 0.6
WHOLLY = 100.0
# A search looks at so many labels: batches are large.
DEPTH = 30
# Properties that tell what something is called.
NAMES = frozenset({"prefLabel", "altLabel", "notation"})
# Names of collections that are so like a text.
LIKE = 75


class Reconciler:
    """Reconciles names with what a snapshot holds."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.kinds = Kinds(snapshot)
        self._agreement = Agreement(self.kinds)
        self._namesakes = Namesakes(snapshot)
        self._languages = {primary(lang) for each in snapshot.vocabularies.values() for lang in each.languages}
        self._expander = cache(lambda lang: Expander(snapshot, lang))

    def reconcile(self, question: Question, lang: str, vocabulary: str = "") -> tuple[Candidate, ...]:
        """Return the candidates for a question in a language, of one vocabulary or of all, the likeliest first."""
        types, understood = self._types(question, vocabulary)
        if COLLECTION in types:
            return tuple(self._collections(question, vocabulary))[: question.limit]
        demanded = () if question.strictness is Strictness.SHOULD else types
        if not understood and question.strictness is not Strictness.SHOULD:
            return ()
        # Texts in a language that no term has are read as being in none.
        lang = primary(lang) if primary(lang) in self._languages else ""
        found = list(self._found(question, lang, Filters(vocabulary=vocabulary), demanded))
        hoped = types if question.strictness is Strictness.SHOULD else ()
        return self._judged(found, question, hoped, understood=understood)

    def _types(self, question: Question, vocabulary: str) -> tuple[tuple[str, ...], bool]:
        """Return the types that mean something, and whether all that are needed do."""
        found = []
        for given in question.types:
            try:
                found.append(self.kinds.meant(given, vocabulary))
            except UnknownResource:
                continue
        few = len(found) < len(question.types) if question.strictness is Strictness.ALL else not found
        return tuple(found), not (question.types and few)

    def _found(self, question: Question, lang: str, filters: Filters, demanded: Sequence[str]) -> Iterator[Found]:
        """Yield what a text may mean; a search is made only where it is no name by itself."""
        text, described = _texts(question)
        whole = [
            *self._namesakes.identified(text, filters.vocabulary),
            *self._namesakes.called(text, lang, filters.vocabulary),
        ]
        known = [each for each in _best(whole) if self._is(each, demanded, question.strictness)]
        yield from known
        if len(known) == 1 and known[0].whole:
            return
        met = {each.concept.iri for each in known}
        for each in self._proposed([text, *described], lang, filters, demanded, question.limit):
            if each.concept.iri not in met and self._is(each, demanded, question.strictness):
                met.add(each.concept.iri)
                yield each

    def _proposed(
        self, texts: Sequence[str], lang: str, filters: Filters, demanded: Sequence[str], limit: int
    ) -> Iterator[Found]:
        """Yield what is proposed for a text, from each of the collections that are demanded."""
        if not any(text.strip() for text in texts):
            return
        lists = [kind for kind in demanded if kind != CONCEPT]
        for collection in lists if lists and CONCEPT not in demanded else [""]:
            proposer = Proposer(
                self._snapshot,
                lang,
                replace(filters, collection=collection),
                expander=self._expander(lang),
                remembered=0,
                depth=DEPTH,
            )
            for each in proposer.propose(texts, limit=limit, least=LEAST):
                holder = self._snapshot.vocabulary(each.vocabulary)
                if filters.vocabulary in {"", holder.id}:
                    yield Found(holder, holder.concept(each.iri), min(float(each.score), MOST))

    def _is(self, found: Found, demanded: Sequence[str], strictness: Strictness) -> bool:
        has = [self.kinds.has(found.vocabulary, found.concept, kind) for kind in demanded]
        return not has or (all(has) if strictness is Strictness.ALL else any(has))

    def _judged(
        self, found: Sequence[Found], question: Question, hoped: Sequence[str], *, understood: bool
    ) -> tuple[Candidate, ...]:
        """Return what was found as candidates, by what else is known of it."""
        compared = [known for known in question.known if self._agreement.counts(known)]
        cases = [
            _Case(
                each,
                tuple(self._agreement.agrees(each.vocabulary, each.concept, known) for known in compared),
                typed=self._is(each, hoped, Strictness.ANY) if hoped else None,
            )
            for each in found
        ]
        # What none of them has tells nothing about which one is meant, but casts doubt on all.
        telling = [place for place in range(len(compared)) if any(case.agrees[place] for case in cases)]
        sure = certain(case.found for case in cases if case.fits) if understood else None
        judged = [case.judged(telling, match=case.found is sure) for case in cases]
        judged.sort(key=lambda each: (not each.match, -each.score))
        return tuple(judged[: question.limit])

    def _collections(self, question: Question, vocabulary: str) -> Iterator[Candidate]:
        """Yield the collections that are called so, or nearly so."""
        names = {
            (holder.id, each.iri, fold(label.text.partition(" (")[0]))
            for holder in self._snapshot.vocabularies.values()
            if vocabulary in {"", holder.id}
            for each in holder.collections
            for label in each.preferred
        }
        asked = fold(question.text)
        choices = {key: key[2] for key in names}
        near = process.extract(asked, choices, scorer=fuzz.ratio, score_cutoff=LIKE, limit=None) if asked else []
        best: dict[str, Candidate] = {}
        for _, score, (holder_id, iri, _) in near:
            best.setdefault(iri, Candidate(holder_id, iri, round(score if score == WHOLLY else min(score, MOST), 1)))
        exact = [iri for iri, each in best.items() if each.score == WHOLLY]
        for iri, each in best.items():
            yield replace(each, match=exact == [iri], features=(("whole", iri in exact), ("text", each.score)))


@dataclass(frozen=True, slots=True)
class _Case:
    """A concept that was found, whether it agrees with each thing known besides, and has the type hoped for, if any."""

    found: Found
    agrees: tuple[bool, ...]
    typed: bool | None

    @property
    def fits(self) -> bool:
        return all(self.agrees) and self.typed is not False

    def judged(self, telling: Iterable[int], *, match: bool) -> Candidate:
        """Return the candidate, scored by the properties that are `telling`, by their places."""
        found = self.found
        features: list[tuple[str, float]] = [
            ("whole", found.whole),
            ("language", found.own),
            ("text", round(found.score, 1)),
        ]
        if self.agrees:
            features.append(("properties", sum(self.agrees) / len(self.agrees)))
        if self.typed is not None:
            features.append(("type", self.typed))
        score = _score(found.score, [self.agrees[place] for place in telling])
        score = score if self.typed is not False else score * LEFT
        return Candidate(
            found.vocabulary.id, found.concept.iri, round(score, 1), match, tuple(features), found.instead_of
        )


def _score(score: float, agreed: Iterable[bool]) -> float:
    for agrees in agreed:
        score = WHOLLY - (WHOLLY - score) * DOUBT_LEFT if agrees else score * LEFT
    return score


def _texts(question: Question) -> tuple[str, list[str]]:
    """Return what is sought is called, and what describes it; without a name, the first description is one."""
    described = [value[:MAX_TEXT] for known in question.known if _describes(known) for value in known.values]
    text = question.text.strip()[:MAX_TEXT]
    if not text:
        named = [value for known in question.known if known.property in NAMES for value in known.values]
        text = next(iter([*named, *described]), "")
    return text, described


def _describes(known: Known) -> bool:
    return known.property.partition("@")[0] in TEXTS


def _best(found: Iterable[Found]) -> list[Found]:
    """Return the best of each concept, the best first."""
    best: dict[str, Found] = {}
    for each in found:
        other = best.get(each.concept.iri)
        if other is None or (each.certainty, each.score) > (other.certainty, other.score):
            best[each.concept.iri] = each
    return sorted(best.values(), key=lambda each: -each.score)
