"""The guided path as pages: one question a page, and all that was answered in the address."""

from __future__ import annotations

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from samsprak.vocabulary.guide import outcome
from samsprak.web.addresses import PAGES
from samsprak.web.context import service
from samsprak.web.pages.guide.presentation import Guided
from samsprak.web.presentation import Reader
from samsprak.web.rendering import Alike, page

blueprint = Blueprint("guide", __name__)


@blueprint.get(f"/sv/<vocabulary_id>/{PAGES['guide']['sv']}", defaults={"lang": "sv"})
@blueprint.get(f"/en/<vocabulary_id>/{PAGES['guide']['en']}", defaults={"lang": "en"})
def guided_path(lang: str, vocabulary_id: str) -> Response:
    """Show the next question, or where the answers lead.

    The form says what it `asked`: where that was answered, the reader is led to the address without it, which can be
    kept; where it was not, the page says that an answer is wanted.
    """
    vocabulary = service().snapshot.vocabulary(vocabulary_id)
    found = outcome(vocabulary.guide, request.args.getlist("answer"))
    guided = Guided(Reader(vocabulary, service().addresses, lang), vocabulary.guide, found)
    asked = request.args.get("asked", "")
    missed = found.next is not None and found.next.id == asked
    if asked and not missed:
        return redirect(guided.address(guided.given), 303)
    alike = Alike(lambda each: guided.address(guided.given, each), indexed=not guided.given)
    return page(
        "guide.html",
        lang,
        alike,
        vocabulary=vocabulary,
        reader=guided.reader,
        guided=guided,
        missed=missed,
        permalink=request.host_url.rstrip("/") + guided.address(guided.on_the_path),
    )
