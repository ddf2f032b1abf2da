"""The shelf: pages that have been drawn, packed, in one file that all workers of a service read and write.

A page costs five times as much to draw as to answer, and workers that kept their own would draw each of them once a
worker, and hold in memory what SQLite finds in 15 µs.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

# Bytes of the file: some 200,000 pages of records.
MOST = 1 << 30
# What is drawn before anybody asks leaves some room to what is asked for: a file that is full is emptied.
STOCK = 0.8
BLOCK = 4096
# Kibibytes of the file that a thread keeps in memory, and seconds that it waits for another to finish writing.
CACHED, PATIENCE = 256, 0.2

log = logging.getLogger(__name__)


class Shelf:
    """Pages by key, drawn when first asked for; thrown away together when the file is full.

    What cannot be kept is drawn again: where the disk is full or the file damaged, the log says so once.
    """

    def __init__(self, folder: Path, most: int = MOST) -> None:
        self._path = folder / "pages.sqlite"
        self._most = most
        self._opened = threading.local()
        self._usable = True

    def get(self, key: str, draw: Callable[[], bytes]) -> bytes:
        """Return the page of a key, drawn now if it is not kept."""
        kept: bytes | None = self._ask("SELECT body FROM page WHERE key = ?", key)
        if kept is not None:
            return kept
        body = draw()
        self._ask("INSERT OR IGNORE INTO page VALUES (?, ?)", key, body)
        return body

    @property
    def stockable(self) -> bool:
        """Whether there is room for pages that nobody has asked for yet."""
        # Nothing is said where somebody is making the file at this moment: then there is room.
        used: int = self._ask("PRAGMA page_count") or 0
        return self._usable and used * BLOCK < STOCK * self._most

    def _ask(self, statement: str, *values: str | bytes) -> Any:
        """Return the first value that a statement finds, if any, and from a file that cannot be used nothing."""
        if not self._usable:
            return None
        try:
            found = self._connection().execute(statement, values).fetchone()
        except sqlite3.DatabaseError as error:
            self._make_do(error)
            return None
        return found[0] if found else None

    def _make_do(self, error: sqlite3.DatabaseError) -> None:
        """Empty a shelf that is full, let one be that somebody is writing to, and do without one that cannot be had."""
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            return
        try:
            if error.sqlite_errorcode == sqlite3.SQLITE_FULL:
                self._connection().execute("DELETE FROM page")
                return
        except sqlite3.DatabaseError as still:
            error = still
        self._usable = False
        log.warning("Pages are drawn anew for every reader, since %s cannot be used: %s.", self._path, error)

    def _connection(self) -> sqlite3.Connection:
        """Return the connection of this thread; one that was opened before a fork belongs to the parent."""
        owner, connection = getattr(self._opened, "connection", (0, None))
        if connection is None or owner != os.getpid():
            connection = self._connected()
            self._opened.connection = os.getpid(), connection
        return connection

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=PATIENCE, isolation_level=None)
        # Readers and a writer at once; after a power cut the file is gone anyway, so that nothing waits for the disk.
        for setting in (
            f"page_size = {BLOCK}",
            "journal_mode = WAL",
            "synchronous = OFF",
            f"cache_size = {-CACHED}",
            f"max_page_count = {self._most // BLOCK}",
        ):
            connection.execute(f"PRAGMA {setting}")
        connection.execute("CREATE TABLE IF NOT EXISTS page (key TEXT PRIMARY KEY, body BLOB NOT NULL)")
        return connection
