"""Linked data: a resource's own address leads to a page or to data, as the client asks."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from samsprak.errors import UnknownResource
from samsprak.vocabulary.formats import BY_SUFFIX, Format
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, Resource, Status
from samsprak.web.context import reader_language, service
from samsprak.web.dumps import dump
from samsprak.web.failures import MissingParameter, NotAcceptable, Withdrawn
from samsprak.web.names import name_of
from samsprak.web.negotiation import HTML, choose
from samsprak.web.replies import Alternate, alternates, conditional, open_to_all, see_other

blueprint = Blueprint("linked_data", __name__)


@blueprint.get("/<vocabulary_id>")
def whole(vocabulary_id: str) -> Response:
    """Lead to a vocabulary's front page or to all its data; with a suffix, give all its data."""
    vocabularies = service().snapshot.vocabularies
    name, form = _with_suffix(vocabulary_id, vocabulary_id in vocabularies)
    vocabulary = service().snapshot.vocabulary(name)
    if form is not None:
        return open_to_all(dump(vocabulary, form))
    addresses, lang = service().addresses, reader_language()
    offers = alternates(lambda each: addresses.whole(vocabulary.id, each))
    return _negotiated(addresses.vocabulary_home(vocabulary.id, lang), offers)


@blueprint.get("/<vocabulary_id>/")
def with_slash(vocabulary_id: str) -> BaseResponse:
    """Lead to the same address without its last slash, as a namespace IRI has it."""
    vocabulary = service().snapshot.vocabulary(vocabulary_id)
    return redirect(f"{service().addresses.base}/{vocabulary.id}", 308)


@blueprint.get("/<vocabulary_id>/<path:resource_id>")
def resource(vocabulary_id: str, resource_id: str) -> BaseResponse:
    """Lead to a resource's page or data; with a suffix, give its data."""
    vocabulary = service().snapshot.vocabulary(vocabulary_id)
    bare = resource_id.rstrip("/")
    if bare != resource_id and not _has(vocabulary, resource_id) and _has(vocabulary, bare):
        return redirect(service().addresses.resource(vocabulary, vocabulary.by_id(bare)), 308)
    name, form = _with_suffix(resource_id, _has(vocabulary, resource_id))
    if vocabulary.has_guide and vocabulary.namespace + name in vocabulary.guide.parts:
        return _lead_to_guide(vocabulary)
    found = vocabulary.by_id(name)
    _refuse_withdrawn(vocabulary, found)
    if form is None:
        return lead_to(vocabulary, found)
    return data(vocabulary, found, form)


@blueprint.get("/entity")
def entity() -> Response:
    """Lead to the resource with any IRI, given as `uri`."""
    iri = request.args.get("uri", "").strip()
    if not iri:
        raise MissingParameter("uri")
    vocabulary, found = service().snapshot.find(iri)
    _refuse_withdrawn(vocabulary, found)
    return lead_to(vocabulary, found)


def lead_to(vocabulary: Vocabulary, found: Resource) -> Response:
    """Return 303 to the page or the data that the client accepts most."""
    addresses, lang = service().addresses, reader_language()
    page = addresses.resource_page(vocabulary, found, lang, name_of(vocabulary, found, lang))
    return _negotiated(page, alternates(lambda form: addresses.data(vocabulary, found, form)))


def _lead_to_guide(vocabulary: Vocabulary) -> Response:
    """Return 303 to the guide's page, or to the whole vocabulary as data, of which the guide is a part."""
    addresses = service().addresses
    page = addresses.vocabulary_page("guide", vocabulary.id, reader_language())
    return _negotiated(page, alternates(lambda form: addresses.whole(vocabulary.id, form)))


def data(vocabulary: Vocabulary, found: Resource, form: Format) -> Response:
    """Return the data about one resource."""
    reply = conditional(
        service().snapshot.version, form.suffix, form.media_type, lambda: vocabulary.data(found.iri, form)
    )
    reply.headers["Content-Location"] = service().addresses.data(vocabulary, found, form)
    reply.headers.add("Link", f'<{found.iri}>; rel="describes"')
    return open_to_all(reply)


def _negotiated(page: str, offers: tuple[Alternate, ...]) -> Response:
    chosen = choose(request.headers.get("Accept", ""))
    if chosen is None:
        raise NotAcceptable((Alternate(page, HTML), *offers))
    if chosen is HTML:
        return open_to_all(see_other(page, offers))
    return open_to_all(see_other(next(offer.address for offer in offers if offer.form is chosen), offers))


def _with_suffix(name: str, known: bool) -> tuple[str, Format | None]:
    """Take a format's suffix off a name that is not itself known: ids may hold dots."""
    stem, dot, suffix = name.rpartition(".")
    if known or not dot or suffix not in BY_SUFFIX:
        return name, None
    return stem, BY_SUFFIX[suffix]


def _has(vocabulary: Vocabulary, resource_id: str) -> bool:
    try:
        vocabulary.by_id(resource_id)
    except UnknownResource:
        return False
    return True


def _refuse_withdrawn(vocabulary: Vocabulary, found: Resource) -> None:
    if isinstance(found, Concept) and found.status is Status.WITHDRAWN:
        raise Withdrawn(vocabulary, found)
