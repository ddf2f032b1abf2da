"""What the addresses of linked data take and give, as the description of the interfaces states it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, JsonValue

from samsprak.vocabulary.formats import FORMATS, OF_WHOLE
from samsprak.web.interfaces.operations import Answer, Tag
from samsprak.web.interfaces.parameters import Iri, Parameters
from samsprak.web.interfaces.problem import ERROR
from samsprak.web.negotiation import HTML
from samsprak.web.past import MAX_WHEN

TAG = Tag("Linked data", "Every concept, collection, scheme and source has an address of its own.")
LOCATION = {"Location": "The address that this one leads to."}
LEADS = (
    Answer(303, "Leads to the page or the data, as `Accept` asks; `Link` names all there is.", headers=LOCATION),
    Answer(406, "It is there in no format that `Accept` takes; `Link` names those there are.", ERROR),
)
ELSEWHERE = (
    Answer(308, "Leads to the same address with or without its last slash.", headers=LOCATION),
    Answer(200, "A page: `sv` and `en` are no vocabularies, but the languages of pages.", {HTML.media_type: None}),
)
GONE = Answer(410, "The concept has been withdrawn; the answer says what came in its place.", ERROR)
UNKNOWN = Answer(404, "Nothing here has that IRI.", ERROR)
# `static` is no vocabulary either, but the files of pages have addresses of the same form.
OF_PAGES = ("image/svg+xml", "text/css", "text/javascript")
DATA = Answer(
    200,
    "The data, with labels of what it names; below `static`, a file of the pages.",
    dict.fromkeys([*(each.media_type for each in FORMATS), *OF_PAGES]),
)
FILE = Answer(200, "All of the vocabulary.", {each.media_type: None for each in OF_WHOLE})
PART = Answer(206, "The part that `Range` asks for.", FILE.content, {"Content-Range": "Which part it is."})
UNSATISFIABLE = Answer(416, "The file ends before `Range` begins.", ERROR, {"Content-Range": "How long it is."})
# What a format may be called; anything else is answered with 406 and what there is, as an `Accept` that fits nothing.
NAMES: list[JsonValue] = [each for form in OF_WHOLE for each in (form.suffix, form.media_type)]
UNREADY = Answer(
    503,
    "The service has just started and prepares its files.",
    ERROR,
    {"Retry-After": "Seconds to wait."},
)


class Wanted(Parameters):
    """As what a vocabulary is wanted."""

    format: Annotated[
        str,
        Field(
            description="Format of the data, by its suffix or its media type; or `html`. It goes before `Accept`.",
            json_schema_extra={"enum": [*NAMES, "html"]},
        ),
    ] = ""


class When(Parameters):
    """When it stood as it is wanted."""

    at: Annotated[
        str,
        Field(
            max_length=MAX_WHEN,
            description="A released version, or a day: the data is as it stood then. Empty: as it stands now.",
            examples=[""],
        ),
    ] = ""


class Sought(Parameters):
    """What is sought."""

    uri: Iri
