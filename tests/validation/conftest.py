"""The files of `tests/data`, and a SHACL engine's view of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph

from samsprak.settings import project_folder
from samsprak.validation import engine
from samsprak.validation.rules import Profile, RuleBook, read_rules
from samsprak.vocabulary.reader import read

DATA = Path(__file__).parent.parent / "data"
VALID = sorted((DATA / "valid").glob("*.ttl"))
EXPECTED = re.compile(r"^# (expect|also): (\S+) (violation|warning|info) line (\d+)$", re.MULTILINE)
# Rules that the comparison with an earlier version, the search for near duplicates, and waivers answer for.
HISTORY = frozenset({"iri-removed", "iri-reused", "date-follows-content"})
ELSEWHERE = HISTORY | {"label-near-duplicate", "waiver-unknown"}
INVALID = sorted(path for path in (DATA / "invalid").glob("*.ttl") if path.name.partition(".")[0] not in HISTORY)

Expectation = tuple[str, str, int]


def expectations(path: Path) -> list[Expectation]:
    """Return what the head of a file says of it, the rule that it is made for first."""
    found = EXPECTED.findall(path.read_text(encoding="utf-8"))
    found.sort(key=lambda entry: str(entry[0]) != "expect")
    return [(rule, severity, int(line)) for _, rule, severity, line in found]


def prepared(path: Path) -> ox.Store:
    """Return a vocabulary as the shapes want it."""
    store = read([path]).store
    engine.prepare(store)
    return store


def n_triples(store: ox.Store) -> bytes:
    """Return a store as text that any engine reads."""
    out = BytesIO()
    store.dump(out, ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    return out.getvalue()


@pytest.fixture(scope="session")
def book() -> RuleBook:
    """Return the rules of all profiles that are shapes."""
    return read_rules(project_folder("shapes"), Profile.RECORD)


@pytest.fixture(scope="session")
def shapes() -> Graph:
    """Return the three files of shapes as one graph."""
    graph = Graph()
    for name in Profile.RECORD.files:
        graph.parse(project_folder("shapes") / f"{name}.ttl", format="turtle")
    return graph


@pytest.fixture(scope="session")
def shapes_text() -> str:
    """Return the three files of shapes as one text."""
    return "\n".join(_texts())


def _texts() -> Iterator[str]:
    for name in Profile.RECORD.files:
        yield (project_folder("shapes") / f"{name}.ttl").read_text(encoding="utf-8")
