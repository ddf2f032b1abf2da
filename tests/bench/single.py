"""The check of one concept's text, as a form asks for it at each change: CPU milliseconds, in a process of its own.

Run as `python -m tests.bench.single PATH`; prints JSON. Beside it: reading the vocabulary anew, and checking all of it.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import pyoxigraph as ox

from samsprak.validation.checker import check
from samsprak.validation.rules import Profile
from samsprak.validation.single import check_text, load_background
from samsprak.vocabulary.namespaces import DCTERMS, RDF, SKOS
from samsprak.vocabulary.reader import read
from tests.bench.processes import run

CALLS = 20
ROUNDS = 5
NAME = "concept.ttl"
TYPE, CONCEPT = ox.NamedNode(RDF + "type"), ox.NamedNode(SKOS + "Concept")
BROADER, SOURCE = ox.NamedNode(SKOS + "broader"), ox.NamedNode(DCTERMS + "source")
# A letter that no id has: the nearest concept is looked for.
MISSPELT = "l"


@dataclass(frozen=True, slots=True)
class Calls:
    """Calls on texts of one kind: median and slowest in CPU milliseconds, and what they found in all."""

    count: int
    median: float
    slowest: float
    findings: int


@dataclass(frozen=True, slots=True)
class Single:
    """CPU milliseconds on one vocabulary; `sound` are texts of concepts as they stand, `faulty` such with faults."""

    concepts: int
    read: float
    whole: float
    sound: Calls
    faulty: Calls


def measure(path: Path) -> Single:
    """Measure on a vocabulary, in a process of its own."""
    said = json.loads(run([sys.executable, "-m", "tests.bench.single", str(path)]).output)
    return Single(**said | {kind: Calls(**said[kind]) for kind in ("sound", "faulty")})


def main() -> None:
    """Measure and print."""
    path = Path(sys.argv[1])
    store = read([path]).store
    concepts = sorted(
        (
            quad.subject
            for quad in store.quads_for_pattern(None, TYPE, CONCEPT)
            if isinstance(quad.subject, ox.NamedNode)
        ),
        key=lambda concept: concept.value,
    )
    # One more than is counted: the first call warms up.
    chosen = [concepts[place * len(concepts) // (CALLS + 1)] for place in range(CALLS + 1)]
    result = Single(
        concepts=len(concepts),
        read=_median(lambda: read([path])),
        whole=_median(lambda: check([path], Profile.RECORD)),
        sound=_calls(path, [_text(store, concept) for concept in chosen]),
        faulty=_calls(path, [_text(store, concept, spoilt=True) for concept in chosen]),
    )
    json.dump(asdict(result), sys.stdout)


def _calls(path: Path, texts: list[bytes]) -> Calls:
    background = load_background([path])
    check_text(texts[0], NAME, background)
    costs, findings = [], 0
    for text in texts[1:]:
        started = time.process_time()
        found = check_text(text, NAME, background)
        costs.append((time.process_time() - started) * 1000)
        findings += len(found)
    return Calls(len(costs), statistics.median(costs), max(costs), findings)


def _text(store: ox.Store, concept: ox.NamedNode, *, spoilt: bool = False) -> bytes:
    """Return what a vocabulary says of a concept as Turtle; spoilt, without sources and below what does not exist."""
    triples = [ox.Triple(concept, quad.predicate, quad.object) for quad in store.quads_for_pattern(concept, None, None)]
    if spoilt:
        triples = [triple for triple in triples if triple.predicate != SOURCE]
        triples.append(ox.Triple(concept, BROADER, ox.NamedNode(concept.value[:-1] + MISSPELT)))
    text = ox.serialize(triples, format=ox.RdfFormat.TURTLE)
    assert text is not None
    return text


def _median(work: Callable[[], object]) -> float:
    costs = []
    for _ in range(ROUNDS):
        started = time.process_time()
        work()
        costs.append((time.process_time() - started) * 1000)
    return statistics.median(costs)


if __name__ == "__main__":
    main()
