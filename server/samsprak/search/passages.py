"""Passages: how much each part of a concept's notes says of the concept itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from samsprak.language.tags import primary
from samsprak.vocabulary.records import Note, NoteKind


class Passage(StrEnum):
    """The parts of notes by what they say, those that say most of their concept first."""

    DEFINITION = "definition"
    """what the concept is"""
    HEART = "heart"
    """when to use its term, and what is an example of it"""
    NOTES = "notes"
    """all that is said besides: neighbours, borderline cases, history"""
    ASIDE = "aside"
    """what the concept is not, and what its sources say"""

    # An enumeration hashes its members' names, which takes longer than all else that is done with them.
    __hash__ = str.__hash__


# What a word is worth there, of the same word in a label.
WORTH = {Passage.DEFINITION: 0.6, Passage.HEART: 0.52, Passage.NOTES: 0.45, Passage.ASIDE: 0.3}
WHOLE = {
    NoteKind.DEFINITION: Passage.DEFINITION,
    NoteKind.EXAMPLE: Passage.HEART,
    NoteKind.HISTORY: Passage.NOTES,
    NoteKind.GENERAL: Passage.NOTES,
}
SEARCHED = frozenset({*WHOLE, NoteKind.SCOPE})
# An example that lies outside the concept, and where a note begins to speak of its sources.
OUTSIDE = {"sv": "nej: ", "en": "no: "}
OF_SOURCES = {"sv": re.compile(r"\bKällorna: "), "en": re.compile(r"\bThe sources: ")}
# A scope note begins with its own concept: up to the first choice of another, or the first sentence.
FIRST = re.compile(r";|[.!?](?=\s)")


class Part(NamedTuple):
    """A part of a note, in the note's language without its region."""

    passage: Passage
    lang: str
    text: str


def parts(note: Note) -> tuple[Part, ...]:
    """Return the parts of a note that is searched; of other notes nothing."""
    passage = passage_of(note)
    if passage is not None:
        return (Part(passage, primary(note.lang), note.text),)
    return tuple([part for part in _of_scope(note) if part.text]) if note.kind is NoteKind.SCOPE else ()


def passage_of(note: Note) -> Passage | None:
    """Return what a whole note is, or None where it has several parts or is not searched."""
    passage = WHOLE.get(note.kind)
    if note.kind is NoteKind.EXAMPLE and (outside := OUTSIDE.get(primary(note.lang))):
        return Passage.ASIDE if note.text[: len(outside)].lower() == outside else passage
    return passage


def _of_scope(note: Note) -> Iterator[Part]:
    text, lang = note.text, primary(note.lang)
    sources = OF_SOURCES.get(lang)
    cited = sources.search(text) if sources else None
    end = cited.start() if cited else len(text)
    first = FIRST.search(text, 0, end)
    heart = first.start() if first else end
    yield Part(Passage.HEART, lang, text[:heart])
    yield Part(Passage.NOTES, lang, text[heart:end])
    yield Part(Passage.ASIDE, lang, text[end:])
