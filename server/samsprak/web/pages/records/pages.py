"""The page of one record: a concept, a collection, a scheme or a source."""

from __future__ import annotations

from urllib.parse import unquote

from flask import Response, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from samsprak.errors import UnknownResource
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Collection, Concept, Resource, Scheme, Status
from samsprak.web.context import service
from samsprak.web.diagrams.figures import concept_figure
from samsprak.web.failures import Withdrawn
from samsprak.web.pages.collections.report_table import tables
from samsprak.web.pages.records.citation import citation
from samsprak.web.pages.records.structured import defined_term
from samsprak.web.pages.records.term_record import term_record
from samsprak.web.pages.texts.notes import guidance
from samsprak.web.pages.texts.references import references
from samsprak.web.presentation import Reader, on_the_web
from samsprak.web.rendering import Alike, kept_page
from samsprak.web.replies import alternates


def record(lang: str, vocabulary: Vocabulary, name: str) -> BaseResponse:
    """Show the record that a name in an address stands for; an old name is led to the current one."""
    found = _named(vocabulary, name)
    reader = Reader(vocabulary, service().addresses, lang)
    address = reader.address(found)
    if service().addresses.base + request.path != unquote(address):
        return redirect(address, 302)
    if isinstance(found, Concept):
        return _concept(reader, found)
    if isinstance(found, Collection):
        return _collection(reader, found)
    template = "scheme.html" if isinstance(found, Scheme) else "source.html"
    return _page(template, reader, found, pages=lambda pages: [on_the_web(each) for each in pages])


def _concept(reader: Reader, concept: Concept) -> Response:
    if concept.status is Status.WITHDRAWN:
        raise Withdrawn(reader.vocabulary, concept)
    return _page(
        "concept.html",
        reader,
        concept,
        record=lambda: term_record(reader, concept, service().snapshot.vocabularies),
        citation=lambda: citation(reader, concept),
        figure=lambda: concept_figure(reader, concept),
        structured=lambda: defined_term(reader, concept),
        guidance=guidance,
    )


def _collection(reader: Reader, collection: Collection) -> Response:
    return _page(
        "collection.html",
        reader,
        collection,
        references=lambda: references(reader, collection.sources),
        tables=lambda: [each for each in tables(reader) if each.iri == collection.iri] if collection.ordered else [],
        guidance=guidance,
    )


def _page(template: str, reader: Reader, found: Resource, **shown: object) -> Response:
    addresses, vocabulary = service().addresses, reader.vocabulary
    alike = Alike(
        lambda each: Reader(vocabulary, addresses, each).address(found),
        data=alternates(lambda form: addresses.data(vocabulary, found, form)),
        indexed=not (isinstance(found, Concept) and found.retired),
    )
    return kept_page(template, reader.lang, alike, vocabulary=vocabulary, reader=reader, it=found, **shown)


def _named(vocabulary: Vocabulary, name: str) -> Resource:
    """Return the resource whose id is `name`, or `name` without its last part, which is decoration."""
    try:
        return vocabulary.by_id(name)
    except UnknownResource:
        bare, slash, _ = name.rpartition("/")
        if not slash:
            raise
        return vocabulary.by_id(bare)
