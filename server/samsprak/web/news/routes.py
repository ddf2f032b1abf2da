"""`/feed.atom` and `/changes.jsonld`, of one vocabulary and of all."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, cast
from urllib.parse import urlencode

from flask import Response, current_app, request
from flask.blueprints import BlueprintSetupState
from pydantic import Field

from samsprak.publication.activities import changes
from samsprak.publication.feeds import Feed, atom
from samsprak.publication.news import Chronicle, News
from samsprak.publication.site import name_of
from samsprak.vocabulary.formats import JSON_LD
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.web.context import origin, reader_language, service
from samsprak.web.interfaces.interface import Interface
from samsprak.web.interfaces.operations import Answer, Tag
from samsprak.web.interfaces.parameters import WHOLE, Offset, Parameters
from samsprak.web.keeping import Kept
from samsprak.web.replies import conditional

EXTENSION = "samsprak.feeds"
ATOM = "application/atom+xml"
MAX_CHANGES = 1000
# Feeds of some 60 kB: of each vocabulary in each language.
MAX_FEEDS = 64
# All that happened: 12 MB at 50,000 concepts.
MAX_CHRONICLES = 16
SERVICE = "Samspråk"
TAG = Tag("Changes", "What is new, decided, changed and retired.")
FEED = Answer(200, "The latest news, the newest first (Atom).", {ATOM: None})
ACTIVITIES = Answer(
    200, "A page of what happened, the newest first (Activity Streams 2.0).", {JSON_LD.media_type: dict[str, Any]}
)


@dataclass(frozen=True, slots=True)
class Memory:
    """What a worker keeps: finished feeds, and all that happened, by vocabularies."""

    feeds: Kept[tuple[str, ...], bytes]
    chronicles: Kept[tuple[str, ...], Chronicle]


interface = Interface("news", __name__, TAG)


class Read(Parameters):
    """In which language."""

    lang: Annotated[Literal["sv", "en", ""], Field(description="Language of the words; else `Accept-Language`.")] = ""


class Since(Parameters):
    """From when on, and how much of it."""

    since: Annotated[
        str,
        Field(
            pattern=r"^\d{4}(-\d\d(-\d\d)?)?$",
            description="A day, a month or a year: what happened then or later. Empty: all.",
            examples=["2026-01-01"],
        ),
    ] = ""
    offset: Offset = 0
    limit: Annotated[int, Field(ge=1, le=MAX_CHANGES, description="So many changes at most."), WHOLE] = MAX_CHANGES


@interface.record_once
def set_up(state: BlueprintSetupState) -> None:
    """Add what is kept to an app."""
    state.app.extensions[EXTENSION] = Memory(Kept(MAX_FEEDS), Kept(MAX_CHRONICLES))


@interface.offer("GET", "/feed.atom", FEED)
def feed_of_all(query: Read) -> Response:
    """Tell what is new in all vocabularies."""
    lang = query.lang or reader_language()
    home = service().addresses.home(lang)
    return _feed(tuple(service().snapshot.vocabularies.values()), lang, home, vary=not query.lang)


@interface.offer("GET", "/<vocabulary_id>/feed.atom", FEED)
def feed(vocabulary_id: str, query: Read) -> Response:
    """Tell what is new in a vocabulary."""
    vocabulary = service().snapshot.vocabulary(vocabulary_id)
    lang = query.lang or reader_language()
    return _feed((vocabulary,), lang, service().addresses.vocabulary_home(vocabulary.id, lang), vary=not query.lang)


@interface.offer("GET", "/changes.jsonld", ACTIVITIES)
def changes_of_all(query: Since) -> Response:
    """Tell what happened to the concepts of all vocabularies, as data."""
    return _changes(tuple(service().snapshot.vocabularies.values()), query)


@interface.offer("GET", "/<vocabulary_id>/changes.jsonld", ACTIVITIES)
def changes_of_one(vocabulary_id: str, query: Since) -> Response:
    """Tell what happened to the concepts of a vocabulary, as data."""
    return _changes((service().snapshot.vocabulary(vocabulary_id),), query)


def _feed(vocabularies: Sequence[Vocabulary], lang: str, home: str, *, vary: bool) -> Response:
    address = f"{_here()}?lang={lang}"
    kept = _kept().feeds
    version = service().snapshot.version

    def made() -> bytes:
        return atom(
            _chronicle(vocabularies), lang, Feed(address, origin() + home, lambda each: _page(each, lang), SERVICE)
        )

    reply = conditional(
        version,
        f"feed-{lang}",
        ATOM,
        lambda: kept.get((address, version), made),
        lang=lang,
        vary="Accept-Language" if vary else "",
    )
    reply.headers.add("Link", f'<{address}>; rel="self"')
    return reply


def _page(news: News, lang: str) -> str:
    vocabulary, concept = news.vocabulary, news.event.concept
    name = name_of(vocabulary, concept, lang)
    return origin() + service().addresses.resource_page(vocabulary, concept, lang, name)


def _changes(vocabularies: Sequence[Vocabulary], asked: Since) -> Response:
    here = _here()

    def address(offset: int) -> str:
        given = {"since": asked.since, "offset": offset, "limit": asked.limit if asked.limit < MAX_CHANGES else 0}
        query = urlencode({name: value for name, value in given.items() if value})
        return f"{here}?{query}" if query else here

    def render() -> str:
        page = changes(_chronicle(vocabularies), address, asked.since, asked.offset, asked.limit)
        return json.dumps(page, ensure_ascii=False, indent=1)

    return conditional(service().snapshot.version, "changes", JSON_LD.media_type, render)


def _kept() -> Memory:
    return cast(Memory, current_app.extensions[EXTENSION])


def _chronicle(vocabularies: Sequence[Vocabulary]) -> Chronicle:
    key = (service().snapshot.version, *(vocabulary.id for vocabulary in vocabularies))
    return _kept().chronicles.get(key, lambda: Chronicle(vocabularies))


def _here() -> str:
    return f"{origin()}{service().addresses.base}{request.path}"
