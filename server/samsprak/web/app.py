"""The Flask application: built from a snapshot, which no request changes; what is kept is kept to be quick."""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from flask import Blueprint, Flask

from samsprak.editing.versions import Versions
from samsprak.publication.downloads import Downloads
from samsprak.settings import Settings, VocabularyInput, project_folder
from samsprak.snapshot import Snapshot, take
from samsprak.web import failures, health
from samsprak.web.addresses import Addresses
from samsprak.web.catalogue import catalogues, contracts, sitemaps
from samsprak.web.context import EXTENSION, Service
from samsprak.web.data import earlier, linked_data
from samsprak.web.diagrams import pages as diagrams
from samsprak.web.interfaces import fairness, methods
from samsprak.web.interfaces import routes as interfaces
from samsprak.web.licences import licence_link
from samsprak.web.markup import FUNCTIONS
from samsprak.web.news import routes as news
from samsprak.web.pages import changes, routes, search
from samsprak.web.pages.comparing import pages as comparing
from samsprak.web.pages.guide import pages as guide
from samsprak.web.pages.proposing import pages as proposing
from samsprak.web.pages.proposing import workshop
from samsprak.web.pages.statistics import pages as statistics
from samsprak.web.pages.texts import functions as texts
from samsprak.web.pages.versions import pages as versions
from samsprak.web.previewing import preview_of
from samsprak.web.reconciliation import routes as reconciliation
from samsprak.web.replies import secured
from samsprak.web.rest import annotate as rest_annotate
from samsprak.web.rest import routes as rest
from samsprak.web.shelf import Shelf
from samsprak.web.sparql import pages as sparql_pages
from samsprak.web.sparql import protocol as sparql
from samsprak.web.tags import routes as tags
from samsprak.web.templating import set_up

MAX_BODY = 1_000_000
FOR_EVER = 31_536_000
Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
# Each surface by its blueprint, which adds to an app what it keeps and what its templates call (`record_once`).
SURFACES: tuple[Blueprint, ...] = (
    routes.blueprint,
    search.blueprint,
    guide.blueprint,
    comparing.blueprint,
    proposing.blueprint,
    rest.interface,
    rest_annotate.interface,
    tags.interface,
    sparql.interface,
    sparql_pages.blueprint,
    reconciliation.interface,
    earlier.interface,
    linked_data.interface,
    catalogues.interface,
    sitemaps.interface,
    contracts.interface,
    news.interface,
    diagrams.blueprint,
    texts.blueprint,
    statistics.blueprint,
    changes.blueprint,
    versions.blueprint,
    interfaces.interface,
    health.interface,
)


def create_app(settings: Settings, snapshot: Snapshot | None = None) -> Flask:
    """Build the application; without a snapshot, load what the settings name.

    Raises what `snapshot.take` raises.
    """
    app = Flask("samsprak.web", static_folder="static", static_url_path="/static")
    app.config.update(MAX_CONTENT_LENGTH=MAX_BODY, MAX_FORM_MEMORY_SIZE=MAX_BODY, SEND_FILE_MAX_AGE_DEFAULT=FOR_EVER)
    app.url_map.strict_slashes = True
    app.url_map.merge_slashes = False
    set_up(app.jinja_env, str(Path(app.root_path) / "templates"), (*FUNCTIONS, licence_link))
    snapshot, addresses = snapshot or take(settings), Addresses(settings.base_path)
    paths, folder = _paths(settings, snapshot), _temporary_folder()
    app.extensions[EXTENSION] = Service(
        snapshot,
        addresses,
        _version_of_assets(app, settings.base),
        Downloads(folder),
        Shelf(folder),
        settings.public_address,
        {name: Versions(path) for name, path in paths.items() if path.is_dir()},
        preview_of(settings.base, paths, snapshot, addresses) if settings.base else None,
    )
    fairness.set_up(app, settings)
    workshop.set_up(app, settings)
    for blueprint in SURFACES:
        app.register_blueprint(blueprint)
    methods.set_up(app)
    failures.register(app)
    app.after_request(secured)
    if settings.base_path:
        app.wsgi_app = _below(settings.base_path, app.wsgi_app)  # type: ignore[method-assign, assignment]
    return app


def _temporary_folder() -> Path:
    """Return a new folder that goes with the process that made it, not with a worker forked from it."""
    folder = tempfile.mkdtemp(prefix="samsprak-")
    atexit.register(_remove, folder, os.getpid())
    return Path(folder)


def _remove(folder: str, owner: int) -> None:
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)


def _paths(settings: Settings, snapshot: Snapshot) -> Mapping[str, Path]:
    """Return where each vocabulary was read from; they were loaded in the order in which they are named."""
    inputs = settings.vocabularies or (VocabularyInput(project_folder("vocab")),)
    return {name: source.path for name, source in zip(snapshot.vocabularies, inputs, strict=False)}


def _version_of_assets(app: Flask, base: str) -> str:
    """Return a digest of what pages are made with, and the base of a preview, for addresses and entity tags."""
    package = Path(app.root_path)
    digest = hashlib.blake2b(base.encode(), digest_size=6)
    made_with = ("static/*", "templates/*", "../language/locale/*", "**/*.py")
    for path in sorted(path for pattern in made_with for path in package.glob(pattern)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _below(base: str, inner: Wsgi) -> Wsgi:
    """Serve under a path prefix, whether the proxy in front passes it on or strips it."""

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ["SCRIPT_NAME"] = base
        path = environ.get("PATH_INFO", "")
        if path == base or path.startswith(base + "/"):
            environ["PATH_INFO"] = path[len(base) :] or "/"
        return inner(environ, start_response)

    return application
