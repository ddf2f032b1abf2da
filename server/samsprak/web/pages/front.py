"""The front page: what there is to look in, what stands in the reports' tables, and what happened lately."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from samsprak.language.writing import written_date
from samsprak.snapshot import Snapshot
from samsprak.vocabulary.events import Happening
from samsprak.web.addresses import Addresses
from samsprak.web.pages.changes import HAPPENING_NAMES, happened
from samsprak.web.pages.collections.overview import Shelf, shelves
from samsprak.web.pages.collections.report_table import Table, tables
from samsprak.web.presentation import Link, Reader

# Where a vocabulary has no facets, so many of its tops are named.
MAX_TOPS = 24
MAX_NEWS = 8


@dataclass(frozen=True, slots=True)
class News:
    """A concept that was decided, retired or changed: the message that says so, the date, and the same written out."""

    message: str
    date: str
    written: str
    link: Link


@dataclass(frozen=True, slots=True)
class Entrance:
    """A vocabulary as the front page shows it; `tops` are named where there are no facets."""

    reader: Reader
    facets: tuple[Shelf, ...]
    tops: tuple[Link, ...]
    more_tops: int
    tables: tuple[Table, ...]
    news: tuple[News, ...]


def entrances(snapshot: Snapshot, addresses: Addresses, lang: str) -> list[Entrance]:
    """Return every vocabulary as the front page shows it."""
    return [entrance(snapshot, Reader(each, addresses, lang)) for each in snapshot.vocabularies.values()]


def entrance(snapshot: Snapshot, reader: Reader) -> Entrance:
    """Return one vocabulary as its own front page shows it."""
    vocabulary = reader.vocabulary
    facets = shelves(reader, snapshot.facets[vocabulary.id])
    tops = [] if facets else [link for link in reader.links(vocabulary.roots) if not link.retired]
    return Entrance(
        reader,
        facets,
        tuple(tops[:MAX_TOPS]),
        max(0, len(tops) - MAX_TOPS),
        tuple(tables(reader)),
        tuple(_news(reader)),
    )


def _news(reader: Reader) -> Iterator[News]:
    """Yield the latest decisions and changes; that records were made is no news."""
    told = (event for event in happened(reader) if event.happening is not Happening.CREATED)
    for event in islice(told, MAX_NEWS):
        link = reader.link(event.concept.iri)
        yield News(HAPPENING_NAMES[event.happening], event.date, written_date(event.date, reader.lang), link)
