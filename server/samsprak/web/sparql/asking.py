"""What a request asks: its query, the graphs that it names, the format that it wants."""

from __future__ import annotations

from typing import Annotated, Literal, cast

from flask import Flask, current_app, request
from flask.blueprints import BlueprintSetupState
from pydantic import BeforeValidator, Field

from samsprak.errors import N_
from samsprak.sparql.formats import called, offered
from samsprak.sparql.graphs import graphs
from samsprak.sparql.question import Dataset, Form
from samsprak.sparql.service import QueryService
from samsprak.vocabulary.formats import N_TRIPLES, Format
from samsprak.web.context import service_of
from samsprak.web.failures import NotAcceptable, UnusableRequest
from samsprak.web.interfaces.parameters import MAX_IRI, Parameters
from samsprak.web.negotiation import choose
from samsprak.web.replies import Alternate

EXTENSION = "samsprak.sparql"
MAX_QUERY = 100_000
EXAMPLE = """\
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?concept ?label WHERE { ?concept skos:prefLabel ?label } LIMIT 10"""
# What clients call the format by, in this order of precedence.
FORMAT_PARAMETERS = ("format", "output", "results")

# Empty counts as absent.
Names = Literal[
    "", "json", "xml", "csv", "tsv", "turtle", "ttl", "n3", "rdf", "rdf+xml", "rdfxml", "n-triples", "ntriples", "nt",
    "json-ld", "jsonld", "ld+json", "sparql-results+json", "sparql-results+xml",
    "application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values",
    "text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json", "application/json",
    "application/xml",
]  # fmt: skip
Graphs = list[Annotated[str, Field(min_length=1, max_length=MAX_IRI)]]


def _plain(value: object) -> object:
    """Return a name of a format as it is listed: a plus sign that is not encoded arrives as a space."""
    return value.strip().lower().replace(" ", "+") if isinstance(value, str) else value


class Asked(Parameters):
    """Graphs to read and the format of the answer."""

    default_graphs: Graphs = Field(
        [], alias="default-graph-uri", description="Graphs of which the default graph consists; else all of them."
    )
    named_graphs: Graphs = Field([], alias="named-graph-uri", description="Graphs that GRAPH can name.")
    format: Annotated[
        Names,
        BeforeValidator(_plain),
        Field(description="Format of the answer; else `Accept` decides. `output` and `results` are read likewise."),
    ] = ""

    def dataset(self) -> Dataset:
        """Return the graphs that the request names."""
        return Dataset(tuple(self.default_graphs), tuple(self.named_graphs))


class AskedByGet(Asked):
    """A query in an address; without one the service describes itself."""

    query: Annotated[
        str,
        Field(max_length=MAX_QUERY, description="SPARQL 1.1, only read. Empty: the description.", examples=[EXAMPLE]),
    ] = ""


class AskedByForm(Asked):
    """A query in a form."""

    query: Annotated[
        str, Field(min_length=1, max_length=MAX_QUERY, description="SPARQL 1.1, only read.", examples=[EXAMPLE])
    ]


def set_up(state: BlueprintSetupState) -> None:
    """Give an app what answers queries; nothing is started before the first."""
    app = cast(Flask, state.app)
    here = service_of(app)
    app.extensions[EXTENSION] = QueryService(
        graphs(here.snapshot.vocabularies.values()),
        here.downloads.folder,
        lambda vocabulary: here.downloads.get(vocabulary, N_TRIPLES).path,
    )


def queries() -> QueryService:
    """Return what answers the queries of the app at hand."""
    return cast(QueryService, current_app.extensions[EXTENSION])


def refuse_twofold() -> None:
    """Refuse a request with two queries (SPARQL 1.1 Protocol §2.1.4), or with an update."""
    if len(request.args.getlist("query")) + len(request.form.getlist("query")) > 1:
        raise UnusableRequest(N_("There are two queries in the request. Ask one at a time."))
    if "update" in request.args or "update" in request.form:
        raise UnusableRequest(N_("This service is only read: there is no update."))


def wanted_format(form: Form, address: str) -> Format:
    """Return the format that the request names, else the one that it accepts most.

    A name that does not fit the form of the query, as `csv` of a graph, counts as absent. Raises `NotAcceptable`.
    """
    offers = offered(form)
    for name in FORMAT_PARAMETERS:
        for place in (request.args, request.form):
            for each in called(place.get(name, "")):
                if each in offers:
                    return each
    chosen = choose(request.headers.get("Accept", ""), offers)
    if chosen is None:
        raise NotAcceptable(tuple(Alternate(address, each) for each in offers))
    return chosen
