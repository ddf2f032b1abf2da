"""`/groups`, `/groupMembers`: the collections of a vocabulary, and what is in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NotRequired

from flask import Response
from typing_extensions import TypedDict

from samsprak.errors import UnknownResource
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Collection, Concept, Resource
from samsprak.web.interfaces.operations import Answer
from samsprak.web.interfaces.parameters import CollectionIri
from samsprak.web.rest.asking import InLanguage, in_language
from samsprak.web.rest.classes import types_of
from samsprak.web.rest.interface import interface
from samsprak.web.rest.replies import NOTATION, ONKI, context, json_of, reply
from samsprak.web.rest.speech import Speech, Told

TERMS: dict[str, object] = {
    "onki": ONKI,
    "isothes": "http://purl.org/iso25964/skos-thes#",
    "prefLabel": "skos:prefLabel",
    "notation": NOTATION,
    "hasMembers": "onki:hasMembers",
    "isSuper": "onki:isSuper",
}


class OfCollection(InLanguage):
    """A collection and a language."""

    uri: CollectionIri


class Group(TypedDict):
    """A collection, whether it has members, and the collections in it."""

    uri: str
    prefLabel: str
    lang: str
    hasMembers: bool
    childGroups: NotRequired[list[str]]
    notation: NotRequired[str]


class Groups(TypedDict):
    """The collections of a vocabulary."""

    uri: str
    groups: list[Group]


class Member(TypedDict):
    """A concept or collection; `isSuper` tells whether there are collections in it."""

    uri: str
    type: list[str]
    prefLabel: str
    lang: str
    isSuper: bool
    hasMembers: bool
    notation: NotRequired[str]


class Members(TypedDict):
    """The members of a collection."""

    uri: str
    members: list[Member]


@interface.offer("GET", "/<vocid>/groups", Answer(200, "The collections by name.", json_of(Groups)))
def groups(vocid: str, query: InLanguage) -> Response:
    """List the collections of a vocabulary."""
    speech = in_language(vocid, query.lang)
    terms = {"groups": "onki:hasGroup", "childGroups": {"@id": "skos:member", "@type": "@id"}}
    everything = [each.iri for each in speech.vocabulary.collections]
    return reply(
        context(speech.lang, **TERMS, **terms),
        lambda: {"uri": "", "groups": [_group(speech, each) for each in speech.alphabetical(everything)]},
        query.callback,
    )


@interface.offer("GET", "/<vocid>/groupMembers", Answer(200, "In their order, else by name.", json_of(Members)))
def group_members(vocid: str, query: OfCollection) -> Response:
    """List the members of a collection."""
    speech = in_language(vocid, query.lang)
    collection = speech.vocabulary.resource(query.uri)
    if not isinstance(collection, Collection):
        raise UnknownResource(query.uri)
    return reply(
        context(speech.lang, **TERMS, members="skos:member"),
        lambda: {"uri": collection.iri, "members": [_member(speech, each) for each in _in_order(speech, collection)]},
        query.callback,
    )


def _in_order(speech: Speech, collection: Collection) -> Iterable[Resource]:
    if collection.ordered:
        return [speech.vocabulary.resource(iri) for iri in collection.members]
    return speech.alphabetical(collection.members)


def _group(speech: Speech, record: Resource) -> Told:
    told = speech.named(record) | {"hasMembers": _has_members(record)} | _notation(record)
    inner = _collections_in(speech.vocabulary, record)
    return told | {"childGroups": inner} if inner else told


def _member(speech: Speech, record: Resource) -> Told:
    return (
        speech.named(record)
        | {
            "type": types_of(record),
            "isSuper": bool(_collections_in(speech.vocabulary, record)),
            "hasMembers": _has_members(record),
        }
        | _notation(record)
    )


def _has_members(record: Resource) -> bool:
    return isinstance(record, Collection) and bool(record.members)


def _collections_in(vocabulary: Vocabulary, record: Resource) -> list[str]:
    if not isinstance(record, Collection):
        return []
    return [iri for iri in record.members if isinstance(vocabulary.resource(iri), Collection)]


def _notation(record: Resource) -> Told:
    found = record.notations if isinstance(record, Concept | Collection) else ()
    return {"notation": found[0]} if found else {}
