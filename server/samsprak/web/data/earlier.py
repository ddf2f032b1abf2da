"""Data as it stood: a resource at a version or on a day, and released versions as files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

from flask import Response, current_app, request, send_file
from flask.blueprints import BlueprintSetupState
from typing_extensions import TypedDict

from samsprak.errors import UnknownResource
from samsprak.settings import VocabularyInput
from samsprak.vocabulary.formats import BY_SUFFIX, FORMATS, TURTLE, Format
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.web.context import origin, reader_language, service
from samsprak.web.failures import NotAcceptable
from samsprak.web.interfaces.interface import Interface
from samsprak.web.interfaces.operations import JSON, Answer, Tag
from samsprak.web.interfaces.problem import ERROR
from samsprak.web.keeping import Kept
from samsprak.web.names import name_of
from samsprak.web.negotiation import HTML, choose
from samsprak.web.past import released_at, releases_of
from samsprak.web.replies import Alternate, alternates, conditional, open_to_all, see_other

TAG = Tag("Versions", "What a vocabulary said at its releases.")
LEADS = Answer(303, "Leads people to the page.", headers={"Location": "The address of the page."})
UNKNOWN = Answer(404, "There is no such vocabulary or version.", ERROR)

PLAIN = Format("json", "JSON", "json", JSON)

EXTENSION = "samsprak.earlier"
# Whole vocabularies in memory, beside the one that is served.
MOST = 2
WholeKept = Kept[Path, Vocabulary]

interface = Interface("versions_as_data", __name__, TAG)


@interface.record_once
def set_up(state: BlueprintSetupState) -> None:
    """Add the versions that were asked for last to an app."""
    state.app.extensions[EXTENSION] = WholeKept(MOST)


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


# Not offered with an example, since only some vocabularies have releases; the list tells the addresses.
@interface.get("/<vocabulary_id>/versions/<version>.ttl")
def file(vocabulary_id: str, version: str) -> Response:
    """Give a released version as it was."""
    vocabulary = service().snapshot.vocabulary(vocabulary_id)
    for release in releases_of(vocabulary.id):
        if release.version == version:
            reply = send_file(release.path, mimetype=f"{TURTLE.media_type}; charset=utf-8", conditional=True)
            return open_to_all(reply)
    raise UnknownResource(version)


def _told(vocabulary: Vocabulary) -> str:
    released = releases_of(vocabulary.id)
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
    kept = cast(WholeKept, current_app.extensions[EXTENSION])
    # With all its statements, which comparisons do without.
    then = kept.get(release.path, lambda: load(VocabularyInput(release.path, vocabulary.id)))
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
