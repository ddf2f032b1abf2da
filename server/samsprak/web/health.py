"""Whether the service lives and is ready, for whatever watches over it."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from samsprak.web.context import service

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def alive() -> Response:
    """Answer that the process answers."""
    return _uncached(Response("ok\n", content_type="text/plain; charset=utf-8"))


@blueprint.get("/readyz")
def ready() -> Response:
    """Answer what is loaded; a worker that answers at all has loaded it."""
    snapshot = service().snapshot
    return _uncached(
        jsonify(
            status="ready",
            version=snapshot.version,
            vocabularies={name: len(each.concepts) for name, each in snapshot.vocabularies.items()},
        )
    )


def _uncached(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
