"""News: what happened to concepts, in words, and under an id that stays the same."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from samsprak.errors import N_
from samsprak.language.messages import say
from samsprak.language.tags import in_language
from samsprak.language.writing import written_list
from samsprak.publication.site import name_of
from samsprak.vocabulary.events import ORDER, Event, Happening, events_of
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Note, NoteKind, Status

# What an event is called beside the name of the concept.
TITLES = {
    Happening.DECIDED: N_("Decided: {term}"),
    Happening.RETIRED: N_("No longer used: {term}"),
    Happening.CREATED: N_("New: {term}"),
    Happening.CHANGED: N_("Changed: {term}"),
}
# A note that has no date of its own is told with what happened last.
TELLING = (NoteKind.CHANGE, NoteKind.HISTORY)


@dataclass(frozen=True, slots=True)
class News:
    """An event and the vocabulary in which it happened."""

    vocabulary: Vocabulary
    event: Event

    @property
    def id(self) -> str:
        """An IRI that no other news has, made of what happened, to what, and when."""
        name = f"{self.event.concept.iri} {self.event.happening.value} {self.event.date}"
        return uuid.uuid5(uuid.NAMESPACE_URL, name).urn

    @property
    def moment(self) -> str:
        """When it happened, as a date and time with a zone: the beginning of the day, month or year."""
        year, month, day = (*self.event.date.split("-"), "01", "01")[:3]
        return f"{year}-{month}-{day}T00:00:00Z"

    def title(self, lang: str) -> str:
        """Return what happened, in short."""
        term = name_of(self.vocabulary, self.event.concept, lang).text
        return say(TITLES[self.event.happening], lang, term=term)

    def words(self, lang: str) -> str:
        """Return what happened, as far as the record tells."""
        return " ".join(_sentences(self, lang))


class Chronicle:
    """Everything that happened in some vocabularies, sorted once; at 50,000 concepts that takes half a second."""

    def __init__(self, vocabularies: Sequence[Vocabulary]) -> None:
        self.vocabularies = tuple(vocabularies)
        everything = (
            News(vocabulary, event)
            for vocabulary in vocabularies
            for concept in vocabulary.concepts
            for event in events_of(concept)
        )
        found = sorted(everything, key=lambda each: (ORDER[each.event.happening], each.event.concept.iri))
        found.sort(key=lambda each: each.moment, reverse=True)
        self._news = tuple(found)

    def latest(self, most: int) -> tuple[News, ...]:
        """Return the latest news, newest first; of one day by what happened, then by IRI."""
        return self._news[:most]

    def since(self, date: str, offset: int, most: int) -> tuple[News, ...]:
        """Return a part of what happened on a day, in a month or in a year, or later; empty is since ever."""
        # A month may have days on both sides of a day.
        later = (each for each in self._news if each.event.date >= date[: len(each.event.date)])
        return tuple(islice(later, offset, offset + most))


def _sentences(each: News, lang: str) -> Iterator[str]:
    concept, happening = each.event.concept, each.event.happening
    if happening is Happening.RETIRED:
        yield from _of_retired(each, lang)
    elif happening is Happening.DECIDED:
        deciders = [agent.name or agent.iri for agent in concept.history.decided_by]
        if deciders:
            yield say(N_("Decided by {names}."), lang, names=written_list(deciders, lang))
    elif happening is Happening.CREATED:
        yield from (note.text for note in _in_language(concept.notes_of(NoteKind.DEFINITION), lang)[:1])
    else:
        told = [note.text for kind in TELLING for note in _in_language(concept.notes_of(kind), lang)]
        yield from told or [say(N_("The record has been changed; it does not say what."), lang)]


def _of_retired(each: News, lang: str) -> Iterator[str]:
    concept, vocabulary = each.event.concept, each.vocabulary
    withdrawn = concept.status is Status.WITHDRAWN
    yield say(N_("The concept has been withdrawn.") if withdrawn else N_("The concept is no longer used."), lang)
    known = [vocabulary.resource(iri) for iri in concept.replaced_by if vocabulary.holds(iri)]
    terms = [say(N_("“{term}”"), lang, term=name_of(vocabulary, record, lang).text) for record in known]
    if terms:
        yield say(N_("Use instead: {terms}."), lang, terms=written_list(terms, lang))
    yield from (note.text for kind in TELLING for note in _in_language(concept.notes_of(kind), lang))


def _in_language(notes: Sequence[Note], lang: str) -> Sequence[Note]:
    """Return the notes in a language, else all."""
    return in_language(notes, lang) or notes
