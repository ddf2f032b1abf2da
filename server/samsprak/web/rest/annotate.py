"""`POST /rest/v1/annotate`: the concepts that a running text names, and what to write instead of other words."""

from __future__ import annotations

from typing import Annotated

from flask import Response, jsonify
from pydantic import Field
from typing_extensions import TypedDict

from samsprak.search.advice import advice, as_json
from samsprak.search.annotation import Annotation
from samsprak.web.context import reader_language, service
from samsprak.web.interfaces.fairness import spend
from samsprak.web.interfaces.headings import OWN
from samsprak.web.interfaces.interface import Interface
from samsprak.web.interfaces.operations import JSON, TEXT, Answer, Body
from samsprak.web.interfaces.parameters import Lang, OptionalText, Parameters
from samsprak.web.interfaces.problem import ERROR
from samsprak.web.names import name_of

interface = Interface("rest_annotate", __name__, OWN, prefix="/rest/v1")
# So many characters count as one request.
CHARACTERS = 10_000
OneVocabulary = Annotated[OptionalText, Field(description="Id of a vocabulary. Empty: all.")]


class Where(Parameters):
    """What is annotated with."""

    lang: Lang = ""
    vocab: OneVocabulary = ""


class Given(Where):
    """A text to annotate."""

    text: Annotated[str, Field(min_length=1, description="The text.")]


class Annotations(TypedDict):
    """The mentions of concepts in a text, in its order."""

    lang: str
    annotations: list[dict[str, object]]


@interface.offer(
    "POST",
    "/annotate",
    Answer(200, "Where the text names a concept, and what to write instead of other words.", {JSON: Annotations}),
    Answer(404, "There is no such vocabulary.", ERROR),
    bodies=(Body(TEXT), Body(JSON, Given)),
    description="`lang` and `vocab` may stand in the address or in the JSON, which comes first."
    " Each 10,000 characters count as a request.",
)
def annotate(query: Where, body: Given | str) -> Response:
    """Find the concepts that a running text names."""
    text, given = (body, query) if isinstance(body, str) else (body.text, body)
    spend(len(text) // CHARACTERS)
    lang, vocabulary = given.lang or query.lang or reader_language(), given.vocab or query.vocab
    if vocabulary:
        service().snapshot.vocabulary(vocabulary)
    found = service().snapshot.index.annotator.annotate(text, lang, vocabulary)
    return jsonify({"lang": lang, "annotations": [_told(each, text, lang) for each in found]})


def _told(each: Annotation, text: str, lang: str) -> dict[str, object]:
    vocabulary = service().snapshot.vocabulary(each.row.vocabulary)
    term = name_of(vocabulary, each.row.concept, lang).text
    return as_json(each, text[each.start : each.end], term, advice(each, vocabulary, lang))
