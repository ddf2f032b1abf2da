"""`/broader`, `/narrower`, `/related`: the concepts that are one step away."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Response
from typing_extensions import TypedDict

from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept
from samsprak.web.interfaces.operations import Answer
from samsprak.web.rest.asking import OfUri, in_language
from samsprak.web.rest.interface import interface
from samsprak.web.rest.replies import context, json_of, reply
from samsprak.web.rest.speech import Speech


class Named(TypedDict):
    """A concept, what it is called and in which language."""

    uri: str
    prefLabel: str
    lang: str


class BroaderConcepts(TypedDict):
    """The broader concepts."""

    uri: str
    broader: list[Named]


class NarrowerConcepts(TypedDict):
    """The narrower concepts."""

    uri: str
    narrower: list[Named]


class RelatedConcepts(TypedDict):
    """The related concepts."""

    uri: str
    related: list[Named]


@interface.offer("GET", "/<vocid>/broader", Answer(200, "By name; empty at the top.", json_of(BroaderConcepts)))
def broader(vocid: str, query: OfUri) -> Response:
    """List the broader concepts of a concept."""
    speech = in_language(vocid, query.lang)
    concept = speech.vocabulary.concept(query.uri)
    return _answer("broader", speech, concept, above(speech.vocabulary, concept), query.callback)


@interface.offer("GET", "/<vocid>/narrower", Answer(200, "By name; empty at the bottom.", json_of(NarrowerConcepts)))
def narrower(vocid: str, query: OfUri) -> Response:
    """List the narrower concepts of a concept."""
    speech = in_language(vocid, query.lang)
    concept = speech.vocabulary.concept(query.uri)
    return _answer("narrower", speech, concept, below(speech.vocabulary, concept), query.callback)


@interface.offer("GET", "/<vocid>/related", Answer(200, "By name, or none.", json_of(RelatedConcepts)))
def related(vocid: str, query: OfUri) -> Response:
    """List the related concepts of a concept."""
    speech = in_language(vocid, query.lang)
    concept = speech.vocabulary.concept(query.uri)
    return _answer("related", speech, concept, concept.related, query.callback)


def _answer(relation: str, speech: Speech, concept: Concept, others: Iterable[str], callback: str) -> Response:
    terms = {"prefLabel": "skos:prefLabel", relation: f"skos:{relation}"}
    return reply(
        context(speech.lang, **terms), lambda: {"uri": concept.iri, relation: speech.named_all(others)}, callback
    )


def above(vocabulary: Vocabulary, concept: Concept) -> list[str]:
    """Return the broader concepts, without those that lead round in a circle: clients walk up until they find none."""
    closing = vocabulary.closing_links
    return [link.iri for link in concept.broader if (concept.iri, link.iri) not in closing]


def below(vocabulary: Vocabulary, concept: Concept) -> tuple[str, ...]:
    """Return the narrower concepts, without those that lead round in a circle."""
    closing = vocabulary.closing_links
    if not closing:
        return concept.narrower
    return tuple(iri for iri in concept.narrower if (iri, concept.iri) not in closing)
