"""Whether the service lives and is ready, for whatever watches over it."""

from __future__ import annotations

from flask import Response, jsonify
from typing_extensions import TypedDict

from samsprak.web.context import service
from samsprak.web.interfaces.interface import Interface
from samsprak.web.interfaces.operations import JSON, TEXT, Answer
from samsprak.web.interfaces.routes import SERVICE

interface = Interface("health", __name__, SERVICE, announces=False)


class Ready(TypedDict):
    """What is loaded: the number of concepts in each vocabulary, and a version that changes with their content."""

    status: str
    version: str
    vocabularies: dict[str, int]


@interface.offer("GET", "/healthz", Answer(200, "The process answers.", {TEXT: str}), cost=0)
def alive() -> Response:
    """Answer that the process answers."""
    return _uncached(Response("ok\n", content_type="text/plain; charset=utf-8"))


@interface.offer("GET", "/readyz", Answer(200, "Everything is loaded.", {JSON: Ready}), cost=0)
def ready() -> Response:
    """Answer what is loaded; a worker that answers at all has loaded it."""
    snapshot = service().snapshot
    loaded = {name: len(each.concepts) for name, each in snapshot.vocabularies.items()}
    return _uncached(jsonify(Ready(status="ready", version=snapshot.version, vocabularies=loaded)))


def _uncached(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
