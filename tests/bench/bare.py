"""What the stack itself costs: a Flask route that does nothing, on the service's own server, settings and all.

Run as `python -m tests.bench.bare PORT WORKERS`.
"""

from __future__ import annotations

import sys
from contextlib import nullcontext
from types import MappingProxyType, SimpleNamespace
from typing import Any

from flask import Flask

from samsprak.search.index import Index
from samsprak.settings import Settings
from samsprak.snapshot import Snapshot
from samsprak.web import server


def _app(*_: Any) -> Flask:
    app = Flask("bare")

    @app.get("/")
    def nothing() -> str:
        return ""

    return app


def main() -> None:
    """Serve the bare route as `samsprak serve` serves a vocabulary."""
    empty = Snapshot(MappingProxyType({}), Index(()), "", 0.0)
    # Only what is served is another: the server is the one that is measured beside it.
    stand_ins = {
        "take": lambda _: empty,
        "create_app": _app,
        "service_of": lambda _: SimpleNamespace(downloads=SimpleNamespace(folder=None)),
        "preparing": lambda *_: nullcontext(),
        "stocking": lambda *_: nullcontext(),
    }
    for name, stand_in in stand_ins.items():
        setattr(server, name, stand_in)
    server.run(Settings(port=int(sys.argv[1]), workers=int(sys.argv[2])), lambda _: None)


if __name__ == "__main__":
    main()
