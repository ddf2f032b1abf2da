"""The embedded server: granian, its workers forked from a process that has loaded everything once."""

from __future__ import annotations

import ctypes
import errno
import gc
import multiprocessing
import socket
from collections.abc import Callable

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import MPServer

from samsprak.errors import N_, PortInUse, UsageError
from samsprak.publication.preparer import preparing
from samsprak.settings import Settings
from samsprak.snapshot import Snapshot, take
from samsprak.vocabulary.collector import collector_off
from samsprak.web.app import create_app
from samsprak.web.context import service_of
from samsprak.web.stocking import stocking

# Threads of a worker that run Python; slow clients are held by the server around them, not by these.
THREADS = 4
# Seconds that a worker gets to finish what it is doing when the service is stopped.
PATIENCE = 5


def run(settings: Settings, announce: Callable[[Snapshot], None]) -> None:
    """Load, announce and serve until stopped.

    Raises `PortInUse` before anything is loaded, and what `snapshot.take` raises.
    """
    _try_address(settings.host, settings.port)
    with collector_off():
        snapshot = take(settings)
        app = create_app(settings, snapshot)
        _share_memory()
    announce(snapshot)
    server = MPServer(
        "samsprak",
        address=settings.host,
        port=settings.port,
        interface=Interfaces.WSGI,
        workers=settings.workers,
        respawn_failed_workers=True,
        blocking_threads=THREADS,
        workers_kill_timeout=PATIENCE,
        log_access=False,
        log_level=LogLevels.warning,
    )
    folder = service_of(app).downloads.folder
    with preparing(snapshot.vocabularies.values(), folder), stocking(app, settings.origin):
        # The loader hands each forked worker the app that the master built; nothing is loaded twice.
        server.serve(target_loader=lambda *_: app, wrap_loader=False)


def _share_memory() -> None:
    """Fork workers, keep the collector from writing to what they share, and give back what loading no longer needs."""
    multiprocessing.set_start_method("fork", force=True)
    gc.collect()
    gc.freeze()
    # glibc keeps freed memory between what is in use, a third of all after loading; other libraries have no such call.
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


def _try_address(host: str, port: int) -> None:
    """Find out now whether the address can be listened on, not after minutes of loading."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror:
        raise UsageError(N_("“{host}” is no address of this machine."), host=host) from None
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except PermissionError:
            raise UsageError(N_("Port {port} may not be used here. Choose one above 1023."), port=port) from None
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                raise UsageError(N_("“{host}” is no address of this machine."), host=host) from None
            raise PortInUse(host, port) from None
