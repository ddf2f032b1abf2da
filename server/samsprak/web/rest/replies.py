"""JSON replies: a JSON-LD context in each, a callback where one is asked for, and an entity tag."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

from flask import Response, request

from samsprak.vocabulary.formats import Format
from samsprak.web.context import service
from samsprak.web.failures import BadParameter
from samsprak.web.negotiation import choose
from samsprak.web.replies import conditional, open_to_all

JSON = Format("json", "JSON", "json", "application/json")
JSON_LD = Format("jsonld", "JSON-LD", "jsonld", "application/ld+json")
SCRIPT = "application/javascript"
# A function's name, as clients without CORS give it (JSONP).
CALLBACK = re.compile(r"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*")
MAX_CALLBACK = 100

Keys = Mapping[str, object]


def reply(context: Keys, give: Callable[[], Keys]) -> Response:
    """Return what `give` gives with its context; nothing is worked out where the client has it already."""
    callback = request.args.get("callback", "")
    if callback and (len(callback) > MAX_CALLBACK or not CALLBACK.fullmatch(callback)):
        raise BadParameter("callback", callback)
    form = choose(request.headers.get("Accept", ""), (JSON, JSON_LD)) or JSON
    media_type = SCRIPT if callback else form.media_type

    def render() -> str:
        text = json.dumps({"@context": context, **give()}, ensure_ascii=False, separators=(",", ":"))
        return f"/**/{callback}({text});" if callback else text

    version = service().snapshot.version
    return open_to_all(conditional(version, f"rest-{media_type}", media_type, render, vary="Accept"))
