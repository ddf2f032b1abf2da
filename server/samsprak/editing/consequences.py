"""Consequences: what differences mean for those who have tagged, linked or searched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from samsprak.editing.differences import Aspect, Consequence, Difference, Effect, Happening, Sort
from samsprak.editing.terms import Terms
from samsprak.language.differences import difference
from samsprak.vocabulary.records import Concept, LabelKind, Resource, Status
from samsprak.vocabulary.states import State
from samsprak.vocabulary.succession import succession

ORDER = {effect: place for place, effect in enumerate(Effect)}
# More narrower concepts than this are not counted one by one.
MOST = 1000
# Definitions that are longer than this together are not weighed: the time grows with the square.
LONGEST = 10_000
MEANING = frozenset({Aspect.DEFINITION, Aspect.SCOPE})


class Consequences:
    """Tells what follows from each of the differences between two states."""

    def __init__(self, base: State, head: State, differences: Sequence[Difference]) -> None:
        self._base = base
        self._head = head
        self._now = {concept.iri: concept for concept in head.vocabulary.concepts}
        self._then = {concept.iri: concept for concept in base.vocabulary.concepts}
        self._out = {each.iri for each in differences if each.sort is Sort.CONCEPT and _went_out(each)}
        # Where none is declared, any concept may stand at the top.
        self._tops = any(scheme.top_concepts for scheme in head.vocabulary.schemes)
        self._terms = Terms(head, differences)
        self._suggesting = _suggesting(base if head.guide_broken else head)

    def of(self, each: Difference) -> tuple[Consequence, ...]:
        """Return what follows from one difference, the gravest first."""
        if each.sort is Sort.GUIDE:
            found = list(self._of_guide(each))
        elif each.sort in {Sort.COLLECTION, Sort.SCHEME, Sort.SOURCE}:
            found = list(self._of_address(each))
        elif each.sort is Sort.CONCEPT:
            found = [*self._of_address(each), *self._of_tags(each), *self._of_place(each), *self._of_meaning(each)]
            found += self._terms.of(each)
        else:
            found = []
        return tuple(sorted(found, key=lambda one: ORDER[one.effect]))

    def _of_guide(self, each: Difference) -> Iterator[Consequence]:
        if self._head.guide_broken and each.iri in {guide.iri for guide in self._base.guides}:
            yield Consequence(Effect.GUIDE_BROKEN)
        gone = [change for change in each.of(Aspect.ANSWERS) if set(change.lost) - set(change.gained)]
        if gone and not self._head.guide_broken:
            yield Consequence(Effect.SAVED_LINKS, texts=tuple(sorted({*gone[0].lost} - {*gone[0].gained})))

    def _of_address(self, each: Difference) -> Iterator[Consequence]:
        if each.first is Happening.LOST or (each.before and not self._head.vocabulary.holds(each.iri)):
            yield Consequence(Effect.GONE)
            referring = self._head.dangling.get(each.iri, ())
            if referring:
                yield Consequence(Effect.REFERRED_TO, referring)
        elif _withdrawn(each.after) and each.before and not _withdrawn(each.before):
            yield Consequence(Effect.WITHDRAWN)

    def _of_tags(self, each: Difference) -> Iterator[Consequence]:
        """Yield where a tag with the concept leads now."""
        lost = Happening.LOST in each.happenings
        before = each.before.replaced_by if isinstance(each.before, Concept) else ()
        after = each.after.replaced_by if isinstance(each.after, Concept) else ()
        if each.iri in self._out:
            finals = self._finals(each.iri, each.successors)
            if len(finals) > 1:
                yield Consequence(Effect.CHOICE, finals)
            elif finals:
                yield Consequence(Effect.LEADS_TO, finals)
            elif not lost:
                yield Consequence(Effect.LEADS_NOWHERE)
        elif isinstance(each.after, Concept) and each.after.retired and before != after:
            finals = self._finals(each.iri, after)
            effect = Effect.LEADS_NOWHERE if not finals else Effect.LEADS_TO if len(finals) == 1 else Effect.CHOICE
            yield Consequence(effect, finals)
        missing = tuple(iri for iri in after if iri not in self._now and (iri not in before or iri in self._then))
        if missing:
            yield Consequence(Effect.SUCCESSOR_MISSING, missing)
        if each.iri in self._out and each.iri in self._suggesting:
            yield Consequence(Effect.GUIDE_SUGGESTS, texts=self._suggesting[each.iri])

    def _finals(self, iri: str, successors: Sequence[str]) -> tuple[str, ...]:
        """Return the concepts in use that the successors of a concept end in."""
        return succession(
            iri,
            lambda here: successors if here == iri else self._now[here].replaced_by if here in self._now else (),
            lambda here: here in self._now and not self._now[here].retired,
        ).finals

    def _of_place(self, each: Difference) -> Iterator[Consequence]:
        """Yield what becomes of the narrower concepts, and of one that nothing is above any more."""
        before, after = each.before, each.after
        if each.iri in self._out and isinstance(before, Concept):
            pathless = tuple(iri for iri in before.narrower if self._pathless(iri))
            if pathless:
                yield Consequence(Effect.PATHLESS, pathless, n=self._below(pathless))
        if Happening.MOVED not in each.happenings or not isinstance(after, Concept) or each.iri in self._out:
            return
        if (
            self._tops
            and self._pathless(each.iri)
            and not any(link.iri in self._out for link in self._then[each.iri].broader)
        ):
            yield Consequence(Effect.ROOTLESS)
        below = self._below((each.iri,)) - 1
        if below:
            yield Consequence(Effect.CARRIED, n=below)

    def _pathless(self, iri: str) -> bool:
        """Tell whether a concept in use had something in use above it, and has not now, nor stands at the top."""
        before, after = self._then.get(iri), self._now.get(iri)
        if before is None or after is None or after.retired or set(after.top_of) - set(before.top_of):
            return False
        return self._supported(before, self._then) and not self._supported(after, self._now)

    @staticmethod
    def _supported(concept: Concept, known: Mapping[str, Concept]) -> bool:
        return any(link.iri in known and not known[link.iri].retired for link in concept.broader)

    def _below(self, starts: Sequence[str]) -> int:
        """Count these concepts and what is below them, up to `MOST`."""
        seen = set(starts)
        pending = list(starts)
        while pending and len(seen) < MOST:
            concept = self._now.get(pending.pop())
            fresh = [iri for iri in (concept.narrower if concept else ()) if iri not in seen]
            seen.update(fresh)
            pending += fresh
        return min(len(seen), MOST)

    def _of_meaning(self, each: Difference) -> Iterator[Consequence]:
        before, after = each.before, each.after
        if not isinstance(before, Concept) or not isinstance(after, Concept):
            return
        for change in each.of(Aspect.DEFINITION):
            if not change.lost or not change.gained or len(change.lost[0]) + len(change.gained[0]) > LONGEST:
                continue
            told = difference((change.lost[0], change.gained[0]), change.lang)
            if not told.alike:
                yield Consequence(Effect.UNLIKE, texts=(change.lang,))
            elif not any(told.spans):
                yield Consequence(Effect.WORD_FORMS, texts=(change.lang,))
        decided = before.status is after.status is Status.DECIDED
        meant = any(change.aspect in MEANING for change in each.changes) or _newly_named(each)
        if decided and meant and before.history.accepted == after.history.accepted:
            yield Consequence(Effect.DECISION, texts=(after.history.accepted,))


def _went_out(each: Difference) -> bool:
    return each.first is Happening.LOST or Happening.RETIRED in each.happenings


def _withdrawn(record: Resource | None) -> bool:
    return isinstance(record, Concept) and record.status is Status.WITHDRAWN


def _newly_named(each: Difference) -> bool:
    return any(change.lost for change in each.of(Aspect(LabelKind.PREFERRED.value)))


def _suggesting(state: State) -> dict[str, tuple[str, ...]]:
    """Return by concept the ids of the answers that suggest it."""
    found: dict[str, dict[str, None]] = {}
    for guide in state.guides:
        for question in guide.questions:
            for answer in question.answers:
                for suggestion in answer.suggestions:
                    found.setdefault(suggestion.concept, {})[answer.id] = None
    return {iri: tuple(answers) for iri, answers in found.items()}
