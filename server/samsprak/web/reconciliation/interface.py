"""The interface that all of reconciliation is offered by: for all vocabularies, and for each."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from flask import Flask, Response, current_app, request
from flask.blueprints import BlueprintSetupState

from samsprak.reconciliation.reconciler import Reconciler
from samsprak.web.context import origin, reader_language, service, service_of
from samsprak.web.interfaces.interface import Interface
from samsprak.web.interfaces.operations import JSON, Answer, Tag, View
from samsprak.web.interfaces.parameters import Callback, Lang, Parameters
from samsprak.web.replies import Reply, conditional

EXTENSION = "samsprak.reconciliation"
PREFIX = "/reconcile"
SCRIPT = "application/javascript"
TAG = Tag(
    "Reconciliation",
    "The Reconciliation Service API 0.2 (W3C Community Group): which concepts the names in a table stand for. Ids are"
    " IRIs; where an id is taken, one without its namespace will do.",
)

interface = Interface("reconciliation", __name__, TAG, prefix=PREFIX)


class Where(Parameters):
    """How an answer is wanted."""

    lang: Lang = ""
    callback: Callback = ""


def _keep(state: BlueprintSetupState) -> None:
    state.app.extensions[EXTENSION] = Reconciler(service_of(cast(Flask, state.app)).snapshot)


interface.record_once(_keep)


def reconciler() -> Reconciler:
    """Return what reconciles, for the app at hand."""
    return cast(Reconciler, current_app.extensions[EXTENSION])


def offer(method: str, rule: str, *answers: Answer, **stated: Any) -> Callable[[View], View]:
    """Offer a view, which takes the id of a vocabulary, below each of them; and for all, with an empty id."""

    def offered(view: View) -> View:
        @wraps(view)
        def of_one(vocid: str, **given: Any) -> Response:
            return cast(Response, view(service().snapshot.vocabulary(vocid).id, **given))

        @wraps(view)
        def of_all(**given: Any) -> Response:
            return cast(Response, view("", **given))

        of_one.__name__ = f"{view.__name__}_of_one"
        interface.offer(method, rule, *answers, **stated)(of_all)
        interface.offer(method, f"/<vocid>{rule}", *answers, **stated)(of_one)
        return view

    return offered


def address(vocabulary: str, path: str = "") -> str:
    """Return the whole address of what is offered for a vocabulary, or for all."""
    of_one = f"/{vocabulary}" if vocabulary else ""
    return f"{origin()}{service().addresses.base}{PREFIX}{of_one}{path}"


def language(given: str) -> str:
    """Return the language that a client names, else the one that it prefers."""
    return given or reader_language()


def json_of(kind: object) -> dict[str, object]:
    """Return the media types of a reply by the type of its JSON."""
    return {JSON: kind, SCRIPT: None}


def reply(give: Callable[[], object], query: Where) -> Response:
    """Return what `give` gives as JSON, or as a call of the function that the client names."""
    media_type = SCRIPT if query.callback else JSON

    def render() -> str:
        text = json.dumps(give(), ensure_ascii=False, separators=(",", ":"))
        return f"/**/{query.callback}({text});" if query.callback else text

    if request.method == "POST":
        return Reply(render(), content_type=f"{media_type}; charset=utf-8")
    # What the client names stands in the address; a tag is of one address.
    representation = f"reconciliation-{reader_language()}"
    return conditional(service().snapshot.version, representation, media_type, render, vary="Accept-Language")
