"""A process that answers queries, as whoever asks it sees it: asked, waited for as long as is allowed, ended."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from samsprak.sparql.diagnosis import diagnose
from samsprak.sparql.limits import Limits
from samsprak.sparql.question import Question
from samsprak.sparql.refusals import Refusal, TooHungry, TooLarge, TooSlow, Unanswerable
from samsprak.vocabulary.formats import Format

MODULE = "samsprak.sparql.process"
# Each arena of glibc's allocator takes 64 MiB of address space, which is what is limited.
ENVIRONMENT = {"MALLOC_ARENA_MAX": "2"}
CHUNK = 65536
LINES = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: a file without a name or in memory, its bytes, and the seconds that it took."""

    file: BinaryIO
    size: int
    seconds: float


class Gone(Exception):
    """The process had ended before it was asked: another one can be."""


class Evaluator:
    """One process and the pipes to it; for one caller at a time."""

    def __init__(self, store: Path, limits: Limits) -> None:
        self._limits = limits
        self._folder = store.parent
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", MODULE, str(store), str(limits.memory), str(limits.size)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env={**os.environ, **ENVIRONMENT},
        )

        # Also where nobody ends it: a process that nobody can ask any more is of no use.
        self._end = weakref.finalize(self, _end, self._process)

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process can be asked."""
        return self._process.poll() is None

    def ask(self, question: Question, default: Sequence[str] | None, form: Format) -> Answer:
        """Return the answer; `default` are the graphs that are read, None the whole.

        Raises a `Refusal`, or `Gone`. The process lives on where it told what is wrong, else it is ended.
        """
        path = self._folder / f"answer-{self.pid}"
        started = time.monotonic()
        try:
            told, short = self._ask(
                {
                    "query": question.text,
                    "default": default,
                    "named": list(question.dataset.named) if question.dataset else None,
                    "path": str(path),
                    "suffix": form.suffix,
                    "size": self._limits.size,
                    "seconds": self._limits.seconds,
                }
            )
            if "failed" in told:
                raise self._refusal(question, told)
            if "short" in told:
                return Answer(BytesIO(short), len(short), time.monotonic() - started)
            # The file loses its name below, and lives as long as it is open.
            file = path.open("rb")
            return Answer(file, os.fstat(file.fileno()).st_size, time.monotonic() - started)
        finally:
            path.unlink(missing_ok=True)

    def end(self) -> None:
        """End the process now."""
        self._end()

    def _ask(self, task: Mapping[str, Any]) -> tuple[Mapping[str, Any], bytes]:
        try:
            return self._exchange(json.dumps(task).encode() + b"\n")
        except BaseException:
            # Whatever happened: what the process says next would be taken for the answer to another query.
            self.end()
            raise

    def _exchange(self, line: bytes) -> tuple[Mapping[str, Any], bytes]:
        """Send a line and return what comes back, in time: how it went, and the answer where it is short."""
        to = self._process.stdin
        assert to is not None  # noqa: S101 - it is a pipe
        deadline = time.monotonic() + self._limits.seconds
        try:
            while line:
                line = line[to.write(line) or 0 :]
        except BrokenPipeError:
            raise Gone from None
        said = b""
        # A line when it has read the query, and one when it has answered.
        while said.count(b"\n") < LINES:
            said += self._read(deadline, said)
        _, told, rest = said.split(b"\n", LINES)
        answer: Mapping[str, Any] = json.loads(told)
        short = bytearray(rest)
        while len(short) < answer.get("short", 0):
            short += self._read(deadline, said)
        return answer, bytes(short)

    def _read(self, deadline: float, said: bytes) -> bytes:
        back = self._process.stdout
        assert back is not None  # noqa: S101 - it is a pipe
        if not select.select([back], [], [], max(0.0, deadline - time.monotonic()))[0]:
            raise TooSlow(self._limits.seconds)
        part = back.read(CHUNK)
        if not part:
            raise TooHungry if said else Gone
        return part

    def _refusal(self, question: Question, told: Mapping[str, str]) -> Refusal:
        said = told.get("said", "")
        match told["failed"]:
            case "syntax":
                return diagnose(question.text, said)
            case "memory":
                return TooHungry()
            case "size":
                return TooLarge(self._limits.size)
            case _:
                return Unanswerable(said)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
