"""A small vocabulary, served: by Flask's client for most tests, by a real server where the wire matters."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from samsprak.settings import Settings, VocabularyInput
from samsprak.web.app import create_app

DATA = Path(__file__).parent.parent / "data" / "web"
SMALL = DATA / "small.ttl"
FOREIGN = DATA / "foreign.ttl"
NAMESPACE = "https://example.org/small/"


class Reading(FlaskClient):
    """Reads every reply to its end and closes it, as a server does."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        return super().open(*args, **{"buffered": True} | kwargs)


def make_client(*paths: Path, base_path: str = "", public_address: str = "") -> FlaskClient:
    inputs = tuple(VocabularyInput(path) for path in paths)
    settings = Settings(inputs, base_path=base_path, public_address=public_address)
    app = create_app(settings)
    app.test_client_class = Reading
    return app.test_client()


@pytest.fixture(scope="session")
def client() -> FlaskClient:
    """The small vocabulary and one that other people might have written."""
    return make_client(SMALL, FOREIGN)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(*arguments: str, command: tuple[str, ...] = (sys.executable, "-m", "samsprak")) -> Iterator[str]:
    """A server in a process of its own, ready to answer; ended by its id."""
    port = free_port()
    process = subprocess.Popen(
        [*command, "serve", *arguments, "--port", str(port)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(f"{address}/healthz", timeout=5).close()
                break
            except URLError:
                if process.poll() is not None or time.monotonic() > deadline:
                    assert process.stdout is not None
                    raise AssertionError(process.stdout.read().decode()) from None
                time.sleep(0.05)
        yield address
    finally:
        process.terminate()
        process.wait(20)
        assert process.stdout is not None
        process.stdout.close()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a real server with two workers."""
    with running(str(SMALL), str(FOREIGN)) as address:
        yield address
