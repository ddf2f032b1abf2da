"""The page that describes the interfaces for programs, made from the same description that programs read."""

from __future__ import annotations

from flask import Response

from samsprak.web.context import origin, service
from samsprak.web.interfaces.presentation import groups
from samsprak.web.interfaces.routes import description
from samsprak.web.rendering import Alike, page


def interfaces(lang: str) -> Response:
    """Show what each interface takes and gives, with a line to try."""
    return page(
        "interfaces.html",
        lang,
        Alike(lambda each: service().addresses.page("interfaces", each)),
        groups=lambda: groups(description().content, origin(), lang),
        openapi=f"{origin()}{service().addresses.base}/openapi.json",
    )
