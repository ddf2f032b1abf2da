"""`POST /rest/v1/tags/check`: what has become of the concept URIs that a system has stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from typing import Annotated, Literal, cast

from flask import Response, current_app, jsonify
from flask.blueprints import BlueprintSetupState
from pydantic import Field
from typing_extensions import TypedDict

from samsprak.errors import N_, UnreadableInput, UsageError
from samsprak.language.messages import explain_problem
from samsprak.tagging import checking
from samsprak.tagging.csv_form import form_of
from samsprak.tagging.naming import term
from samsprak.tagging.registers import Register
from samsprak.tagging.triage import Triage
from samsprak.tagging.verdicts import Verdict
from samsprak.tagging.wording import in_words
from samsprak.web.context import reader_language, service
from samsprak.web.failures import MissingParameter, UnusableRequest
from samsprak.web.interfaces.fairness import spend
from samsprak.web.interfaces.headings import OWN
from samsprak.web.interfaces.interface import Interface
from samsprak.web.interfaces.operations import JSON, Answer, Body
from samsprak.web.interfaces.parameters import MAX_IRI, OptionalText, Parameters
from samsprak.web.keeping import Kept

EXTENSION = "samsprak.triage"
CSV = "text/csv"
# A URI that is misspelt is compared with every other, which takes 20 ms at 50,000 concepts.
MOST = 1000
# So many URIs count as one request.
A_REQUEST = 10
REGISTER = "body.csv"
# What has been put in the reader's language already.
AS_IT_IS = "{words}"
NEEDS_PERSON = "Needs-Person"

interface = Interface("tags", __name__, OWN, prefix="/rest/v1")
Language = Annotated[Literal["sv", "en", ""], Field(description="Language of labels and remarks.")]


class Where(Parameters):
    """Which column of a table holds the URIs, and the language of the remarks."""

    column: Annotated[OptionalText, Field(description="Name of the column that holds the URIs, for CSV.")] = ""
    lang: Language = ""


class Given(Parameters):
    """Stored URIs."""

    uris: Annotated[
        list[Annotated[str, Field(max_length=MAX_IRI)]],
        Field(min_length=1, max_length=MOST, description="The URIs, as they are stored."),
    ]
    lang: Language = ""


class Checked(TypedDict):
    """What has become of one URI.

    `concepts` are the IRIs to use now: one, several to choose among where it was split, or none; `label` is today's
    term of the only one. `meant` is what it is, or is nearest to, and `differs` how it differs from that. `ways` lead
    from a concept out of use to its successors, step by step. `needsPerson` is false where a program may write
    `concepts` in its place.
    """

    uri: str
    status: Literal["current", "retired", "withdrawn", "unknown", "empty"]
    concepts: list[str]
    label: str
    remark: str
    meant: list[str]
    differs: list[str]
    ways: list[list[str]]
    needsPerson: bool


class Answered(TypedDict):
    """The URIs in their order, and how many there are of each status."""

    lang: str
    counts: dict[str, int]
    needsPerson: int
    results: list[Checked]


@interface.record_once
def set_up(state: BlueprintSetupState) -> None:
    """Add what a worker keeps to an app: a triage for each language."""
    state.app.extensions[EXTENSION] = Kept[tuple[str, str], Triage](2)


@interface.offer(
    "POST",
    "/tags/check",
    Answer(
        200,
        "JSON: each URI with what has become of it. CSV: the table as it was, with three columns more.",
        {JSON: Answered, CSV: None},
        {NEEDS_PERSON: "Of CSV: how many rows a person has to decide on."},
    ),
    bodies=(Body(JSON, Given), Body(CSV, description="A table in UTF-8 whose first row names the columns.")),
    description=f"At most {MOST} URIs or rows at once; the command `samsprak tags check` has no limit."
    f" Each {A_REQUEST} count as a request.",
)
def check(query: Where, body: Given | str) -> Response:
    """Tell what has become of stored concept URIs, and what to use now."""
    if isinstance(body, str):
        return _table(body, query)
    lang = body.lang or query.lang or reader_language()
    spend(len(body.uris) // A_REQUEST)
    verdicts = [_triage(lang).check(uri) for uri in body.uris]
    counts = Counter(each.standing.value for each in verdicts)
    needing = sum(each.needs_person for each in verdicts)
    results = [_told(each, lang) for each in verdicts]
    return jsonify(Answered(lang=lang, counts=dict(counts), needsPerson=needing, results=results))


def _table(text: str, asked: Where) -> Response:
    if not asked.column:
        raise MissingParameter("column")
    if text.count("\n") > MOST:
        raise UnusableRequest(N_("At most {most} rows at once. Send the table in parts."), most=MOST)
    spend(text.count("\n") // A_REQUEST)
    lang = asked.lang or reader_language()
    try:
        out, summary = _checked(text, asked.column, lang)
    except UnreadableInput as error:
        raise UnusableRequest(AS_IT_IS, words=explain_problem(error.problems[0], reader_language())) from None
    except UsageError as error:
        raise UnusableRequest(error.template, **error.values) from None
    reply = Response(out, content_type=f"{CSV}; charset=utf-8; header=present")
    reply.headers[NEEDS_PERSON] = str(summary.needs_person)
    return reply


def _checked(text: str, column: str, lang: str) -> tuple[bytes, checking.Summary]:
    read, out = BytesIO(text.encode()), BytesIO()
    register = Register(REGISTER, read, form_of(read, REGISTER, [column]))
    here = service().snapshot
    summary = checking.check(register, column, out, snapshot=here, lang=lang, progress=lambda *_: None)
    return out.getvalue(), summary


def _told(verdict: Verdict, lang: str) -> Checked:
    return Checked(
        uri=verdict.given,
        status=verdict.standing.value,
        concepts=list(verdict.now),
        label=_label(verdict.now, lang),
        remark=in_words(verdict, service().snapshot, lang),
        meant=list(verdict.meant),
        differs=[slip.value for slip in verdict.slips],
        ways=[list(way) for way in verdict.ways],
        needsPerson=verdict.needs_person,
    )


def _label(now: Sequence[str], lang: str) -> str:
    """Return the term of the only concept to use, where it is loaded."""
    if len(now) != 1 or not any(each.holds(now[0]) for each in service().snapshot.vocabularies.values()):
        return ""
    return term(*service().snapshot.find(now[0]), lang)


def _triage(lang: str) -> Triage:
    kept = cast(Kept[tuple[str, str], Triage], current_app.extensions[EXTENSION])
    return kept.get((service().snapshot.version, lang), lambda: Triage(service().snapshot, lang))
