"""Suggestions: records, types and properties by what a person types, or by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from typing_extensions import TypedDict

from samsprak.errors import UnknownResource
from samsprak.language.folding import fold
from samsprak.reconciliation.kinds import COLLECTION, CONCEPT
from samsprak.search.filters import Filters
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Collection, Concept, Resource, Scheme, Source
from samsprak.web.context import service
from samsprak.web.names import name_of
from samsprak.web.reconciliation.describing import Entity, described, found, kind
from samsprak.web.reconciliation.extending import languages, name_of_property
from samsprak.web.reconciliation.interface import reconciler
from samsprak.web.reconciliation.properties import OF_COLLECTIONS, OF_CONCEPTS, Property

A_PAGE = 20
# Of a mistyped beginning so many of the nearest terms are shown.
NEAREST = 10
MAX_CURSOR = 500


class Suggested(TypedDict):
    """What is suggested, the best first."""

    result: list[Entity]


def entities(prefix: str, cursor: int, kinds: str, lang: str, vocabulary: str) -> list[Entity]:
    """Return the records that a prefix is the beginning of, or the id of; the nearest terms where there are none."""
    named: list[tuple[Vocabulary, Resource]] = []
    try:
        named.append(found(prefix.strip(), vocabulary))
    except UnknownResource:
        named += [(service().snapshot.vocabulary(name), each) for name, each in service().snapshot.index.named(prefix)]
    index = service().snapshot.index
    begun = index.suggest(prefix, lang, vocabulary=vocabulary, limit=cursor + A_PAGE)
    records = chain(
        named,
        _collections(prefix, lang, vocabulary) if kinds == COLLECTION else (),
        ((service().snapshot.vocabulary(row.vocabulary), row.concept) for row in begun),
    )
    shown = list(_distinct(records, kinds, vocabulary))
    if not shown:
        hits = index.search(prefix, lang, Filters(vocabulary=vocabulary), limit=NEAREST).hits
        nearest = ((service().snapshot.vocabulary(hit.vocabulary), hit.concept) for hit in hits)
        shown = list(_distinct(nearest, kinds, vocabulary))
    return [_entity(*each, lang) for each in shown[cursor : cursor + A_PAGE]]


def types(prefix: str, lang: str, vocabulary: str) -> list[Entity]:
    """Return the types that a prefix is the beginning of a word of, or the id of; all for an empty one."""
    ids = [CONCEPT, COLLECTION]
    for each in _asked(vocabulary):
        facets = service().snapshot.facets.get(each.id, ())
        ids += [*facets, *(record.iri for record in each.collections if record.iri not in facets)]
    shown = []
    for identifier in ids:
        named = kind(identifier, lang)
        entity = Entity(id=named["id"], name=named["name"])
        if identifier not in {CONCEPT, COLLECTION}:
            holder, record = service().snapshot.find(identifier)
            entity["description"] = described(holder, record, lang)
        shown.append(entity)
    return [each for each in shown if _begins(each, prefix)]


def properties(prefix: str, lang: str, vocabulary: str) -> list[Entity]:
    """Return the properties that a prefix is the beginning of a word of, or the id of; all for an empty one."""
    shown = (_property(each, lang) for known in OF_CONCEPTS for each in _in_languages(known, languages(vocabulary)))
    return [each for each in shown if _begins(each, prefix)]


def proposed(kinds: str, lang: str, vocabulary: str) -> list[Entity]:
    """Return the properties that records of a type have."""
    known = OF_COLLECTIONS if kinds == COLLECTION else OF_CONCEPTS
    return [_property(name, lang) for each in known for name in _in_languages(each, languages(vocabulary))]


def _property(identifier: str, lang: str) -> Entity:
    return Entity(id=identifier, name=name_of_property(identifier, lang))


def _in_languages(known: Property, tags: Iterable[str]) -> Iterator[str]:
    """Yield the id of a property, and one for each language where its texts have languages."""
    yield known.id
    if known.lingual:
        yield from (f"{known.id}@{tag}" for tag in tags)


def _begins(entity: Entity, prefix: str) -> bool:
    if not prefix.strip() or prefix.strip() == entity["id"]:
        return True
    asked, name = fold(prefix), fold(entity["name"])
    return bool(asked) and (name.startswith(asked) or f" {asked}" in name or fold(entity["id"]).startswith(asked))


def _asked(vocabulary: str) -> list[Vocabulary]:
    snapshot = service().snapshot
    return [snapshot.vocabulary(vocabulary)] if vocabulary else list(snapshot.vocabularies.values())


def _collections(prefix: str, lang: str, vocabulary: str) -> Iterator[tuple[Vocabulary, Resource]]:
    for holder in _asked(vocabulary):
        for each in holder.collections:
            if _begins(Entity(id=each.iri, name=name_of(holder, each, lang).text), prefix):
                yield holder, each


def _distinct(
    records: Iterable[tuple[Vocabulary, Resource]], kinds: str, vocabulary: str
) -> Iterator[tuple[Vocabulary, Resource]]:
    """Yield each record once, if it is of the type that is asked for, or is named by its id."""
    seen: set[str] = set()
    for holder, record in records:
        if record.iri in seen or vocabulary not in {"", holder.id} or isinstance(record, Scheme | Source):
            continue
        if isinstance(record, Collection) and kinds not in {"", COLLECTION}:
            continue
        if isinstance(record, Concept) and kinds and not reconciler().kinds.has(holder, record, kinds):
            continue
        seen.add(record.iri)
        yield holder, record


def _entity(vocabulary: Vocabulary, record: Resource, lang: str) -> Entity:
    return Entity(
        id=record.iri,
        name=name_of(vocabulary, record, lang).text,
        description=described(vocabulary, record, lang),
        notable=[kind(each, lang) for each in reconciler().kinds.of(vocabulary, record)],
    )
