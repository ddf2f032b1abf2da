"""Sitemaps (sitemaps.org): the pages that search engines are to know, in all their languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.events import day
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, Resource

# Limits of the protocol, for one file; an index may name as many files.
MAX_ADDRESSES = 50_000
MAX_BYTES = 50 * 1024 * 1024
PROLOGUE = b'<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
HEAD = PROLOGUE + (f'<urlset xmlns="{NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'.encode())
TAIL = b"</urlset>\n"


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its absolute address in each language, and when what it shows was changed; empty if not known."""

    addresses: Mapping[str, str]
    modified: str = ""


def pages(vocabulary: Vocabulary, address: Callable[[Resource, str], str]) -> Iterator[Page]:
    """Yield the pages of a vocabulary's records, concepts out of use left out.

    `address` gives the absolute address of a record's page in a language.
    """
    records: tuple[Resource, ...] = (*vocabulary.concepts, *vocabulary.collections, *vocabulary.sources)
    for record in records:
        if not (isinstance(record, Concept) and record.retired):
            modified = day(record.history.modified) or day(record.history.created)
            yield Page({lang: address(record, lang) for lang in UI_LANGUAGES}, modified)


def documents(found: Iterable[Page], most: int = MAX_ADDRESSES, largest: int = MAX_BYTES) -> Iterator[bytes]:
    """Yield sitemaps, each within the limits of the protocol; at least one."""
    parts, size, count = [HEAD], len(HEAD) + len(TAIL), 0
    for page in found:
        for entry in _entries(page):
            if count == most or size + len(entry) > largest:
                yield b"".join((*parts, TAIL))
                parts, size, count = [HEAD], len(HEAD) + len(TAIL), 0
            parts.append(entry)
            size += len(entry)
            count += 1
    yield b"".join((*parts, TAIL))


def index(addresses: Iterable[str]) -> bytes:
    """Return the index of several sitemaps, by their absolute addresses."""
    entries = "".join(f"<sitemap><loc>{escape(address)}</loc></sitemap>\n" for address in addresses)
    return PROLOGUE + f'<sitemapindex xmlns="{NAMESPACE}">\n{entries}</sitemapindex>\n'.encode()


def _entries(page: Page) -> Iterator[bytes]:
    """Yield an entry for each language of a page; each names all of them, itself too, as search engines ask."""
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(lang)} href={quoteattr(address)}/>'
        for lang, address in page.addresses.items()
    )
    modified = f"<lastmod>{page.modified}</lastmod>" if page.modified else ""
    for address in page.addresses.values():
        yield f"<url><loc>{escape(address)}</loc>{modified}{alternates}</url>\n".encode()
