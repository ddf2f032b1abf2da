"""Errors over HTTP: the status is given here, once, by type; a page for people, RFC 9457 JSON for programs."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from http import HTTPStatus

from flask import Flask, Response, render_template, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from samsprak.errors import N_, AnsweredTwice, DownloadNotReady, NotFound, SamsprakError
from samsprak.language.messages import explain, say
from samsprak.sparql.refusals import Busy, Refusal, TooExpensive
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept
from samsprak.web.context import reader_language, service
from samsprak.web.names import name_of
from samsprak.web.negotiation import HTML, PROBLEM, choose
from samsprak.web.presentation import Reader
from samsprak.web.rendering import frame
from samsprak.web.replies import NEGOTIATED, Alternate, open_to_all

log = logging.getLogger(__name__)

TITLES = {
    400: N_("The request cannot be understood"),
    404: N_("Not found"),
    405: N_("That cannot be done here"),
    406: N_("Not available in that format"),
    410: N_("Withdrawn"),
    413: N_("Too much at once"),
    415: N_("Not readable in that format"),
    429: N_("Too many requests"),
    416: N_("Beyond the end of the file"),
    500: N_("Something went wrong"),
    503: N_("Not possible right now"),
}
DETAILS = {
    400: N_("Something is missing or misspelt in the address."),
    404: N_("There is nothing at this address. It may be misspelt."),
    405: N_("This address takes {methods}, nothing else."),
    413: N_("The body may be 1 MB at most. Send it in parts."),
    416: N_("The file ends before the part that is asked for begins."),
    500: N_("The fault is ours and has been logged. Please try again in a while."),
}

# Seconds; a download of 10,000 concepts is written in about as many.
RETRY_AFTER = 5
# A longer name is no term.
MAX_GUESS = 60


class NotAcceptable(SamsprakError):
    """No representation that is offered is acceptable to the client."""

    def __init__(self, offers: tuple[Alternate, ...]) -> None:
        super().__init__(N_("Available here: {types}."), types=", ".join(offer.form.media_type for offer in offers))
        self.offers = offers


class UnusableRequest(SamsprakError):
    """What a request says cannot be followed."""


class MissingParameter(UnusableRequest):
    """A query parameter that the address needs is not given."""

    def __init__(self, name: str) -> None:
        super().__init__(N_("Say what is wanted with ?{name}=…"), name=name)


class BadParameter(UnusableRequest):
    """A parameter has a value that the address does not know."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__(N_("?{name}= cannot be “{value}”."), name=name, value=value[:100])


class UnsupportedBody(SamsprakError):
    """The body is of a media type that the address does not take."""

    def __init__(self, media_types: Iterable[str]) -> None:
        super().__init__(N_("The Content-Type of the body must be {types}."), types=", ".join(media_types))


class TooMuch(SamsprakError):
    """A request holds more than is answered at once."""


class TooManyRequests(SamsprakError):
    """A client asks for more than its share."""

    def __init__(self, seconds: int) -> None:
        super().__init__(N_("Too many requests from your address. Try again in {seconds} s."), seconds=seconds)
        self.seconds = seconds


class Withdrawn(SamsprakError):
    """The concept was withdrawn: its address answers with a tombstone."""

    def __init__(self, vocabulary: Vocabulary, concept: Concept) -> None:
        super().__init__(
            N_("The concept “{term}” has been withdrawn and is no longer in use."),
            term=name_of(vocabulary, concept, "sv").text,
        )
        self.vocabulary = vocabulary
        self.concept = concept


def register(app: Flask) -> None:
    """Attach the handlers to an app."""
    app.register_error_handler(NotFound, _not_found)
    app.register_error_handler(NotAcceptable, _not_acceptable)
    app.register_error_handler(UnusableRequest, _unusable)
    app.register_error_handler(AnsweredTwice, _unusable)
    app.register_error_handler(UnsupportedBody, _unsupported)
    app.register_error_handler(TooMuch, _too_much)
    app.register_error_handler(TooManyRequests, _too_many)
    app.register_error_handler(Withdrawn, _withdrawn)
    for kind in (DownloadNotReady, Refusal):
        app.register_error_handler(kind, _unanswered)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unforeseen)


def _not_found(error: NotFound) -> Response:
    return _answer(HTTPStatus.NOT_FOUND, explain(error, reader_language()))


def _not_acceptable(error: NotAcceptable) -> Response:
    response = _answer(HTTPStatus.NOT_ACCEPTABLE, explain(error, reader_language()))
    for offer in error.offers:
        response.headers.add("Link", f'<{offer.address}>; rel="alternate"; type="{offer.form.media_type}"')
    return response


def _unusable(error: UnusableRequest | AnsweredTwice) -> Response:
    return _answer(HTTPStatus.BAD_REQUEST, explain(error, reader_language()))


def _unsupported(error: UnsupportedBody) -> Response:
    return _answer(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, explain(error, reader_language()))


def _too_much(error: TooMuch) -> Response:
    return _answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, explain(error, reader_language()))


def _too_many(error: TooManyRequests) -> Response:
    response = _answer(HTTPStatus.TOO_MANY_REQUESTS, explain(error, reader_language()))
    response.headers["Retry-After"] = str(error.seconds)
    return response


def _withdrawn(error: Withdrawn) -> Response:
    return _answer(HTTPStatus.GONE, explain(error, reader_language()), error)


def _unanswered(error: DownloadNotReady | Refusal) -> Response:
    response = _answer(status_of(error), explain(error, reader_language()))
    response.headers.extend(headers_of(error))
    return response


def status_of(error: DownloadNotReady | Refusal) -> HTTPStatus:
    """Return the status of what is not answered now, or not so."""
    if isinstance(error, DownloadNotReady | TooExpensive | Busy):
        return HTTPStatus.SERVICE_UNAVAILABLE
    return HTTPStatus.BAD_REQUEST


def headers_of(error: DownloadNotReady | Refusal) -> dict[str, str]:
    """Return when to ask again, where that helps."""
    if isinstance(error, DownloadNotReady | Busy):
        return {"Retry-After": str(error.after if isinstance(error, Busy) else RETRY_AFTER)}
    return {}


def _http(error: HTTPException) -> Response:
    if error.response is not None or error.code is None or error.code < HTTPStatus.BAD_REQUEST:
        given = error.get_response()
        return Response(given.get_data(), given.status_code, headers=given.headers)
    methods = ", ".join(error.valid_methods or ()) if isinstance(error, MethodNotAllowed) else ""
    response = _answer(error.code, say(DETAILS.get(error.code, ""), reader_language(), methods=methods))
    for name, value in error.get_headers():
        if name.lower() not in {"content-type", "content-length"}:
            response.headers[name] = value
    return response


def _unforeseen(error: Exception) -> Response:
    log.error("unforeseen at %s", request.path, exc_info=error)
    return _answer(HTTPStatus.INTERNAL_SERVER_ERROR, say(DETAILS[500], reader_language()))


def _answer(status: int, detail: str, withdrawn: Withdrawn | None = None) -> Response:
    """Return an error in the form and language that the client reads."""
    lang = reader_language()
    title = say(TITLES.get(status, HTTPStatus(status).phrase), lang)
    if withdrawn:
        reader = Reader(withdrawn.vocabulary, service().addresses, lang)
        replacements = reader.links(withdrawn.concept.replaced_by)
    else:
        replacements = []
    # Browsers name text/html; a client that takes anything is a program.
    if choose(request.headers.get("Accept", ""), (PROBLEM, HTML)) is HTML:
        body = render_template(
            f"{lang}/failure.html",
            **frame(lang),
            title=title,
            detail=detail,
            withdrawn=withdrawn,
            replacements=replacements,
            guess=_guess(request.path) if status == HTTPStatus.NOT_FOUND else "",
        )
        response = Response(body, status, content_type="text/html; charset=utf-8")
    else:
        problem = {
            "type": "about:blank",
            "title": title,
            "status": status,
            "detail": detail,
            "instance": request.path,
        }
        response = Response(json.dumps(problem, ensure_ascii=False), status, content_type=PROBLEM.media_type)
    response.headers["Content-Language"] = lang
    response.headers["Vary"] = NEGOTIATED
    return open_to_all(response)


def _guess(path: str) -> str:
    """Return the words of an address's last part, to search for; empty where there are none."""
    last = path.rstrip("/").rpartition("/")[2][:MAX_GUESS]
    words = "".join(char if char.isalnum() else " " for char in last).split()
    return " ".join(words) if any(word.isalpha() for word in words) else ""
