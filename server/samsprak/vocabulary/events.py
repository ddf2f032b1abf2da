"""Events: what has happened to the concepts of a vocabulary, by the dates in their records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept

# A year, a month or a day, with or without the time after it (ISO 8601); other words are no dates.
DATE = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T.*|Z|[+-]\d\d:\d\d)?", re.DOTALL)


class Happening(StrEnum):
    """What may happen to a concept, in the order in which one wants to know of it."""

    DECIDED = "decided"
    RETIRED = "retired"
    CREATED = "created"
    CHANGED = "changed"


ORDER = {happening: place for place, happening in enumerate(Happening)}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a concept; `date` is a year, a month or a day."""

    date: str
    happening: Happening
    concept: Concept


def events(vocabulary: Vocabulary, ranks: Mapping[str, int]) -> tuple[Event, ...]:
    """Return all that happened, newest first; on one day by kind, then by the rank of the concept's IRI."""
    found = [event for concept in vocabulary.concepts for event in events_of(concept)]
    found.sort(key=lambda event: (ORDER[event.happening], ranks.get(event.concept.iri, len(ranks))))
    found.sort(key=lambda event: event.date, reverse=True)
    return tuple(found)


def events_of(concept: Concept) -> Iterator[Event]:
    """Yield what a record says has happened to a concept, at most one event of a day.

    A concept that was made or decided on a day was not also changed then. One that is out of use was retired when it
    ceased to be valid, else when it was last changed.
    """
    history = concept.history
    retired = (day(history.valid) or day(history.modified)) if concept.retired else ""
    dated = {
        Happening.RETIRED: retired,
        Happening.DECIDED: day(history.accepted),
        Happening.CREATED: day(history.created),
        Happening.CHANGED: day(history.modified),
    }
    seen = {""}
    for happening, date in dated.items():
        if date not in seen:
            seen.add(date)
            yield Event(date, happening, concept)


def day(written: str) -> str:
    """Return the day, month or year of a date as a record has it; empty where it is none."""
    found = DATE.fullmatch(written)
    return found[1] if found else ""
