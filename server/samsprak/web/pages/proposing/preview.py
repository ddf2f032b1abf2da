"""The record as its page would show it, from files that are not written yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from samsprak.editing.amendment import Amendment
from samsprak.editing.properties import ALTERNATIVE, HIDDEN, LINKS, MEMBER, PREFERRED, RELATED, SOURCE
from samsprak.errors import N_
from samsprak.vocabulary.namespaces import SKOS
from samsprak.vocabulary.records import Hierarchy, Label, Note, NoteKind
from samsprak.web.pages.texts.notes import Cases, Guidance, cases, guidance
from samsprak.web.presentation import Link, Reader

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
    preferred = _labels(amendment, iri, PREFERRED)
    term = next((label.text for label in preferred if label.lang == "sv"), "")
    scope = _notes(amendment, iri, NoteKind.SCOPE)
    return Preview(
        term,
        tuple(label for label in preferred if label.text != term),
        _labels(amendment, iri, ALTERNATIVE),
        _labels(amendment, iri, HIDDEN),
        _notes(amendment, iri, NoteKind.DEFINITION),
        tuple(guidance.__wrapped__(note) for note in scope),
        cases(_notes(amendment, iri, NoteKind.EXAMPLE)),
        (*_notes(amendment, iri, NoteKind.HISTORY), *_notes(amendment, iri, NoteKind.CHANGE)),
        tuple(
            (WAYS[kind], reader.link(above)) for kind, link in LINKS.items() for above in _iris(amendment, iri, link)
        ),
        tuple(reader.links(_iris(amendment, iri, RELATED))),
        tuple(
            reader.links(
                each.subject.value
                for each in amendment.about(iri)
                if each.predicate == MEMBER and isinstance(each.subject, ox.NamedNode)
            )
        ),
        tuple(_source(amendment, source, reader) for source in _iris(amendment, iri, SOURCE)),
    )


def _labels(amendment: Amendment, iri: str, predicate: ox.NamedNode) -> tuple[Label, ...]:
    return tuple(Label(each.value, each.language or "") for each in amendment.literals(iri, predicate))


def _notes(amendment: Amendment, iri: str, kind: NoteKind) -> tuple[Note, ...]:
    found = amendment.literals(iri, ox.NamedNode(SKOS + kind.value))
    return tuple(Note(kind, each.value, each.language or "") for each in found)


def _iris(amendment: Amendment, iri: str, predicate: ox.NamedNode) -> Sequence[str]:
    return [each.value for each in amendment.objects(iri, predicate) if isinstance(each, ox.NamedNode)]


def _source(amendment: Amendment, iri: str, reader: Reader) -> Link:
    """Return a source by its title; one that has no record yet leads nowhere."""
    if reader.vocabulary.holds(iri):
        return reader.link(iri)
    titles = amendment.literals(iri, ox.NamedNode("http://purl.org/dc/terms/title"))
    return Link(titles[0].value, titles[0].language or "", "") if titles else reader.link(iri)
