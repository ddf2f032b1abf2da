"""Queries to begin with: each asks for something that the vocabulary at hand has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samsprak.errors import N_
from samsprak.language.messages import say
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, NoteKind, Status
from samsprak.web.interfaces.examples import example_concept
from samsprak.web.names import name_of

SKOS = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
DCTERMS = "PREFIX dcterms: <http://purl.org/dc/terms/>\n"
ADMS = "PREFIX adms: <http://www.w3.org/ns/adms#>\n"


@dataclass(frozen=True, slots=True)
class Example:
    """A query and what it asks, in the reader's language."""

    title: str
    query: str


def examples(vocabulary: Vocabulary, lang: str) -> list[Example]:
    """Return queries that find something in a vocabulary; none where it has no concepts."""
    return list(_examples(vocabulary, lang)) if vocabulary.concepts else []


def _examples(vocabulary: Vocabulary, lang: str) -> Iterator[Example]:
    shown = vocabulary.display_language(lang).lower()
    label = labelled(shown)
    concept = example_concept(vocabulary)
    name = name_of(vocabulary, concept, lang).text
    yield Example(
        say(N_("Terms and their definitions"), lang),
        f"{SKOS}SELECT ?concept ?term ?definition WHERE {{\n  ?concept a skos:Concept ; {label}\n"
        f'  OPTIONAL {{ ?concept skos:definition ?definition . FILTER(lang(?definition) = "{shown}") }}\n'
        "}\nORDER BY ?term LIMIT 100",
    )
    if concept.narrower:
        yield Example(
            say(N_("Everything below “{term}”"), lang, term=name),
            f"{SKOS}SELECT ?concept ?term WHERE {{\n  ?concept skos:broader+ <{concept.iri}> .\n"
            f"  OPTIONAL {{ ?concept {label} }}\n}}\n"
            "ORDER BY ?term",
        )
    yield from _by_collection(vocabulary, shown, lang)
    yield from _by_source(vocabulary, lang)
    yield from _by_words(vocabulary, shown, lang)
    if any(each.status is Status.PROPOSED for each in vocabulary.concepts):
        yield Example(
            say(N_("How many concepts have which status"), lang),
            f"{SKOS}{ADMS}SELECT ?status (COUNT(*) AS ?concepts) WHERE {{\n"
            "  ?concept a skos:Concept ; adms:status ?status .\n}\nGROUP BY ?status",
        )
    yield Example(
        say(N_("All that is said of “{term}”, as data"), lang, term=name),
        f"DESCRIBE <{concept.iri}>",
    )


def _by_collection(vocabulary: Vocabulary, shown: str, lang: str) -> Iterator[Example]:
    if any(each.members for each in vocabulary.collections):
        yield Example(
            say(N_("Facets and lists by how many concepts they have"), lang),
            f"{SKOS}SELECT ?collection (SAMPLE(?label) AS ?name) (COUNT(DISTINCT ?concept) AS ?concepts) WHERE {{\n"
            "  ?collection skos:member ?concept . ?concept a skos:Concept .\n"
            f'  OPTIONAL {{ ?collection skos:prefLabel ?label . FILTER(lang(?label) = "{shown}") }}\n'
            "}\nGROUP BY ?collection ORDER BY DESC(?concepts)",
        )


def _by_source(vocabulary: Vocabulary, lang: str) -> Iterator[Example]:
    if vocabulary.sources:
        yield Example(
            say(N_("Documents by how many concepts cite them"), lang),
            f"{SKOS}{DCTERMS}SELECT ?source (COUNT(DISTINCT ?concept) AS ?concepts) WHERE {{\n"
            "  ?concept a skos:Concept ; dcterms:source ?source .\n}\nGROUP BY ?source ORDER BY DESC(?concepts)",
        )


def _by_words(vocabulary: Vocabulary, shown: str, lang: str) -> Iterator[Example]:
    concepts = vocabulary.concepts
    if any(each.alternative or each.hidden for each in concepts):
        yield Example(
            say(N_("Other words, and the term to use"), lang),
            f"{SKOS}SELECT ?other ?concept ?term WHERE {{\n"
            f"  ?concept skos:altLabel|skos:hiddenLabel ?other ; {labelled(shown)}\n}}\nORDER BY ?other LIMIT 200",
        )
    if any(each.related and _tells_apart(each, shown) for each in concepts):
        yield Example(
            say(N_("Concepts that are related, with what tells them apart"), lang),
            f"{SKOS}SELECT ?concept ?other ?note WHERE {{\n  ?concept skos:related ?other ; skos:scopeNote ?note .\n"
            f'  FILTER(lang(?note) = "{shown}")\n}}\nLIMIT 50',
        )


def _tells_apart(concept: Concept, shown: str) -> bool:
    return any(note.lang.lower() == shown for note in concept.notes_of(NoteKind.SCOPE))


def labelled(shown: str) -> str:
    """Return the pattern of a term in the language that is shown."""
    return f'skos:prefLabel ?term . FILTER(lang(?term) = "{shown}")'
