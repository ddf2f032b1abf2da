"""What data is written by: the context of JSON-LD replies, and the shapes, at addresses of their own."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from flask import Response, current_app, request
from flask.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response as BaseResponse

from samsprak.errors import UnknownResource
from samsprak.settings import project_folder
from samsprak.vocabulary.context import CONTEXT_TEXT
from samsprak.vocabulary.formats import JSON_LD, TURTLE
from samsprak.web.catalogue.catalogues import TAG
from samsprak.web.context import service
from samsprak.web.data.offers import LOCATION
from samsprak.web.failures import NotAcceptable
from samsprak.web.interfaces.interface import Interface
from samsprak.web.interfaces.operations import Answer
from samsprak.web.interfaces.problem import ERROR
from samsprak.web.keeping import Kept
from samsprak.web.negotiation import HTML, choose
from samsprak.web.replies import Alternate, conditional, open_to_all

EXTENSION = "samsprak.shapes"
SHAPE = re.compile(r"^samsprak:([\w-]+) a sh:NodeShape", re.MULTILINE)
UNACCEPTABLE = Answer(406, "Shapes are there as Turtle.", ERROR)
ShapesKept = Kept[str, Mapping[str, str]]

interface = Interface("contracts", __name__, TAG)


@interface.record_once
def set_up(state: BlueprintSetupState) -> None:
    """Add what is kept to an app."""
    state.app.extensions[EXTENSION] = ShapesKept(1)


@interface.offer("GET", "/context.jsonld", Answer(200, "The context.", {JSON_LD.media_type: None}))
def context() -> Response:
    """Give the context that JSON-LD replies carry: what each of their short names stands for."""
    text = f'{{"@context": {CONTEXT_TEXT}}}\n'
    return conditional(_digest(text), "context", JSON_LD.media_type, lambda: text)


@interface.offer("GET", "/shapes", Answer(200, "All shapes.", {TURTLE.media_type: None}), UNACCEPTABLE)
def shapes() -> Response:
    """Give all shapes that the project's own vocabulary is checked by (SHACL)."""
    return _turtle("\n".join(_shapes().values()))


@interface.offer(
    "GET",
    "/shapes/<shape>",
    Answer(200, "The shapes of a file.", {TURTLE.media_type: None}),
    Answer(303, "Leads from a rule to the file that it stands in.", headers=LOCATION),
    UNACCEPTABLE,
)
def shape(shape: str) -> BaseResponse:
    """Give the shapes of one file, or lead to the file that a rule stands in."""
    files, name = _shapes(), shape.removesuffix(f".{TURTLE.suffix}")
    if name in files:
        return _turtle(files[name])
    for file, text in files.items():
        if name in SHAPE.findall(text):
            return open_to_all(_see(f"{service().addresses.base}/shapes/{file}.{TURTLE.suffix}"))
    raise UnknownResource(shape)


def _see(address: str) -> Response:
    reply = Response(status=303)
    reply.headers["Location"] = address
    return reply


def _turtle(text: str) -> Response:
    if choose(request.headers.get("Accept", ""), (TURTLE, HTML)) is None:
        raise NotAcceptable((Alternate(f"{service().addresses.base}{request.path}", TURTLE),))
    return conditional(_digest(text), "shapes", TURTLE.media_type, lambda: text, vary="Accept")


def _shapes() -> Mapping[str, str]:
    """Return the files of shapes by name; they are part of the package and do not change while it runs."""
    kept = cast(ShapesKept, current_app.extensions[EXTENSION])
    return kept.get("", lambda: {path.stem: _read(path) for path in sorted(project_folder("shapes").glob("*.ttl"))})


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
