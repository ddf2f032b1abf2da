"""The gold lists: what is typed and which concepts are to be found, texts and which places in them are to be marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from samsprak.search.index import Index
from samsprak.settings import project_folder

DATA = Path(__file__).parents[1] / "data"
CONCEPTS = project_folder("vocab") / "concepts"


@dataclass(frozen=True)
class Lookup:
    kind: str
    lang: str
    query: str
    rank: str
    concepts: str
    set: str


@dataclass(frozen=True)
class BlindQuery:
    set: str
    kind: str
    query: str
    concepts: str


@dataclass(frozen=True)
class Place:
    """A stretch of a text that is to be marked; `occurrence` says which, where the words stand there several times."""

    text: str
    concept: str | list[str]
    occurrence: int = 1

    @property
    def concepts(self) -> list[str]:
        return [self.concept] if isinstance(self.concept, str) else self.concept


@dataclass(frozen=True)
class MarkedText:
    id: str
    lang: str
    text: str
    expect: list[dict[str, Any]]

    @property
    def places(self) -> list[Place]:
        return [Place(**each) for each in self.expect]


def lookups() -> tuple[list[str], list[Lookup]]:
    """Return the header and the queries; a line with too many or too few columns is refused by `Lookup`."""
    head, rows = _table("lookups.tsv")
    return head, [Lookup(*row) for row in rows]


def blind_queries() -> tuple[list[str], list[BlindQuery]]:
    """Return the header and the queries that were written without knowing the search."""
    head, rows = _table("blind.tsv")
    return head, [BlindQuery(*row) for row in rows]


def _table(name: str) -> tuple[list[str], list[list[str]]]:
    text = (DATA / name).read_text(encoding="utf-8")
    head, *rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return head, rows


def marked_texts() -> list[MarkedText]:
    document: list[dict[str, Any]] = yaml.safe_load((DATA / "annotations.yaml").read_text(encoding="utf-8"))
    return [MarkedText(**each) for each in document]


def start(text: str, place: Place) -> int:
    """Return where a place begins; ValueError when the words do not stand there that many times."""
    at = -1
    for _ in range(place.occurrence):
        at = text.index(place.text, at + 1)
    return at


def concept_id(path: Path) -> str:
    found = re.search(r"^p:(\S+) a skos:Concept", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert found, path
    return found[1]


@cache
def slugs() -> dict[str, str]:
    """Return the name of the file of each concept, by the concept's id."""
    return {concept_id(path): path.stem for path in CONCEPTS.glob("*.ttl")}


def found(index: Index, lookup: Lookup) -> list[str]:
    """Return what a query finds, as names of files."""
    return [slugs()[hit.concept.id] for hit in index.search(lookup.query, lookup.lang).hits]


def holds(lookup: Lookup, answers: list[str]) -> bool:
    """Tell whether one of the concepts that are right stands high enough."""
    return not set(answers[: int(lookup.rank)]).isdisjoint(lookup.concepts.split(","))
