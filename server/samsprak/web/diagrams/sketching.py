"""Puts a sketch together: members are added once each, and no line closes a circle."""

from __future__ import annotations

from collections.abc import Iterable

from samsprak.errors import N_
from samsprak.language.messages import say
from samsprak.vocabulary.records import Concept, Hierarchy
from samsprak.web.diagrams.offspring import Group, division_link
from samsprak.web.diagrams.records import Member, Relation, Role, Sketch
from samsprak.web.presentation import Link, Reader


class Sketching:
    """A sketch in the making; `finished` returns it."""

    def __init__(self, reader: Reader, current: Concept) -> None:
        self._reader = reader
        self._members: list[Member] = []
        self._places: dict[str, int] = {}
        self._relations: list[Relation] = []
        self._below: list[set[int]] = []
        self._divisions: list[Member] = []
        self._related: list[int] = []
        self.add(current.iri, Role.CURRENT)

    @property
    def members(self) -> tuple[str, ...]:
        """The IRIs of the concepts so far."""
        return tuple(self._places)

    def __len__(self) -> int:
        return len(self._members)

    def __contains__(self, iri: object) -> bool:
        return iri in self._places

    def add(self, iri: str, role: Role) -> int:
        """Return the place of a concept, new or not; one that is there keeps its role."""
        if iri not in self._places:
            self._places[iri] = self._append(Member(iri, self._reader.link(iri), role))
        return self._places[iri]

    def leads(self, above: str, below: str) -> bool:
        """Tell whether lines lead down from one concept to another."""
        return self._places[below] in self._reached(self._places[above])

    def join(self, above: str, below: str, kind: Hierarchy, division: int | None = None) -> None:
        """Draw a line between two concepts, unless there is one, or it would close a circle."""
        self._join(self._places[above], self._places[below], kind, division)

    def hang(self, above: Concept, groups: Iterable[Group], role: Role) -> None:
        """Add groups of narrower concepts below a concept, and how many of each are left out."""
        top = self._places[above.iri]
        for group in groups:
            division = self._division(group, above) if group.division and group.members else None
            for iri in group.members:
                self._join(top, self.add(iri, role), group.kind, division)
            if group.left_out:
                rest = self._rest(group.left_out, above)
                self._join(top, rest, group.kind, division)

    def associate(self, iri: str) -> None:
        """Say that the current concept is associated with a concept.

        One that is drawn above or below it as well (which SKOS forbids, S27) stands there only.
        """
        place = self.add(iri, Role.RELATED)
        if place not in self._reached(0) and 0 not in self._reached(place):
            self._related.append(place)

    def associate_more(self, number: int, current: Concept) -> None:
        """Say how many more concepts the current one is associated with."""
        link = Link(say(N_("… {n} more"), self._reader.lang, n=number), "", self._reader.address(current))
        self._related.append(self._append(Member("", link, Role.REST)))

    def finished(self) -> Sketch:
        """Return the sketch."""
        return Sketch(tuple(self._members), tuple(self._relations), tuple(self._divisions), tuple(self._related))

    def _append(self, member: Member) -> int:
        self._members.append(member)
        self._below.append(set())
        return len(self._members) - 1

    def _rest(self, number: int, above: Concept) -> int:
        reader = self._reader
        address = reader.addresses.vocabulary_page("hierarchy", reader.vocabulary.id, reader.lang, under=above.id)
        text = say(N_("… {n} more"), reader.lang, n=number)
        return self._append(Member("", Link(text, "", address), Role.REST))

    def _division(self, group: Group, above: Concept) -> int:
        link = division_link(self._reader, group.division, self._members[self._places[above.iri]].link)
        self._divisions.append(Member(group.division, link, Role.DIVISION))
        return len(self._divisions) - 1

    def _join(self, above: int, below: int, kind: Hierarchy, division: int | None) -> None:
        if above == below or below in self._below[above] or above in self._reached(below):
            return
        self._below[above].add(below)
        self._relations.append(Relation(above, below, kind, division))

    def _reached(self, start: int) -> set[int]:
        reached, pending = {start}, [start]
        while pending:
            found = self._below[pending.pop()] - reached
            reached |= found
            pending.extend(found)
        return reached
