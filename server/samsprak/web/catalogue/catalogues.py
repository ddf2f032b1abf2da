"""`/dcat` and `/.well-known/void`: the vocabularies, their files and interfaces, for harvesters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, cast

from flask import Response, current_app, request
from flask.blueprints import BlueprintSetupState
from pydantic import Field

from samsprak.publication import dcat, void
from samsprak.publication.site import Published, Site
from samsprak.vocabulary.formats import FORMATS, TURTLE, Format, named
from samsprak.vocabulary.graph import Graph
from samsprak.web.catalogue.site import CATALOGUE, VOID, published, site
from samsprak.web.context import origin, service
from samsprak.web.failures import NotAcceptable
from samsprak.web.interfaces.interface import Interface
from samsprak.web.interfaces.operations import Answer, Tag
from samsprak.web.interfaces.parameters import Parameters
from samsprak.web.interfaces.problem import ERROR
from samsprak.web.keeping import Kept
from samsprak.web.negotiation import HTML, choose
from samsprak.web.replies import alternates, conditional

EXTENSION = "samsprak.catalogues"
# Both, in every format, under the names of a few hosts.
MOST = 32
TAG = Tag("Catalogue", "What there is, for harvesters and search engines.")
ANSWERS = (
    Answer(200, "The description.", {form.media_type: None for form in FORMATS}),
    Answer(406, "It is there in no format that `Accept` takes.", ERROR),
)
# Turtle first, which a person can read too.
OFFERED = (TURTLE, *(form for form in FORMATS if form is not TURTLE))
GraphsKept = Kept[tuple[str, ...], bytes]

interface = Interface("catalogues", __name__, TAG)


class Wanted(Parameters):
    """In which format."""

    format: Annotated[
        str,
        Field(
            description="Format, by its suffix or its media type. It goes before `Accept`.",
            json_schema_extra={"enum": [each for form in FORMATS for each in (form.suffix, form.media_type)]},
        ),
    ] = ""


@interface.record_once
def set_up(state: BlueprintSetupState) -> None:
    """Add what is kept to an app."""
    state.app.extensions[EXTENSION] = GraphsKept(MOST)


@interface.offer("GET", CATALOGUE, *ANSWERS)
def catalogue(query: Wanted) -> Response:
    """Describe the vocabularies, their files and the interfaces, by DCAT-AP-SE 3."""
    return _answer("dcat", dcat.catalogue, query.format)


@interface.offer("GET", VOID, *ANSWERS)
def dataset(query: Wanted) -> Response:
    """Describe the vocabularies as data sets, by VoID."""
    return _answer("void", void.description, query.format)


def _answer(name: str, describe: Callable[[Site, Sequence[Published]], Graph], wanted: str) -> Response:
    form = _form(wanted)
    there = published()
    # Sizes and counts of triples come when files are prepared.
    prepared = str(sum(len(each.downloads) for each in there))
    kept = cast(GraphsKept, current_app.extensions[EXTENSION])
    version = f"{service().snapshot.version}-{prepared}"
    key = (name, origin(), version, form.suffix)
    return conditional(
        version,
        f"{name}-{form.suffix}",
        form.media_type,
        lambda: kept.get(key, lambda: describe(site(), there).written(form)),
        vary="Accept",
    )


def _form(wanted: str) -> Format:
    """Return the format that is asked for, else the one that is accepted most; a browser gets Turtle."""
    accepted = request.headers.get("Accept", "")
    form = named(wanted, FORMATS) if wanted else choose(accepted, (*OFFERED, HTML))
    if form is None:
        raise NotAcceptable(alternates(lambda each: f"{service().addresses.base}{request.path}?format={each.suffix}"))
    return TURTLE if form is HTML else form
