from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.web.conftest import SMALL, free_port, running


def ask(address: str, method: str = "GET", **headers: str) -> tuple[int, http.client.HTTPMessage, bytes]:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=20)
    try:
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        connection.request(method, target, headers={name.replace("_", "-"): value for name, value in headers.items()})
        reply = connection.getresponse()
        return reply.status, reply.headers, reply.read()
    finally:
        connection.close()


def test_concept_address_gives_a_program_json_ld(server: str) -> None:
    status, headers, _ = ask(f"{server}/small/stod", Accept="application/ld+json")
    assert status == 303
    status, headers, body = ask(server + headers["Location"])
    assert status == 200
    assert headers["Content-Type"].startswith("application/ld+json")
    assert json.loads(body)


def test_staff_read_a_definition(server: str) -> None:
    status, _, body = ask(f"{server}/sv/sok?q=f%C3%B6r%C3%A4ldrast%C3%B6d")
    assert status == 200
    assert "insats till föräldrar" in body.decode()


def test_head_and_conditional_requests_on_the_wire(server: str) -> None:
    status, headers, body = ask(f"{server}/small/stod.ttl", "HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) > 100
    status, again, body = ask(f"{server}/small/stod.ttl", If_None_Match=headers["ETag"])
    assert (status, body) == (304, b"")
    assert again["ETag"] == headers["ETag"]


def test_encoded_slashes_and_foreign_letters_arrive(server: str) -> None:
    for path in ("/foreign/%C3%A5/%C3%A4%3F%C3%B6.nt", "/foreign/%C3%A5%2F%C3%A4%3F%C3%B6.nt"):
        status, _, body = ask(server + path)
        assert status == 200
        assert b"odd" in body


def test_whole_vocabulary_is_a_download(server: str) -> None:
    status, headers, body = ask(f"{server}/small.nt")
    assert status == 200
    assert len(body) == int(headers["Content-Length"])
    assert body.count(b"\n") > 40


def test_ready_says_what_is_loaded(server: str) -> None:
    assert ask(f"{server}/healthz")[0] == 200
    _, _, body = ask(f"{server}/readyz")
    assert json.loads(body)["vocabularies"] == {"small": 5, "foreign": 6}


def test_workers_share_one_loaded_master_and_end_with_it() -> None:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "samsprak", "serve", str(SMALL), "--port", str(port), "--workers", "2"],
        stdout=subprocess.PIPE,
        env={**os.environ, "SAMSPRAK_LANG": "en"},
    )
    try:
        assert process.stdout is not None
        said = process.stdout.readline().decode() + process.stdout.readline().decode()
        assert "small: concepts 5, languages sv, en" in said
        assert f"http://127.0.0.1:{port}/" in said
        deadline = time.monotonic() + 20
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        _wait_until_ready(port, deadline)
        # For some moments there are others, which prepare downloads and pages.
        while len(children.read_text().split()) != 2 and time.monotonic() < deadline:
            time.sleep(0.05)
        workers = [int(pid) for pid in children.read_text().split()]
        assert len(workers) == 2
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
        assert not any(Path(f"/proc/{pid}").exists() for pid in workers)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        if process.stdout:
            process.stdout.close()


def _wait_until_ready(port: int, deadline: float) -> None:
    while time.monotonic() < deadline:
        with suppress(ConnectionError):
            assert ask(f"http://127.0.0.1:{port}/readyz")[0] == 200
            return
        time.sleep(0.05)
    raise AssertionError("it does not answer")


def test_port_in_use_is_a_clear_message() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = subprocess.run(
            [sys.executable, "-m", "samsprak", "serve", str(SMALL), "--port", str(port)],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert ended.returncode == 2
    assert f"Port {port} på 127.0.0.1 används redan." in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--port", "0"], "0 är ingen port"),
        (["--workers", "0"], "minst en arbetsprocess"),
        (["--base-path", "x/"], "Sökvägens början"),
        (["--host", "999.1.1.1"], "ingen adress på den här datorn"),
        (["missing.ttl"], "missing.ttl: det finns ingen sådan fil eller mapp"),
        ([f"sv={SMALL}"], "kan inte heta ”sv”"),
        ([str(SMALL), str(SMALL)], "Två vokabulärer vill ha id:t ”small”"),
    ],
)
def test_wrong_usage_is_one_message_and_exit_2(arguments: list[str], message: str) -> None:
    port = [] if "--port" in arguments else ["--port", str(free_port())]
    ended = subprocess.run(
        [sys.executable, "-m", "samsprak", "serve", *arguments, *port],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={name: value for name, value in os.environ.items() if name not in {"LANG", "LC_ALL", "SAMSPRAK_LANG"}},
    )
    assert ended.returncode == 2
    assert message in ended.stderr
    assert "Traceback" not in ended.stderr


def test_base_path_on_the_wire() -> None:
    with (
        running(str(SMALL), "--base-path", "/begrepp") as address,
        urllib.request.urlopen(f"{address}/begrepp/small/stod") as page,
    ):
        assert page.url == f"{address}/begrepp/sv/small/stod/foraldrastod"
        assert 'href="/begrepp/static/style.css' in page.read().decode()
