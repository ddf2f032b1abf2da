"""`/sparql`: the SPARQL 1.1 Protocol, only read, and the description of the service."""

from __future__ import annotations

import hashlib
import json

from flask import Response, request
from werkzeug.wsgi import FileWrapper

from samsprak.sparql.description import describe
from samsprak.sparql.evaluator import CHUNK, Answer
from samsprak.sparql.formats import BY_MEDIA_TYPE, JSON, OF_GRAPHS
from samsprak.sparql.question import Dataset, Question
from samsprak.vocabulary.formats import N_TRIPLES, Format
from samsprak.web.context import origin, reader_language, service
from samsprak.web.failures import NotAcceptable
from samsprak.web.interfaces.interface import Interface
from samsprak.web.interfaces.operations import FORM, Body, Tag
from samsprak.web.interfaces.operations import Answer as Stated
from samsprak.web.interfaces.problem import ERROR
from samsprak.web.negotiation import HTML, choose
from samsprak.web.replies import Alternate, Reply, conditional, see_other
from samsprak.web.sparql.asking import Asked, AskedByForm, AskedByGet, queries, refuse_twofold, set_up, wanted_format

SPARQL = "application/sparql-query"
TAG = Tag("SPARQL", "Queries on all vocabularies (SPARQL 1.1), each a graph of its own.")
# A query counts as so many requests.
COST = 5
DESCRIPTION = """\
The default graph is all vocabularies together; each is also a graph by the IRI of its scheme. A query may take 10 s \
and its answer 50 MB; what takes more is cut off (503) or refused (400). Nothing is changed, and no other service is \
asked: updates, `SERVICE` and graphs that are not here are refused."""
RETRY = {"Retry-After": "Seconds until it may be asked again."}
ANSWERS = (
    Stated(200, "The answer, in the format asked for.", dict.fromkeys(BY_MEDIA_TYPE)),
    Stated(400, "No SPARQL, or nothing that is done here; the detail tells the place.", ERROR),
    Stated(406, "The answer has no format that `Accept` takes.", ERROR),
    Stated(503, "The query took too long, or too many are asked at once.", ERROR, RETRY),
)
LEADS = Stated(
    303, "Leads people to the page with the query.", headers={"Location": "The address that this one leads to."}
)

interface = Interface("sparql", __name__, TAG)
interface.record_once(set_up)


@interface.offer("GET", "/sparql", *ANSWERS, LEADS, description=DESCRIPTION, cost=COST)
def ask(query: AskedByGet) -> Response:
    """Answer a query, or describe the service."""
    refuse_twofold()
    query.dataset().check(tuple(queries().graphs))
    if _for_people():
        return see_other(_page(query), ())
    return answered(query.query, query.dataset()) if query.query else _described()


@interface.offer(
    "POST",
    "/sparql",
    *ANSWERS,
    bodies=(Body(FORM, AskedByForm), Body(SPARQL)),
    description=DESCRIPTION,
    cost=COST,
)
def ask_by_post(query: Asked, body: AskedByForm | str) -> Response:
    """Answer a query."""
    refuse_twofold()
    if isinstance(body, str):
        return answered(body, query.dataset())
    return answered(body.query, body.dataset() or query.dataset())


def answered(text: str, dataset: Dataset) -> Response:
    """Return the answer of a query; 304 where the client has it already."""
    question = queries().read(text, dataset)
    form = wanted_format(question.form, request.path)
    etag = _etag(question, form)
    if question.lasting and request.if_none_match.contains_weak(etag):
        reply = Reply(status=304)
        del reply.headers["Content-Type"]
    else:
        reply = _sent(queries().answer(question, form), form)
    if question.lasting:
        reply.set_etag(etag)
    reply.headers["Cache-Control"] = "no-cache"
    reply.headers["Vary"] = "Accept"
    return reply


def _sent(answer: Answer, form: Format) -> Reply:
    """Return an answer as it comes from its file, in pieces."""
    reply = Reply(
        FileWrapper(answer.file, CHUNK), content_type=f"{form.media_type}; charset=utf-8", direct_passthrough=True
    )
    reply.headers["Content-Length"] = str(answer.size)
    return reply


def _etag(question: Question, form: Format) -> str:
    digest = hashlib.blake2b(repr((question.text, question.dataset)).encode(errors="replace"), digest_size=8)
    return f"{service().snapshot.version}-{form.suffix}-{digest.hexdigest()}"


def _for_people() -> bool:
    """Tell whether a browser asks: it names text/html, and no format."""
    if any(request.args.get(name) for name in ("format", "output", "results")):
        return False
    return choose(request.headers.get("Accept", ""), (*BY_MEDIA_TYPE.values(), HTML)) is HTML


def _page(query: AskedByGet) -> str:
    graphs = {"default-graph-uri": tuple(query.default_graphs), "named-graph-uri": tuple(query.named_graphs)}
    return service().addresses.page("sparql", reader_language(), query=query.query, **graphs)


def _described() -> Response:
    """Return the description of the service."""
    form = choose(request.headers.get("Accept", ""), OF_GRAPHS)
    address = f"{origin()}{service().addresses.base}/sparql"
    if form is None:
        raise NotAcceptable(tuple(Alternate(address, each) for each in OF_GRAPHS))
    here = queries()
    sizes = {iri: service().downloads.get(each, N_TRIPLES).triples for iri, each in here.graphs.items()}

    def render() -> bytes:
        return describe(address, here.graphs, sizes, _whole(sizes), form)

    tag = f"{hashlib.blake2b(address.encode(), digest_size=4).hexdigest()}-{form.suffix}"
    return conditional(service().snapshot.version, f"sparql-{tag}", form.media_type, render, vary="Accept")


def _whole(sizes: dict[str, int]) -> int:
    """Return the size of all graphs together, in which what two of them say counts once."""
    return next(iter(sizes.values())) if len(sizes) == 1 else _counted()


def _counted() -> int:
    answer = queries().answer(queries().read("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", Dataset()), JSON)
    with answer.file as file:
        return int(json.load(file)["results"]["bindings"][0]["n"]["value"])
