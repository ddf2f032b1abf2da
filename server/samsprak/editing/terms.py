"""Terms that came and went: whom they lead to now, and who shares them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from samsprak.editing.differences import Consequence, Difference, Effect, Happening, Sort
from samsprak.language.folding import without_case
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, Label
from samsprak.vocabulary.states import State


class Terms:
    """The terms that differences concern, and the concepts in use that have them now."""

    def __init__(self, head: State, differences: Sequence[Difference]) -> None:
        self._moves = {each.iri: _moves(each) for each in differences if each.sort is Sort.CONCEPT}
        wanted = {term for lost, gained in self._moves.values() for term in (*lost, *gained)}
        self._now = _owners(head.vocabulary, wanted)
        self._started = {each.iri for each in differences if each.first is Happening.ADDED}

    def of(self, each: Difference) -> Iterator[Consequence]:
        """Yield what follows from the terms that a concept has lost and gained."""
        lost, gained = self._moves[each.iri]
        silent = []
        for term, text in lost.items():
            owners = tuple(iri for iri in self._now.get(term, ()) if iri != each.iri)
            if not owners:
                silent.append(text)
            elif each.after is None and self._started.issuperset(owners):
                yield Consequence(Effect.NEW_ADDRESS, owners, (text,))
            else:
                yield Consequence(Effect.FINDS_OTHER, owners, (text,))
        if silent:
            yield Consequence(Effect.NOT_FOUND, texts=tuple(dict.fromkeys(silent)))
        if isinstance(each.after, Concept) and each.after.retired:
            return
        for term, text in gained.items():
            # Where it was another's and is so no more, that other's difference says so.
            owners = tuple(iri for iri in self._now.get(term, ()) if iri != each.iri)
            if owners:
                yield Consequence(Effect.SHARED, owners, (text,))


def _moves(each: Difference) -> tuple[dict[str, str], dict[str, str]]:
    """Return the terms that a concept has lost and gained, as they compare and as they are written."""
    before = _terms(each.before) if isinstance(each.before, Concept) else {}
    after = _terms(each.after) if isinstance(each.after, Concept) else {}
    lost = {term: text for term, text in before.items() if term not in after}
    return lost, {term: text for term, text in after.items() if term not in before}


def _terms(concept: Concept) -> dict[str, str]:
    return {without_case(label.text): label.text for label in _labels(concept)}


def _labels(concept: Concept) -> Iterable[Label]:
    return (*concept.preferred, *concept.alternative, *concept.hidden)


def _owners(vocabulary: Vocabulary, wanted: set[str]) -> dict[str, dict[str, None]]:
    """Return the concepts in use by those of their terms that are wanted."""
    found: dict[str, dict[str, None]] = {}
    if not wanted:
        return found
    for concept in vocabulary.concepts:
        if not concept.retired:
            for label in _labels(concept):
                term = without_case(label.text)
                if term in wanted:
                    found.setdefault(term, {})[concept.iri] = None
    return found
