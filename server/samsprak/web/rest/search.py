"""`/search` and `/lookup`: the search of the field's API, answered as a person means it; `*` stands for anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Annotated

from flask import Response
from pydantic import Field
from typing_extensions import TypedDict

from samsprak.errors import UnknownTerm
from samsprak.language.tags import primary
from samsprak.search.filters import Filters
from samsprak.search.patterns import STARS
from samsprak.search.rows import Row
from samsprak.vocabulary.records import Status
from samsprak.web.context import service
from samsprak.web.interfaces.operations import Answer
from samsprak.web.interfaces.parameters import (
    MAX_HITS,
    Callback,
    Flag,
    LabelLang,
    Lang,
    MaxHits,
    Offset,
    OptionalIri,
    OptionalText,
    Parameters,
    Text,
    Vocabularies,
    is_set,
)
from samsprak.web.interfaces.problem import ERROR
from samsprak.web.rest.asking import one
from samsprak.web.rest.classes import in_short
from samsprak.web.rest.interface import interface
from samsprak.web.rest.replies import json_of, reply
from samsprak.web.rest.results import FIELDS, Result, Wanted, result, result_context, whole_labels
from samsprak.web.rest.speech import tag

CONCEPT = "skos:Concept"
LISTED = {"@container": "@list"}


@dataclass(frozen=True, slots=True)
class Search:
    """A search as clients send it; see the interface's description for each part. `types` are empty for concepts."""

    query: str
    lang: str
    vocabularies: tuple[str, ...]
    filters: Filters
    types: frozenset[str]
    max_hits: int
    offset: int
    unique: bool
    wanted: Wanted


class SearchInOne(Parameters):
    """A search of one vocabulary."""

    query: Annotated[Text, Field(description="What is sought; `*` stands for anything.")]
    lang: Lang = ""
    type: Annotated[OptionalText, Field(description="Types, with spaces between; only concepts are found.")] = ""
    parent: Annotated[OptionalIri, Field(description="IRI of a concept: only what is below it.")] = ""
    group: Annotated[OptionalIri, Field(description="IRI of a collection: only its members.")] = ""
    maxhits: MaxHits = MAX_HITS
    offset: Offset = 0
    fields_: Annotated[
        OptionalText,
        Field(alias="fields", description=f"Further keys, with spaces between: {' '.join(FIELDS)}"),
    ] = ""
    unique: Flag = ""
    callback: Callback = ""


class SearchEverywhere(SearchInOne):
    """A search of several vocabularies."""

    labellang: LabelLang = ""
    vocab: Vocabularies = ""


class Sought(Parameters):
    """A label to look up."""

    label: Annotated[Text, Field(description="A whole label, in any capitals.")]
    lang: Annotated[Lang, Field(description="Language of the label. Empty: any.")] = ""
    callback: Callback = ""


class Found(TypedDict):
    """What a search found."""

    uri: str
    results: list[Result]


class LookedUp(TypedDict):
    """What a label leads to; the key is as the field's API has it."""

    result: list[Result]


FOUND = Answer(200, "Concepts with the label that matched, the best first.", json_of(Found))


@interface.offer("GET", "/search", FOUND, Answer(404, "There is no such vocabulary.", ERROR))
def everywhere(query: SearchEverywhere) -> Response:
    """Search the vocabularies that `vocab` names, or all of them."""
    given = tuple(one(each).id for each in query.vocab.split())
    return _answer(_search(query, given, query.labellang), query.callback)


@interface.offer("GET", "/<vocid>/search", FOUND)
def in_one(vocid: str, query: SearchInOne) -> Response:
    """Search one vocabulary."""
    return _answer(_search(query, (one(vocid).id,)), query.callback)


@interface.offer(
    "GET",
    "/<vocid>/lookup",
    Answer(200, "The concepts with that label.", json_of(LookedUp)),
    Answer(404, "There is no such vocabulary, or no concept is called so in it.", ERROR),
    description="A preferred label as written comes first, then one in other capitals, then an alternative label.",
)
def lookup(vocid: str, query: Sought) -> Response:
    """Look up a concept by a whole label."""
    vocabulary, lang = one(vocid), tag(query.lang)
    filters = Filters(vocabulary=vocabulary.id, lang=primary(query.lang))
    # What a label itself has of stars stands for anything, and the labels themselves are compared below.
    rows = service().snapshot.index.like(query.label, filters, limit=MAX_HITS)
    found = whole_labels(vocabulary, query.label.strip(), query.lang, rows)
    if not found:
        raise UnknownTerm(query.label)
    wanted = Wanted(lang)
    terms = result_context(wanted, result={"@id": "onki:results", **LISTED})
    return reply(terms, lambda: {"result": [result(row, wanted) for row in found]}, query.callback)


def _search(given: SearchInOne, vocabularies: tuple[str, ...], label_lang: str = "") -> Search:
    filters = Filters(
        vocabulary=vocabularies[0] if len(vocabularies) == 1 else "",
        collection=given.group,
        lang=primary(given.lang),
        below=given.parent,
    )
    types = frozenset(in_short(each) for each in given.type.split())
    return Search(
        query=given.query,
        lang=given.lang,
        vocabularies=vocabularies,
        filters=filters,
        types=frozenset() if CONCEPT in types else types,
        max_hits=given.maxhits,
        offset=given.offset,
        unique=is_set(given.unique),
        wanted=Wanted(tag(label_lang or given.lang), tuple(given.fields_.split())),
    )


def _answer(search: Search, callback: str) -> Response:
    wanted = search.wanted
    terms = result_context(wanted, results={"@id": "onki:results", **LISTED})
    return reply(terms, lambda: {"uri": "", "results": [result(row, wanted) for row in _rows(search)]}, callback)


def _rows(search: Search) -> list[Row]:
    """Return the rows of one page of the answer."""
    end = search.offset + search.max_hits
    return list(islice(_wanted(_found(search, end), search), search.offset, end))


def _found(search: Search, end: int) -> Iterator[Row]:
    """Yield more than are asked for, since some of them may be left out."""
    index = service().snapshot.index
    if "*" in search.query:
        yield from index.like(STARS.sub("*", search.query), search.filters, limit=end + 2 * MAX_HITS)
    else:
        lang = search.lang or search.wanted.lang
        hits = index.search(search.query, lang, search.filters, limit=end + MAX_HITS).hits
        yield from (Row(hit.vocabulary, hit.concept, hit.label, hit.kind) for hit in hits)


def _wanted(rows: Iterable[Row], search: Search) -> Iterator[Row]:
    """Leave out what the filters of the index cannot: further vocabularies, the parent itself, what comes twice.

    Nor is a withdrawn concept offered: nobody is to choose it.
    """
    seen: set[tuple[str, str]] = set()
    for row in rows:
        key = (row.vocabulary, row.concept.iri)
        if search.vocabularies and row.vocabulary not in search.vocabularies:
            continue
        if row.concept.status is Status.WITHDRAWN:
            continue
        if search.types and search.types.isdisjoint(map(in_short, row.concept.classes)):
            continue
        if row.concept.iri == search.filters.below or (search.unique and key in seen):
            continue
        seen.add(key)
        yield row
