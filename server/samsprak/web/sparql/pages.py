"""The page where people ask queries: a field, examples, the answer as a table; it needs no script."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, Response, request

from samsprak.errors import DownloadNotReady
from samsprak.language.messages import explain
from samsprak.sparql.formats import offered
from samsprak.sparql.question import Dataset
from samsprak.sparql.refusals import Refusal
from samsprak.web.addresses import PAGES
from samsprak.web.context import service
from samsprak.web.failures import headers_of, status_of
from samsprak.web.interfaces.fairness import spend
from samsprak.web.presentation import Reader
from samsprak.web.rendering import Alike, page
from samsprak.web.sparql.asking import queries
from samsprak.web.sparql.examples import Example, examples
from samsprak.web.sparql.presentation import Download, Shown, page_format, shown
from samsprak.web.sparql.protocol import COST

blueprint = Blueprint("sparql_pages", __name__)
GRAPHS = ("default-graph-uri", "named-graph-uri")


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and what came of it: an answer, or what is wrong with it."""

    query: str
    graphs: tuple[tuple[str, str], ...]
    answer: Shown | None = None
    fault: Refusal | DownloadNotReady | None = None


@blueprint.get(f"/sv/{PAGES['sparql']['sv']}", defaults={"lang": "sv"})
@blueprint.get(f"/en/{PAGES['sparql']['en']}", defaults={"lang": "en"})
def show(lang: str) -> Response:
    """Show the field with the query, and the answer below it."""
    asked = _asked(lang)
    here = service()
    graphs = {name: tuple(request.args.getlist(name)) for name in GRAPHS}
    reply = page(
        "sparql.html",
        lang,
        Alike(lambda each: here.addresses.page("sparql", each, query=asked.query, **graphs), indexed=not asked.query),
        asked=asked,
        fault=explain(asked.fault, lang) if asked.fault else "",
        examples=_offered(lang),
        graphs=[(iri, Reader(each, here.addresses, lang).vocabulary_title) for iri, each in queries().graphs.items()],
        limits=queries().limits,
    )
    if asked.fault:
        reply.status_code = status_of(asked.fault)
        reply.headers.extend(headers_of(asked.fault))
        # The same address may have an answer the next time.
        reply.headers.pop("ETag", None)
    return reply


def _asked(lang: str) -> Asked:
    text = request.args.get("query", "").replace("\r\n", "\n")
    default, named = (tuple(request.args.getlist(name)) for name in GRAPHS)
    graphs = tuple((name, iri) for name, iris in zip(GRAPHS, (default, named), strict=True) for iri in iris)
    if not text.strip():
        return Asked("", graphs)
    spend(COST)
    try:
        question = queries().read(text, Dataset(default, named))
        answer = queries().answer(question, page_format(question))
    except (Refusal, DownloadNotReady) as error:
        return Asked(text, graphs, fault=error)
    base = f"{service().addresses.base}/sparql"
    downloads = tuple(
        Download(form, f"{base}?{urlencode((('query', text), *graphs, ('format', form.media_type)))}")
        for form in offered(question.form)
    )
    return Asked(text, graphs, shown(answer, question, lang, downloads))


def _offered(lang: str) -> list[Example]:
    """Return the examples of the first vocabulary that has concepts."""
    found = (examples(each, lang) for each in service().snapshot.vocabularies.values())
    return next((each for each in found if each), [])
