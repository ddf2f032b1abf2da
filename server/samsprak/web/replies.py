"""Replies: entity tags, conditional requests, what decided them, and the headers that every reply carries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Response, request
from werkzeug.datastructures import Headers

from samsprak.vocabulary.formats import FORMATS, Format
from samsprak.web.packing import GZIP, takes_gzip, unpacked

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

NEGOTIATED = "Accept, Accept-Language"
SECURITY = (
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
        " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)


@dataclass(frozen=True, slots=True)
class Alternate:
    """Another representation of what a reply shows."""

    address: str
    form: Format


class Reply(Response):
    """A reply whose headers are sent as they were set.

    Werkzeug would copy them all and rewrite addresses to be safe; ours are written so, and a body knows its length.
    """

    def get_wsgi_headers(self, environ: WSGIEnvironment) -> Headers:  # noqa: ARG002 - as Werkzeug has it
        """Return the headers."""
        return self.headers


def alternates(address: Callable[[Format], str], forms: Iterable[Format] = FORMATS) -> tuple[Alternate, ...]:
    """Return one alternate for each format: those of RDF, unless others are named."""
    return tuple(Alternate(address(form), form) for form in forms)


def conditional(
    version: str,
    representation: str,
    media_type: str,
    render: Callable[[], str | bytes],
    *,
    links: Iterable[Alternate] = (),
    lang: str = "",
    vary: str = "",
    kept: bool = False,
) -> Response:
    """Return 304 where the client holds this version of this representation, else 200 with what `render` gives.

    What is `kept` is given packed, and sent so to who takes it.

    The tag is known before anything is rendered, since a snapshot never changes: the version of its content and
    the name of the representation. HEAD is answered as GET; the server leaves the body out.
    """
    packs = kept and takes_gzip()
    etag = f"{version}-{representation}-{GZIP}" if packs else f"{version}-{representation}"
    if request.if_none_match.contains_weak(etag):
        response = Reply(status=304)
        # Of a body that is not sent (RFC 9110 §15.4.5).
        del response.headers["Content-Type"]
    else:
        body = render()
        if kept and not packs and isinstance(body, bytes):
            body = unpacked(body)
        response = Reply(body, content_type=f"{media_type}; charset=utf-8")
        if packs:
            response.headers["Content-Encoding"] = GZIP
        _link_to(links, response)
        if lang:
            response.headers["Content-Language"] = lang
    response.set_etag(etag)
    response.headers["Cache-Control"] = "no-cache"
    if kept:
        vary = f"{vary}, Accept-Encoding" if vary else "Accept-Encoding"
    if vary:
        response.headers["Vary"] = vary
    return response


def see_other(address: str, links: Sequence[Alternate] = ()) -> Response:
    """Return 303 to what negotiation chose, naming the choices."""
    response = Response(status=303)
    response.headers["Location"] = address
    response.headers["Vary"] = NEGOTIATED
    _link_to(links, response)
    return response


def _link_to(links: Iterable[Alternate], response: Response) -> None:
    for link in links:
        response.headers.add("Link", f'<{link.address}>; rel="alternate"; type="{link.form.media_type}"')


def open_to_all(response: Response) -> Response:
    """Let pages of other sites read this reply: it is public data."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "ETag, Link, Location, Retry-After"
    return response


def secured(response: Response) -> Response:
    """Add the security headers that every reply carries; a page that other sites may frame has its own policy."""
    own = "Content-Security-Policy" in response.headers
    response.headers.extend(SECURITY[1:] if own else SECURITY)
    return response
