"""The results page, and what the search field suggests as one types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, jsonify, request

from samsprak.errors import UnknownResource
from samsprak.language.messages import language_name, say
from samsprak.language.tags import primary
from samsprak.search.filters import Filters
from samsprak.search.index import Hit, Results
from samsprak.search.reasons import reason
from samsprak.search.rows import Row
from samsprak.search.snippets import Piece, pieces, snippet
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Label, LabelKind, Resource, Status
from samsprak.vocabulary.statuses import STATUS_NAMES
from samsprak.web.addresses import LANGUAGE
from samsprak.web.context import service
from samsprak.web.interfaces.fairness import spend
from samsprak.web.paging import Paging, page_number
from samsprak.web.presentation import Link, Reader
from samsprak.web.rendering import Alike, page
from samsprak.web.replies import open_to_all

blueprint = Blueprint("search", __name__)
# Suggestions count for a client's share.
blueprint.before_request(spend)

HITS_A_PAGE = 20
SUGGESTIONS = 8
MAX_QUERY = 1000


@dataclass(frozen=True, slots=True)
class ShownHit:
    """A hit as the page shows it: its name and why it is there, both in pieces, and where it belongs."""

    hit: Hit
    reader: Reader
    name: Label
    address: str
    title: tuple[Piece, ...]
    reason: str
    excerpt: tuple[Piece, ...]
    path: tuple[Link, ...]
    facets: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter: what it is called, how many hits it leaves, and the address that sets or lifts it."""

    name: Label
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks for: the query, the filters, and the same as they stand in the address."""

    query: str
    filters: Filters
    given: Mapping[str, str]


def results(lang: str) -> Response:
    """Show what a query finds, page by page, and the filters with their counts."""
    spend()
    asked = _asked()
    addresses, snapshot = service().addresses, service().snapshot

    def find(number: int) -> Results:
        offset = (number - 1) * HITS_A_PAGE
        return snapshot.index.search(asked.query, lang, asked.filters, offset=offset, limit=HITS_A_PAGE, counted=True)

    number = page_number()
    found = find(number)
    if found.total and not found.hits:
        # Beyond the last page the last one is shown: there are hits, and nobody is to read that there are none.
        number = 1 + (found.total - 1) // HITS_A_PAGE
        found = find(number)

    def address(**changes: object) -> str:
        return addresses.page("search", lang, **({"q": asked.query, **asked.given} | changes))

    alike = Alike(lambda each: addresses.page("search", each, q=asked.query, **asked.given), indexed=False)
    return page(
        "results.html",
        lang,
        alike,
        query=asked.query,
        chosen=asked.given.get("vocab"),
        filtered=bool(asked.given),
        results=found,
        hits=[_shown(hit, lang) for hit in found.hits],
        choices=list(_choices(found, asked, lang)),
        cleared=addresses.page("search", lang, q=asked.query),
        paging=Paging(number, HITS_A_PAGE, found.total),
        part=lambda page_number: address(page=page_number) if page_number else "",
    )


@blueprint.get(f"/<{LANGUAGE}:lang>/suggestions")
def suggestions(lang: str) -> Response:
    """Return what the letters in the search field may become, as JSON: names, what they stand for, addresses."""
    typed = request.args.get("q", "")[:MAX_QUERY]
    chosen = request.args.get("vocab", "")
    index = service().snapshot.index
    if chosen:
        service().snapshot.vocabulary(chosen)
    rows = index.suggest(typed, lang, vocabulary=chosen, limit=SUGGESTIONS)
    found = [_suggestion(row, lang) for row in rows]
    if not found and len(typed.strip()) > 1:
        hits = index.search(typed, lang, Filters(vocabulary=chosen), limit=SUGGESTIONS).hits
        found = [_suggestion(Row(hit.vocabulary, hit.concept, hit.label, hit.kind), lang) for hit in hits]
    return open_to_all(jsonify(found))


def _asked() -> Asked:
    """Read the query and the filters; raises `UnknownVocabulary` or `UnknownResource` for what is not there."""
    query = "".join(char for char in request.args.get("q", "")[:MAX_QUERY] if char.isprintable())
    names = ("vocab", "facet", "status", "in", "under")
    given = {name: value for name in names if (value := request.args.get(name, ""))}
    vocabulary = given.get("vocab", "")
    if vocabulary:
        service().snapshot.vocabulary(vocabulary)
    filters = Filters(
        vocabulary=vocabulary,
        collection=_iri(given.get("facet", ""), vocabulary),
        status=given.get("status", ""),
        lang=primary(given.get("in", "")),
        below=_iri(given.get("under", ""), vocabulary),
    )
    return Asked(query, filters, given)


def _iri(resource_id: str, vocabulary_id: str) -> str:
    """Return the IRI of the record with this id, in the vocabulary that is chosen or the first that has it."""
    return _record(resource_id, vocabulary_id)[1].iri if resource_id else ""


def _record(resource_id: str, vocabulary_id: str) -> tuple[Vocabulary, Resource]:
    for vocabulary in service().snapshot.vocabularies.values():
        if vocabulary_id in {"", vocabulary.id}:
            try:
                return vocabulary, vocabulary.by_id(resource_id)
            except UnknownResource:
                continue
    raise UnknownResource(resource_id)


def _shown(hit: Hit, lang: str) -> ShownHit:
    reader = Reader(service().snapshot.vocabulary(hit.vocabulary), service().addresses, lang)
    name = reader.name(hit.concept)
    message = reason(hit, name, term_records=reader.vocabulary.term_records)
    return ShownHit(
        hit,
        reader,
        name,
        reader.address(hit.concept),
        pieces(name.text, hit.marks if hit.label == name and not hit.text else ()),
        say(message, lang, label=hit.label.text, name=name.text) if message else "",
        snippet(hit.text.note.text, hit.text.marks) if hit.text else (),
        tuple(next(iter(reader.paths(hit.concept)), ())),
        tuple(_facets(reader, hit)),
    )


def _facets(reader: Reader, hit: Hit) -> Iterator[Link]:
    """Yield the facets that a concept stands in."""
    facets = service().snapshot.facets[reader.vocabulary.id]
    return (reader.link(iri) for iri in hit.concept.member_of if iri in facets)


def _choices(found: Results, asked: Asked, lang: str) -> Iterator[tuple[str, list[Choice]]]:
    """Yield each filter that parts the hits, with its values, the one that leaves most first."""
    names = {"vocab": "vocabulary", "facet": "collection", "status": "status", "in": "lang"}
    for key, filter_name in names.items():
        values = dict(found.counts.get(filter_name, {}))
        if key == "facet":
            values = {iri: count for iri, count in values.items() if _is_facet(iri)}
        choices = [_choice(key, value, count, asked, lang) for value, count in values.items() if value]
        parting = any(choice.count < found.total or choice.chosen for choice in choices)
        if choices and parting:
            yield key, sorted(choices, key=lambda choice: (not choice.chosen, -choice.count, choice.name.text))


def _choice(key: str, value: str, count: int, asked: Asked, lang: str) -> Choice:
    given = dict(asked.given)
    name, short = _named(key, value, lang)
    chosen = given.get(key) == short
    if chosen:
        del given[key]
    else:
        given[key] = short
    return Choice(name, count, service().addresses.page("search", lang, q=asked.query, **given), chosen)


def _named(key: str, value: str, lang: str) -> tuple[Label, str]:
    """Return what a value of a filter is called, and how it stands in an address."""
    if key == "vocab":
        reader = Reader(service().snapshot.vocabulary(value), service().addresses, lang)
        return reader.vocabulary_title, value
    if key == "facet":
        vocabulary, collection = service().snapshot.find(value)
        return Reader(vocabulary, service().addresses, lang).name(collection), collection.id
    if key == "status":
        return Label(say(STATUS_NAMES[Status(value)], lang), lang), value
    return Label(language_name(value, lang), lang), value


def _is_facet(iri: str) -> bool:
    return any(iri in facets for facets in service().snapshot.facets.values())


def _suggestion(row: Row, lang: str) -> dict[str, str]:
    vocabulary = service().snapshot.vocabulary(row.vocabulary)
    reader = Reader(vocabulary, service().addresses, lang)
    name = reader.name(row.concept)
    shown = row.label if row.kind is not LabelKind.HIDDEN or vocabulary.term_records else name
    return {"label": shown.text, "lang": shown.lang, "term": name.text, "address": reader.address(row.concept)}
