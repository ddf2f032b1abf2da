"""The statistics of a vocabulary as a page, counted once."""

from __future__ import annotations

from typing import cast

from flask import Blueprint, Response, current_app
from flask.blueprints import BlueprintSetupState

from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.statistics import Statistics, count
from samsprak.web.addresses import PAGES
from samsprak.web.context import service
from samsprak.web.keeping import Kept
from samsprak.web.pages.statistics.presentation import Told
from samsprak.web.presentation import Reader
from samsprak.web.rendering import Alike, page

blueprint = Blueprint("statistics", __name__)

EXTENSION = "samsprak.statistics"
# Vocabularies whose statistics are kept.
MOST = 64


@blueprint.record_once
def set_up(state: BlueprintSetupState) -> None:
    """Add what the page keeps to an app."""
    state.app.extensions[EXTENSION] = Kept[tuple[str, str], Statistics](MOST)


@blueprint.get(f"/sv/<vocabulary_id>/{PAGES['statistics']['sv']}", defaults={"lang": "sv"})
@blueprint.get(f"/en/<vocabulary_id>/{PAGES['statistics']['en']}", defaults={"lang": "en"})
def show(lang: str, vocabulary_id: str) -> Response:
    """Show how many concepts have what, as bars and tables."""
    vocabulary = service().snapshot.vocabulary(vocabulary_id)
    reader = Reader(vocabulary, service().addresses, lang)
    alike = Alike(lambda each: service().addresses.vocabulary_page("statistics", vocabulary.id, each))
    told = lambda: Told(reader, counted(vocabulary))  # noqa: E731 - counted only where the page is rendered
    return page("statistics.html", lang, alike, vocabulary=vocabulary, reader=reader, told=told)


def counted(vocabulary: Vocabulary) -> Statistics:
    """Return the statistics of a vocabulary, counted when first asked for."""
    kept = cast(Kept[tuple[str, str], Statistics], current_app.extensions[EXTENSION])
    snapshot = service().snapshot
    return kept.get((snapshot.version, vocabulary.id), lambda: count(vocabulary, snapshot.facets[vocabulary.id]))
