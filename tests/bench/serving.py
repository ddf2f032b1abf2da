"""The cost of answering: a real server, and the bare route beside it, round by round in the same minutes."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from samsprak.publication import preparer
from samsprak.web import stocking
from tests.bench import census
from tests.bench.census import Census
from tests.bench.client import Ask, Client, ask
from tests.bench.processes import SAMSPRAK, Server, free_port, serving
from tests.bench.traffic import requests

BARE = "bare Flask route"
WORKERS = 2
ROUNDS = 5
# Rounds are made so long: at 100 clock ticks a second, one tick is less than a per cent.
ROUND_SECONDS = 1.5
TRIAL = 100
MIN_REQUESTS = 200


@dataclass(frozen=True, slots=True)
class Answering:
    """CPU milliseconds a request by kind, and the memory of all processes in MiB before and after.

    `census` is the same with every concept asked for, of every worker. `downloads` and `pages` are the CPU seconds
    of what was done before, beside the workers: downloads written and pages drawn.
    """

    milliseconds: Mapping[str, float]
    requests: int
    pss_loaded: float
    pss_after: float
    census: Census
    downloads: float
    pages: float


def measure(file: Path, size: int) -> Answering:
    """Serve a vocabulary of `size` concepts and measure each kind of request in several rounds."""
    port, bare_port = free_port(), free_port()
    service = [*SAMSPRAK, "serve", str(file), "--port", str(port), "--workers", str(WORKERS), "--rate", "0"]
    bare = [sys.executable, "-m", "tests.bench.bare", str(bare_port), str(WORKERS)]
    with (
        serving(service, port) as server,
        serving(bare, bare_port) as bare_server,
        Client(port) as client,
        Client(bare_port) as bare_client,
    ):
        loaded = server.pss()
        lanes = {BARE: Lane(bare_server, bare_client, [ask("/")])}
        lanes |= {kind: Lane(server, client, asks) for kind, asks in requests(size, client).items()}
        counts = {kind: _enough(lane) for kind, lane in lanes.items()}
        rounds: dict[str, list[float]] = {kind: [] for kind in lanes}
        for _ in range(ROUNDS):
            for kind, lane in lanes.items():
                rounds[kind].append(lane.cost(counts[kind]) * 1000)
        return Answering(
            {kind: statistics.median(costs) for kind, costs in rounds.items()},
            sum(counts.values()) * ROUNDS,
            loaded,
            server.pss(),
            census.take(server, WORKERS, size),
            server.beside.get(preparer.NICENESS, 0.0),
            server.beside.get(stocking.NICENESS, 0.0),
        )


@dataclass(frozen=True, slots=True)
class Lane:
    """One kind of request to one server."""

    server: Server
    client: Client
    asks: Sequence[Ask]

    def cost(self, count: int) -> float:
        """Return CPU seconds a request over so many requests."""
        before = self.server.cpu()
        self.client.send(self.asks, count)
        return (self.server.cpu() - before) / count


def _enough(lane: Lane) -> int:
    """Return how many requests make a round long enough, after warming the server up with some."""
    lane.cost(TRIAL)
    each = max(lane.cost(TRIAL), 1e-4)
    return max(MIN_REQUESTS, int(ROUND_SECONDS / each) // TRIAL * TRIAL)
