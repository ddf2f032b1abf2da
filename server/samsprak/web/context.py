"""What a request is answered from: the snapshot and the addresses, kept on the Flask app."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from flask import current_app, request

from samsprak.settings import UI_LANGUAGES
from samsprak.snapshot import Snapshot
from samsprak.web.addresses import Addresses
from samsprak.web.keeping import Kept
from samsprak.web.negotiation import choose_language

EXTENSION = "samsprak"


@dataclass(frozen=True, slots=True)
class Service:
    """The state of one running app.

    `assets` is the version of its own style sheet and scripts, `dumps` the folder of prepared downloads, `pages` the
    pages that this worker has rendered and that their address alone decides, by origin and path.
    """

    snapshot: Snapshot
    addresses: Addresses
    assets: str
    dumps: Path
    pages: Kept[tuple[str, str], str]


def service() -> Service:
    """Return the state of the app at hand."""
    return cast(Service, current_app.extensions[EXTENSION])


def reader_language() -> str:
    """Return the language of the page asked for, else the one that the client prefers."""
    first = request.path.split("/", 2)[1]
    if first in UI_LANGUAGES:
        return first
    return choose_language(request.headers.get("Accept-Language", ""))


def origin() -> str:
    """Return the scheme and host that the client asked, for the few addresses that must be whole.

    A proxy that takes care of TLS says so in `X-Forwarded-Proto`; anything but http and https is not believed.
    """
    scheme = request.headers.get("X-Forwarded-Proto", "")
    return f"{scheme if scheme in {'http', 'https'} else request.scheme}://{request.host}"
