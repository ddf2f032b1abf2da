"""What has happened to the concepts of a vocabulary, by date, the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import cast

from flask import Blueprint, Response, current_app
from flask.blueprints import BlueprintSetupState

from samsprak.errors import N_
from samsprak.language.writing import written_date
from samsprak.vocabulary.events import Event, Happening, events
from samsprak.vocabulary.records import LabelKind
from samsprak.web.addresses import PAGES
from samsprak.web.context import service
from samsprak.web.keeping import Kept
from samsprak.web.paging import Paging, page_number
from samsprak.web.presentation import Link, Reader
from samsprak.web.rendering import Alike, page

blueprint = Blueprint("changes", __name__)

EXTENSION = "samsprak.changes"
# Vocabularies, in each language, whose events are kept in order.
MOST = 128
EVENTS_A_PAGE = 200
HEADINGS = {
    Happening.DECIDED: N_("Decided concepts"),
    Happening.RETIRED: N_("Concepts no longer used"),
    Happening.CREATED: N_("New concepts"),
    Happening.CHANGED: N_("Changed concepts"),
}
# The same of one concept.
HAPPENING_NAMES = {
    Happening.DECIDED: N_("Decided"),
    Happening.RETIRED: N_("No longer used"),
    Happening.CREATED: N_("New"),
    Happening.CHANGED: N_("Changed"),
}
EventsKept = Kept[tuple[str, str, str], tuple[Event, ...]]


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month or year, and what happened then: headings to translate, each with its concepts."""

    date: str
    written: str
    happenings: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """One page of what happened."""

    days: tuple[Day, ...]
    paging: Paging


@blueprint.record_once
def set_up(state: BlueprintSetupState) -> None:
    """Add what the page keeps to an app."""
    state.app.extensions[EXTENSION] = EventsKept(MOST)


@blueprint.get(f"/sv/<vocabulary_id>/{PAGES['changes']['sv']}", defaults={"lang": "sv"})
@blueprint.get(f"/en/<vocabulary_id>/{PAGES['changes']['en']}", defaults={"lang": "en"})
def show(lang: str, vocabulary_id: str) -> Response:
    """Show what happened, page by page."""
    vocabulary = service().snapshot.vocabulary(vocabulary_id)
    reader = Reader(vocabulary, service().addresses, lang)
    number = page_number()
    part = number if number > 1 else ""
    alike = Alike(lambda each: service().addresses.vocabulary_page("changes", vocabulary.id, each, page=part))
    return page(
        "changes.html", lang, alike, vocabulary=vocabulary, reader=reader, changes=lambda: _changes(reader, number)
    )


def happened(reader: Reader) -> tuple[Event, ...]:
    """Return all that happened, newest first, what happened on one day in alphabetical order."""
    kept = cast(EventsKept, current_app.extensions[EXTENSION])
    vocabulary = reader.vocabulary
    key = (service().snapshot.version, vocabulary.id, reader.shown)
    return kept.get(key, lambda: events(vocabulary, _ranks(reader)))


def _ranks(reader: Reader) -> dict[str, int]:
    """Return the place of each concept in the alphabetical index, which is sorted already."""
    entries = (entry for entries in reader.vocabulary.alphabet(reader.lang).values() for entry in entries)
    preferred = (entry.iri for entry in entries if entry.kind is LabelKind.PREFERRED)
    return {iri: place for place, iri in enumerate(dict.fromkeys(preferred))}


def _changes(reader: Reader, number: int) -> Changes:
    found = happened(reader)
    paging = Paging(number, EVENTS_A_PAGE, len(found))
    return Changes(tuple(_days(reader, found[paging.offset : paging.offset + paging.size])), paging)


def _days(reader: Reader, found: Sequence[Event]) -> Iterator[Day]:
    for date, on_that_day in groupby(found, key=lambda event: event.date):
        happenings = tuple(
            (HEADINGS[happening], tuple(reader.link(event.concept.iri) for event in alike))
            for happening, alike in groupby(on_that_day, key=lambda event: event.happening)
        )
        yield Day(date, written_date(date, reader.lang), happenings)
