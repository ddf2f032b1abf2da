"""Linked data: a resource's own address leads to a page or to data, as the client asks."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Response, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from samsprak.errors import UnknownResource
from samsprak.vocabulary.formats import BY_SUFFIX, OF_WHOLE, WHOLE_BY_SUFFIX, Format, named
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, Resource, Status
from samsprak.web.context import reader_language, service
from samsprak.web.data.dumps import dump
from samsprak.web.data.earlier import at
from samsprak.web.data.offers import (
    DATA,
    ELSEWHERE,
    FILE,
    GONE,
    LEADS,
    PART,
    TAG,
    UNKNOWN,
    UNREADY,
    UNSATISFIABLE,
    Sought,
    Wanted,
    When,
)
from samsprak.web.failures import NotAcceptable, Withdrawn
from samsprak.web.interfaces.interface import Interface
from samsprak.web.names import name_of
from samsprak.web.negotiation import HTML, choose
from samsprak.web.replies import Alternate, alternates, conditional, open_to_all, see_other

interface = Interface("linked_data", __name__, TAG, announces=False)
interface.tell(
    "/{vocabulary_id}.{file_suffix}", "Give a whole vocabulary as a file.", FILE, PART, UNSATISFIABLE, UNREADY
)
interface.tell("/{vocabulary_id}/{resource_id}.{suffix}", "Give the data about one resource.", DATA, GONE)
# What a whole vocabulary is offered as.
WHOLE = (HTML, *OF_WHOLE)


@interface.offer("GET", "/<vocabulary_id>", *LEADS, *ELSEWHERE)
def whole(vocabulary_id: str, query: Wanted) -> Response:
    """Lead to a vocabulary's front page or to all its data; with a suffix, give all its data."""
    vocabularies = service().snapshot.vocabularies
    name, form = _with_suffix(vocabulary_id, WHOLE_BY_SUFFIX, known=vocabulary_id in vocabularies)
    vocabulary = service().snapshot.vocabulary(name)
    if form is not None:
        return open_to_all(dump(vocabulary, form))
    home = service().addresses.vocabulary_home(vocabulary.id, reader_language())
    return _lead_to_whole(vocabulary, home, query.format)


@interface.offer("GET", "/<vocabulary_id>/", *ELSEWHERE)
def with_slash(vocabulary_id: str) -> BaseResponse:
    """Lead to the same address without its last slash, as a namespace IRI has it."""
    vocabulary = service().snapshot.vocabulary(vocabulary_id)
    return redirect(f"{service().addresses.base}/{vocabulary.id}", 308)


@interface.offer("GET", "/<vocabulary_id>/<path:resource_id>", *LEADS, *ELSEWHERE, GONE)
def resource(vocabulary_id: str, resource_id: str, query: When) -> BaseResponse:
    """Lead to a resource's page or data; with a suffix, give its data; with `at`, as it stood then."""
    vocabulary = service().snapshot.vocabulary(vocabulary_id)
    if query.at:
        return at(vocabulary, resource_id, query.at)
    bare = resource_id.rstrip("/")
    if bare != resource_id and not _has(vocabulary, resource_id) and _has(vocabulary, bare):
        return redirect(service().addresses.resource(vocabulary, vocabulary.by_id(bare)), 308)
    name, form = _with_suffix(resource_id, BY_SUFFIX, known=_has(vocabulary, resource_id))
    if vocabulary.has_guide and vocabulary.namespace + name in vocabulary.guide.parts:
        return _lead_to_guide(vocabulary)
    found = vocabulary.by_id(name)
    _refuse_withdrawn(vocabulary, found)
    if form is None:
        return lead_to(vocabulary, found)
    return data(vocabulary, found, form)


@interface.offer("GET", "/entity", *LEADS, UNKNOWN, GONE)
def entity(query: Sought) -> Response:
    """Lead to the resource with any IRI, given as `uri`."""
    vocabulary, found = service().snapshot.find(query.uri.strip())
    _refuse_withdrawn(vocabulary, found)
    return lead_to(vocabulary, found)


def lead_to(vocabulary: Vocabulary, found: Resource) -> Response:
    """Return 303 to the page or the data that the client accepts most."""
    addresses, lang = service().addresses, reader_language()
    page = addresses.resource_page(vocabulary, found, lang, name_of(vocabulary, found, lang))
    return _negotiated(page, alternates(lambda form: addresses.data(vocabulary, found, form)), choose(_accepted()))


def _lead_to_guide(vocabulary: Vocabulary) -> Response:
    """Return 303 to the guide's page, or to the whole vocabulary as data, of which the guide is a part."""
    return _lead_to_whole(vocabulary, service().addresses.vocabulary_page("guide", vocabulary.id, reader_language()))


def _lead_to_whole(vocabulary: Vocabulary, page: str, wanted: str = "") -> Response:
    """Return 303 to a page, or to the whole vocabulary: in the format that is wanted, else by the client's `Accept`."""
    addresses = service().addresses
    offers = alternates(lambda form: addresses.whole(vocabulary.id, form), OF_WHOLE)
    return _negotiated(page, offers, named(wanted, WHOLE) if wanted else choose(_accepted(), WHOLE))


def data(vocabulary: Vocabulary, found: Resource, form: Format) -> Response:
    """Return the data about one resource."""
    reply = conditional(
        service().snapshot.version, form.suffix, form.media_type, lambda: vocabulary.data(found.iri, form)
    )
    reply.headers["Content-Location"] = service().addresses.data(vocabulary, found, form)
    reply.headers.add("Link", f'<{found.iri}>; rel="describes"')
    for licence in _licences(vocabulary):
        reply.headers.add("Link", f'<{licence}>; rel="license"')
    return open_to_all(reply)


def _licences(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the licences of a vocabulary that can stand in a header: vocabularies in the wild give words, too."""
    given = vocabulary.schemes[0].licences if vocabulary.schemes else ()
    return tuple(each for each in given if each.isascii() and not set(each) & set('<>" \t\r\n'))


def _accepted() -> str:
    return request.headers.get("Accept", "")


def _negotiated(page: str, offers: tuple[Alternate, ...], chosen: Format | None) -> Response:
    if chosen is None:
        raise NotAcceptable((Alternate(page, HTML), *offers))
    if chosen is HTML:
        return open_to_all(see_other(page, offers))
    return open_to_all(see_other(next(offer.address for offer in offers if offer.form is chosen), offers))


def _with_suffix(name: str, forms: Mapping[str, Format], *, known: bool) -> tuple[str, Format | None]:
    """Take a format's suffix off a name that is not itself known: ids may hold dots."""
    stem, dot, suffix = name.rpartition(".")
    if known or not dot or suffix not in forms:
        return name, None
    return stem, forms[suffix]


def _has(vocabulary: Vocabulary, resource_id: str) -> bool:
    try:
        vocabulary.by_id(resource_id)
    except UnknownResource:
        return False
    return True


def _refuse_withdrawn(vocabulary: Vocabulary, found: Resource) -> None:
    if isinstance(found, Concept) and found.status is Status.WITHDRAWN:
        raise Withdrawn(vocabulary, found)
