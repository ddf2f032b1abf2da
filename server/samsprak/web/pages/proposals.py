"""How a term is proposed: the page that a search without a hit leads to, with the word filled in."""

from __future__ import annotations

from flask import Response, request

from samsprak.search.index import Hit
from samsprak.web.context import service
from samsprak.web.presentation import Link, Reader
from samsprak.web.rendering import Alike, page

MAX_TERM = 200


def how_to_propose(lang: str) -> Response:
    """Show what a proposal says and where it is sent, begun with the term that was looked for."""
    term = "".join(char for char in request.args.get("term", "")[:MAX_TERM] if char.isprintable()).strip()
    addresses = service().addresses
    alike = Alike(lambda each: addresses.page("propose", each, term=term), indexed=not term)
    nearest = service().snapshot.index.search(term, lang, limit=5).hits if term else ()
    return page("propose.html", lang, alike, term=term, nearest=_links(nearest, lang))


def _links(hits: tuple[Hit, ...], lang: str) -> list[Link]:
    snapshot = service().snapshot
    readers = (Reader(snapshot.vocabulary(hit.vocabulary), service().addresses, lang) for hit in hits)
    return [reader.link(hit.concept.iri) for reader, hit in zip(readers, hits, strict=True)]
