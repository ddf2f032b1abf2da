"""The addresses of reconciliation: the service itself, suggestions, previews and proposals."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from flask import Response, request
from pydantic import Field
from typing_extensions import TypedDict

from samsprak.errors import UnknownResource
from samsprak.reconciliation.kinds import COLLECTION, CONCEPT
from samsprak.web.failures import MissingParameter
from samsprak.web.interfaces.operations import FORM, Answer, Body
from samsprak.web.interfaces.parameters import MAX_IRI, WHOLE, OptionalIri, OptionalText
from samsprak.web.interfaces.problem import ERROR
from samsprak.web.reconciliation import properties, suggesting
from samsprak.web.reconciliation.answering import Result, answer, answers, single
from samsprak.web.reconciliation.describing import Entity, found, kind
from samsprak.web.reconciliation.extending import Extended, extended, name_of_property
from samsprak.web.reconciliation.interface import Where, interface, json_of, language, offer, reconciler, reply
from samsprak.web.reconciliation.manifest import Manifest, manifest
from samsprak.web.reconciliation.previewing import flyout, flyout_of, preview
from samsprak.web.reconciliation.questions import Asked, AskedByForm
from samsprak.web.reconciliation.suggesting import MAX_CURSOR, Suggested

__all__ = ["interface"]

UNKNOWN = Answer(404, "Nothing here has that id.", ERROR)
Identifier = Annotated[str, Field(min_length=1, max_length=MAX_IRI, description="An IRI, or an id.")]


class OfPrefix(Where):
    """What a person has typed."""

    prefix: Annotated[OptionalText, Field(description="What was typed, or an id. Empty: all types or properties.")] = ""
    cursor: Annotated[int, Field(ge=0, le=MAX_CURSOR, description="So many are passed over first."), WHOLE] = 0
    type: Annotated[OptionalIri, Field(description="Only what is of this type; one that nothing has counts not.")] = ""


class OfKind(Where):
    """One type."""

    id: Annotated[Identifier, Field(description="A type.", examples=[CONCEPT])]


class OfProperty(Where):
    """One property."""

    id: Annotated[Identifier, Field(description="A property.", examples=["broader"])]


class OfRecord(Where):
    """One record."""

    id: Annotated[Identifier, Field(description="IRI of a concept or a collection, or its id.")]


class OfType(Where):
    """A type."""

    type: Annotated[OptionalIri, Field(description="A type; properties of concepts where it is none.")] = ""
    limit: Annotated[int, Field(ge=0, le=1000, description="So many at most, 0 for all."), WHOLE] = 0


class Flyout(TypedDict):
    """A piece of HTML about what has an id."""

    id: str
    html: str


class ProposedProperties(TypedDict):
    """Properties of records of a type."""

    properties: list[Entity]
    type: str
    limit: NotRequired[int]


TOO_MUCH = Answer(413, "More queries, ids or properties than are answered at once, or a body above 1 MB.", ERROR)
ANSWERED = Answer(
    200,
    "The candidates by the keys of the queries, or the values that are asked for; the manifest where nothing is.",
    json_of(Manifest | dict[str, Result] | Result | Extended),
)


@offer("GET", "", ANSWERED, TOO_MUCH)
def describe(vocabulary: str, query: Asked) -> Response:
    """Describe the service, or answer queries that stand in the address."""
    return _answered(vocabulary, query)


@offer(
    "POST",
    "",
    ANSWERED,
    TOO_MUCH,
    bodies=(Body(FORM, AskedByForm),),
)
def reconcile(vocabulary: str, query: Where, body: AskedByForm) -> Response:
    """Answer which records names stand for, or fetch values of records."""
    # An empty form asks nothing, no form at all is a mistake.
    if not request.mimetype:
        raise MissingParameter("queries")
    return _answered(vocabulary, body if body.lang else body.model_copy(update={"lang": query.lang}))


def _answered(vocabulary: str, asked: AskedByForm) -> Response:
    lang = language(asked.lang)

    def give() -> Any:
        if "queries" in asked.model_fields_set:
            return answers(asked.queries, lang, vocabulary)
        if "extend" in asked.model_fields_set:
            return extended(asked.extend, lang, vocabulary)
        if asked.query:
            return answer(single(asked.query), lang, vocabulary)
        return manifest(vocabulary, lang, asked.lang)

    return reply(give, asked)


@offer("GET", "/suggest/entity", Answer(200, "Concepts and collections.", json_of(Suggested)))
def suggest_entity(vocabulary: str, query: OfPrefix) -> Response:
    """Suggest records for the beginning of a term, or for an id."""
    lang, kinds = language(query.lang), _kind(query.type, vocabulary)
    return reply(
        lambda: Suggested(result=suggesting.entities(query.prefix, query.cursor, kinds, lang, vocabulary)), query
    )


@offer("GET", "/suggest/type", Answer(200, "Types.", json_of(Suggested)))
def suggest_type(vocabulary: str, query: OfPrefix) -> Response:
    """Suggest types for the beginning of a name, or for an id."""
    shown = suggesting.types(query.prefix, language(query.lang), vocabulary)
    return reply(lambda: Suggested(result=shown[query.cursor :]), query)


@offer("GET", "/suggest/property", Answer(200, "Properties.", json_of(Suggested)))
def suggest_property(vocabulary: str, query: OfPrefix) -> Response:
    """Suggest properties for the beginning of a name, or for an id."""
    shown = suggesting.properties(query.prefix, language(query.lang), vocabulary)
    return reply(lambda: Suggested(result=shown[query.cursor :]), query)


@offer("GET", "/flyout/entity", Answer(200, "A piece of HTML.", json_of(Flyout)), UNKNOWN)
def show_entity(vocabulary: str, query: OfRecord) -> Response:
    """Show a record in short."""
    holder, record = found(query.id, vocabulary)
    return reply(lambda: Flyout(id=query.id, html=flyout(holder, record, language(query.lang))), query)


@offer("GET", "/flyout/type", Answer(200, "A piece of HTML.", json_of(Flyout)), UNKNOWN)
def show_type(vocabulary: str, query: OfKind) -> Response:
    """Show a type in short."""
    meant, lang = reconciler().kinds.meant(query.id, vocabulary), language(query.lang)
    if meant in {CONCEPT, COLLECTION}:
        return reply(lambda: Flyout(id=query.id, html=flyout_of(meant, kind(meant, lang)["name"])), query)
    return reply(lambda: Flyout(id=query.id, html=flyout(*found(meant, vocabulary), lang)), query)


@offer("GET", "/flyout/property", Answer(200, "A piece of HTML.", json_of(Flyout)), UNKNOWN)
def show_property(vocabulary: str, query: OfProperty) -> Response:  # noqa: ARG001 - all vocabularies have the same
    """Show a property in short."""
    bare = query.id.removeprefix(properties.PREFIX)
    if bare.partition("@")[0] not in properties.BY_ID:
        raise UnknownResource(query.id)
    return reply(lambda: Flyout(id=query.id, html=flyout_of(bare, name_of_property(bare, language(query.lang)))), query)


@offer(
    "GET",
    "/preview",
    Answer(200, "A page for a frame of the size that the manifest states.", {"text/html": None}),
    UNKNOWN,
)
def show_preview(vocabulary: str, query: OfRecord) -> Response:
    """Show a record as a small page, which other sites may frame."""
    return preview(*found(query.id, vocabulary), language(query.lang))


@offer("GET", "/properties", Answer(200, "Properties to fetch.", json_of(ProposedProperties)))
def propose_properties(vocabulary: str, query: OfType) -> Response:
    """Propose properties to fetch of records of a type."""
    kinds, lang = _kind(query.type, vocabulary), language(query.lang)
    shown = suggesting.proposed(kinds, lang, vocabulary)[: query.limit or None]
    given = ProposedProperties(properties=shown, type=query.type)
    if query.limit:
        given["limit"] = query.limit
    return reply(lambda: given, query)


def _kind(given: str, vocabulary: str) -> str:
    """Return the type that is meant, or an empty text: clients shorten what they send, at `#` for instance."""
    try:
        return reconciler().kinds.meant(given, vocabulary) if given else ""
    except UnknownResource:
        return ""
