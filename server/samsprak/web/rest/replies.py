"""JSON replies: a JSON-LD context in each, a callback where one is asked for, and an entity tag."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from flask import Response, request

from samsprak.vocabulary.formats import Format
from samsprak.web.context import origin, service
from samsprak.web.negotiation import choose
from samsprak.web.replies import conditional

JSON = Format("json", "JSON", "json", "application/json")
JSON_LD = Format("jsonld", "JSON-LD", "jsonld", "application/ld+json")
SCRIPT = "application/javascript"
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
ONKI = "http://schema.onki.fi/onki#"
# A text in no language, whatever the others are in.
NOTATION = {"@id": "skos:notation", "@language": None}
# What every context begins with.
CONTEXT: Mapping[str, object] = {"skos": "http://www.w3.org/2004/02/skos/core#", "uri": "@id", "type": "@type"}

Keys = Mapping[str, object]


def context(lang: str = "", **terms: object) -> Keys:
    """Return a context with further terms; a plain text in the reply is in `lang`."""
    return {**CONTEXT, **terms, "@language": lang} if lang else {**CONTEXT, **terms}


def base(path: str = "") -> str:
    """Return the address below which the empty IRI and ids stand in a reply."""
    return f"{origin()}{service().addresses.base}/rest/v1/{path}"


def reply(context: Keys, give: Callable[[], Keys], callback: str = "") -> Response:
    """Return what `give` gives with its context; nothing is worked out where the client has it already.

    Terms that it gives a context for go before those of the whole.
    """
    form = choose(request.headers.get("Accept", ""), (JSON, JSON_LD)) or JSON
    media_type = SCRIPT if callback else form.media_type

    def render() -> str:
        told = dict(give())
        own = told.pop("@context", {})
        told = {"@context": {**context, **own} if isinstance(own, dict) else context, **told}
        return called(ENCODER.encode(told), callback)

    version = service().snapshot.version
    return conditional(version, f"rest-{media_type}", media_type, render, vary="Accept")


def called(text: str, callback: str) -> str:
    """Return JSON, or where a callback is named the script that calls it."""
    if not callback:
        return text
    # Line ends of JSON that older scripts take for their own.
    return f"/**/{callback}({text.replace(chr(0x2028), chr(92) + 'u2028').replace(chr(0x2029), chr(92) + 'u2029')});"


def json_of(kind: object) -> dict[str, object]:
    """Return the media types of a reply by the type of its JSON, as an `Answer` states them."""
    return {JSON.media_type: kind, JSON_LD.media_type: kind, SCRIPT: None}
