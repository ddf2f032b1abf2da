"""Addresses of the REST API that end in a slash, asked for without it: pages of other sites may follow them as well."""

from __future__ import annotations

from urllib.parse import quote

from flask import redirect, request
from werkzeug.wrappers import Response

from samsprak.web.context import service
from samsprak.web.interfaces.operations import Answer
from samsprak.web.rest.interface import interface

LOCATION = {"Location": "The address that this one leads to."}
ELSEWHERE = Answer(308, "Leads to the same address with a slash at its end.", headers=LOCATION)


@interface.offer("GET", "/<vocid>", ELSEWHERE)
def vocabulary_without_slash(vocid: str) -> Response:
    """Lead to a vocabulary."""
    return _with_slash(vocid)


@interface.offer("GET", "/<vocid>/index", ELSEWHERE)
def index_without_slash(vocid: str) -> Response:
    """Lead to the index of a vocabulary."""
    return _with_slash(vocid)


def _with_slash(vocid: str) -> Response:
    service().snapshot.vocabulary(vocid)
    query = request.query_string.decode("latin-1")
    return redirect(f"{request.script_root}{quote(request.path)}/{'?' if query else ''}{query}", 308)
