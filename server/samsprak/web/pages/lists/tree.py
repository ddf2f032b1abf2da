"""The hierarchy as a tree to draw: whole where it is small, one branch where it is large, its tops by facet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samsprak.language.collation import sort_key
from samsprak.vocabulary.records import Collection
from samsprak.web.pages.collections.headings import Heading, heading
from samsprak.web.paging import MAX_WHOLE
from samsprak.web.presentation import MAX_LISTED, Link, Reader


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A concept with what is below it; `below` counts its narrower concepts, shown or not.

    `open` shows what is below, `here` marks the concept that the tree is opened at.
    """

    iri: str
    id: str
    link: Link
    children: tuple[TreeNode, ...]
    below: int
    open: bool = False
    here: bool = False


@dataclass(frozen=True, slots=True)
class TreeGroup:
    """The tops of one facet; those of none have no heading, and those out of use stand apart, last."""

    heading: Heading | None
    nodes: tuple[TreeNode, ...]
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """Which concept a tree is opened at, and all on the ways down to it; empty opens nothing."""

    iri: str
    ways: frozenset[str]


def grown(reader: Reader, facets: Iterable[str], opened: str = "") -> list[TreeGroup]:
    """Return the tree with its tops by facet, open down to the concept with the IRI `opened`, if any.

    Of a vocabulary that is too large for a page, only one way down to that concept, and what is below it.
    """
    vocabulary = reader.vocabulary
    if len(vocabulary.concepts) <= MAX_WHOLE:
        paths = vocabulary.paths(opened) if opened else ()
        way = Opened(opened, frozenset(step for path in paths for step in path))
        nodes = [_grown(reader, iri, (), way) for iri in _sorted(reader, vocabulary.roots)]
    elif opened:
        return [TreeGroup(None, (_branch(reader, vocabulary.paths(opened)[0]),))]
    else:
        nodes = [_leaf(reader, iri) for iri in _sorted(reader, vocabulary.roots)]
    return _by_facet(reader, nodes, facets)


def _by_facet(reader: Reader, nodes: Sequence[TreeNode], facets: Iterable[str]) -> list[TreeGroup]:
    groups = []
    left = {node.iri: node for node in nodes}
    for iri in facets:
        facet = reader.vocabulary.resource(iri)
        within = frozenset(facet.members if isinstance(facet, Collection) else ())
        tops = [left.pop(node.iri) for node in nodes if node.iri in within and node.iri in left]
        if tops:
            groups.append(TreeGroup(heading(reader.link(iri)), tuple(tops)))
    for retired in (False, True):
        rest = tuple(node for node in left.values() if _out_of_use(node) is retired)
        if rest:
            groups.append(TreeGroup(None, rest, retired))
    return groups


def _out_of_use(node: TreeNode) -> bool:
    """Tell whether a concept is retired and nothing that is in use can be found below it."""
    return node.link.retired and not node.below


def _branch(reader: Reader, path: Sequence[str]) -> TreeNode:
    """Return one way down, each step with the next alone, the last with all that is right below it."""
    *above, last = path
    concept = reader.vocabulary.concept(last)
    children = tuple(_leaf(reader, child) for child in _sorted(reader, concept.narrower))
    node = TreeNode(last, concept.id, reader.link(last), children, len(concept.narrower), open=True, here=True)
    for iri in reversed(above):
        concept = reader.vocabulary.concept(iri)
        node = TreeNode(iri, concept.id, reader.link(iri), (node,), len(concept.narrower), open=True)
    return node


def _grown(reader: Reader, iri: str, above: tuple[str, ...], way: Opened) -> TreeNode:
    """Return a concept with all below it; one that lies below itself is not opened again."""
    concept = reader.vocabulary.concept(iri)
    below = [child for child in _sorted(reader, concept.narrower) if child not in above and child != iri]
    children = tuple(_grown(reader, child, (*above, iri), way) for child in below)
    return TreeNode(iri, concept.id, reader.link(iri), children, len(below), iri in way.ways, iri == way.iri)


def _leaf(reader: Reader, iri: str) -> TreeNode:
    concept = reader.vocabulary.concept(iri)
    return TreeNode(iri, concept.id, reader.link(iri), (), len(concept.narrower))


def _sorted(reader: Reader, iris: tuple[str, ...]) -> list[str]:
    named = [(sort_key(reader.name(reader.vocabulary.concept(iri)).text, reader.shown), iri) for iri in iris]
    return [iri for _, iri in sorted(named)[: MAX_LISTED * 5]]
