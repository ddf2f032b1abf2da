"""`/rest/v1/search`: the search of the field's API, answered as a person means it; `*` stands for anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flask import Blueprint, Response, request

from samsprak.language.tags import best, primary
from samsprak.search.filters import Filters
from samsprak.search.rows import Row
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, LabelKind
from samsprak.web.context import service
from samsprak.web.names import name_of
from samsprak.web.rest.parameters import number, required, truth
from samsprak.web.rest.replies import reply

blueprint = Blueprint("rest_search", __name__, url_prefix="/rest/v1")

MAX_HITS = 1000
CONCEPT = "skos:Concept"
SKOS = "http://www.w3.org/2004/02/skos/core#"
CONTEXT = {
    "skos": SKOS,
    "isothes": "http://purl.org/iso25964/skos-thes#",
    "onki": "http://schema.onki.fi/onki#",
    "uri": "@id",
    "type": "@type",
    "results": {"@id": "onki:results", "@container": "@list"},
    "prefLabel": "skos:prefLabel",
    "altLabel": "skos:altLabel",
    "hiddenLabel": "skos:hiddenLabel",
    "notation": "skos:notation",
    "broader": "skos:broader",
    "narrower": "skos:narrower",
    "related": "skos:related",
}
# What `fields` may ask for besides, and how it is read off a concept.
FIELDS = ("broader", "narrower", "related", "prefLabel", "altLabel")


@dataclass(frozen=True, slots=True)
class Search:
    """A search as clients send it; see the interface's description for each part."""

    query: str
    lang: str
    label_lang: str
    vocabularies: tuple[str, ...]
    filters: Filters
    concepts: bool
    max_hits: int
    offset: int
    fields: tuple[str, ...]
    unique: bool


@blueprint.get("/search")
def everywhere() -> Response:
    """Search the vocabularies that `vocab` names, or all of them."""
    given = tuple(request.args.get("vocab", "").split())
    for each in given:
        service().snapshot.vocabulary(each)
    return _answer(_search(given))


@blueprint.get("/<vocabulary_id>/search")
def in_one(vocabulary_id: str) -> Response:
    """Search one vocabulary."""
    return _answer(_search((service().snapshot.vocabulary(vocabulary_id).id,)))


def _search(vocabularies: tuple[str, ...]) -> Search:
    lang = request.args.get("lang", "").strip()
    types = request.args.get("type", "").split()
    filters = Filters(
        vocabulary=vocabularies[0] if len(vocabularies) == 1 else "",
        collection=request.args.get("group", "").strip(),
        lang=primary(lang),
        below=request.args.get("parent", "").strip(),
    )
    return Search(
        query=required("query"),
        lang=lang,
        label_lang=request.args.get("labellang", "").strip() or lang,
        vocabularies=vocabularies,
        filters=filters,
        concepts=not types or CONCEPT in types or SKOS + "Concept" in types,
        max_hits=number("maxhits", MAX_HITS, MAX_HITS),
        offset=number("offset", 0, 1_000_000),
        fields=tuple(request.args.get("fields", "").split()),
        unique=truth("unique"),
    )


def _answer(search: Search) -> Response:
    context = CONTEXT | ({"@language": search.lang} if search.lang else {})
    return reply(context, lambda: {"uri": "", "results": [_result(row, search) for row in _rows(search)]})


def _rows(search: Search) -> list[Row]:
    """Return the rows of one page of the answer."""
    if not search.concepts:
        return []
    found = list(_wanted(_found(search), search))
    return found[search.offset : search.offset + search.max_hits]


def _found(search: Search) -> Iterator[Row]:
    index = service().snapshot.index
    if "*" in search.query:
        yield from index.like(search.query, search.filters, limit=search.offset + 2 * MAX_HITS)
    else:
        lang = search.lang or search.label_lang
        hits = index.search(search.query, lang, search.filters, limit=search.offset + search.max_hits).hits
        yield from (Row(hit.vocabulary, hit.concept, hit.label, hit.kind) for hit in hits)


def _wanted(rows: Iterable[Row], search: Search) -> Iterator[Row]:
    """Leave out what the filters of the index cannot: further vocabularies, the parent itself, what comes twice."""
    seen: set[str] = set()
    for row in rows:
        if search.vocabularies and row.vocabulary not in search.vocabularies:
            continue
        if row.concept.iri == search.filters.below or (search.unique and row.concept.iri in seen):
            continue
        seen.add(row.concept.iri)
        yield row


def _result(row: Row, search: Search) -> dict[str, object]:
    vocabulary = service().snapshot.vocabulary(row.vocabulary)
    concept, label = row.concept, row.label
    result: dict[str, object] = {"uri": concept.iri, "type": [CONCEPT], "localname": concept.id}
    preferred = best(concept.preferred, (search.label_lang or label.lang, label.lang))
    if preferred:
        result |= {"prefLabel": preferred.text, "lang": preferred.lang}
    if row.kind is LabelKind.ALTERNATIVE:
        result["altLabel"] = label.text
    elif row.kind is LabelKind.HIDDEN:
        result["hiddenLabel"] = label.text
    elif preferred and label != preferred:
        result["matchedPrefLabel"] = label.text
    if concept.notations:
        result["notation"] = concept.notations[0]
    return result | {"vocab": row.vocabulary} | _fields(vocabulary, concept, search)


def _fields(vocabulary: Vocabulary, concept: Concept, search: Search) -> dict[str, object]:
    """Return the further fields that are asked for; those that nobody knows are ignored."""
    found: dict[str, object] = {}
    related = {
        "broader": [each.iri for each in concept.broader],
        "narrower": concept.narrower,
        "related": concept.related,
    }
    for field in search.fields:
        if field == "prefLabel":
            found["prefLabels"] = {label.lang: label.text for label in concept.preferred}
        elif field == "altLabel":
            found["altLabels"] = {}
            for label in concept.alternative:
                found["altLabels"].setdefault(label.lang, []).append(label.text)  # type: ignore[attr-defined]
        elif field in related:
            found[f"skos:{field}"] = [_named(vocabulary, iri, search.label_lang) for iri in related[field]]
    return found


def _named(vocabulary: Vocabulary, iri: str, lang: str) -> dict[str, str]:
    if not vocabulary.holds(iri):
        return {"uri": iri}
    name = name_of(vocabulary, vocabulary.resource(iri), lang)
    return {"uri": iri, "prefLabel": name.text}
