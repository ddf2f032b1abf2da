"""`/data`: all that is said of a record, or of a whole vocabulary, as RDF."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from flask import Response, request
from pydantic import Field

from samsprak.vocabulary import formats
from samsprak.vocabulary.formats import N_TRIPLES, RDF_XML, TURTLE, Format
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, Resource, Status
from samsprak.web.context import service
from samsprak.web.data.dumps import dump
from samsprak.web.failures import NotAcceptable, Withdrawn
from samsprak.web.interfaces.operations import Answer
from samsprak.web.interfaces.parameters import Iri, OptionalIri
from samsprak.web.interfaces.problem import ERROR
from samsprak.web.negotiation import choose
from samsprak.web.replies import Alternate, conditional
from samsprak.web.rest.asking import InLanguage, one
from samsprak.web.rest.graph import CONTEXT, graph
from samsprak.web.rest.interface import interface
from samsprak.web.rest.replies import ENCODER, JSON, JSON_LD, SCRIPT, called

# In the order of the field's API, where a client wants several equally.
OFFERED = (RDF_XML, TURTLE, JSON_LD, JSON, N_TRIPLES)
BY_TYPE = {form.media_type: form for form in OFFERED}
READ_AS_JSON = (JSON_LD, JSON)
CONTEXT_TEXT = ENCODER.encode(CONTEXT)

ChosenFormat = Annotated[
    str, Field(description="Media type. Empty: as `Accept` asks.", json_schema_extra={"enum": ["", *BY_TYPE]})
]


class OfRecord(InLanguage):
    """A record and a format; the language decides nothing, since data is told in all of them."""

    uri: Annotated[Iri, Field(description="IRI of a concept, collection, scheme or source.")]
    format: ChosenFormat = ""


class OfAnything(InLanguage):
    """A record or nothing, and a format."""

    uri: Annotated[OptionalIri, Field(description="IRI of a concept or other record. Empty: the whole vocabulary.")] = (
        ""
    )
    format: ChosenFormat = ""


TYPES: dict[str, object] = {**dict.fromkeys(BY_TYPE), JSON.media_type: dict[str, object], SCRIPT: None}
TYPES[JSON_LD.media_type] = dict[str, object]
DATA = (
    Answer(200, "The data, with the labels of all that it names.", TYPES),
    Answer(404, "Nothing here has that IRI.", ERROR),
    Answer(406, "It is there in no such format; the detail names those there are.", ERROR),
    Answer(410, "The concept has been withdrawn; the answer says what came in its place.", ERROR),
)


@interface.offer("GET", "/data", *DATA)
def data(query: OfRecord) -> Response:
    """Give the data about a record of any vocabulary."""
    form = _chosen(query.format)
    return _answer(*service().snapshot.find(query.uri), form, query.callback)


@interface.offer("GET", "/<vocid>/data", *DATA, Answer(503, "The whole is still being prepared.", ERROR))
def data_of_one(vocid: str, query: OfAnything) -> Response:
    """Give the data about a record of a vocabulary, or about all of it."""
    vocabulary = one(vocid)
    form = _chosen(query.format)
    if query.uri:
        return _answer(vocabulary, vocabulary.resource(query.uri), form, query.callback)
    return _whole(vocabulary, form)


def _chosen(wanted: str) -> Format:
    """Return the format that `format=` names, else the one that `Accept` wants most; raises `NotAcceptable`."""
    # A plus sign in a query is a space unless it is encoded, and media types have one.
    form = BY_TYPE.get(wanted.replace(" ", "+")) if wanted else choose(request.headers.get("Accept", ""), OFFERED)
    if form is None:
        raise NotAcceptable(tuple(Alternate(_as(each), each) for each in OFFERED))
    return form


def _as(form: Format) -> str:
    """Return the address that was asked for, in another format."""
    asked = {name: value for name, value in request.args.items() if name != "format"}
    return f"{request.script_root}{request.path}?{urlencode({**asked, 'format': form.media_type})}"


def _answer(vocabulary: Vocabulary, record: Resource, form: Format, callback: str) -> Response:
    if isinstance(record, Concept) and record.status is Status.WITHDRAWN:
        raise Withdrawn(vocabulary, record)
    scripted = bool(callback) and form in READ_AS_JSON
    media_type = SCRIPT if scripted else form.media_type

    def render() -> str | bytes:
        if form not in READ_AS_JSON:
            return vocabulary.data(record.iri, form)
        return called(_json(vocabulary, record), callback)

    return conditional(service().snapshot.version, f"rest-{media_type}", media_type, render, vary="Accept")


def _json(vocabulary: Vocabulary, record: Resource) -> str:
    # Not splitlines: texts may hold other breaks than line feeds.
    lines = vocabulary.data(record.iri, N_TRIPLES).decode().removesuffix("\n").split("\n")
    return f'{{"@context":{CONTEXT_TEXT},"graph":{ENCODER.encode(graph(lines, record.iri))}}}'


def _whole(vocabulary: Vocabulary, form: Format) -> Response:
    """Return the whole vocabulary as its prepared file; as JSON it is the JSON-LD."""
    reply = dump(vocabulary, formats.JSON_LD if form in READ_AS_JSON else form)
    if form is JSON and "Content-Type" in reply.headers:
        reply.headers["Content-Type"] = f"{JSON.media_type}; charset=utf-8"
    reply.headers.add("Vary", "Accept")
    return reply
