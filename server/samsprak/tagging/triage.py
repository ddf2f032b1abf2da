"""Triage: what has become of the concept URIs that other systems have stored."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from samsprak.snapshot import Snapshot
from samsprak.tagging.addresses import is_address, stored
from samsprak.tagging.recognition import Recogniser, concept_of
from samsprak.tagging.verdicts import CERTAIN, Slip, Standing, Verdict
from samsprak.vocabulary.records import Status
from samsprak.vocabulary.succession import Succession, succession

# Registers repeat themselves: so many different cells are remembered.
REMEMBERED = 16384
APART = re.compile(r"\s*[;|\t\r\n]+\s*")
WITHIN = re.compile(r"(?:,\s+|\s+|,(?=https?://))")


class Triage:
    """Judges stored URIs against all loaded vocabularies; words are compared in `lang`."""

    def __init__(self, snapshot: Snapshot, lang: str) -> None:
        self._snapshot = snapshot
        self._recogniser = Recogniser(snapshot, lang)
        self._replacements = _replacements(snapshot)
        self.check = lru_cache(maxsize=REMEMBERED)(self._check)
        self.check_cell = lru_cache(maxsize=REMEMBERED)(self._check_cell)

    def _check(self, given: str) -> Verdict:
        """Return the verdict on one stored URI."""
        if not stored(given):
            return Verdict(given, Standing.EMPTY)
        recognised = self._recogniser.recognise(given)
        iris, slips = recognised.iris, recognised.slips
        if not iris:
            return Verdict(given, Standing.UNKNOWN, needs_person=True)
        if Slip.NO_CONCEPT in slips:
            return Verdict(given, Standing.UNKNOWN, iris, slips, needs_person=True)
        followed = [self._succession(iri) for iri in iris]
        now = tuple(dict.fromkeys(iri for each in followed for iri in each.finals))
        ways = tuple(way for each in followed for way in each.ways if len(way) > 1)
        settled = len(now) == 1 and all(each.whole for each in followed) and self._current(now[0])
        standing = Standing.UNKNOWN if slips else self._standing(iris[0])
        sure = settled and len(iris) == 1 and CERTAIN.issuperset(slips)
        return Verdict(given, standing, iris, slips, now, ways, needs_person=not sure)

    def _check_cell(self, cell: str) -> tuple[Verdict, ...]:
        """Return the verdicts on all URIs of a cell; an empty cell has one verdict."""
        return tuple(self.check(each) for each in self._apart(cell)) or (self.check(""),)

    def _apart(self, cell: str) -> list[str]:
        """Take a cell apart: at semicolons, bars and line breaks, at spaces only where that leaves addresses or ids."""
        if self._recogniser.knows(cell):
            return [cell]
        found: list[str] = []
        for part in filter(None, APART.split(cell.strip())):
            pieces = [piece for piece in WITHIN.split(part) if piece]
            if all(is_address(piece) or self._recogniser.knows(piece) for piece in pieces):
                found += pieces
            elif any(is_address(piece) for piece in pieces):
                found += _grouped(pieces)
            else:
                found.append(part)
        return found

    def _standing(self, iri: str) -> Standing:
        concept = concept_of(self._snapshot, iri)
        if concept and concept.status is Status.WITHDRAWN:
            return Standing.WITHDRAWN
        return Standing.CURRENT if self._current(iri) else Standing.RETIRED

    def _current(self, iri: str) -> bool:
        concept = concept_of(self._snapshot, iri)
        return concept is not None and not concept.retired and not concept.replaced_by

    def _ends(self, iri: str) -> bool:
        """Tell whether a way ends here: at a concept in use, or at one that is not loaded and cannot be followed."""
        return self._current(iri) or concept_of(self._snapshot, iri) is None

    def _successors(self, iri: str) -> Sequence[str]:
        concept = concept_of(self._snapshot, iri)
        named = concept.replaced_by if concept else ()
        return tuple(dict.fromkeys((*named, *self._replacements.get(iri, ()))))

    def _succession(self, iri: str) -> Succession:
        if self._current(iri):
            return Succession((iri,), ((iri,),), whole=True)
        return succession(iri, self._successors, self._ends)


def _replacements(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    """Return what each concept is replaced by, as only the successor says it (dcterms:replaces)."""
    found: dict[str, tuple[str, ...]] = {}
    for vocabulary in snapshot.vocabularies.values():
        for concept in vocabulary.concepts:
            for old in concept.replaces:
                found[old] = (*found.get(old, ()), concept.iri)
    return found


def _grouped(pieces: Sequence[str]) -> list[str]:
    """Return addresses by themselves, and the words between two of them together."""
    found: list[str] = []
    words: list[str] = []
    for piece in pieces:
        if is_address(piece):
            if words:
                found.append(" ".join(words))
                words = []
            found.append(piece)
        else:
            words.append(piece)
    return [*found, " ".join(words)] if words else found
