"""A record at a glance: as a small page in a frame of another site, and as HTML that a client shows."""

from __future__ import annotations

from flask import Response
from markupsafe import Markup

from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, NoteKind, Resource
from samsprak.web.context import service
from samsprak.web.presentation import Reader
from samsprak.web.reconciliation.describing import described, interface_language, kind
from samsprak.web.reconciliation.interface import reconciler
from samsprak.web.rendering import Alike, page

# The page is made to stand in a frame, of any site, and does nothing there but show itself.
FRAMED = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *"
FLYOUT = Markup("<div><p><strong>{name}</strong> · {kinds}</p><p>{said}</p><p><small>{iri}</small></p></div>")
OF_ID = Markup("<div><p><strong>{name}</strong></p><p><small>{id}</small></p><p>{said}</p></div>")


def preview(vocabulary: Vocabulary, record: Resource, lang: str) -> Response:
    """Return a small page about a record."""
    lang = interface_language(lang)
    reader = Reader(vocabulary, service().addresses, lang)
    broader = [link.iri for link in record.broader] if isinstance(record, Concept) else []
    response = page(
        "preview.html",
        lang,
        Alike(lambda language: reader.address(record) if language == lang else "", indexed=False),
        name=reader.name(record),
        iri=record.iri,
        retired=isinstance(record, Concept) and record.retired,
        instead=reader.links(record.replaced_by) if isinstance(record, Concept) else [],
        definitions=reader.texts(record.notes, NoteKind.DEFINITION),
        broader=reader.links(broader),
        facets=reader.links(reconciler().kinds.of(vocabulary, record)[1:]),
    )
    response.headers["Content-Security-Policy"] = FRAMED
    response.headers["Vary"] = "Accept-Language"
    return response


def flyout(vocabulary: Vocabulary, record: Resource, lang: str) -> str:
    """Return a record as a piece of HTML."""
    reader = Reader(vocabulary, service().addresses, lang)
    kinds = [kind(each, lang)["name"] for each in reconciler().kinds.of(vocabulary, record)]
    said = described(vocabulary, record, lang)
    return str(FLYOUT.format(name=reader.name(record).text, kinds=", ".join(kinds), said=said, iri=record.iri))


def flyout_of(identifier: str, name: str, said: str = "") -> str:
    """Return what has but a name as a piece of HTML."""
    return str(OF_ID.format(id=identifier, name=name, said=said))
