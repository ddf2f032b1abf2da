"""A vocabulary to measure on: any number of concepts, as a real one would be written; same seed, same bytes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.words import ADJECTIVES, CIRCUMSTANCES, DOINGS, FIRST, HEADS, KINDS, MIDDLE

VOCABULARY = "bench"
NAMESPACE = "https://vocabulary.example/bench/"
SCHEME = NAMESPACE.removesuffix("/")
# Letters and digits that are not mistaken for each other, as the project's own ids have them.
ID_LETTERS = "23456789bcdfghjkmnpqrstvwxz"
ID_LENGTH = 6
TOPS = 10
BRANCHING = 10
FACETS = 12
HEAD = f"""\
@prefix {VOCABULARY}: <{NAMESPACE}> .
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix status: <http://purl.org/adms/status/> .
@prefix vann: <http://purl.org/vocab/vann/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<{SCHEME}> a skos:ConceptScheme ;
    dcterms:title "Mätningens begrepp"@sv ,
        "The concepts of the measurement"@en ;
    vann:preferredNamespacePrefix "{VOCABULARY}" ;
    vann:preferredNamespaceUri "{NAMESPACE}" .
"""


@dataclass(frozen=True, slots=True)
class Term:
    """A term in both languages."""

    sv: str
    en: str


@dataclass(frozen=True, slots=True)
class Sketch:
    """What requests need to know of a generated concept: its id and its terms."""

    id: str
    term: Term
    alternative: Term | None


class Generator:
    """Generates one vocabulary of `size` concepts, 11 to 12 triples each."""

    def __init__(self, size: int, seed: int = 1) -> None:
        self._random = random.Random(f"{seed}/{size}")
        self._taken: set[str] = set()
        ids = self._ids(size + FACETS)
        self._facets = ids[size:]
        self.concepts = tuple(self._sketch(each) for each in ids[:size])

    def write(self, path: Path) -> None:
        """Write the vocabulary as Turtle."""
        with path.open("w", encoding="utf-8") as out:
            for block in self._blocks():
                out.write(block + "\n")

    def _blocks(self) -> Iterator[str]:
        yield HEAD
        members: list[list[str]] = [[] for _ in self._facets]
        for place, concept in enumerate(self.concepts):
            if self._random.random() < 0.7:
                self._random.choice(members).append(concept.id)
            yield self._concept(place, concept)
        for facet, ids in zip(self._facets, members, strict=True):
            term = self._term()
            lines = [*_labels("prefLabel", term), *(f"skos:member {VOCABULARY}:{each}" for each in ids)]
            yield _block(facet, "skos:Collection", lines)

    def _concept(self, place: int, concept: Sketch) -> str:
        chance = self._random.random
        lines = _labels("prefLabel", concept.term)
        if concept.alternative:
            lines.append(f'skos:altLabel "{concept.alternative.sv}"@sv')
        lines.append(f'skos:definition "{self._sentence()}"@sv')
        if chance() < 0.2:
            lines.append(f'skos:scopeNote "Använd {concept.term.sv} om {self._sentence()}."@sv')
        lines += [f"skos:broader {VOCABULARY}:{self.concepts[above].id}" for above in self._above(place)]
        if chance() < 0.25:
            other = self._random.choice(self.concepts)
            if other is not concept:
                lines.append(f"skos:related {VOCABULARY}:{other.id}")
        retired = chance() < 0.02
        status = "Deprecated" if retired else "Completed" if chance() < 0.7 else "UnderDevelopment"
        year, month = self._random.randint(2015, 2025), self._random.randint(1, 12)
        lines += [
            f'skos:notation "{place + 1:05d}"',
            f"adms:status status:{status}",
            f'dcterms:created "{year}-{month:02d}-01"^^xsd:date',
            f'dcterms:modified "{year + 1}-{month:02d}-15"^^xsd:date',
            f"skos:inScheme <{SCHEME}>",
        ]
        return _block(concept.id, "skos:Concept", lines)

    def _above(self, place: int) -> list[int]:
        """Return the places of the broader concepts: earlier ones, so that there is no circle."""
        if place < TOPS:
            return []
        jitter = self._random.randint(-2, 2) if place > TOPS * BRANCHING else 0
        above = {min(place - 1, max(0, (place - TOPS) // BRANCHING + jitter))}
        if place > TOPS * BRANCHING and self._random.random() < 0.05:
            above.add(self._random.randrange(place // BRANCHING))
        return sorted(above)

    def _ids(self, count: int) -> list[str]:
        ids: dict[str, None] = {}
        while len(ids) < count:
            ids["".join(self._random.choices(ID_LETTERS, k=ID_LENGTH))] = None
        return list(ids)

    def _sketch(self, concept_id: str) -> Sketch:
        return Sketch(concept_id, self._term(), self._term() if self._random.random() < 0.5 else None)

    def _term(self) -> Term:
        """Return a term that no other concept has: two parts or three, some with an adjective."""
        while True:
            parts = [self._random.choice(FIRST)]
            if self._random.random() < 0.6:
                parts.append(self._random.choice(MIDDLE))
            parts.append(self._random.choice(HEADS))
            sv, en = "".join(part for part, _ in parts), " ".join(part for _, part in parts)
            if self._random.random() < 0.4:
                adjective = self._random.choice(ADJECTIVES)
                sv, en = f"{adjective[0]} {sv}", f"{adjective[1]} {en}"
            if sv not in self._taken:
                self._taken.add(sv)
                return Term(sv, en)

    def _sentence(self) -> str:
        said = " ".join(self._random.choice(parts) for parts in (KINDS, DOINGS, CIRCUMSTANCES))
        topic = "".join(self._random.choice(parts)[0] for parts in (FIRST, MIDDLE, HEADS))
        return f"{said}, i fråga om {topic}"


def _labels(predicate: str, term: Term) -> list[str]:
    return [f'skos:{predicate} "{term.sv}"@sv', f'skos:{predicate} "{term.en}"@en']


def _block(resource_id: str, kind: str, lines: list[str]) -> str:
    return f"{VOCABULARY}:{resource_id} a {kind} ;\n    " + " ;\n    ".join(lines) + " .\n"
