"""The Flask application: built from a snapshot, it writes nothing and remembers nothing between requests."""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from flask import Flask, Response, request

from samsprak.settings import Settings
from samsprak.snapshot import Snapshot, take
from samsprak.web import changes, compare, failures, guide, health, linked_data, linking, pages, search, statistics
from samsprak.web.addresses import Addresses
from samsprak.web.context import EXTENSION, Service
from samsprak.web.diagrams import pages as diagram_pages
from samsprak.web.keeping import Kept
from samsprak.web.licences import licence_link
from samsprak.web.markup import FUNCTIONS
from samsprak.web.references import as_references
from samsprak.web.replies import secured
from samsprak.web.rest import annotate as rest_annotate
from samsprak.web.rest import search as rest_search
from samsprak.web.templating import set_up

MAX_BODY = 1_000_000
# Pages of records that a worker keeps; the longest is some 30 kB.
MAX_PAGES = 1000
FOR_EVER = 31_536_000
Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def create_app(settings: Settings, snapshot: Snapshot | None = None) -> Flask:
    """Build the application; without a snapshot, load what the settings name.

    Raises what `snapshot.take` raises.
    """
    app = Flask("samsprak.web", static_folder="static", static_url_path="/static")
    app.config.update(MAX_CONTENT_LENGTH=MAX_BODY, SEND_FILE_MAX_AGE_DEFAULT=FOR_EVER)
    app.url_map.strict_slashes = True
    app.url_map.merge_slashes = False
    set_up(app.jinja_env, str(Path(app.root_path) / "templates"), (*FUNCTIONS, as_references, licence_link))
    app.extensions[EXTENSION] = Service(
        snapshot or take(settings),
        Addresses(settings.base_path),
        _version_of_assets(app),
        _folder_for_dumps(),
        Kept(MAX_PAGES),
    )
    for blueprint in (
        health.blueprint,
        pages.blueprint,
        search.blueprint,
        guide.blueprint,
        compare.blueprint,
        rest_search.blueprint,
        rest_annotate.blueprint,
        linked_data.blueprint,
    ):
        app.register_blueprint(blueprint)
    for part in (diagram_pages, linking, statistics, changes):
        part.register(app)
    failures.register(app)
    app.after_request(secured)
    app.before_request(_preflight)
    if settings.base_path:
        app.wsgi_app = _below(settings.base_path, app.wsgi_app)  # type: ignore[method-assign, assignment]
    return app


def _folder_for_dumps() -> Path:
    """Return a new folder that goes with the process that made it, not with a worker forked from it."""
    folder = tempfile.mkdtemp(prefix="samsprak-")
    atexit.register(_remove, folder, os.getpid())
    return Path(folder)


def _remove(folder: str, owner: int) -> None:
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)


def _version_of_assets(app: Flask) -> str:
    """Return a digest of the style sheet, scripts and templates, for addresses and entity tags."""
    package = Path(app.root_path)
    digest = hashlib.blake2b(digest_size=6)
    for path in sorted(
        (*package.glob("static/*"), *package.glob("templates/*"), *package.glob("../language/locale/*"))
    ):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _preflight() -> Response | None:
    """Answer a browser's question whether another site may read this one: it may, everything here is public."""
    if request.method != "OPTIONS" or "Access-Control-Request-Method" not in request.headers:
        return None
    response = Response(status=204)
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
    response.headers["Access-Control-Allow-Headers"] = request.headers.get("Access-Control-Request-Headers", "*")
    response.headers["Access-Control-Max-Age"] = "86400"
    return response


def _below(base: str, inner: Wsgi) -> Wsgi:
    """Serve under a path prefix, whether the proxy in front passes it on or strips it."""

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ["SCRIPT_NAME"] = base
        path = environ.get("PATH_INFO", "")
        if path == base or path.startswith(base + "/"):
            environ["PATH_INFO"] = path[len(base) :] or "/"
        return inner(environ, start_response)

    return application
