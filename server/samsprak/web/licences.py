"""Licences by the names that people know them by."""

from __future__ import annotations

import re

from samsprak.web.presentation import Link, on_the_web

CREATIVE_COMMONS = re.compile(
    r"https?://creativecommons\.org/(?:licenses/(?P<kind>[a-z-]+)|publicdomain/zero)/(?P<version>[\d.]+)"
)


def licence_link(iri: str) -> Link:
    """Return a link to a licence; one of Creative Commons by its short name, others by their address."""
    found = CREATIVE_COMMONS.match(iri)
    if not found:
        return on_the_web(iri)
    kind = f"CC {found['kind'].upper()}" if found["kind"] else "CC0"
    return Link(f"{kind} {found['version']}", "", iri)
