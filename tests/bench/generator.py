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
SOURCES = 40
HEAD = f"""\
@prefix {VOCABULARY}: <{NAMESPACE}> .
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix status: <http://purl.org/adms/status/> .
@prefix vann: <http://purl.org/vocab/vann/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<{NAMESPACE}body> a foaf:Agent ;
    foaf:name "Mätningens beslutande organ"@sv .

<{SCHEME}> a skos:ConceptScheme ;
    dcterms:title "Mätningens begrepp"@sv ,
        "The concepts of the measurement"@en ;
    dcterms:description "Begrepp som inget betyder, för att mäta på."@sv ,
        "Concepts that mean nothing, to measure on."@en ;
    dcterms:license <https://creativecommons.org/publicdomain/zero/1.0/> ;
    dcterms:publisher <{NAMESPACE}body> ;
    dcterms:created "2015-01-01"^^xsd:date ;
    dcterms:modified "2026-01-01"^^xsd:date ;
    owl:versionInfo "1.0.0" ;
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
    """Generates one vocabulary of `size` concepts, about 13 triples each, with next to nothing for a check to find."""

    def __init__(self, size: int, seed: int = 1) -> None:
        self._random = random.Random(f"{seed}/{size}")
        self._taken: set[str] = set()
        self._said: set[str] = set()
        ids = self._ids(size + FACETS)
        self._facets = ids[size:]
        self.concepts = tuple(self._sketch(each) for each in ids[:size])
        self._broader: list[list[int]] = []
        for place in range(size):
            self._broader.append(self._above(place))

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
        for number in range(1, SOURCES + 1):
            yield (
                f"<{NAMESPACE}source/{number}> a dcterms:BibliographicResource ;\n"
                f'    dcterms:title "Mätningens källa {number}"@sv .\n'
            )

    def _concept(self, place: int, concept: Sketch) -> str:
        chance = self._random.random
        lines = _labels("prefLabel", concept.term)
        if concept.alternative:
            lines.append(f'skos:altLabel "{concept.alternative.sv}"@sv')
        lines.append(f'skos:definition "{self._definition()}"@sv')
        if chance() < 0.2:
            lines.append(f'skos:scopeNote "Använd {concept.term.sv} om {self._sentence()}."@sv')
        if place < TOPS:
            lines.append(f"skos:topConceptOf <{SCHEME}>")
        lines += [f"skos:broader {VOCABULARY}:{self.concepts[above].id}" for above in self._broader[place]]
        if place and chance() < 0.25:
            other = self._random.randrange(place)
            if other not in self._ancestors(place):
                lines.append(f"skos:related {VOCABULARY}:{self.concepts[other].id}")
        year, month = self._random.randint(2015, 2024), self._random.randint(1, 12)
        created = f'"{year}-{month:02d}-01"^^xsd:date'
        lines += [
            f'skos:notation "{place + 1:05d}"',
            f"dcterms:source <{NAMESPACE}source/{self._random.randint(1, SOURCES)}>",
            *self._status(place, created),
            f"dcterms:created {created}",
            f'dcterms:modified "{year + 1}-{month:02d}-15"^^xsd:date',
            f"skos:inScheme <{SCHEME}>",
        ]
        return _block(concept.id, "skos:Concept", lines)

    def _status(self, place: int, created: str) -> list[str]:
        """Return the status and what it asks for; what has narrower concepts is never retired."""
        chance = self._random.random()
        if chance < 0.02 and place > len(self.concepts) // BRANCHING + TOPS:
            successor = self.concepts[self._broader[place][0]].id
            return [
                "adms:status status:Deprecated",
                "owl:deprecated true",
                f"dcterms:isReplacedBy {VOCABULARY}:{successor}",
            ]
        if chance < 0.2:
            decision = [f"dcterms:publisher <{NAMESPACE}body>", f"dcterms:dateAccepted {created}"]
            return ["adms:status status:Completed", *decision]
        return ["adms:status status:UnderDevelopment"]

    def _above(self, place: int) -> list[int]:
        """Return the places of the broader concepts: earlier ones, so that there is no circle."""
        if place < TOPS:
            return []
        jitter = self._random.randint(-2, 2) if place > TOPS * BRANCHING else 0
        first = min(place - 1, max(0, (place - TOPS) // BRANCHING + jitter))
        if place > TOPS * BRANCHING and self._random.random() < 0.05:
            second = self._random.randrange(place // BRANCHING)
            # Neither is above the other: that would be a short cut.
            if first != second and second not in self._ancestors(first) and first not in self._ancestors(second):
                return sorted((first, second))
        return [first]

    def _ancestors(self, place: int) -> set[int]:
        """Return the places of all that is above a concept."""
        found: set[int] = set()
        pending = list(self._broader[place])
        while pending:
            above = pending.pop()
            if above not in found:
                found.add(above)
                pending += self._broader[above]
        return found

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

    def _definition(self) -> str:
        """Return a sentence that no other concept is defined by."""
        while (said := self._sentence()) in self._said:
            pass
        self._said.add(said)
        return said

    def _sentence(self) -> str:
        said = " ".join(self._random.choice(parts) for parts in (KINDS, DOINGS, CIRCUMSTANCES))
        topic = "".join(self._random.choice(parts)[0] for parts in (FIRST, MIDDLE, HEADS))
        return f"{said}, i fråga om {topic}"


def _labels(predicate: str, term: Term) -> list[str]:
    return [f'skos:{predicate} "{term.sv}"@sv', f'skos:{predicate} "{term.en}"@en']


def _block(resource_id: str, kind: str, lines: list[str]) -> str:
    return f"{VOCABULARY}:{resource_id} a {kind} ;\n    " + " ;\n    ".join(lines) + " .\n"
