"""A diagram in words: what it says, as nested sentences, for those who do not see it or would rather read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from samsprak.errors import N_
from samsprak.vocabulary.records import Hierarchy
from samsprak.web.diagrams.records import Relation, Sketch
from samsprak.web.presentation import Link

IS = {
    Hierarchy.GENERIC: N_("is a kind of"),
    Hierarchy.PARTITIVE: N_("is a part of"),
    Hierarchy.INSTANTIAL: N_("is a named example of"),
}
HAS = {
    Hierarchy.GENERIC: N_("has the kinds"),
    Hierarchy.PARTITIVE: N_("has the parts"),
    Hierarchy.INSTANTIAL: N_("has the named examples"),
}
HAS_ALSO = {
    Hierarchy.GENERIC: N_("has these kinds too"),
    Hierarchy.PARTITIVE: N_("has these parts too"),
    Hierarchy.INSTANTIAL: N_("has these named examples too"),
}
GOES_WITH = N_("goes together with")


class Object(NamedTuple):
    """What a statement is about, and what can be said of that in turn."""

    link: Link
    statements: tuple[Statement, ...] = ()


class Statement(NamedTuple):
    """A sentence without its subject; `division` is what its objects are divided by, or empty."""

    phrase: str
    division: str
    objects: tuple[Object, ...]


def in_words(sketch: Sketch) -> tuple[Statement, ...]:
    """Return what a diagram says of its current concept."""
    return _Telling(sketch).statements()


class _Telling:
    """Tells of one sketch, member by member."""

    def __init__(self, sketch: Sketch) -> None:
        self._sketch = sketch
        self._upwards: dict[int, list[Relation]] = {}
        self._downwards: dict[int, list[Relation]] = {}
        for relation in sketch.relations:
            self._upwards.setdefault(relation.below, []).append(relation)
            self._downwards.setdefault(relation.above, []).append(relation)

    def statements(self) -> tuple[Statement, ...]:
        related = tuple([Object(self._link(place)) for place in self._sketch.related])
        beside = (Statement(GOES_WITH, "", related),) if related else ()
        return (*self._what_it_is(0), *self._what_it_has(0), *beside)

    def _link(self, place: int) -> Link:
        return self._sketch.members[place].link

    def _what_it_is(self, place: int) -> Sequence[Statement]:
        """Return what a member is, and of each thing that it is: what that is, and what else is below that."""
        kinds: dict[Hierarchy, list[Object]] = {}
        for relation in self._upwards.get(place, ()):
            above = relation.above
            told = (*self._what_it_is(above), *self._what_it_has_too(above, place))
            kinds.setdefault(relation.kind, []).append(Object(self._link(above), told))
        return [Statement(IS[kind], "", tuple(objects)) for kind, objects in kinds.items()]

    def _what_it_has(self, place: int) -> Sequence[Statement]:
        """Return what a member has below it, and what that has."""
        relations = self._downwards.get(place, ())
        return self._divided(
            HAS, [(each, Object(self._link(each.below), tuple(self._what_it_has(each.below)))) for each in relations]
        )

    def _what_it_has_too(self, place: int, beside: int) -> Sequence[Statement]:
        """Return what a member has below it besides the subject, and no more of that."""
        relations = [each for each in self._downwards[place] if each.below != beside]
        return self._divided(HAS_ALSO, [(each, Object(self._link(each.below))) for each in relations])

    def _divided(
        self, phrases: dict[Hierarchy, str], objects: Iterable[tuple[Relation, Object]]
    ) -> Sequence[Statement]:
        """Return one sentence for each kind and division."""
        groups: dict[tuple[Hierarchy, int | None], list[Object]] = {}
        for relation, each in objects:
            groups.setdefault((relation.kind, relation.division), []).append(each)
        return [
            Statement(
                phrases[kind], self._sketch.divisions[division].link.text if division is not None else "", tuple(found)
            )
            for (kind, division), found in groups.items()
        ]
