"""Names that are not words: IRIs, ids and notations, as they are pasted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from samsprak.vocabulary.formats import FORMATS
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept

Named = tuple[str, Concept]

# Longer than any IRI that somebody pastes.
MAX_LENGTH = 500
# What stands around an address in running text.
AROUND = "<>‹›«»“”\"'().,;:!?"
SCHEMES = ("https://", "http://")
SUFFIXES = tuple(f".{form.suffix}" for form in FORMATS)


class Names:
    """Concepts by IRI, as it is written, and by id and notation, whatever their capitals."""

    def __init__(self, vocabularies: Iterable[Vocabulary]) -> None:
        self._vocabularies = tuple(vocabularies)
        self._named: dict[str, tuple[Named, ...]] = {}
        for vocabulary in self._vocabularies:
            for concept in vocabulary.concepts:
                one = ((vocabulary.id, concept),)
                for name in {concept.id.casefold(), *map(str.casefold, concept.notations)}:
                    self._named[name] = self._named[name] + one if name in self._named else one

    def find(self, text: str) -> tuple[Named, ...]:
        """Return the concepts that a text names, by the whole of it or by an id in an address; mostly none."""
        pasted = text.strip().strip(AROUND)[:MAX_LENGTH]
        if not pasted or " " in pasted:
            return self._named.get(pasted.casefold(), ())
        found = (self._by_iri(each) or self._named.get(each.casefold(), ()) for each in _readings(pasted))
        return next(filter(None, found), ())

    def _by_iri(self, iri: str) -> tuple[Named, ...]:
        rest = iri.removeprefix(SCHEMES[0]).removeprefix(SCHEMES[1])
        if rest == iri:
            return ()
        return tuple(
            (vocabulary.id, vocabulary.concept(f"{scheme}{rest}"))
            for scheme in SCHEMES
            for vocabulary in self._vocabularies
            if _is_concept(vocabulary, f"{scheme}{rest}")
        )


def _is_concept(vocabulary: Vocabulary, iri: str) -> bool:
    return vocabulary.holds(iri) and isinstance(vocabulary.resource(iri), Concept)


def _readings(pasted: str) -> Iterator[str]:
    """Yield what may be meant: the address itself, without a suffix, and its last parts alone."""
    plain = pasted
    yield plain
    for suffix in SUFFIXES:
        if plain.casefold().endswith(suffix):
            plain = plain[: -len(suffix)]
            yield plain
    if "/" in plain or "#" in plain:
        yield from reversed(re.split(r"[/#?=&]", unquote(plain))[1:])
