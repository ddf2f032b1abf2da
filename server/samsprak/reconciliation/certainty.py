"""Certainty: how surely a text means a concept by what it is called, before anything else is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from samsprak.errors import UnknownResource
from samsprak.language.tags import best, primary
from samsprak.search.closeness import Closeness
from samsprak.search.rows import Row
from samsprak.snapshot import Snapshot
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, LabelKind
from samsprak.vocabulary.succession import Succession, succession

# Scores of texts that are, as a whole, an identifier or a label.
IDENTIFIER, CODE = 100.0, 95.0
PREFERRED, ALTERNATIVE, INFLECTED, HIDDEN = 100.0, 99.0, 96.0, 88.0
# A label of a language that was not asked for is met by chance sometimes.
OTHER_LANGUAGE = 0.92
# What takes the place of the concept that is called so.
SUCCESSOR = 0.95
OUT_OF_USE = 0.9


class Certainty(IntEnum):
    """What a concept was found by, the surest last."""

    GUESS = 0
    FORM = 1
    NAME = 2
    IDENTIFIER = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A concept that a text may mean; `whole` says that the text is one of its labels, `own` in the right language."""

    vocabulary: Vocabulary
    concept: Concept
    score: float
    certainty: Certainty = Certainty.GUESS
    whole: bool = False
    own: bool = True
    instead_of: str = ""


class Namesakes:
    """Finds what is called as a text says, by identifiers and by whole labels."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def identified(self, text: str, vocabulary: str) -> Iterator[Found]:
        """Yield what a text names by an IRI, an id or a notation."""
        for name, concept in self._snapshot.index.named(text):
            if vocabulary in {"", name}:
                holder = self._snapshot.vocabulary(name)
                if text.strip() == concept.iri:
                    yield from self._in_use(Found(holder, concept, IDENTIFIER, Certainty.IDENTIFIER, whole=True))
                else:
                    yield from self._in_use(Found(holder, concept, CODE, _of_code(text, concept), whole=True))

    def called(self, text: str, lang: str, vocabulary: str) -> Iterator[Found]:
        """Yield what has a text as a label, in any language."""
        for row, closeness in self._snapshot.index.annotator.whole(text):
            if vocabulary in {"", row.vocabulary}:
                holder = self._snapshot.vocabulary(row.vocabulary)
                own = _is_own(row, holder, lang)
                score, certainty = _worth(row.kind, closeness)
                yield from self._in_use(
                    Found(
                        holder,
                        row.concept,
                        score if own else score * OTHER_LANGUAGE,
                        certainty if own else Certainty.GUESS,
                        whole=True,
                        own=own,
                    )
                )

    def _in_use(self, found: Found) -> Iterator[Found]:
        """Yield what was found, or what takes its place where it is out of use; by its identifier itself too."""
        concept = found.concept
        if not concept.retired:
            yield found
            return
        led = succession(concept.iri, self._successors, self._is_in_use)
        for iri in led.finals:
            holder, successor = self._snapshot.find(iri)
            if isinstance(successor, Concept):
                certainty = _of_successor(found.certainty, led)
                yield Found(holder, successor, found.score * SUCCESSOR, certainty, instead_of=concept.iri)
        if found.certainty is Certainty.IDENTIFIER or not led.finals:
            yield Found(found.vocabulary, concept, found.score * OUT_OF_USE, whole=found.whole, own=found.own)

    def _successors(self, iri: str) -> tuple[str, ...]:
        concept = self._concept(iri)
        return concept.replaced_by if concept else ()

    def _is_in_use(self, iri: str) -> bool:
        concept = self._concept(iri)
        return concept is not None and not concept.retired

    def _concept(self, iri: str) -> Concept | None:
        try:
            found = self._snapshot.find(iri)[1]
        except UnknownResource:
            return None
        return found if isinstance(found, Concept) else None


def certain(found: Iterable[Found]) -> Found | None:
    """Return the one that is certain: the only one that is met so surely, and that no other comes near."""
    known = list(found)
    surest = max((each.certainty for each in known), default=Certainty.GUESS)
    if surest is Certainty.GUESS:
        return None
    # A form of a word is sure only where nothing else has a form that is the same; a name also stands for what it
    # was the name of before.
    rivals = [each for each in known if each.certainty is surest or (each.instead_of and each.certainty < surest)]
    iris = {each.concept.iri for each in rivals}
    return rivals[0] if len(iris) == 1 else None


def _worth(kind: LabelKind, closeness: Closeness) -> tuple[float, Certainty]:
    if kind is LabelKind.HIDDEN:
        return HIDDEN, Certainty.GUESS
    if closeness is not Closeness.EXACT:
        return INFLECTED, Certainty.FORM
    return (PREFERRED if kind is LabelKind.PREFERRED else ALTERNATIVE), Certainty.NAME


def _of_code(text: str, concept: Concept) -> Certainty:
    """Return how sure an id or a code is: certain where it can be no word, and was not taken out of an address."""
    names = {concept.id.casefold(), *map(str.casefold, concept.notations)}
    telling = text.strip().casefold() in names and any(map(str.isdigit, text)) and any(map(str.isalpha, text))
    return Certainty.IDENTIFIER if telling else Certainty.GUESS


def _of_successor(certainty: Certainty, led: Succession) -> Certainty:
    """Return how sure a successor is: where a stored identifier has but one; a name is for a person to judge."""
    followed = certainty is Certainty.IDENTIFIER and led.whole and len(led.finals) == 1
    return Certainty.IDENTIFIER if followed else Certainty.GUESS


def _is_own(row: Row, vocabulary: Vocabulary, lang: str) -> bool:
    """Tell whether a label is in the language that a reader of `lang` is shown its concept in."""
    shown = best(row.concept.preferred, (lang, vocabulary.default_language))
    return primary(row.label.lang) in {"", primary(lang), primary(shown.lang) if shown else ""}
