"""What a diagram shows: the neighbours of one concept, or a cluster from its top down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samsprak.vocabulary.records import Concept
from samsprak.web.diagrams.offspring import counted, groups_below, in_order, limited, merged
from samsprak.web.diagrams.records import Role, Sketch
from samsprak.web.diagrams.sketching import Sketching
from samsprak.web.presentation import Reader

# About twenty boxes are as many as one takes in; a cluster stands on a page of its own, and may be taller.
MOST_IN_CLUSTER = 40
BROADER = 3
ABOVE_THOSE = 3
SIBLINGS = 4
NARROWER = 8
RELATED = 4


def neighbourhood(reader: Reader, concept: Concept) -> Sketch:
    """Return a concept with two levels above it, some beside it, one level below it, and what it is associated with."""
    sketching = Sketching(reader, concept)
    related = _related(reader, concept)
    parents = _broader(reader, concept)[:BROADER]
    for parent in parents:
        sketching.add(parent.iri, Role.BROADER)
    _add_grandparents(sketching, reader, concept, parents)
    _add_siblings(sketching, reader, concept, parents, related)
    sketching.hang(concept, limited(groups_below(reader, concept), NARROWER), Role.NARROWER)
    _associate(sketching, concept, related)
    return sketching.finished()


def cluster(reader: Reader, top: Concept) -> Sketch:
    """Return a concept with everything right below it, and the level below that as far as there is room."""
    sketching = Sketching(reader, top)
    groups = limited(groups_below(reader, top), MOST_IN_CLUSTER)
    sketching.hang(top, groups, Role.NARROWER)
    for iri in [iri for group in groups for iri in group.members]:
        child = reader.vocabulary.concept(iri)
        if child.narrower and len(sketching) + len(child.narrower) <= MOST_IN_CLUSTER:
            sketching.hang(child, groups_below(reader, child), Role.NARROWER)
    return sketching.finished()


def clusters(reader: Reader) -> Iterator[Sketch]:
    """Yield clusters in the order of the hierarchy, so that everything narrower is in one of them."""
    drawn: set[str] = set()
    seen: set[str] = set()
    pending = in_order(reader, reader.vocabulary.roots)[::-1]
    while pending:
        concept = reader.vocabulary.concept(pending.pop())
        if concept.narrower and concept.iri not in drawn:
            sketch = cluster(reader, concept)
            drawn |= {concept.iri} | {sketch.members[relation.above].iri for relation in sketch.relations}
            yield sketch
        if concept.iri not in seen:
            seen.add(concept.iri)
            pending += in_order(reader, concept.narrower)[::-1]


def _broader(reader: Reader, concept: Concept) -> list[Concept]:
    iris = in_order(reader, [link.iri for link in concept.broader if link.iri != concept.iri])
    return [reader.vocabulary.concept(iri) for iri in iris]


def _related(reader: Reader, concept: Concept) -> list[str]:
    known = [reader.vocabulary.resource(iri) for iri in concept.related if iri != concept.iri]
    return in_order(reader, [each.iri for each in known if isinstance(each, Concept)])


def _add_siblings(
    sketching: Sketching, reader: Reader, concept: Concept, parents: Sequence[Concept], related: Sequence[str]
) -> None:
    """Add what stands beside the concept under each of its parents, by the same division where there is one.

    Under a parent that stands above another parent nothing is shown beside the concept.
    """
    first = (concept.iri, *related[:RELATED])
    for parent in parents:
        groups = groups_below(reader, parent, including=concept.iri)
        beside = [group for group in groups if concept.iri in group.members]
        others = merged([group for group in groups if group not in beside])
        if any(sketching.leads(parent.iri, other.iri) for other in parents if other is not parent):
            shown = counted([*beside, *others], sketching)
        else:
            shown = [*limited(beside, 1 + SIBLINGS // len(parents), first), *limited(others, 0)]
        sketching.hang(parent, shown, Role.SIBLING)


def _associate(sketching: Sketching, concept: Concept, related: Sequence[str]) -> None:
    """Add what the concept is associated with."""
    shown = related if len(related) == RELATED + 1 else related[:RELATED]
    for iri in shown:
        sketching.associate(iri)
    if len(shown) < len(related):
        sketching.associate_more(len(related) - len(shown), concept)


def _add_grandparents(sketching: Sketching, reader: Reader, concept: Concept, parents: Sequence[Concept]) -> None:
    """Add what is above the parents, as far as there is room, and every line among all of these."""
    above = [link.iri for parent in parents for link in parent.broader if link.iri not in sketching]
    for iri in list(dict.fromkeys(above))[:ABOVE_THOSE]:
        sketching.add(iri, Role.BROADER)
    for iri in [iri for iri in sketching.members if iri != concept.iri]:
        for link in reader.vocabulary.concept(iri).broader:
            if link.iri in sketching and link.iri != concept.iri:
                sketching.join(link.iri, iri, link.hierarchy)
