"""`/sitemap.xml` and `/robots.txt`: what search engines are to know of, and what they need not ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Annotated

from flask import Response
from pydantic import Field

from samsprak.errors import UnknownResource
from samsprak.publication import sitemap
from samsprak.publication.sitemap import Page
from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Resource
from samsprak.web.addresses import PAGES
from samsprak.web.catalogue.catalogues import TAG
from samsprak.web.catalogue.site import whole
from samsprak.web.context import origin, service
from samsprak.web.interfaces.interface import Interface
from samsprak.web.interfaces.operations import TEXT, Answer
from samsprak.web.interfaces.parameters import WHOLE, Parameters
from samsprak.web.interfaces.problem import ERROR
from samsprak.web.names import name_of
from samsprak.web.replies import conditional

XML = "application/xml"
# Pages in one part of the map, each in every language: some 3 MB.
A_PART = 5000
MAX_PARTS = 10_000
# Pages about the whole service and about one vocabulary that are worth finding.
OF_SERVICE = ("about", "accessibility", "interfaces")
OF_VOCABULARY = ("alphabet", "hierarchy", "facets", "diagrams", "statistics", "changes")
# Every query is a page of its own, and what programs ask for is no page.
UNFOUND = ("search", "propose", "compare", "sparql")
FOR_PROGRAMS = ("/rest/", "/reconcile", "/sparql", "/entity")

UNKNOWN = Answer(404, "The map has no such part.", ERROR)

interface = Interface("sitemaps", __name__, TAG, announces=False)


class Part(Parameters):
    """Which part of the map."""

    part: Annotated[
        int, Field(ge=0, le=MAX_PARTS, description="A part, from 1 on. 0: the map, or its parts."), WHOLE
    ] = 0


@interface.offer("GET", "/sitemap.xml", Answer(200, "The map, or its parts.", {XML: None}), UNKNOWN)
def sitemap_xml(query: Part) -> Response:
    """Tell search engines of the pages, in all their languages; those of concepts out of use are left out."""
    parts = _parts()
    if query.part > parts:
        raise UnknownResource(f"sitemap.xml?part={query.part}")
    number = query.part or int(parts == 1)
    return conditional(
        service().snapshot.version, f"sitemap-{number}", XML, lambda: _part(number) if number else _index(parts)
    )


@interface.offer("GET", "/robots.txt", Answer(200, "What robots need not ask for.", {TEXT: None}))
def robots() -> Response:
    """Tell robots what is not worth asking for, and where the site map is."""
    return conditional(service().snapshot.version, "robots", TEXT, lambda: "\n".join([*_rules(), ""]))


def _rules() -> Iterator[str]:
    base = service().addresses.base
    yield "User-agent: *"
    yield from (f"Disallow: {base}{path}" for path in FOR_PROGRAMS)
    for lang in UI_LANGUAGES:
        yield from (f"Disallow: {service().addresses.page(name, lang)}?" for name in UNFOUND if name != "compare")
        yield f"Disallow: {base}/{lang}/*/{PAGES['compare'][lang]}"
    yield ""
    yield f"Sitemap: {whole('/sitemap.xml')}"


def _parts() -> int:
    """Return how many parts hold all pages; concepts out of use are counted, so that the last may be empty."""
    records = 1 + len(OF_SERVICE) + sum(_size(vocabulary) for vocabulary in service().snapshot.vocabularies.values())
    return max(1, -(-records // A_PART))


def _size(vocabulary: Vocabulary) -> int:
    return len(vocabulary.concepts) + len(vocabulary.collections) + len(vocabulary.sources) + len(OF_VOCABULARY) + 2


def _index(parts: int) -> bytes:
    return sitemap.index(whole(f"/sitemap.xml?part={number}") for number in range(1, parts + 1))


def _part(number: int) -> bytes:
    pages = islice(_pages(), (number - 1) * A_PART, number * A_PART)
    return b"".join(sitemap.documents(pages))


def _pages() -> Iterator[Page]:
    addresses = service().addresses
    yield _page([addresses.home(lang) for lang in UI_LANGUAGES])
    for name in OF_SERVICE:
        yield _page([addresses.page(name, lang) for lang in UI_LANGUAGES])
    for vocabulary in service().snapshot.vocabularies.values():
        yield _page([addresses.vocabulary_home(vocabulary.id, lang) for lang in UI_LANGUAGES])
        for name in (*OF_VOCABULARY, *(["guide"] if vocabulary.has_guide else [])):
            yield _page([addresses.vocabulary_page(name, vocabulary.id, lang) for lang in UI_LANGUAGES])
        yield from sitemap.pages(vocabulary, _address(vocabulary))


def _page(addresses: Sequence[str]) -> Page:
    return Page({lang: origin() + address for lang, address in zip(UI_LANGUAGES, addresses, strict=True)})


def _address(vocabulary: Vocabulary) -> Callable[[Resource, str], str]:
    def address(record: Resource, lang: str) -> str:
        name = name_of(vocabulary, record, lang)
        return origin() + service().addresses.resource_page(vocabulary, record, lang, name)

    return address
