"""`/new`, `/modified`: the concepts that were made or changed last."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, NotRequired

from flask import Response
from pydantic import Field
from typing_extensions import TypedDict

from samsprak.language.collation import sort_key
from samsprak.vocabulary.events import day
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.web.interfaces.operations import Answer
from samsprak.web.interfaces.parameters import WHOLE, Offset
from samsprak.web.rest.asking import MOST, InLanguage, in_language
from samsprak.web.rest.interface import interface, kept
from samsprak.web.rest.replies import ONKI, context, json_of, reply
from samsprak.web.rest.speech import Speech, Told, spoken

DATE = {"@id": "http://purl.org/dc/terms/date", "@type": "http://www.w3.org/2001/XMLSchema#dateTime"}
REPLACED_BY = {"@id": "http://purl.org/dc/terms/isReplacedBy", "@type": "@id"}
DEPRECATED = "http://www.w3.org/2002/07/owl#deprecated"
# What completes a year and a month.
FIRST = "-01-01"
Dated = tuple[tuple[datetime, str], ...]


class Latest(InLanguage):
    """A language, and which part of the list."""

    offset: Offset = 0
    limit: Annotated[int, Field(ge=0, le=MOST, description="So many concepts at most."), WHOLE] = 200


class Changed(TypedDict):
    """A concept and when it was made or changed; one that is out of use says what came in its place."""

    uri: str
    prefLabel: str
    lang: str
    date: str
    deprecated: bool
    replacedBy: NotRequired[str]
    replacingLabel: NotRequired[str]


class ChangeList(TypedDict):
    """Concepts, the newest first."""

    changeList: list[Changed]


CHANGES = Answer(200, "The newest first; those without a date are left out.", json_of(ChangeList))


@interface.offer("GET", "/<vocid>/new", CHANGES)
def new(vocid: str, query: Latest) -> Response:
    """List the newest concepts of a vocabulary."""
    return _answer("created", vocid, query)


@interface.offer("GET", "/<vocid>/modified", CHANGES)
def modified(vocid: str, query: Latest) -> Response:
    """List the concepts of a vocabulary that were changed last."""
    return _answer("modified", vocid, query)


def _answer(what: str, vocid: str, query: Latest) -> Response:
    speech = in_language(vocid, query.lang)
    terms = context(
        speech.lang,
        onki=ONKI,
        prefLabel="skos:prefLabel",
        changeList={"@id": "onki:changeList", "@container": "@list"},
        date=DATE,
        deprecated=DEPRECATED,
        replacedBy=REPLACED_BY,
    )

    def give() -> Told:
        ordered = kept(lambda: dated(speech.vocabulary, what), what, speech.vocabulary.id)
        part = ordered[query.offset : query.offset + query.limit]
        return {"changeList": [_told(speech, when, iri) for when, iri in part]}

    return reply(terms, give, query.callback)


def dated(vocabulary: Vocabulary, what: str) -> Dated:
    """Return when each concept was created or modified, the newest first, then by name in the vocabulary's language."""
    own = spoken(vocabulary, "")
    found = []
    for concept in vocabulary.concepts:
        when = moment(concept.history.created if what == "created" else concept.history.modified)
        if when:
            found.append((when, concept))
    found.sort(key=lambda each: (sort_key(own.name(each[1]).text, own.lang), each[1].iri))
    found.sort(key=lambda each: each[0], reverse=True)
    return tuple((when, concept.iri) for when, concept in found)


def moment(written: str) -> datetime | None:
    """Return the time that a date as a record has it begins at, in UTC where it has no zone; None where it is none."""
    date = day(written)
    if not date:
        return None
    whole = date + FIRST[len(date) - len("2026-01-01") :] if len(date) < len("2026-01-01") else date
    try:
        when = datetime.fromisoformat(written if "T" in written else whole)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _told(speech: Speech, when: datetime, iri: str) -> Told:
    concept = speech.vocabulary.concept(iri)
    told = speech.named(concept)
    told |= {"date": when.isoformat(timespec="seconds"), "deprecated": concept.retired}
    if concept.replaced_by:
        told["replacedBy"] = concept.replaced_by[0]
        if speech.vocabulary.holds(concept.replaced_by[0]):
            told["replacingLabel"] = speech.name(speech.vocabulary.resource(concept.replaced_by[0])).text
    return told
