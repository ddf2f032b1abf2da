"""`POST /rest/v1/annotate`: the concepts that a running text names, and what to write instead of other words."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, request
from werkzeug.exceptions import MethodNotAllowed

from samsprak.search.advice import advice, as_json
from samsprak.search.annotation import Annotation
from samsprak.web.context import reader_language, service
from samsprak.web.failures import MissingParameter
from samsprak.web.names import name_of
from samsprak.web.replies import open_to_all

blueprint = Blueprint("rest_annotate", __name__, url_prefix="/rest/v1")


@blueprint.get("/annotate")
def refuse_reading() -> Response:
    """Refuse GET, which would otherwise be taken for a resource of a vocabulary called `rest`."""
    raise MethodNotAllowed(valid_methods=["POST", "OPTIONS"])


@blueprint.post("/annotate")
def annotate() -> Response:
    """Annotate the text of the body: plain text, or JSON with `text`, `lang` and `vocab`; the same in the address."""
    given = request.get_json() if request.is_json else {}
    values = {**request.args.to_dict(), **(given if isinstance(given, dict) else {})}
    text = values.get("text") if request.is_json else request.get_data(as_text=True)
    if not isinstance(text, str) or not text:
        raise MissingParameter("text")
    lang, vocabulary = str(values.get("lang") or reader_language()), str(values.get("vocab") or "")
    if vocabulary:
        service().snapshot.vocabulary(vocabulary)
    found = service().snapshot.index.annotator.annotate(text, lang, vocabulary)
    return open_to_all(jsonify({"lang": lang, "annotations": [_told(each, text, lang) for each in found]}))


def _told(each: Annotation, text: str, lang: str) -> dict[str, object]:
    vocabulary = service().snapshot.vocabulary(each.row.vocabulary)
    term = name_of(vocabulary, each.row.concept, lang).text
    return as_json(each, text[each.start : each.end], term, advice(each, vocabulary, lang))
