"""The record as its page would show it, from files that are not written yet."""

from __future__ import annotations

from dataclasses import dataclass

from samsprak.editing.amendment import Amendment
from samsprak.editing.written import title_of, written
from samsprak.errors import N_
from samsprak.vocabulary.records import Hierarchy, Label, Note, NoteKind
from samsprak.web.pages.texts.notes import Cases, Guidance, cases, guidance
from samsprak.web.presentation import Link, Reader

# The language of the form, whatever that of the page is.
LANG = "sv"
# What stands before the name of what a concept is below.
WAYS = {
    Hierarchy.GENERIC: N_("Is a kind of"),
    Hierarchy.PARTITIVE: N_("Is a part of"),
    Hierarchy.INSTANTIAL: N_("Is a named instance of"),
}


@dataclass(frozen=True, slots=True)
class Preview:
    """The parts of a record in the order of its page."""

    term: str
    others: tuple[Label, ...]
    also: tuple[Label, ...]
    avoided: tuple[Label, ...]
    definitions: tuple[Note, ...]
    guidance: tuple[Guidance, ...]
    cases: Cases
    history: tuple[Note, ...]
    above: tuple[tuple[str, Link], ...]
    related: tuple[Link, ...]
    facets: tuple[Link, ...]
    sources: tuple[Link, ...]


def preview(amendment: Amendment, iri: str, reader: Reader) -> Preview:
    """Return what the page of a concept would show."""
    concept = written(amendment, iri)
    term = next((label.text for label in concept.preferred if label.lang == LANG), "")
    return Preview(
        term=term,
        others=tuple(label for label in concept.preferred if label.text != term),
        also=concept.alternative,
        avoided=concept.hidden,
        definitions=tuple(sorted(concept.notes_of(NoteKind.DEFINITION), key=lambda note: note.lang != LANG)),
        # Not remembered, as the notes of records are: it is another text with each letter.
        guidance=tuple(guidance.__wrapped__(note) for note in concept.notes_of(NoteKind.SCOPE)),
        cases=cases(concept.notes_of(NoteKind.EXAMPLE)),
        history=(*concept.notes_of(NoteKind.HISTORY), *concept.notes_of(NoteKind.CHANGE)),
        above=tuple((WAYS[each.hierarchy], reader.link(each.iri)) for each in concept.broader),
        related=tuple(reader.links(concept.related)),
        facets=tuple(reader.links(concept.member_of)),
        sources=tuple(_source(amendment, source, reader) for source in concept.sources),
    )


def _source(amendment: Amendment, iri: str, reader: Reader) -> Link:
    """Return a source by its title; one that has no record yet leads nowhere."""
    if reader.vocabulary.holds(iri):
        return reader.link(iri)
    title = title_of(amendment, iri)
    return Link(title, "", "") if title else reader.link(iri)
