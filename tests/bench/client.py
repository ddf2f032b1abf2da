"""An HTTP client that costs little: kept-alive connections over loopback, replies read whole."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

# More than workers, so that the kernel gives each worker some.
CONNECTIONS = 8


@dataclass(frozen=True, slots=True)
class Ask:
    """One request, ready to send but for the host, and the status that it is to get."""

    line: bytes
    rest: bytes
    status: int

    def to(self, host: bytes) -> bytes:
        """Return what is sent to a host."""
        return b"%b\r\nHost: %b\r\n%b" % (self.line, host, self.rest)


@dataclass(frozen=True, slots=True)
class Reply:
    """A status, headers by lower-case name, and a body."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(path: str, *, status: int = 200, **headers: str) -> Ask:
    """Return a GET; `if_none_match="…"` gives the header If-None-Match."""
    lines = [f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items()]
    return Ask(f"GET {path} HTTP/1.1".encode("ascii"), f"{''.join(lines)}\r\n".encode("ascii"), status)


def post(path: str, **form: str) -> Ask:
    """Return a form that is sent."""
    body = urlencode(form).encode("ascii")
    lines = ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}", "", ""]
    return Ask(f"POST {path} HTTP/1.1".encode("ascii"), "\r\n".join(lines).encode("ascii") + body, 200)


class Client:
    """Several kept-alive connections to one server."""

    def __init__(self, port: int, connections: int = CONNECTIONS) -> None:
        self._host = b"127.0.0.1:%d" % port
        self._connections = [socket.create_connection(("127.0.0.1", port), timeout=60) for _ in range(connections)]
        for connection in self._connections:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for connection in self._connections:
            connection.close()

    def get(self, path: str) -> Reply:
        """Return the reply to one request."""
        self._connections[0].sendall(ask(path).to(self._host))
        return _read(self._connections[0])

    def send(self, asks: Sequence[Ask], count: int) -> None:
        """Send `count` requests one after the other, the given ones in turn, each on the next connection.

        Raises where a status is not as expected. One at a time, since two at once on cores that share a processor
        make each other slower, which would be counted as theirs.
        """
        for number in range(count):
            connection, each = self._connections[number % len(self._connections)], asks[number % len(asks)]
            connection.sendall(each.to(self._host))
            status = _read(connection).status
            if status != each.status:
                raise RuntimeError(f"{each.line!r} gave {status}")


def _read(connection: socket.socket) -> Reply:
    content = b""
    while b"\r\n\r\n" not in content:
        content += _some(connection)
    head, _, body = content.partition(b"\r\n\r\n")
    first, *rest = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in rest)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    length = int(headers.get("content-length", "0"))
    while len(body) < length:
        body += _some(connection)
    return Reply(int(first.split()[1]), headers, body)


def _some(connection: socket.socket) -> bytes:
    received = connection.recv(1 << 20)
    if not received:
        raise ConnectionError("the server closed the connection")
    return received
