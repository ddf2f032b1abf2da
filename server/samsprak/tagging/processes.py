"""Processes: work on many rows shared out, results in order, never more than a few rows on their way."""

from __future__ import annotations

import gc
import multiprocessing
import os
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from itertools import islice
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

# So many rows go to a process at once.
BATCH = 128
MOST = 4


def processors() -> int:
    """Return how many processes to use here: one a processor, a few at most, one where none can be forked."""
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    return min(os.cpu_count() or 1, MOST) if can_fork else 1


def in_order(work: Callable[[T], R], items: Iterable[T], processes: int) -> Iterator[tuple[T, R]]:
    """Yield each item with what `work` makes of it, in order.

    Processes are forked, so that they share what is loaded. Each has one batch at a time: a batch is sent only to a
    process that waits for it, so that neither side can wait for the other for ever.
    """
    if processes < 2:  # noqa: PLR2004 - one process needs no other
        yield from ((item, work(item)) for item in items)
        return
    batches = _batches(items)
    with ExitStack() as stack:
        gc.freeze()
        stack.callback(gc.unfreeze)
        idle = deque[Connection]()
        for _ in range(processes):
            idle.append(_forked(work, tuple(idle), stack))
        busy: deque[tuple[Connection, list[T]]] = deque()
        for batch in batches:
            if not idle:
                connection, sent = busy.popleft()
                yield from _received(connection, sent, work)
                idle.append(connection)
            connection = idle.popleft()
            connection.send(batch)
            busy.append((connection, batch))
        for connection, sent in busy:
            yield from _received(connection, sent, work)


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(items)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _forked(work: Callable[[T], R], others: Sequence[Connection], stack: ExitStack) -> Connection:
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(work, there, (here, *others)), daemon=True)
    with warnings.catch_warnings():
        # Python warns of forking beside threads; those of the index hold no lock while nobody searches.
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()
    there.close()
    stack.enter_context(closing(here))
    stack.callback(process.join)
    stack.callback(process.terminate)
    return here


def _serve(work: Callable[[T], R], connection: Connection, inherited: Sequence[Connection]) -> None:
    """Answer batches until the other end is closed, or the terminal interrupts."""
    for each in inherited:
        # An end that any process holds is not closed.
        each.close()
    try:
        while True:
            batch: Sequence[T] = connection.recv()
            try:
                answer: list[R] | None = [work(item) for item in batch]
            except Exception:
                # Not every error can be sent: the batch is done again where it can be raised.
                answer = None
            connection.send(answer)
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        pass


def _received(connection: Connection, sent: Sequence[T], work: Callable[[T], R]) -> Iterator[tuple[T, R]]:
    """Yield what a process was sent, with its answer."""
    answer: list[R] | None = connection.recv()
    yield from zip(sent, answer if answer is not None else map(work, sent), strict=True)
