"""What one query may take, and how many may run: stated in the documentation, kept here."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of a query and of the processes that a worker keeps.

    `seconds` is the time of one query, `size` the bytes of its answer, `memory` the bytes of address space of a
    process, a third of which it has before it is asked anything. `running` queries are answered at once, `waiting` more
    stand in line for `patience` seconds: together fewer than a worker has threads, so that pages are always answered.
    """

    seconds: float = 10.0
    size: int = 50_000_000
    memory: int = 1536 * MEBIBYTE
    text: int = 100_000
    running: int = 2
    waiting: int = 1
    patience: float = 2.0
