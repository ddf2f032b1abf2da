"""What a record is called and said to be where a table is reconciled."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from samsprak.errors import N_, UnknownResource
from samsprak.language.messages import language_name, say
from samsprak.language.tags import best, primary
from samsprak.reconciliation.kinds import COLLECTION, CONCEPT, resource
from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, NoteKind, Resource
from samsprak.vocabulary.statuses import STATUS_NAMES
from samsprak.web.context import reader_language, service
from samsprak.web.names import name_of, preferences

KIND_NAMES = {CONCEPT: N_("Concept"), COLLECTION: N_("Collection")}
INSTEAD = N_("Instead of “{term}”, which is no longer used.")
# A list of candidates has a line for each.
LONGEST = 200


class Kind(TypedDict):
    """A type."""

    id: str
    name: str


class Entity(TypedDict):
    """A record by its id, as a suggestion has it."""

    id: str
    name: str
    description: NotRequired[str]
    notable: NotRequired[list[Kind]]


def said(template: str, lang: str, **values: object) -> str:
    """Return a message in the language of the answer, where the interface speaks it."""
    return say(template, interface_language(lang), **values)


def interface_language(lang: str) -> str:
    """Return the language of the interface for an answer in a language: that, else the one that the client prefers."""
    return primary(lang) if primary(lang) in UI_LANGUAGES else reader_language()


def name_of_language(tag: str, lang: str) -> str:
    """Return what a language is called."""
    return language_name(tag, interface_language(lang))


def found(identifier: str, vocabulary: str) -> tuple[Vocabulary, Resource]:
    """Return the record with an IRI or an id; raises `UnknownResource`."""
    return resource(service().snapshot, identifier, vocabulary)


def kind(identifier: str, lang: str) -> Kind:
    """Return a type with its name."""
    if identifier in KIND_NAMES:
        return Kind(id=identifier, name=said(KIND_NAMES[identifier], lang))
    holder, record = service().snapshot.find(identifier)
    return Kind(id=identifier, name=name_of(holder, record, lang).text)


def called(iri: str, lang: str) -> str:
    """Return what a record is called, or its IRI where it is not loaded."""
    try:
        holder, record = service().snapshot.find(iri)
    except UnknownResource:
        return iri
    return name_of(holder, record, lang).text


def described(vocabulary: Vocabulary, record: Resource, lang: str, instead_of: str = "") -> str:
    """Return what tells a record from its namesakes: what it has come to, and what it means."""
    told = [said(INSTEAD, lang, term=called(instead_of, lang))] if instead_of else []
    if isinstance(record, Concept) and record.retired and record.status:
        told.append(said(STATUS_NAMES[record.status], lang) + ".")
    definition = best(record.notes_of(NoteKind.DEFINITION), preferences(vocabulary, lang))
    if definition:
        told.append(definition.text)
    elif len(service().snapshot.vocabularies) > 1:
        title = best(vocabulary.titles, preferences(vocabulary, lang))
        told.append(title.text if title else vocabulary.id)
    text = " ".join(told)
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] + " …"
