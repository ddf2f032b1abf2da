"""Whole vocabularies as files: what preparing them takes, and what sending one costs.

Run as `python -m tests.bench.downloading [CONCEPTS]`.
"""

from __future__ import annotations

import ctypes
import gc
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from samsprak.publication.download import prepare
from samsprak.settings import VocabularyInput
from samsprak.vocabulary.formats import OF_WHOLE
from samsprak.vocabulary.loader import load
from tests.bench.generator import VOCABULARY, Generator
from tests.bench.processes import MEBIBYTE, SAMSPRAK, Server, free_port, serving

SIZE = 50_000
# At least so much is sent of each file, so that the clock ticks tell.
ENOUGH = 400_000_000
PIECE = 1 << 20
STATUS = Path("/proc/self/status")
FORGET_PEAK = Path("/proc/self/clear_refs")


@dataclass(frozen=True, slots=True)
class Prepared:
    """CPU seconds, MiB of memory above what the vocabulary takes, and the bytes of a file, plain and gzipped."""

    cpu: float
    memory: float
    size: int
    packed: int


def measure_preparing(file: Path, folder: Path) -> Mapping[str, Prepared]:
    """Prepare a vocabulary in each format, in this process."""
    vocabulary = load(VocabularyInput(file))
    found = {}
    for form in OF_WHOLE:
        _trim()
        FORGET_PEAK.write_text("5")
        before, started = _memory("VmRSS"), time.process_time()
        made = prepare(vocabulary, form, folder)
        cpu = time.process_time() - started
        found[form.title] = Prepared(cpu, _memory("VmHWM") - before, made.size, made.packed_size)
    return found


def measure_sending(file: Path) -> Mapping[str, float]:
    """Return MB a CPU second of the server, by format and encoding."""
    port = free_port()
    with serving([*SAMSPRAK, "serve", str(file), "--port", str(port)], port) as server:
        return {
            f"{form.title}{', gzip' if encoding == 'gzip' else ''}": _rate(
                server, f"/{VOCABULARY}.{form.suffix}", encoding
            )
            for form in OF_WHOLE
            for encoding in ("identity", "gzip")
        }


def _rate(server: Server, path: str, encoding: str) -> float:
    connection, sent, before = HTTPConnection("127.0.0.1", server.port), 0, server.cpu()
    while sent < ENOUGH:
        connection.request("GET", path, headers={"Accept-Encoding": encoding})
        reply = connection.getresponse()
        if reply.status != 200:
            raise RuntimeError(f"{path}: {reply.status}")
        while piece := reply.read(PIECE):
            sent += len(piece)
    connection.close()
    return sent / 1e6 / (server.cpu() - before)


def _trim() -> None:
    """Give back what loading no longer needs, so that writing cannot hide in it."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)


def _memory(name: str) -> float:
    (line,) = [line for line in STATUS.read_text().splitlines() if line.startswith(name)]
    return int(line.split()[1]) * 1024 / MEBIBYTE


def main() -> None:
    """Measure one size and write the figures."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else SIZE
    with tempfile.TemporaryDirectory(prefix="samsprak-bench-") as folder:
        file = Path(folder) / f"{size}.ttl"
        Generator(size).write(file)
        for title, made in measure_preparing(file, Path(folder)).items():
            sizes = f"{made.size / 1e6:.1f} MB, gzip {made.packed / 1e6:.1f} MB"
            sys.stdout.write(f"{title}: {made.cpu:.1f} s, +{made.memory:.0f} MiB, {sizes}\n")
        for title, rate in measure_sending(file).items():
            sys.stdout.write(f"{title}: {rate:.0f} MB a CPU second\n")


if __name__ == "__main__":
    main()
