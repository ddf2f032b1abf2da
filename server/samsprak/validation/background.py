"""The vocabulary that single texts are checked against, and copies of it in which a text takes its place."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from operator import attrgetter

import pyoxigraph as ox

from samsprak.validation import engine
from samsprak.validation.rules import RuleBook
from samsprak.validation.terms import Subject, Term, terms_of
from samsprak.validation.waivers import WAIVES


@dataclass(frozen=True, slots=True)
class Background:
    """A vocabulary as read, its terms, and the rules; nothing changes them.

    A copy is lent to one check at a time and set right when it comes back: to make one takes longer than to check.
    """

    store: ox.Store
    book: RuleBook
    terms: tuple[Term, ...]
    _copies: deque[ox.Store] = field(default_factory=deque, repr=False, compare=False)

    @contextmanager
    def with_text(self, quads: Sequence[ox.Quad], described: Collection[Subject]) -> Iterator[ox.Store]:
        """Lend the vocabulary, prepared for the shapes, with a text in place of what it said of those described."""
        copy = self._copy()
        said = (quad for subject in described for quad in copy.quads_for_pattern(subject, None, None))
        # Waivers stand in a file of their own, which the text does not replace.
        old = [quad for quad in said if quad.predicate != WAIVES]
        for quad in old:
            copy.remove(quad)
        new = {each for quad in quads for each in (quad, *engine.given(quad)) if each not in copy}
        copy.extend(new)
        yield copy
        # Not reached where the check fails: that copy is not used again.
        for quad in new:
            copy.remove(quad)
        copy.extend(old)
        self._copies.append(copy)

    def terms_with_text(self, store: ox.Store, changed: Collection[Subject]) -> list[Term]:
        """Return the terms of a copy with a text in it: those of what the text speaks of are read anew."""
        names = {engine.key_of(subject) for subject in changed}
        fresh = [term for subject in changed for term in terms_of(store, subject)]
        kept = [term for term in self.terms if term.subject not in names]
        return sorted([*kept, *fresh], key=attrgetter("order"))

    def _copy(self) -> ox.Store:
        try:
            return self._copies.pop()
        except IndexError:
            copy = ox.Store()
            copy.extend(self.store)
            engine.prepare(copy)
            return copy
