"""`/openapi.json` and `/api`: what the interfaces take and give, for programs and for people."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any, cast

from flask import Flask, Response, current_app
from flask.blueprints import BlueprintSetupState

from samsprak.web.context import reader_language, service
from samsprak.web.interfaces.description import describe
from samsprak.web.interfaces.examples import examples
from samsprak.web.interfaces.interface import Interface, operations
from samsprak.web.interfaces.operations import JSON, Answer, Tag
from samsprak.web.keeping import Kept
from samsprak.web.replies import conditional

EXTENSION = "samsprak.description"
ABOUT = """\
Vocabularies as data, for programs. Everything is read only, public and open to pages of other sites (CORS); nothing \
needs a key and nothing sets a cookie.

Parameters that an operation does not name are ignored. Errors are Problem Details (RFC 9457), in Swedish or English \
by `Accept-Language`; browsers get a page. Answers have an `ETag`, and 304 where `If-None-Match` names it.

Limits: a body of 1 MB; the sizes of pages and batches that the parameters state; and requests a second for each \
client, above which 429 says in `Retry-After` how many seconds to wait."""
SERVICE = Tag("Service", "The interfaces themselves, and whether the service lives.")

interface = Interface("interfaces", __name__, SERVICE)


@dataclass(frozen=True, slots=True)
class Description:
    """The description of the interfaces as an object and as text, and a digest of it."""

    content: dict[str, Any]
    text: str
    digest: str


def _keep(state: BlueprintSetupState) -> None:
    state.app.extensions[EXTENSION] = Kept[str, Description](1)


interface.record_once(_keep)


@interface.offer("GET", "/openapi.json", Answer(200, "The description, OpenAPI 3.1.", {JSON: dict[str, Any]}), cost=0)
def openapi() -> Response:
    """Describe the interfaces for programs."""
    found = description()
    return conditional(found.digest, "openapi", JSON, lambda: found.text)


@interface.offer("GET", "/api", Answer(303, "Leads to the page in the reader's language."), cost=0)
def readable() -> Response:
    """Describe the interfaces for people."""
    response = Response(status=303)
    response.headers["Location"] = service().addresses.page("interfaces", reader_language())
    response.headers["Vary"] = "Accept-Language"
    return response


def description() -> Description:
    """Return the description of the app at hand; made once for what is loaded."""
    kept = cast(Kept[str, Description], current_app.extensions[EXTENSION])
    return kept.get(service().snapshot.version, lambda: _made(current_app))


def _made(app: Flask) -> Description:
    content = describe(operations(app), service().addresses.base, ABOUT, examples(service().snapshot))
    text = json.dumps(content, ensure_ascii=False, indent=1)
    return Description(content, text, hashlib.blake2b(text.encode(), digest_size=8).hexdigest())
