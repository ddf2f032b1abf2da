"""Chronicle: what a record itself tells of its changes, in the words that editors use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pyoxigraph as ox
from babel.dates import format_date

from samsprak.editing.amendment import Advice, Amendment
from samsprak.editing.properties import ACCEPTED, CHANGE, PUBLISHER, STATUS, prose, status
from samsprak.errors import N_
from samsprak.language.folding import without_case
from samsprak.language.messages import say
from samsprak.vocabulary.records import Concept, Status

DATE_FORMATS = {"sv": "d MMMM y", "en": "d MMMM y"}
SHOWN = 8


def in_words(day: dt.date, lang: str) -> str:
    """Return a day as a sentence has it: `22 november 2026`."""
    return format_date(day, DATE_FORMATS[lang], locale=lang)


def tell(
    amendment: Amendment, concept: str, predicate: ox.NamedNode, template: str, reason: str = "", **values: object
) -> None:
    """Add a note to a record, dated today, with an editor's reason behind it."""
    lang = amendment.folder.language
    text = say(template, lang, day=in_words(amendment.today, lang), **values)
    if reason.strip():
        text = f"{text} {_sentence(reason)}"
    amendment.add(concept, predicate, prose(text, lang))


def reopen(amendment: Amendment, concept: Concept) -> None:
    """Make a decided record a proposal again: the decision was on what the record said then."""
    if concept.status is not Status.DECIDED:
        return
    bodies = ", ".join(each.name or each.iri for each in concept.history.decided_by)
    tell(
        amendment,
        concept.iri,
        CHANGE,
        N_("Changed on {day}, and a proposal until it is decided anew; the decision of {date} was made by {body}."),
        date=concept.history.accepted,
        body=bodies,
    )
    amendment.put(concept.iri, STATUS, status(Status.PROPOSED))
    for predicate in (PUBLISHER, ACCEPTED):
        amendment.clear(concept.iri, predicate)
    amendment.advice.append(
        Advice(
            N_("“{term}” was decided, and is a proposal again until it is decided anew (samsprak decide)."),
            (("term", amendment.folder.name_of(concept.iri)),),
        )
    )


def advise_of_mentions(amendment: Amendment, term: str, but: str) -> None:
    """Name the records whose texts hold a term that should no longer be written; sentences are for people to change."""
    folder = amendment.folder
    names = [folder.name_of(each.iri) for each in folder.vocabulary.concepts if each.iri != but and _names(each, term)]
    if names:
        listed = ", ".join(names[:SHOWN]) + (" …" if len(names) > SHOWN else "")
        values = (("term", term), ("n", len(names)), ("list", listed))
        amendment.advice.append(Advice(N_("“{term}” stands in the texts of other records ({n}): {list}."), values))


def names_of(amendment: Amendment, iris: Iterable[str]) -> str:
    """Return what records are called, for a sentence."""
    return ", ".join(amendment.name_of(iri) for iri in iris)


def _names(concept: Concept, term: str) -> bool:
    wanted = f" {_words(term)} "
    return any(wanted in f" {_words(note.text)} " for note in concept.notes)


def _words(text: str) -> str:
    return " ".join("".join(char if char.isalnum() or char == "-" else " " for char in without_case(text)).split())


def _sentence(reason: str) -> str:
    text = " ".join(reason.split())
    return text if text.endswith((".", "!", "?", "”")) else f"{text}."
