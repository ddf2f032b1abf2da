"""Runs the shapes: queries on Oxigraph, the rest with a SHACL engine.

A shape that needs SPARQL is targeted at one node, so its constraint is one plain SELECT over the whole vocabulary.
Oxigraph answers those in milliseconds where pyshacl, through rdflib, takes most of its time parsing them; a test holds
that pyshacl alone, and the engine `shacl`, find the same.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from itertools import chain

import pyoxigraph as ox

from samsprak.errors import N_, UsageError
from samsprak.validation.findings import Raw
from samsprak.validation.rules import SH, RuleBook
from samsprak.vocabulary.namespaces import ISOTHES, RDF, SUBCLASSES, SUBPROPERTIES
from samsprak.vocabulary.ntriples import key

Progress = Callable[[int, int], None]
VALUE = ox.Variable("value")
BINDS_VALUE = "AS ?value)"
BOUND = frozenset({"this", "value", "path"})
TYPE, TARGET_CLASS = ox.NamedNode(RDF + "type"), ox.NamedNode(SH + "targetClass")
# Finds faults in statements, with the shapes of a book that have no query.
Core = Callable[[Sequence[ox.Triple], RuleBook], Iterator[Raw]]


class Engine(StrEnum):
    """What runs the shapes that have no query: pyshacl, or the optional shacl, which starts faster."""

    STANDARD = "standard"
    FAST = "fast"


def require(engine: Engine) -> None:
    """Raise `UsageError` where an engine is not installed."""
    if engine is Engine.FAST and importlib.util.find_spec("shacl") is None:
        raise UsageError(N_("The fast engine is not installed. Install samsprak[fast], or leave out --engine."))


def prepare(store: ox.Store) -> None:
    """Add what the shapes take as given: what iso-thes' kinds of hierarchy and of collection are in SKOS."""
    relations = (store.quads_for_pattern(None, ox.NamedNode(sub), None) for sub in SUBPROPERTIES)
    kinds = (store.quads_for_pattern(None, TYPE, ox.NamedNode(sub)) for sub in SUBCLASSES)
    store.extend([entailed for quads in (*relations, *kinds) for quad in quads for entailed in given(quad)])


def given(quad: ox.Quad) -> Iterator[ox.Quad]:
    """Yield what the shapes take as given where a vocabulary states this."""
    predicate, value = quad.predicate.value, key_of(quad.object)
    if predicate in SUBPROPERTIES:
        yield ox.Quad(quad.subject, ox.NamedNode(SUBPROPERTIES[predicate]), quad.object)
    # SKOS's own sub-class is not added: the shapes know it.
    if quad.predicate == TYPE and value.startswith(ISOTHES) and value in SUBCLASSES:
        yield ox.Quad(quad.subject, TYPE, ox.NamedNode(SUBCLASSES[value]))


def run(
    store: ox.Store,
    book: RuleBook,
    only: ox.NamedNode | None = None,
    progress: Progress = lambda _done, _all: None,
    engine: Engine = Engine.STANDARD,
) -> Iterator[Raw]:
    """Yield the faults that the shapes find in a prepared store, each once; with `only`, those of one resource.

    `progress` is told how many rules of how many are done.
    """
    seen: set[tuple[str, ...]] = set()
    for raw in chain(_queried(store, book, only, progress), _shaped(store, book, only, engine)):
        if only is not None and raw.focus != only.value:
            continue
        identity = (raw.rule.shape, raw.focus, raw.path, raw.value, *sorted(raw.details.values()))
        if identity not in seen:
            seen.add(identity)
            yield raw


def _queried(store: ox.Store, book: RuleBook, only: ox.NamedNode | None, progress: Progress) -> Iterator[Raw]:
    queried = [rule for rule in book.rules if rule.query]
    for done, rule in enumerate(queried):
        progress(done, len(queried))
        # A rule that binds the value itself is about the whole vocabulary.
        if only is not None and BINDS_VALUE in rule.query:
            continue
        solutions = store.query(_here_and_now(rule.query), substitutions={VALUE: only} if only is not None else None)
        assert isinstance(solutions, ox.QuerySolutions)  # noqa: S101 - a constraint is a SELECT
        names = [variable.value for variable in solutions.variables]
        for solution in solutions:
            bound = {name: key_of(solution[name]) for name in names if solution[name] is not None}
            if only is not None:
                bound["value"] = only.value
            details = {name: value for name, value in bound.items() if name not in BOUND}
            shown = next(iter(details.values()), "")
            yield Raw(rule, bound.get("value", ""), bound.get("path", ""), shown, details)


def _here_and_now(query: str) -> str:
    """Return a query that asks for our own time: an engine's NOW() is in UTC, where it is yesterday or tomorrow."""
    return query.replace("NOW()", f"xsd:dateTime('{datetime.now().astimezone().isoformat()}')")


def _shaped(store: ox.Store, book: RuleBook, only: ox.NamedNode | None, engine: Engine) -> Iterator[Raw]:
    """Run the shapes without queries, where there is anything that they are about."""
    classes = {quad.object for quad in book.core.quads_for_pattern(None, TARGET_CLASS, None)}
    targets = (quad for each in classes for quad in store.quads_for_pattern(only, TYPE, each))
    if next(targets, None) is not None:
        yield from _core(engine)(_looked_at(store, book.core), book)


def _looked_at(store: ox.Store, shapes: ox.Store) -> list[ox.Triple]:
    """Return the statements of the properties, and the types of the classes, that shapes name: a small graph."""
    named = {quad.object for quad in shapes if isinstance(quad.object, ox.NamedNode)}
    return [
        quad.triple
        for iri in sorted(named, key=lambda node: node.value)
        for quads in (store.quads_for_pattern(None, iri, None), store.quads_for_pattern(None, TYPE, iri))
        for quad in quads
    ]


def _core(engine: Engine) -> Core:
    """Return what runs shapes without queries."""
    # Imported when chosen: pyshacl takes longer to import than our thesaurus to check, and shacl is optional.
    if engine is Engine.STANDARD:
        from samsprak.validation import standard_core  # noqa: PLC0415

        return standard_core.run
    from samsprak.validation import fast_core  # noqa: PLC0415

    return fast_core.run


def key_of(node: object) -> str:
    """Return a term as `Raw` writes it."""
    return node.value if isinstance(node, ox.Literal) else key(node)
