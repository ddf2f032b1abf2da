"""Data as it stood: a resource at a version or on a day, and released versions as files."""

from __future__ import annotations

import json

from flask import Response, request, send_file
from typing_extensions import TypedDict

from samsprak.errors import UnknownResource
from samsprak.vocabulary.formats import BY_SUFFIX, FORMATS, TURTLE, Format
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.web.context import origin, reader_language, service
from samsprak.web.failures import NotAcceptable
from samsprak.web.interfaces.interface import Interface
from samsprak.web.interfaces.operations import JSON, Answer, Tag
from samsprak.web.interfaces.problem import ERROR
from samsprak.web.names import name_of
from samsprak.web.negotiation import HTML, choose
from samsprak.web.past import released_at, versions_of
from samsprak.web.replies import Alternate, alternates, conditional, open_to_all, see_other

TAG = Tag("Versions", "What a vocabulary said at its releases.")
LEADS = Answer(303, "Leads people to the page.", headers={"Location": "The address of the page."})
UNKNOWN = Answer(404, "There is no such vocabulary or version.", ERROR)

PLAIN = Format("json", "JSON", "json", JSON)

interface = Interface("versions_as_data", __name__, TAG)


class Version(TypedDict):
    """A released version: its day, and where it is as a file."""

    version: str
    issued: str
    data: str


class Listed(TypedDict):
    """The released versions, the newest first."""

    versions: list[Version]


@interface.offer("GET", "/<vocabulary_id>/versions/", Answer(200, "The versions.", {JSON: Listed}), LEADS, UNKNOWN)
def listed(vocabulary_id: str) -> Response:
    """List the released versions of a vocabulary."""
    vocabulary = service().snapshot.vocabulary(vocabulary_id)
    if choose(request.headers.get("Accept", ""), (PLAIN, HTML)) is HTML:
        return see_other(service().addresses.vocabulary_page("versions", vocabulary.id, reader_language()))
    return conditional(service().snapshot.version, "versions", JSON, lambda: _told(vocabulary), vary="Accept")


@interface.offer(
    "GET",
    "/<vocabulary_id>/versions/<version>.ttl",
    Answer(200, "All that the vocabulary said.", {TURTLE.media_type: None}),
    UNKNOWN,
)
def file(vocabulary_id: str, version: str) -> Response:
    """Give a released version as it was."""
    vocabulary = service().snapshot.vocabulary(vocabulary_id)
    for release in versions_of(vocabulary.id).released():
        if release.version == version:
            return send_file(release.path, mimetype=f"{TURTLE.media_type}; charset=utf-8", conditional=True)
    raise UnknownResource(version)


def _told(vocabulary: Vocabulary) -> str:
    released = versions_of(vocabulary.id).released()
    told = [
        Version(
            version=each.version,
            issued=each.issued,
            data=f"{origin()}{service().addresses.version(vocabulary.id, each.version)}",
        )
        for each in released
    ]
    return json.dumps(Listed(versions=told), ensure_ascii=False)


def at(vocabulary: Vocabulary, resource_id: str, when: str) -> Response:
    """Return a resource as it stood: its data by suffix or `Accept`, or the way to its page."""
    release = released_at(vocabulary.id, when)
    then = versions_of(vocabulary.id).state(release).vocabulary
    stem, dot, suffix = resource_id.rpartition(".")
    named = dot and suffix in BY_SUFFIX
    found = then.by_id(stem if named else resource_id)
    form = BY_SUFFIX[suffix] if named else choose(request.headers.get("Accept", ""))
    addresses, lang = service().addresses, reader_language()
    page = f"{addresses.resource_page(then, found, lang, name_of(then, found, lang))}?at={when}"

    def data(each: Format) -> str:
        return f"{addresses.data(then, found, each)}?at={when}"

    if form is None:
        raise NotAcceptable((Alternate(page, HTML), *alternates(data)))
    if form is HTML:
        return open_to_all(see_other(page, alternates(data, FORMATS)))
    if not named:
        return open_to_all(see_other(data(form), alternates(data, FORMATS)))
    version = f"{service().snapshot.version}-{release.version}"
    return open_to_all(conditional(version, form.suffix, form.media_type, lambda: then.data(found.iri, form)))
