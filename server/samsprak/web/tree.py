"""The hierarchy as a tree to draw: whole where it is small, one branch where it is large."""

from __future__ import annotations

from dataclasses import dataclass

from samsprak.language.collation import sort_key
from samsprak.vocabulary.records import Concept
from samsprak.web.presentation import MAX_LISTED, Link, Reader

# Up to so many concepts the whole tree is one page.
MAX_WHOLE = 600


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A concept with what is below it; `below` counts its narrower concepts, shown or not."""

    id: str
    link: Link
    children: tuple[TreeNode, ...]
    below: int
    open: bool = False


def whole_tree(reader: Reader) -> tuple[TreeNode, ...]:
    """Return every concept in its places; one that lies below itself is not opened again."""
    return tuple(_grown(reader, iri, ()) for iri in _sorted(reader, reader.vocabulary.roots))


def branch(reader: Reader, iri: str) -> tuple[TreeNode, ...]:
    """Return the top of the tree, opened along the first way down to `iri`, and what is right below it."""
    if not iri:
        return tuple(_leaf(reader, top) for top in _sorted(reader, reader.vocabulary.roots))
    path = reader.vocabulary.paths(iri)[0]
    node: TreeNode | None = None
    for step in reversed(path):
        concept = reader.vocabulary.concept(step)
        if node is None:
            children = tuple(_leaf(reader, child) for child in _sorted(reader, concept.narrower))
        else:
            children = (node,)
        node = TreeNode(concept.id, reader.link(step), children, len(concept.narrower), open=True)
    return (node,) if node else ()


def _grown(reader: Reader, iri: str, above: tuple[str, ...]) -> TreeNode:
    concept = reader.vocabulary.concept(iri)
    below = [child for child in _sorted(reader, concept.narrower) if child not in above and child != iri]
    children = tuple(_grown(reader, child, (*above, iri)) for child in below)
    return TreeNode(concept.id, reader.link(iri), children, len(below), open=not above)


def _leaf(reader: Reader, iri: str) -> TreeNode:
    concept: Concept = reader.vocabulary.concept(iri)
    return TreeNode(concept.id, reader.link(iri), (), len(concept.narrower))


def _sorted(reader: Reader, iris: tuple[str, ...]) -> list[str]:
    named = [(sort_key(reader.name(reader.vocabulary.concept(iri)).text, reader.shown), iri) for iri in iris]
    return [iri for _, iri in sorted(named)[: MAX_LISTED * 5]]
