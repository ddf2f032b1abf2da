"""The store as whoever asks queries sees it: built in the background when it is first wanted, once for all workers."""

from __future__ import annotations

import fcntl
import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from samsprak.sparql.refusals import Preparing

log = logging.getLogger(__name__)

MODULE = "samsprak.sparql.building"
NAME = "sparql-store"
RETRY_AFTER = 5
# The IRI of each graph and the path of its N-Triples.
Sources = Sequence[tuple[str, Path]]


class StoreFolder:
    """Where the store is, or will be: a folder below one that all workers share."""

    def __init__(self, folder: Path, patience: float) -> None:
        self._path = folder / NAME
        self._patience = patience
        self._lock = threading.Lock()
        self._building: threading.Thread | None = None

    def get(self, sources: Callable[[], Sources]) -> Path:
        """Return the store's path; raises `Preparing` where it is not there in time."""
        if self._path.exists():
            return self._path
        # Asked here, since what it raises is for whoever asks the query.
        wanted = sources()
        with self._lock:
            if self._building is None or not self._building.is_alive():
                self._building = threading.Thread(target=self._build, args=(wanted,), daemon=True)
                self._building.start()
            building = self._building
        building.join(self._patience)
        if not self._path.exists():
            raise Preparing(RETRY_AFTER)
        return self._path

    def _build(self, sources: Sources) -> None:
        """Build the store unless another worker has; the turn is a lock that ends with the process that holds it."""
        with self._path.with_suffix(".turn").open("wb") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            if self._path.exists():
                return
            unfinished = tempfile.mkdtemp(dir=self._path.parent, prefix=".store-")
            graphs = json.dumps([(iri, str(path)) for iri, path in sources])
            built = subprocess.run(  # noqa: S603 - our own module
                [sys.executable, "-m", MODULE, unfinished],
                input=graphs.encode(),
                stderr=subprocess.PIPE,
                env={**os.environ, "MALLOC_ARENA_MAX": "2"},
                check=False,
            )
            if built.returncode == 0:
                Path(unfinished).rename(self._path)
            else:
                log.error("no store for queries: %s", built.stderr.decode(errors="replace"))
                shutil.rmtree(unfinished, ignore_errors=True)
