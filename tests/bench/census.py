"""Every concept asked for once of every worker, as page and as data: the memory that it leaves, and what it costs."""

from __future__ import annotations

import random
import statistics
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from tests.bench.client import Ask, Client, ask
from tests.bench.processes import Server
from tests.bench.traffic import everything

# Enough for the clock ticks to tell which worker answers.
TRIAL = 300
MAX_TRIALS = 50
TURN = 500


@dataclass(frozen=True, slots=True)
class Census:
    """CPU milliseconds a request by kind, no two alike to one worker, and the memory afterwards in MiB.

    `again` is the same asked of the other workers, after the first has answered it.
    """

    milliseconds: Mapping[str, float]
    again: Mapping[str, float]
    requests: int
    pss: float


def take(server: Server, workers: int, size: int) -> Census:
    """Ask each of the workers for everything."""
    kinds = everything(size)
    with _a_line_to_each(server, workers) as clients:
        costs = {kind: _costs(server, clients, asks) for kind, asks in kinds.items()}
    first = {kind: costs[0] for kind, costs in costs.items()}
    again = {kind: statistics.mean(costs[1:] or costs) for kind, costs in costs.items()}
    return Census(first, again, workers * sum(map(len, kinds.values())), server.pss())


def _costs(server: Server, clients: Sequence[Client], asks: Sequence[Ask]) -> list[float]:
    """Return CPU milliseconds a request over each connection, in a random order that is always the same.

    The connections take turns, since one that is quiet for long is closed.
    """
    shuffled = random.Random(len(asks)).sample(asks, len(asks))
    seconds = [0.0] * len(clients)
    for start in range(0, len(shuffled), TURN):
        turn = shuffled[start : start + TURN]
        for number, client in enumerate(clients):
            before = server.cpu()
            client.send(turn, len(turn))
            seconds[number] += server.cpu() - before
    return [each / len(shuffled) * 1000 for each in seconds]


@contextmanager
def _a_line_to_each(server: Server, workers: int) -> Iterator[Sequence[Client]]:
    """Connect until there is a connection to each worker; which one a connection leads to, its CPU time tells."""
    with ExitStack() as stack:
        found: dict[int, Client] = {}
        for _ in range(MAX_TRIALS):
            client = stack.enter_context(Client(server.port, connections=1))
            before = server.cpu_by_process()
            client.send([ask("/readyz")], TRIAL)
            after = server.cpu_by_process()
            found.setdefault(max(after, key=lambda pid: after[pid] - before.get(pid, 0.0)), client)
            if len(found) == workers:
                yield list(found.values())
                return
        raise RuntimeError(f"no connection to each of {workers} workers in {MAX_TRIALS}")
