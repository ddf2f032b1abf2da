"""`/label`: what a record is called, in one language."""

from __future__ import annotations

from typing import NotRequired

from flask import Response
from typing_extensions import TypedDict

from samsprak.vocabulary.records import Concept, Label, Resource
from samsprak.web.context import service
from samsprak.web.interfaces.operations import Answer
from samsprak.web.interfaces.problem import ERROR
from samsprak.web.rest.asking import OfUri, in_language
from samsprak.web.rest.interface import interface
from samsprak.web.rest.replies import context, json_of, reply
from samsprak.web.rest.speech import Speech, Told, spoken


class Labels(TypedDict):
    """The labels of a record in one language."""

    uri: str
    prefLabel: str
    altLabel: NotRequired[list[str]]
    hiddenLabel: NotRequired[list[str]]


LABELS = Answer(200, "Its labels in that language, else in the best that there is.", json_of(Labels))


@interface.offer("GET", "/label", LABELS, Answer(404, "Nothing here has that IRI.", ERROR))
def label(query: OfUri) -> Response:
    """Tell what a record of any vocabulary is called."""
    vocabulary, record = service().snapshot.find(query.uri)
    return _answer(spoken(vocabulary, query.lang), record, query.callback)


@interface.offer("GET", "/<vocid>/label", LABELS)
def label_in_one(vocid: str, query: OfUri) -> Response:
    """Tell what a record of a vocabulary is called."""
    speech = in_language(vocid, query.lang)
    return _answer(speech, speech.vocabulary.resource(query.uri), query.callback)


def _answer(speech: Speech, record: Resource, callback: str) -> Response:
    name = speech.name(record)
    terms: dict[str, object] = {key: f"skos:{key}" for key in ("prefLabel", "altLabel", "hiddenLabel")}
    if not record.preferred:
        # A notation or an id stands in, which is no label.
        terms["prefLabel"] = None
    return reply(context(name.lang, **terms), lambda: _told(record, name), callback)


def _told(record: Resource, name: Label) -> Told:
    told: Told = {"uri": record.iri, "prefLabel": name.text}
    if isinstance(record, Concept):
        for key, labels in (("altLabel", record.alternative), ("hiddenLabel", record.hidden)):
            texts = [each.text for each in labels if each.lang == name.lang]
            if texts:
                told[key] = texts
    return told
