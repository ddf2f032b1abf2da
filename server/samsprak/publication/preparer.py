"""A process that writes all downloads once a service has loaded: forked from it, so that nothing is loaded again.

What writing takes of processor time and memory is this process's alone, and goes with it. It lets workers go first.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from samsprak.publication.download import prepare
from samsprak.publication.downloads import turn
from samsprak.vocabulary.formats import OF_WHOLE
from samsprak.vocabulary.protocol import Vocabulary

log = logging.getLogger(__name__)

# A quarter of a processor where there is more to do than it can, all that is left over else.
NICENESS = 5


@contextmanager
def preparing(vocabularies: Iterable[Vocabulary], folder: Path) -> Iterator[None]:
    """Prepare every download in a process of its own, which is stopped at the end if it is not done before.

    It has the turn from the very beginning: the lock is taken here, and lives on in the process that is forked.
    """
    process = multiprocessing.get_context("fork").Process(target=_prepare, args=(tuple(vocabularies), folder))
    with turn(folder):
        process.start()
    # What has ended stays in the system's table until someone has waited for it.
    threading.Thread(target=process.join, daemon=True).start()
    try:
        yield
    finally:
        process.kill()


def _prepare(vocabularies: tuple[Vocabulary, ...], folder: Path) -> None:
    # The terminal's Ctrl+C reaches all processes; the one that forked this one stops it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(NICENESS)
    # Small ones first, so that most are ready soon.
    for vocabulary in sorted(vocabularies, key=lambda each: len(each.concepts)):
        for form in OF_WHOLE:
            try:
                prepare(vocabulary, form, folder)
            except Exception:
                # Whatever it is, the others can be written; whoever asks for this one is told.
                log.exception("cannot prepare %s.%s", vocabulary.id, form.suffix)
