"""Comparison: what has happened between two states of a vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from samsprak.editing.aspects import Values, changes, guide_values, rest_values, values_of
from samsprak.editing.consequences import Consequences
from samsprak.editing.differences import Aspect, Change, Comparison, Difference, Happening, Sort
from samsprak.language.collation import sort_key
from samsprak.language.tags import best
from samsprak.vocabulary.collector import collector_off
from samsprak.vocabulary.guide import Texts
from samsprak.vocabulary.records import Collection, Concept, Label, Resource, Scheme, Source
from samsprak.vocabulary.states import State

SORTS: dict[type[Resource], Sort] = {
    Concept: Sort.CONCEPT,
    Collection: Sort.COLLECTION,
    Scheme: Sort.SCHEME,
    Source: Sort.SOURCE,
}
SORT_ORDER = {sort: place for place, sort in enumerate(Sort)}
HAPPENING_ORDER = {happening: place for place, happening in enumerate(Happening)}
NOTHING: frozenset[tuple[str, str]] = frozenset()


def compare(base: State, head: State) -> Comparison:
    """Return every difference between two states, with what follows from it.

    Neither the order of statements, nor files, nor serialisation is a difference.
    """
    with collector_off():
        found = [*_of_records(base, head), *_of_guides(base, head), *_of_others(base, head)]
        found = _with_successions(found, head)
        consequences = Consequences(base, head, found)
        found = [replace(each, consequences=consequences.of(each)) for each in found]
        found.sort(key=_order)
    return Comparison(base, head, tuple(found))


def _order(each: Difference) -> tuple[object, ...]:
    name = best(each.names, ("sv",)) or Label(each.iri, "")
    return SORT_ORDER[each.sort], HAPPENING_ORDER[each.first], sort_key(name.text, name.lang or "sv"), each.iri


def _records(state: State) -> dict[str, Resource]:
    vocabulary = state.vocabulary
    everything = (*vocabulary.sources, *vocabulary.schemes, *vocabulary.collections, *vocabulary.concepts)
    return {resource.iri: resource for resource in everything}


def _of_records(base: State, head: State) -> Iterator[Difference]:
    old, new = _records(base), _records(head)
    for iri, before in old.items():
        after = new.get(iri)
        if after is None or type(after) is not type(before):
            yield _gone(before, base)
            continue
        rest = _of_rest(iri, base, head)
        if before != after or rest:
            told = (*changes(values_of(before), values_of(after)), *rest)
            if told:
                yield _changed(before, after, told)
    for iri, after in new.items():
        before_it = old.get(iri)
        if before_it is None or type(before_it) is not type(after):
            told = (*changes({}, values_of(after)), *changes({}, rest_values(head.rest.get(iri, NOTHING))))
            sort = SORTS[type(after)]
            yield Difference(
                iri=iri, sort=sort, happenings=(Happening.ADDED,), after=after, names=after.preferred, changes=told
            )


def _gone(before: Resource, base: State) -> Difference:
    told = (*changes(values_of(before), {}), *changes(rest_values(base.rest.get(before.iri, NOTHING)), {}))
    return Difference(
        iri=before.iri,
        sort=SORTS[type(before)],
        happenings=(Happening.LOST,),
        before=before,
        names=before.preferred,
        changes=told,
    )


def _of_rest(iri: str, base: State, head: State) -> tuple[Change, ...]:
    old, new = base.rest.get(iri, NOTHING), head.rest.get(iri, NOTHING)
    return () if old == new else changes(rest_values(old), rest_values(new))


def _changed(before: Resource, after: Resource, told: tuple[Change, ...]) -> Difference:
    return Difference(
        iri=after.iri,
        sort=SORTS[type(after)],
        happenings=tuple(_happenings(before, after, told)) or (Happening.CHANGED,),
        before=before,
        after=after,
        names=after.preferred or before.preferred,
        changes=told,
    )


def _happenings(before: Resource, after: Resource, told: Iterable[Change]) -> Iterator[Happening]:
    replaced = {change.aspect for change in told if change.lost and change.gained}
    if isinstance(before, Concept) and isinstance(after, Concept):
        if after.retired and not before.retired:
            yield Happening.RETIRED
        elif before.retired and not after.retired:
            yield Happening.REINSTATED
    if Aspect.PREFERRED in replaced:
        yield Happening.RENAMED
    if Aspect.DEFINITION in replaced:
        yield Happening.REDEFINED
    if isinstance(before, Concept) and isinstance(after, Concept):
        if {link.iri for link in before.broader} != {link.iri for link in after.broader}:
            yield Happening.MOVED
        if before.status is not after.status and before.retired == after.retired:
            yield Happening.STATUS


def _with_successions(found: list[Difference], head: State) -> list[Difference]:
    """Tell what replaces concepts that went out of use, and which were split or merged."""
    replacing: dict[str, list[str]] = {}
    for concept in head.vocabulary.concepts:
        for iri in concept.replaces:
            replacing.setdefault(iri, []).append(concept.iri)
    successors = {each.iri: _successors(each, replacing) for each in found if _went_out(each)}
    together: dict[str, list[str]] = {}
    for iri, following in successors.items():
        if len(following) == 1:
            together.setdefault(following[0], []).append(iri)
    started = {each.iri for each in found if each.first is Happening.ADDED}
    return [
        _succeeded(each, successors[each.iri], together, started) if successors.get(each.iri) else each
        for each in found
    ]


def _went_out(each: Difference) -> bool:
    return each.sort is Sort.CONCEPT and each.first in {Happening.RETIRED, Happening.LOST}


def _successors(each: Difference, replacing: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    record = each.after or each.before
    stated = record.replaced_by if isinstance(record, Concept) else ()
    return tuple(dict.fromkeys((*stated, *replacing.get(each.iri, ()))))


def _succeeded(
    each: Difference, successors: tuple[str, ...], together: Mapping[str, list[str]], started: set[str]
) -> Difference:
    others: tuple[str, ...] = ()
    happenings = set(each.happenings)
    if len(successors) > 1:
        happenings.add(Happening.SPLIT)
    else:
        others = tuple(iri for iri in together[successors[0]] if iri != each.iri)
        # One that takes the place of several, or that was in use beside it before.
        if others or successors[0] not in started:
            happenings.add(Happening.MERGED)
    ordered = tuple(sorted(happenings, key=HAPPENING_ORDER.__getitem__))
    return replace(each, successors=successors, together=others, happenings=ordered)


def _of_guides(base: State, head: State) -> Iterator[Difference]:
    if base.guide_broken != head.guide_broken:
        # That one of them cannot be followed is the difference: its parts are not gone.
        for guide in (*base.guides, *head.guides):
            yield Difference(iri=guide.iri, sort=Sort.GUIDE, happenings=(Happening.CHANGED,), names=guide.title)
        return
    old, new = _guide_parts(base), _guide_parts(head)
    for iri in old.keys() | new.keys():
        before, after = old.get(iri), new.get(iri)
        told = changes(before[1] if before else {}, after[1] if after else {})
        if not told:
            continue
        happening = Happening.CHANGED if before and after else Happening.ADDED if after else Happening.LOST
        names = (after or before or ((), {}))[0]
        yield Difference(iri=iri, sort=Sort.GUIDE, happenings=(happening,), names=names, changes=told)


def _guide_parts(state: State) -> dict[str, tuple[Texts, Values]]:
    """Return what guides say by the IRIs of their parts."""
    return {
        f"{guide.iri}/{part}" if part and ":" not in part else part or guide.iri: said
        for guide in state.guides
        for part, said in guide_values(guide).items()
    }


def _of_others(base: State, head: State) -> Iterator[Difference]:
    """Yield what differs of resources that have no record in either state."""
    parts = {part for guide in (*base.guides, *head.guides) for part in guide.parts}
    for iri in base.rest.keys() | head.rest.keys():
        if base.vocabulary.holds(iri) or head.vocabulary.holds(iri) or iri in parts:
            continue
        old, new = base.rest.get(iri, NOTHING), head.rest.get(iri, NOTHING)
        told = changes(rest_values(old), rest_values(new))
        if told:
            happening = Happening.CHANGED if old and new else Happening.ADDED if new else Happening.LOST
            yield Difference(iri=iri, sort=Sort.OTHER, happenings=(happening,), changes=told)
