"""A page with the diagrams of a vocabulary, and each concept's diagram as a file to put into a document."""

from __future__ import annotations

from flask import Blueprint, Response
from flask.blueprints import BlueprintSetupState

from samsprak.errors import UnknownResource
from samsprak.vocabulary.records import Concept
from samsprak.web.addresses import LANGUAGE, PAGES
from samsprak.web.context import service
from samsprak.web.diagrams.figures import as_figure, as_file
from samsprak.web.diagrams.layout import diagram_of, laid_out
from samsprak.web.diagrams.neighbourhood import clusters
from samsprak.web.paging import MAX_WHOLE, Paging, page_number
from samsprak.web.presentation import Reader
from samsprak.web.rendering import Alike, page
from samsprak.web.replies import conditional

blueprint = Blueprint("diagrams", __name__)

DIAGRAMS_A_PAGE = 10


@blueprint.record_once
def set_up(state: BlueprintSetupState) -> None:
    """Add what the template of diagrams calls to an app."""
    state.app.jinja_env.globals[as_figure.__name__] = as_figure


@blueprint.get(f"/sv/<vocabulary_id>/{PAGES['diagrams']['sv']}", defaults={"lang": "sv"})
@blueprint.get(f"/en/<vocabulary_id>/{PAGES['diagrams']['en']}", defaults={"lang": "en"})
def all_diagrams(lang: str, vocabulary_id: str) -> Response:
    """Show the clusters of a vocabulary; of a large one, only where to begin."""
    vocabulary = service().snapshot.vocabulary(vocabulary_id)
    reader = Reader(vocabulary, service().addresses, lang)
    if len(vocabulary.concepts) > MAX_WHOLE:
        return _page(reader, tops=reader.links(iri for iri in vocabulary.roots if vocabulary.concept(iri).narrower))
    sketches = list(clusters(reader))
    paging = Paging(page_number(), DIAGRAMS_A_PAGE, len(sketches))
    shown = sketches[paging.offset : paging.offset + paging.size]
    return _page(reader, number=paging.number, diagrams=[laid_out(each) for each in shown], paging=paging)


def _page(reader: Reader, number: int = 1, **shown: object) -> Response:
    vocabulary, page_of_list = reader.vocabulary.id, number if number > 1 else ""
    alike = Alike(lambda each: service().addresses.vocabulary_page("diagrams", vocabulary, each, page=page_of_list))
    return page("diagrams.html", reader.lang, alike, vocabulary=reader.vocabulary, reader=reader, **shown)


@blueprint.get(f"/<{LANGUAGE}:lang>/<vocabulary_id>/<path:resource_id>/diagram.svg")
def diagram_file(lang: str, vocabulary_id: str, resource_id: str) -> Response:
    """Give a concept's diagram as a file that stands alone."""
    vocabulary = service().snapshot.vocabulary(vocabulary_id)
    concept = vocabulary.by_id(resource_id)
    reader = Reader(vocabulary, service().addresses, lang)
    if not isinstance(concept, Concept):
        raise UnknownResource(f"{resource_id}/diagram.svg")
    diagram = diagram_of(reader, concept)
    if diagram is None:
        raise UnknownResource(f"{resource_id}/diagram.svg")
    return conditional(
        service().snapshot.version,
        f"{service().assets}-{lang}-svg",
        "image/svg+xml",
        lambda: as_file(diagram, lang),
    )
