"""`/topConcepts`, `/children`, `/hierarchy`: what a tree is drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, NotRequired

from flask import Response
from pydantic import Field
from typing_extensions import TypedDict

from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, Resource
from samsprak.web.interfaces.operations import Answer
from samsprak.web.interfaces.parameters import OptionalIri
from samsprak.web.rest.asking import MOST, InLanguage, OfUri, in_language
from samsprak.web.rest.interface import interface
from samsprak.web.rest.relations import above, below
from samsprak.web.rest.replies import NOTATION, ONKI, context, json_of, reply
from samsprak.web.rest.speech import Speech, Told
from samsprak.web.rest.transitive import reached

TERMS: dict[str, object] = {"onki": ONKI, "notation": NOTATION, "hasChildren": "onki:hasChildren"}


class OfScheme(InLanguage):
    """A concept scheme and a language."""

    scheme: Annotated[OptionalIri, Field(description="IRI of a concept scheme. Empty: the main one.")] = ""


class TopConcept(TypedDict):
    """A top concept, of which scheme, and whether anything is below it."""

    uri: str
    label: str
    lang: str
    hasChildren: bool
    topConceptOf: NotRequired[str]
    notation: NotRequired[str]


class TopConcepts(TypedDict):
    """The top concepts of a concept scheme."""

    uri: str
    topconcepts: list[TopConcept]


class Child(TypedDict):
    """A narrower concept, and whether anything is below it."""

    uri: str
    prefLabel: str
    lang: str
    hasChildren: bool
    notation: NotRequired[str]


class Children(TypedDict):
    """The narrower concepts."""

    uri: str
    narrower: list[Child]


class Shown(TypedDict):
    """A concept as it is shown below another."""

    uri: str
    label: str
    lang: str
    hasChildren: bool
    notation: NotRequired[str]


class Place(TypedDict):
    """A concept with those right above and right below it; `top` and `tops` are the schemes that it is a top of."""

    uri: str
    prefLabel: str
    lang: str
    hasChildren: bool
    notation: NotRequired[str]
    broader: NotRequired[list[str]]
    narrower: NotRequired[list[Shown]]
    top: NotRequired[str]
    tops: NotRequired[list[str]]


class Places(TypedDict):
    """A concept and all above it, by IRI."""

    uri: str
    broaderTransitive: dict[str, Place]


@interface.offer(
    "GET", "/<vocid>/topConcepts", Answer(200, "By name; none of an unknown scheme.", json_of(TopConcepts))
)
def top_concepts(vocid: str, query: OfScheme) -> Response:
    """List the top concepts of a concept scheme."""
    speech = in_language(vocid, query.lang)
    schemes = speech.vocabulary.schemes
    scheme = query.scheme or (schemes[0].iri if schemes else "")
    terms: dict[str, object] = {
        "topconcepts": "skos:hasTopConcept",
        "label": "skos:prefLabel",
        "topConceptOf": {"@id": "skos:topConceptOf", "@type": "@id"},
    }
    return reply(
        context(speech.lang, **TERMS, **terms),
        lambda: {
            "uri": scheme,
            "topconcepts": [
                _top(speech, each, scheme) for each in speech.alphabetical(tops(speech.vocabulary, scheme))
            ],
        },
        query.callback,
    )


def tops(vocabulary: Vocabulary, scheme: str) -> tuple[str, ...]:
    """Return the top concepts that a scheme has, else where the trees of its concepts begin."""
    declared = next((each.top_concepts for each in vocabulary.schemes if each.iri == scheme), ())
    if declared:
        return declared
    roots = [vocabulary.concept(iri) for iri in vocabulary.roots]
    return tuple(each.iri for each in roots if scheme in each.schemes or not vocabulary.schemes)


def _top(speech: Speech, concept: Resource, scheme: str) -> Told:
    told = _shown(speech, concept, "label")
    return told | {"topConceptOf": scheme} if scheme else told


def _shown(speech: Speech, record: Resource, key: str) -> Told:
    told = speech.named(record, key)
    if isinstance(record, Concept):
        told["hasChildren"] = bool(below(speech.vocabulary, record))
        if record.notations:
            told["notation"] = record.notations[0]
    return told


def _listed(speech: Speech, iris: Iterable[str], key: str) -> list[Told]:
    return [_shown(speech, each, key) for each in speech.alphabetical(iris)]


@interface.offer("GET", "/<vocid>/children", Answer(200, "By name; empty at the bottom.", json_of(Children)))
def children(vocid: str, query: OfUri) -> Response:
    """List the narrower concepts of a concept, and whether anything is below them."""
    speech = in_language(vocid, query.lang)
    concept = speech.vocabulary.concept(query.uri)
    terms = {"prefLabel": "skos:prefLabel", "narrower": "skos:narrower"}
    return reply(
        context(speech.lang, **TERMS, **terms),
        lambda: {
            "uri": concept.iri,
            "narrower": _listed(speech, below(speech.vocabulary, concept), "prefLabel"),
        },
        query.callback,
    )


@interface.offer("GET", "/<vocid>/hierarchy", Answer(200, "Never a circle.", json_of(Places)))
def hierarchy(vocid: str, query: OfUri) -> Response:
    """Tell of a concept and all above it, each with what is right below it."""
    speech = in_language(vocid, query.lang)
    concept = speech.vocabulary.concept(query.uri)
    terms: dict[str, object] = {
        "prefLabel": "skos:prefLabel",
        "label": "skos:prefLabel",
        "narrower": {"@id": "skos:narrower", "@type": "@id"},
        "broader": {"@id": "skos:broader", "@type": "@id"},
        "broaderTransitive": {"@id": "skos:broaderTransitive", "@container": "@index"},
        "top": {"@id": "skos:topConceptOf", "@type": "@id"},
        "tops": {"@id": "skos:topConceptOf", "@type": "@id"},
    }

    def give() -> Told:
        found = reached(speech.vocabulary, concept, above, MOST)
        return {"uri": concept.iri, "broaderTransitive": {iri: _place(speech, iri, up) for iri, up in found.items()}}

    return reply(context(speech.lang, **TERMS, **terms), give, query.callback)


def _place(speech: Speech, iri: str, up: Sequence[str]) -> Told:
    vocabulary = speech.vocabulary
    concept = vocabulary.concept(iri)
    told = _shown(speech, concept, "prefLabel")
    if up:
        told["broader"] = list(up)
    narrower = below(vocabulary, concept)
    if narrower:
        told["narrower"] = _listed(speech, narrower, "label")
    if concept.top_of:
        main = vocabulary.schemes[0].iri if vocabulary.schemes else ""
        told |= {"top": main if main in concept.top_of else concept.top_of[0], "tops": list(concept.top_of)}
    return told
