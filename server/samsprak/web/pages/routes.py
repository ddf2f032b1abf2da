"""The pages that people read, in Swedish and English by path: which address shows what."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from samsprak.vocabulary.formats import OF_WHOLE
from samsprak.web.addresses import LANGUAGE, page_name
from samsprak.web.context import reader_language, service
from samsprak.web.failures import BadParameter
from samsprak.web.interfaces.announcement import announce
from samsprak.web.pages.about import about, accessibility
from samsprak.web.pages.front import entrance, entrances
from samsprak.web.pages.interfaces import interfaces
from samsprak.web.pages.lists import pages as lists
from samsprak.web.pages.records.pages import record
from samsprak.web.pages.search import results
from samsprak.web.pages.versions.pages import standing
from samsprak.web.past import MAX_WHEN
from samsprak.web.presentation import Reader
from samsprak.web.rendering import Alike, kept_page
from samsprak.web.replies import alternates

blueprint = Blueprint("pages", __name__)

# By the names of `addresses.PAGES`: what shows a page about the whole service, and one about a vocabulary.
OF_THE_SERVICE = {
    "search": results,
    "about": about,
    "accessibility": accessibility,
    "interfaces": interfaces,
}
OF_A_VOCABULARY = {"alphabet": lists.alphabet, "hierarchy": lists.hierarchy, "facets": lists.facets}


@blueprint.before_request
def refuse_too_long() -> None:
    """Refuse a time that is none, on every page, as the description of the interfaces says."""
    when = request.args.get("at", "")
    if len(when) > MAX_WHEN:
        raise BadParameter("at", when[:MAX_WHEN])


@blueprint.get("/")
def start() -> BaseResponse:
    """Lead to the front page in the reader's language."""
    response = redirect(service().addresses.home(reader_language()), 302)
    response.headers["Vary"] = "Accept-Language"
    return response


@blueprint.get(f"/<{LANGUAGE}:lang>/")
def home(lang: str) -> Response:
    """Show the search field and what there is to look in."""
    here = service()
    return announce(
        kept_page(
            "home.html",
            lang,
            Alike(here.addresses.home),
            entrances=lambda: entrances(here.snapshot, here.addresses, lang),
        )
    )


@blueprint.get(f"/<{LANGUAGE}:lang>/<name>")
def named(lang: str, name: str) -> BaseResponse:
    """Show a page about the whole service, by its name in the language; a vocabulary's is led to its front page."""
    show = OF_THE_SERVICE.get(page_name(name, lang) or "")
    if show:
        return show(lang)
    vocabulary = service().snapshot.vocabulary(name)
    return redirect(service().addresses.vocabulary_home(vocabulary.id, lang), 308)


@blueprint.get(f"/<{LANGUAGE}:lang>/<vocabulary_id>/")
def vocabulary_home(lang: str, vocabulary_id: str) -> Response:
    """Show what a vocabulary is, its facets and its downloads."""
    addresses, vocabulary = service().addresses, service().snapshot.vocabulary(vocabulary_id)
    reader = Reader(vocabulary, addresses, lang)
    alike = Alike(
        lambda each: addresses.vocabulary_home(vocabulary.id, each),
        data=alternates(lambda form: addresses.whole(vocabulary.id, form), OF_WHOLE),
    )
    return kept_page(
        "vocabulary.html",
        lang,
        alike,
        vocabulary=vocabulary,
        reader=reader,
        entrance=lambda: entrance(service().snapshot, reader),
    )


@blueprint.get(f"/<{LANGUAGE}:lang>/<vocabulary_id>/<path:rest>")
def below_vocabulary(lang: str, vocabulary_id: str, rest: str) -> BaseResponse:
    """Show a list of a vocabulary, or the page of one record."""
    vocabulary = service().snapshot.vocabulary(vocabulary_id)
    show = OF_A_VOCABULARY.get(page_name(rest, lang) or "")
    when = request.args.get("at", "").strip()
    if when and not show:
        return standing(lang, vocabulary, rest, when)
    return show(lang, vocabulary) if show else record(lang, vocabulary, rest)
