"""The statements that a machine keeps, so that editors write each fact once.

`skos:inScheme` is added; `skos:narrower` and `skos:hasTopConcept` give way to `skos:broader` and
`skos:topConceptOf`, which say the same from the other end (SKOS S8, S25).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from samsprak.vocabulary.namespaces import SKOS
from samsprak.vocabulary.survey import Survey
from samsprak.vocabulary.turtle_terms import Statement

INVERSES = {SKOS + "narrower": SKOS + "broader", SKOS + "hasTopConcept": SKOS + "topConceptOf"}
IN_SCHEME = ox.NamedNode(SKOS + "inScheme")


@dataclass(frozen=True, slots=True)
class Settled:
    """The statements of a file when the books are kept.

    `replaced`: statements that are gone, with the one that says the same; `kept`: those that only another file
    could say from the other end.
    """

    statements: tuple[Statement, ...]
    replaced: dict[Statement, Statement]
    kept: tuple[Statement, ...]


def settle(statements: Sequence[Statement], path: Path, known: Survey) -> Settled:
    """Keep the books of one file; the order of its statements stays."""
    result: dict[Statement, None] = {}
    replaced: dict[Statement, Statement] = {}
    kept: list[Statement] = []
    for statement in statements:
        forward = _forward(statement)
        if forward is None:
            result[statement] = None
        elif _is_said(forward, known):
            replaced[statement] = forward
        elif known.homes.get(forward.subject.value) == path:
            replaced[statement] = forward
            result[forward] = None
        else:
            kept.append(statement)
            result[statement] = None
    result.update(dict.fromkeys(_memberships(statements, path, known)))
    return Settled(tuple(result), replaced, tuple(kept))


def _forward(statement: Statement) -> Statement | None:
    """Return the statement that an editor writes instead, for a relation between two IRIs."""
    inverse = INVERSES.get(statement.predicate.value)
    if inverse and isinstance(statement.subject, ox.NamedNode) and isinstance(statement.object, ox.NamedNode):
        return Statement(statement.object, ox.NamedNode(inverse), statement.subject)
    return None


def _is_said(forward: Statement, known: Survey) -> bool:
    said = known.broader if forward.predicate.value == INVERSES[SKOS + "narrower"] else known.top_concepts
    return (forward.subject.value, forward.object.value) in said


def _memberships(statements: Sequence[Statement], path: Path, known: Survey) -> Iterable[Statement]:
    """Yield `inScheme` for what this file describes and no file places; what is of another namespace is not ours."""
    if not known.scheme:
        return
    scheme = ox.NamedNode(known.scheme)
    for subject in dict.fromkeys(statement.subject for statement in statements):
        if not isinstance(subject, ox.NamedNode) or subject.value in known.placed:
            continue
        if known.homes.get(subject.value) == path and subject.value.startswith(known.namespace):
            yield Statement(subject, IN_SCHEME, scheme)
