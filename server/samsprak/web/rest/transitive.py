"""`/broaderTransitive`, `/narrowerTransitive`: all that is above or below a concept, and how it hangs together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NotRequired

from flask import Response
from typing_extensions import TypedDict

from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept
from samsprak.web.interfaces.operations import Answer
from samsprak.web.rest.asking import MOST, AtAnyDistance, in_language
from samsprak.web.rest.interface import interface
from samsprak.web.rest.relations import above, below
from samsprak.web.rest.replies import context, json_of, reply
from samsprak.web.rest.speech import Speech

Step = Callable[[Vocabulary, Concept], Sequence[str]]


class StepUp(TypedDict):
    """A concept with those right above it, each told of as well; without the key at the top."""

    uri: str
    prefLabel: str
    lang: str
    broader: NotRequired[list[str]]


class StepDown(TypedDict):
    """A concept with those right below it, each told of as well; without the key at the bottom."""

    uri: str
    prefLabel: str
    lang: str
    narrower: NotRequired[list[str]]


class WaysUp(TypedDict):
    """A concept and all above it, by IRI."""

    uri: str
    broaderTransitive: dict[str, StepUp]


class WaysDown(TypedDict):
    """A concept and all below it, by IRI."""

    uri: str
    narrowerTransitive: dict[str, StepDown]


@interface.offer("GET", "/<vocid>/broaderTransitive", Answer(200, "Never a circle.", json_of(WaysUp)))
def broader_transitive(vocid: str, query: AtAnyDistance) -> Response:
    """Tell of a concept and all above it."""
    return _answer("broader", vocid, query, above)


@interface.offer("GET", "/<vocid>/narrowerTransitive", Answer(200, "Never a circle.", json_of(WaysDown)))
def narrower_transitive(vocid: str, query: AtAnyDistance) -> Response:
    """Tell of a concept and all below it."""
    return _answer("narrower", vocid, query, below)


def _answer(relation: str, vocid: str, query: AtAnyDistance, step: Step) -> Response:
    speech = in_language(vocid, query.lang)
    start, limit = speech.vocabulary.concept(query.uri), min(query.limit, MOST)
    key = f"{relation}Transitive"
    terms: dict[str, object] = {
        "prefLabel": "skos:prefLabel",
        relation: {"@id": f"skos:{relation}", "@type": "@id"},
        key: {"@id": f"skos:{key}", "@container": "@index"},
    }
    return reply(
        context(speech.lang, **terms),
        lambda: {"uri": start.iri, key: _told(relation, speech, reached(speech.vocabulary, start, step, limit))},
        query.callback,
    )


def reached(vocabulary: Vocabulary, start: Concept, step: Step, limit: int) -> dict[str, Sequence[str]]:
    """Return a concept and all that steps lead to, the nearest first, each with its own next steps."""
    found: dict[str, Sequence[str]] = {start.iri: ()}
    for iri in (pending := [start.iri]):
        found[iri] = step(vocabulary, vocabulary.concept(iri))
        for other in found[iri]:
            if other not in found and len(found) < limit:
                found[other] = ()
                pending.append(other)
    return found


def _told(relation: str, speech: Speech, found: dict[str, Sequence[str]]) -> dict[str, object]:
    told: dict[str, object] = {}
    for iri, steps in found.items():
        told[iri] = each = speech.named(speech.vocabulary.concept(iri))
        direct = [other for other in steps if other in found]
        if direct:
            each[relation] = direct
    return told
