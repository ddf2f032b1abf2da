"""Beside a service: a process that is forked from it, so that nothing is loaded again, and that ends with it.

What it takes of processor time and memory is its own, and goes with it. It lets workers go first.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# Seconds until a process that is killed has ended; it may have a page of memory or disk to finish.
PATIENCE = 5.0


@contextmanager
def beside(task: Callable[[], None], niceness: int) -> Iterator[None]:
    """Do something in a process of its own, which is stopped at the end if it is not done before."""
    process = multiprocessing.get_context("fork").Process(target=_work, args=(task, niceness))
    process.start()
    # What has ended stays in the system's table until someone has waited for it.
    waiting = threading.Thread(target=process.join, daemon=True)
    waiting.start()
    try:
        yield
    finally:
        process.kill()
        # Only then can the folder that it writes to be removed.
        waiting.join(PATIENCE)


def _work(task: Callable[[], None], niceness: int) -> None:
    # The terminal's Ctrl+C reaches all processes; the one that forked this one stops it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(niceness)
    task()
