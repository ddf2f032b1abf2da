"""Stocking: the page of every record drawn before anybody asks for it, so that no reader waits for a drawing.

A process beside the service asks for each as a reader would, once the downloads are prepared, and only while nothing
else wants the processor.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain

from flask import Flask

from samsprak.publication.beside import beside
from samsprak.publication.downloads import wait_for_turn
from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, Status
from samsprak.web.context import Service, service_of
from samsprak.web.presentation import Reader

# Last of all: what the processors have left over.
NICENESS = 19
# Pages are drawn and kept packed; to unpack them would be for nothing.
HEADERS = {"Accept-Encoding": "gzip"}


@contextmanager
def stocking(app: Flask, origin: str) -> Iterator[None]:
    """Fill the shelf in a process of its own, which is stopped at the end if it is not done before.

    Pages name the host that they are asked from: without an `origin` there is nothing to draw ahead. A preview is
    looked at in a few places and started often.
    """
    if not origin or service_of(app).preview:
        yield
        return
    with beside(partial(_after_downloads, app, origin), NICENESS):
        yield


def stock(app: Flask, origin: str) -> None:
    """Ask for every page at a scheme and host until all are drawn, or the shelf has room for no more of them."""
    here, client = service_of(app), app.test_client()
    for address in _addresses(here):
        if not here.pages.stockable:
            return
        client.get(address, base_url=origin, headers=HEADERS, buffered=True)


def _after_downloads(app: Flask, origin: str) -> None:
    # One after the other takes less memory than both at once.
    wait_for_turn(service_of(app).downloads.folder)
    stock(app, origin)


def _addresses(here: Service) -> Iterator[str]:
    """Yield the addresses of all pages: one language after another, small vocabularies first."""
    vocabularies = sorted(here.snapshot.vocabularies.values(), key=lambda each: len(each.concepts))
    for lang in UI_LANGUAGES:
        for vocabulary in vocabularies:
            yield from _of_vocabulary(Reader(vocabulary, here.addresses, lang))


def _of_vocabulary(reader: Reader) -> Iterator[str]:
    vocabulary = reader.vocabulary
    for each in chain(_down_the_tree(vocabulary), vocabulary.collections, vocabulary.sources):
        if not (isinstance(each, Concept) and each.status is Status.WITHDRAWN):
            yield reader.address(each)


def _down_the_tree(vocabulary: Vocabulary) -> Iterator[Concept]:
    """Yield every concept, each near those that its page names: what is still at hand is drawn in a fifth less time."""
    left, known = list(reversed(vocabulary.roots)), set[str]()
    while left:
        iri = left.pop()
        if iri not in known:
            known.add(iri)
            concept = vocabulary.concept(iri)
            yield concept
            left += reversed(concept.narrower)
