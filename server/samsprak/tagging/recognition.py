"""Recognition: which concept a stored URI stands for, whatever has happened to its spelling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

from samsprak.search.closeness import Closeness
from samsprak.search.matching import MET_WHOLE
from samsprak.snapshot import Snapshot
from samsprak.tagging.addresses import asked_for, differences, is_address, loose, segments, shorter, stored
from samsprak.tagging.verdicts import Slip
from samsprak.vocabulary.records import Concept, MappingKind

# Ids shorter than this are too like each other for two typing errors to be guessed at.
TWO_ERRORS = 9
MOST_ERRORS = 2
# Shorter ids stand in other people's addresses by chance.
TELLING = 4
# More concepts than this that are equally near are no help.
MAX_NEAREST = 3
# In a page's address the id stands at most so far behind that of the vocabulary: `/v/sv/page/id` in Skosmos.
FURTHEST = 3
# Up to here a term is met as a whole.
WHOLE = Closeness.APART


@dataclass(frozen=True, slots=True)
class Recognised:
    """The IRIs that are meant or nearest, best first, and how what was stored differs from them."""

    iris: tuple[str, ...]
    slips: tuple[Slip, ...] = ()


NOTHING = Recognised(())
Table = dict[str, tuple[str, ...]]


class Recogniser:
    """Knows the concepts of all vocabularies by their IRIs in any spelling, ids, notations, mappings and terms."""

    def __init__(self, snapshot: Snapshot, lang: str) -> None:
        self._snapshot = snapshot
        self._lang = lang
        self._concepts = {c.iri: c for vocabulary in snapshot.vocabularies.values() for c in vocabulary.concepts}
        self._spellings = _table((loose(iri), iri) for iri in self._concepts)
        self._namespaces = {_namespace(key) for key in self._spellings}
        self._ids = _table((c.id.casefold(), c.iri) for c in self._concepts.values())
        self._notations = _table((n.casefold(), c.iri) for c in self._concepts.values() for n in c.notations)
        self._mapped = _table((loose(target), iri) for target, iri in self._exact_matches())
        self._older = _table(
            (loose(old), c.iri) for c in self._concepts.values() for old in c.replaces if old not in self._concepts
        )
        self._others = _table(
            (loose(each.iri), each.iri)
            for vocabulary in snapshot.vocabularies.values()
            for each in (*vocabulary.schemes, *vocabulary.collections, *vocabulary.sources)
        )

    def knows(self, text: str) -> bool:
        """Tell whether a text is, as a whole, something that a vocabulary names, without guessing."""
        given = stored(text)
        return given in self._concepts or any(map(_found, self._named(given))) or bool(self._prefixed(given))

    def recognise(self, text: str) -> Recognised:
        """Return the concepts that a text stands for or is nearest to; none where nothing is near."""
        given = stored(text)
        if given in self._concepts:
            return Recognised((given,))
        return next(filter(_found, chain(self._sure(given), self._guesses(given))), NOTHING)

    def _exact_matches(self) -> Iterator[tuple[str, str]]:
        for concept in self._concepts.values():
            for mapping in concept.mappings:
                if mapping.kind is MappingKind.EXACT:
                    yield mapping.target, concept.iri

    def _sure(self, given: str) -> Iterator[Recognised]:
        """Yield what the text names in another spelling, the plainest first."""
        yield self._spelled(given, ())
        asked = asked_for(given)
        if asked:
            yield Recognised(next(filter(_found, self._named(stored(asked))), NOTHING).iris, (Slip.QUERY,))
        for plain, slips in shorter(given):
            yield self._spelled(plain, slips)
        yield Recognised(self._prefixed(given), (Slip.PREFIXED,))
        yield Recognised(self._paged(given), (Slip.PAGE,))
        yield from self._named(given)

    def _named(self, given: str) -> Iterator[Recognised]:
        yield self._spelled(given, ())
        key = loose(given)
        yield Recognised(self._older.get(key, ()), (Slip.OLD,))
        yield Recognised(self._mapped.get(key, ()), (Slip.MAPPING,))
        yield Recognised(self._others.get(key, ()), (Slip.NO_CONCEPT,))
        yield Recognised(self._ids.get(given.casefold(), ()), (Slip.ID,))
        yield Recognised(self._notations.get(given.casefold(), ()), (Slip.NOTATION,))

    def _spelled(self, plain: str, slips: tuple[Slip, ...]) -> Recognised:
        """Return the concept of an address in another spelling; `slips` is what was already taken off it."""
        if plain in self._concepts:
            return Recognised((plain,), slips)
        found = self._spellings.get(loose(plain), ())
        more = differences(plain, found[0]) if found else ()
        return Recognised(found, (*slips, *more))

    def _prefixed(self, given: str) -> tuple[str, ...]:
        prefix, _, rest = given.partition(":")
        return self._in(prefix, rest) if "/" not in rest else ()

    def _paged(self, given: str) -> tuple[str, ...]:
        """Return what the address of a page names: the id of a vocabulary, and one in it soon after."""
        parts = segments(given)
        for place, name in enumerate(parts[:-1]):
            for part in parts[place + 1 : place + 1 + FURTHEST]:
                found = self._in(name, part) or self._in(name, part.rpartition(".")[0])
                if found:
                    return found
        return ()

    def _in(self, vocabulary_id: str, concept_id: str) -> tuple[str, ...]:
        vocabulary = self._snapshot.vocabularies.get(vocabulary_id.casefold())
        found = self._ids.get(concept_id.casefold(), ()) if vocabulary and concept_id else ()
        return tuple(iri for iri in found if vocabulary and vocabulary.holds(iri))

    def _guesses(self, given: str) -> Iterator[Recognised]:
        """Yield what may be meant, the likeliest first."""
        parts = [part for part in segments(given) if len(part) >= TELLING]
        if is_address(given):
            for part in reversed(parts[1:]):
                yield Recognised(self._ids.get(part.casefold(), ()), (Slip.ELSEWHERE,))
            if self._is_near(loose(given)):
                yield Recognised(_nearest(loose(given), self._spellings, parts), (Slip.MISTYPED,))
            if len(parts) > 1:
                words = parts[-1].replace("-", " ").replace("_", " ")
                yield Recognised(self._called(words), (Slip.TERM,))
        else:
            yield Recognised(self._called(given), (Slip.TERM,))
            if " " not in given:
                yield Recognised(_nearest(given.casefold(), self._ids, [given]), (Slip.MISTYPED,))
            yield Recognised(self._called(given, forgiving=True), (Slip.TERM,))

    def _is_near(self, key: str) -> bool:
        """Tell whether an address begins nearly as one of a concept here; others are not compared with each concept."""
        errors = (OSA.distance(_namespace(key), each, score_cutoff=MOST_ERRORS) for each in self._namespaces)
        return any(wrong <= MOST_ERRORS for wrong in errors)

    def _called(self, words: str, *, forgiving: bool = False) -> tuple[str, ...]:
        """Return the concepts that have a term, in any form; where `forgiving`, misspelt too."""
        hits = self._snapshot.index.search(words, self._lang, limit=MAX_NEAREST).hits
        misspelt = forgiving and hits and hits[0].closeness is Closeness.SPELLING
        near = [hit for hit in hits if hit.closeness <= WHOLE or (misspelt and hit.score > MET_WHOLE)]
        return tuple(hit.concept.iri for hit in near if hit.closeness == near[0].closeness)


def concept_of(snapshot: Snapshot, iri: str) -> Concept | None:
    """Return the concept with an IRI, or None where no vocabulary here has it: successors may be elsewhere."""
    for vocabulary in snapshot.vocabularies.values():
        if vocabulary.holds(iri):
            found = vocabulary.resource(iri)
            return found if isinstance(found, Concept) else None
    return None


def _nearest(key: str, table: Table, parts: list[str]) -> tuple[str, ...]:
    """Return what is a typing error or two away from a key, unless many are."""
    if not parts or len(parts[-1]) < TELLING:
        return ()
    errors = 1 if len(parts[-1]) < TWO_ERRORS else MOST_ERRORS
    found = process.extract(key, table.keys(), scorer=OSA.distance, score_cutoff=errors, limit=4 * MAX_NEAREST)
    nearest = [iri for name, distance, _ in found if distance == found[0][1] for iri in table[name]]
    return tuple(nearest) if len(nearest) <= MAX_NEAREST else ()


def _namespace(key: str) -> str:
    return key[: max(key.rfind("/"), key.rfind("#")) + 1]


def _found(recognised: Recognised) -> bool:
    return bool(recognised.iris)


def _table(pairs: Iterable[tuple[str, str]]) -> Table:
    found: Table = {}
    for key, iri in pairs:
        if iri not in found.get(key, ()):
            found[key] = (*found.get(key, ()), iri)
    return found
