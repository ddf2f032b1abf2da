"""A diagram in words: what it says, as nested sentences, for those who do not see it or would rather read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Object:
    """What a statement is about, and what can be said of that in turn."""

    link: Link
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence without its subject; `division` is what its objects are divided by, or empty."""

    phrase: str
    division: str
    objects: tuple[Object, ...]


def in_words(sketch: Sketch) -> tuple[Statement, ...]:
    """Return what a diagram says of its current concept."""
    related = tuple(Object(sketch.members[place].link) for place in sketch.related)
    beside = (Statement(GOES_WITH, "", related),) if related else ()
    return (*_upwards(sketch, 0), *_downwards(sketch, 0, HAS), *beside)


def _upwards(sketch: Sketch, place: int) -> Iterable[Statement]:
    """Yield what a member is, and of each thing that it is: what that is, and what else is below that."""
    relations = [relation for relation in sketch.relations if relation.below == place]
    for kind in dict.fromkeys(relation.kind for relation in relations):
        objects = tuple(
            Object(
                sketch.members[relation.above].link,
                (*_upwards(sketch, relation.above), *_downwards(sketch, relation.above, HAS_ALSO, beside=place)),
            )
            for relation in relations
            if relation.kind is kind
        )
        yield Statement(IS[kind], "", objects)


def _downwards(sketch: Sketch, place: int, phrases: dict[Hierarchy, str], beside: int = 0) -> Iterable[Statement]:
    """Yield what a member has below it, one sentence for each division; `beside` is left out, being the subject."""
    groups: dict[tuple[Hierarchy, int | None], list[Relation]] = {}
    for relation in sketch.relations:
        if relation.above == place and not (beside == relation.below and phrases is HAS_ALSO):
            groups.setdefault((relation.kind, relation.division), []).append(relation)
    for (kind, division), relations in groups.items():
        nested = phrases is HAS
        objects = tuple(
            Object(sketch.members[each.below].link, tuple(_downwards(sketch, each.below, HAS)) if nested else ())
            for each in relations
        )
        yield Statement(phrases[kind], sketch.divisions[division].link.text if division is not None else "", objects)
