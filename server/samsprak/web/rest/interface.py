"""The one interface that the modules of the REST API offer their routes to, and what a worker keeps for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from flask import current_app
from flask.blueprints import BlueprintSetupState

from samsprak.web.context import service
from samsprak.web.interfaces.headings import SKOSMOS
from samsprak.web.interfaces.interface import Interface
from samsprak.web.keeping import Kept

EXTENSION = "samsprak.rest"
# What is counted or sorted once, some 400 kB each for 50,000 concepts.
MOST = 64
T = TypeVar("T")

interface = Interface("rest", __name__, SKOSMOS, prefix="/rest/v1")


def _keep(state: BlueprintSetupState) -> None:
    state.app.extensions[EXTENSION] = Kept[tuple[str, ...], Any](MOST)


interface.record_once(_keep)


def kept(make: Callable[[], T], *key: str) -> T:
    """Return what `make` gives, made when first asked for by this key of what is loaded."""
    everything = cast(Kept[tuple[str, ...], Any], current_app.extensions[EXTENSION])
    return cast(T, everything.get((service().snapshot.version, *key), make))
