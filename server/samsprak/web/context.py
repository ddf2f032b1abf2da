"""What a request is answered from: the snapshot and the addresses, kept on the Flask app."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from flask import Flask, current_app, request

from samsprak.editing.versions import Versions
from samsprak.publication.downloads import Downloads
from samsprak.settings import UI_LANGUAGES
from samsprak.snapshot import Snapshot
from samsprak.web.addresses import Addresses
from samsprak.web.negotiation import choose_language
from samsprak.web.previewing import Preview
from samsprak.web.shelf import Shelf

EXTENSION = "samsprak"


@dataclass(frozen=True, slots=True)
class Service:
    """The state of one running app.

    `assets` is the version of its own style sheet and scripts, `downloads` the whole vocabularies as files, `pages`
    the pages that have been drawn and that their address alone decides. `public_address` is the scheme and host of the
    service, or empty. `versions` are the releases of vocabularies that are served from a folder, and `preview` is what
    differs from the base that the service was started with.
    """

    snapshot: Snapshot
    addresses: Addresses
    assets: str
    downloads: Downloads
    pages: Shelf
    public_address: str = ""
    versions: Mapping[str, Versions] = field(default_factory=dict)
    preview: Preview | None = None


def service() -> Service:
    """Return the state of the app at hand."""
    return service_of(current_app)


def service_of(app: Flask) -> Service:
    """Return the state of an app."""
    return cast(Service, app.extensions[EXTENSION])


def reader_language() -> str:
    """Return the language of the page asked for, else the one that the client prefers."""
    first = request.path.split("/", 2)[1]
    if first in UI_LANGUAGES:
        return first
    return choose_language(request.headers.get("Accept-Language", ""))


def origin() -> str:
    """Return the scheme and host of the service as set, else as the client asked; for addresses that must be whole.

    A proxy that takes care of TLS says so in `X-Forwarded-Proto`; anything but http and https is not believed.
    """
    if service().public_address:
        return service().public_address
    scheme = request.headers.get("X-Forwarded-Proto", "")
    return f"{scheme if scheme in {'http', 'https'} else request.scheme}://{request.host}"
