"""Loading, measured in a process of its own: CPU seconds step by step and memory, then the search function.

Run as `python -m tests.bench.loading FILE SIZE`; prints JSON.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from samsprak import snapshot
from samsprak.settings import Settings, VocabularyInput
from samsprak.vocabulary import builder, loader, memory, statements
from tests.bench.traffic import queries

SEARCHES = 400
ROUNDS = 5


class Steps:
    """CPU seconds by step, gathered by wrapping what the loader calls."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def watch(self, owner: ModuleType | type, name: str, step: str) -> None:
        """Count the time in `owner.name` as a step."""
        setattr(owner, name, self._timed(getattr(owner, name), step))

    def _timed(self, function: Callable[..., Any], step: str) -> Callable[..., Any]:
        def timed(*args: Any, **kwargs: Any) -> Any:
            started = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                self.seconds[step] = self.seconds.get(step, 0.0) + time.process_time() - started

        return timed


def main() -> None:
    """Load the file and print what it took."""
    imported = time.process_time()
    path, size = Path(sys.argv[1]), int(sys.argv[2])
    steps = Steps()
    steps.watch(loader, "read", "parse")
    steps.watch(statements.Statements, "by_predicate", "by predicate")
    steps.watch(loader, "normalise", "infer relations")
    steps.watch(loader, "subjects", "build records")
    for name in ("__init__", "concepts", "collections", "schemes", "sources"):
        steps.watch(builder.Builder, name, "build records")
    steps.watch(memory.MemoryVocabulary, "prepare", "look-ups")
    steps.watch(snapshot, "Index", "search index")
    wall = time.perf_counter()
    taken = snapshot.take(Settings((VocabularyInput(path),)))
    result = {
        "concepts": taken.concepts,
        "import": imported,
        "wall": time.perf_counter() - wall,
        "cpu": time.process_time() - imported,
        "steps": steps.seconds,
        "peak_mib": _peak(),
    }
    asked = queries(size)
    rounds = []
    for _ in range(ROUNDS):
        started = time.process_time()
        for number in range(SEARCHES):
            taken.index.search(asked[number % len(asked)], "sv")
        rounds.append((time.process_time() - started) / SEARCHES * 1000)
    json.dump(result | {"search_ms": statistics.median(rounds)}, sys.stdout)


def _peak() -> float:
    """Return the most memory that this process has held, in MiB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmHWM")


if __name__ == "__main__":
    main()
