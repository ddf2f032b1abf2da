"""Naming the description of the interfaces in a reply (RFC 8631)."""

from __future__ import annotations

from functools import lru_cache

from flask import Response

from samsprak.web.context import service


def announce(response: Response) -> Response:
    """Name the description for programs and the one for people in a `Link` header."""
    response.headers.add("Link", announcement(service().addresses.base))
    return response


@lru_cache(maxsize=8)
def announcement(base: str) -> str:
    """Return the `Link` header of a service below a path prefix."""
    return (
        f'<{base}/openapi.json>; rel="service-desc"; type="application/json", '
        f'<{base}/api>; rel="service-doc"; type="text/html"'
    )
