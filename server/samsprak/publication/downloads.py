"""All downloads of a service: looked up by requests, each written once whoever asks, and by whom it costs nobody time.

A server prepares them in a process of its own (`preparer`), which holds the turn until it is done. Where there is
none, as in tests, the first request that takes the turn writes the file. The turn is a lock that ends with the
process that holds it, so that nobody waits for one that was killed.
"""

from __future__ import annotations

import fcntl
import os
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from samsprak.errors import DownloadNotReady
from samsprak.publication import download
from samsprak.publication.download import Download
from samsprak.vocabulary.formats import OF_WHOLE, Format
from samsprak.vocabulary.protocol import Vocabulary

# Seconds that a request waits for a file, and how many of a worker's threads may.
PATIENCE = 5.0
WAITING = 2
BETWEEN_LOOKS = 0.05


class Downloads:
    """The downloads in one folder. Workers share the folder, and each remembers what it has seen there."""

    def __init__(self, folder: Path, patience: float = PATIENCE) -> None:
        self.folder = folder
        self._patience = patience
        self._seen: dict[Path, Download] = {}
        self._waiting = threading.BoundedSemaphore(WAITING)

    def get(self, vocabulary: Vocabulary, form: Format) -> Download:
        """Return a download, written now if nobody is at it. Raises `DownloadNotReady` where that takes long."""
        path = download.path_of(self.folder, vocabulary.id, form)
        try:
            return self._look(path)
        except FileNotFoundError:
            pass
        if not self._waiting.acquire(blocking=False):
            raise DownloadNotReady(path.name)
        try:
            return self._wait(vocabulary, form, path)
        finally:
            self._waiting.release()

    def prepared(self, vocabulary_id: str) -> Mapping[Format, Download]:
        """Return those downloads of a vocabulary that are there, to tell their sizes."""
        found: dict[Format, Download] = {}
        for form in OF_WHOLE:
            try:
                found[form] = self._look(download.path_of(self.folder, vocabulary_id, form))
            except FileNotFoundError:
                continue
        return found

    def _wait(self, vocabulary: Vocabulary, form: Format, path: Path) -> Download:
        deadline = time.monotonic() + self._patience
        while True:
            with turn(self.folder) as ours:
                try:
                    return self._look(path)
                except FileNotFoundError:
                    if ours:
                        return download.prepare(vocabulary, form, self.folder)
            if time.monotonic() > deadline:
                raise DownloadNotReady(path.name)
            time.sleep(BETWEEN_LOOKS)

    def _look(self, path: Path) -> Download:
        if path not in self._seen:
            self._seen[path] = download.read(path)
        return self._seen[path]


def wait_for_turn(folder: Path) -> None:
    """Wait until nobody is writing to a folder."""
    while True:
        with turn(folder) as ours:
            if ours:
                return
        time.sleep(BETWEEN_LOOKS)


@contextmanager
def turn(folder: Path) -> Iterator[bool]:
    """Try to take the turn of writing to a folder, and tell whether that succeeded."""
    handle = os.open(folder / ".turn", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(handle)
