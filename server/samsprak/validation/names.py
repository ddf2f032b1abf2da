"""What a message calls things: a concept by its term, a property by its prefix, an address shortened."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

import pyoxigraph as ox

from samsprak.language.slugs import slug
from samsprak.vocabulary.namespaces import DCTERMS, GUIDE, PREFIXES, RDF, RDFS, SKOS, VANN
from samsprak.vocabulary.ntriples import key

ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+$")
NAMING = (SKOS + "prefLabel", DCTERMS + "title", RDFS + "label")


def last_part(iri: str) -> str:
    """Return what follows the last slash or hash of an address."""
    return iri.rstrip("/#").replace("#", "/").rpartition("/")[2]


class Names:
    """Names of the resources of one vocabulary, and look-ups that messages need."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        # What was looked for in vain and what was found near it: two languages ask for the same.
        self.guesses: dict[str, str] = {}

    def objects(self, subject: str, predicate: str) -> list[object]:
        """Return what a resource has for a property; text that stands where a resource should has nothing."""
        try:
            node, relation = self.node(subject), ox.NamedNode(predicate)
        except ValueError:
            return []
        return [quad.object for quad in self._store.quads_for_pattern(node, relation, None)]

    def iris(self, subject: str, *predicates: str) -> list[str]:
        """Return the resources that a resource leads to, sorted."""
        found = [each for predicate in predicates for each in self.objects(subject, predicate)]
        return sorted(key(each) for each in found if not isinstance(each, ox.Literal))

    def inverse(self, subject: str, *predicates: str) -> list[str]:
        """Return the resources that lead to a resource, sorted."""
        node = self.node(subject)
        quads = (
            quad
            for predicate in predicates
            for quad in self._store.quads_for_pattern(None, ox.NamedNode(predicate), node)
        )
        return sorted(key(quad.subject) for quad in quads)

    def instances(self, name: str) -> list[str]:
        """Return everything of a class, sorted."""
        quads = self._store.quads_for_pattern(None, ox.NamedNode(RDF + "type"), ox.NamedNode(name))
        return sorted(key(quad.subject) for quad in quads)

    def is_a(self, subject: str, name: str) -> bool:
        """Tell whether a resource is of a class."""
        return name in self.iris(subject, RDF + "type")

    def term(self, subject: str, lang: str = "sv") -> str:
        """Return what a resource is called, else its shortened address."""
        for predicate in NAMING:
            labels = [each for each in self.objects(subject, predicate) if isinstance(each, ox.Literal)]
            if labels:
                best = min(
                    labels, key=lambda label: ((label.language or "") != lang, label.language or "", label.value)
                )
                return best.value
        return self.short(subject)

    def short(self, iri: str) -> str:
        """Return an address by its prefix where it has one."""
        for prefix, namespace in self._prefixes:
            local = iri.removeprefix(namespace)
            if local != iri and local and "/" not in local:
                return f"{prefix}:{local}"
        return f"<{iri}>" if ADDRESS.match(iri) else iri

    @cached_property
    def concepts_by_name(self) -> dict[str, str]:
        """The concepts by the last part of their address and, where no other is called that, by their term's slug."""
        concepts = self.instances(SKOS + "Concept")
        by_term = {slug(self.term(concept)): concept for concept in reversed(concepts)}
        return by_term | {last_part(concept): concept for concept in concepts}

    @cached_property
    def sources_by_name(self) -> dict[str, str]:
        """The source records by the last part of their address."""
        return {last_part(source): source for source in self.instances(DCTERMS + "BibliographicResource")}

    @cached_property
    def namespace(self) -> str:
        """The namespace that a scheme declares, else empty."""
        for quad in self._store.quads_for_pattern(None, ox.NamedNode(VANN + "preferredNamespaceUri"), None):
            return quad.object.value if isinstance(quad.object, ox.Literal) else key(quad.object)
        return ""

    @cached_property
    def _prefixes(self) -> tuple[tuple[str, str], ...]:
        own = (("p", self.namespace),) if self.namespace else ()
        return (*own, ("guide", GUIDE), *PREFIXES.items())

    def way(self, start: str, goal: str, steps: Iterable[str], back: Iterable[str] = ()) -> list[str]:
        """Return a shortest way from `start` over properties (and `back` against them) to `goal`, both included."""
        steps, back = tuple(steps), tuple(back)
        came_from: dict[str, str] = {}
        border = [start]
        while border:
            following = []
            for here in border:
                for there in dict.fromkeys((*self.iris(here, *steps), *self.inverse(here, *back))):
                    if there == goal:
                        path = [goal, here]
                        while path[-1] != start:
                            path.append(came_from[path[-1]])
                        return path[::-1]
                    if there not in came_from and there != start:
                        came_from[there] = here
                        following.append(there)
            border = following
        return [start, goal]

    def node(self, text: str) -> ox.NamedNode | ox.BlankNode:
        """Return the node that a text stands for."""
        return ox.BlankNode(text[2:]) if text.startswith("_:") else ox.NamedNode(text)
