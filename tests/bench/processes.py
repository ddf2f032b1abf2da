"""Processes that are measured: started here, read from /proc, ended by their ids."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")
READY_WITHIN = 300.0
QUIET_WITHIN = 1800.0
SAMSPRAK = (str(Path(sys.executable).with_name("samsprak")),)
MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command that ran to its end took, in seconds and MiB, and what it said."""

    wall: float
    cpu: float
    peak: float
    status: int
    output: bytes


@dataclass(frozen=True, slots=True)
class Server:
    """A running server with all its workers.

    `beside` are the CPU seconds of what it did besides after its start, by niceness.
    """

    pid: int
    port: int
    beside: Mapping[int, float]

    @property
    def pids(self) -> tuple[int, ...]:
        """The first process and all that descend from it."""
        return family(self.pid)

    def cpu(self) -> float:
        """Return the user and system seconds of all processes together."""
        return sum(self.cpu_by_process().values())

    def cpu_by_process(self) -> dict[int, float]:
        """Return the user and system seconds of each process."""
        return {pid: _ticks(pid) / TICKS for pid in self.pids}

    def pss(self) -> float:
        """Return the memory of all processes together in MiB, what they share counted once."""
        return sum(_pss(pid) for pid in self.pids) / MEBIBYTE


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run(command: Sequence[str], accepted: Collection[int] = (0,)) -> Cost:
    """Run a command to its end; raises where its status is none of the accepted."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as complaints:
        started = time.perf_counter()
        with subprocess.Popen(command, stdout=out, stderr=complaints, cwd=ROOT) as process:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - started
            process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        complaints.seek(0)
        if process.returncode not in accepted:
            raise RuntimeError(f"{' '.join(command)}: {process.returncode} {complaints.read().decode()}")
        cpu = usage.ru_utime + usage.ru_stime
        return Cost(wall, cpu, usage.ru_maxrss / 1024, process.returncode, out.read())


@contextlib.contextmanager
def serving(command: Sequence[str], port: int) -> Iterator[Server]:
    """Start a server, wait until it answers, and end it with all its workers."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT) as process:
        try:
            _wait_until_ready(process, port)
            yield Server(process.pid, port, _wait_until_quiet(process))
        finally:
            _end(process)


def _wait_until_ready(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5):
            return
        time.sleep(0.1)
    raise TimeoutError(f"the server did not answer within {READY_WITHIN:.0f} s")


def _wait_until_quiet(process: subprocess.Popen[bytes]) -> Mapping[int, float]:
    """Wait for what the server does beside its workers after its start, at a low priority; return what that took."""
    deadline = time.monotonic() + QUIET_WITHIN
    taken: dict[int, float] = {}
    while busy := {pid: nice for pid in family(process.pid) if (nice := niceness(pid))}:
        for pid, nice in busy.items():
            with contextlib.suppress(OSError):
                taken[nice] = _ticks(pid) / TICKS
        if time.monotonic() > deadline:
            raise TimeoutError(f"the server was still preparing downloads or pages after {QUIET_WITHIN:.0f} s")
        time.sleep(0.2)
    return taken


def niceness(pid: int) -> int:
    """Return how far a process stands back for others; 0 where it has ended."""
    with contextlib.suppress(OSError):
        # Field 19 of proc(5).
        return int((PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()[16])
    return 0


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask the server to stop; what of its own processes still runs after that is killed."""
    workers = family(process.pid)[1:]
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        for pid in workers:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def family(pid: int) -> tuple[int, ...]:
    """Return a process and its descendants."""
    pids = [pid]
    for parent in pids:
        for listing in PROC.glob(f"{parent}/task/*/children"):
            with contextlib.suppress(OSError):
                pids += (int(child) for child in listing.read_text().split())
    return tuple(pids)


def _ticks(pid: int) -> int:
    # After the name, which may hold spaces: utime and stime are fields 14 and 15 of proc(5).
    fields = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _pss(pid: int) -> int:
    for line in (PROC / str(pid) / "smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    raise RuntimeError(f"no Pss of process {pid}")
