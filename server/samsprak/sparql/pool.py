"""Processes that answer the queries of one worker: few at once, a short line before them, each replaced when ended."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from samsprak.sparql.evaluator import Answer, Evaluator, Gone
from samsprak.sparql.limits import Limits
from samsprak.sparql.question import Question
from samsprak.sparql.refusals import Busy
from samsprak.vocabulary.formats import Format

RETRY_AFTER = 5


class Pool:
    """Starts no process before it is asked, so that it can be made before workers are forked."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._free = threading.BoundedSemaphore(limits.running)
        self._line = threading.BoundedSemaphore(limits.running + limits.waiting)
        self._lock = threading.Lock()
        self._idle: list[Evaluator] = []

    def answer(
        self, question: Question, default: Sequence[str] | None, form: Format, store: Callable[[], Path]
    ) -> Answer:
        """Return the answer of a query that reads the graphs `default`, None for the whole; raises a `Refusal`."""
        with self._turn():
            while True:
                evaluator, fresh = self._take(store())
                try:
                    return evaluator.ask(question, default, form)
                except Gone:
                    if fresh:
                        raise
                finally:
                    self._give_back(evaluator)

    def close(self) -> None:
        """End the processes that wait for a query."""
        with self._lock:
            idle, self._idle = self._idle, []
        for evaluator in idle:
            evaluator.end()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Wait for a free process, not long and not with many; raises `Busy`."""
        if not self._line.acquire(blocking=False):
            raise Busy(RETRY_AFTER)
        try:
            if not self._free.acquire(timeout=self._limits.patience):
                raise Busy(RETRY_AFTER)
            try:
                yield
            finally:
                self._free.release()
        finally:
            self._line.release()

    def _take(self, store: Path) -> tuple[Evaluator, bool]:
        """Return a process, and whether it is a new one."""
        with self._lock:
            while self._idle:
                evaluator = self._idle.pop()
                if evaluator.alive:
                    return evaluator, False
                evaluator.end()
        return Evaluator(store, self._limits), True

    def _give_back(self, evaluator: Evaluator) -> None:
        if not evaluator.alive:
            evaluator.end()
            return
        with self._lock:
            self._idle.append(evaluator)
