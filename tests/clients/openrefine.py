"""OpenRefine without its pages: a server of its own, driven by the commands that its pages send."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.web.conftest import free_port

MEMORY = "1024M"
STARTS, ENDS = 120, 30
EVERYTHING = json.dumps({"facets": [], "mode": "row-based"})
BOUNDARY = "a-table-from-the-tests"


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: where it leads is the answer."""

    def redirect_request(self, *_: Any) -> None:
        return None


@dataclass(frozen=True)
class Project:
    """A table in OpenRefine."""

    refine: OpenRefine
    id: str

    def ask(self, command: str, **parameters: object) -> Any:
        return self.refine.ask(command, project=self.id, **parameters)

    def tell(self, command: str, **parameters: object) -> Any:
        return self.refine.tell(command, project=self.id, **parameters)

    def wait(self, seconds: float = 120) -> None:
        """Wait until nothing is being worked at."""
        deadline = time.monotonic() + seconds
        while self.ask("get-processes")["processes"]:
            assert time.monotonic() < deadline
            time.sleep(0.1)

    def guessed_types(self, column: str, service: str) -> list[dict[str, Any]]:
        types: list[dict[str, Any]] = self.tell("guess-types-of-column", columnName=column, service=service)["types"]
        return types

    def reconcile(self, column: str, service: str, manifest: Any, **further: object) -> None:
        """Reconcile a column as the dialogue does: with the first default type and automatic matches."""
        config = {
            "mode": "standard-service",
            "service": service,
            "identifierSpace": manifest["identifierSpace"],
            "schemaSpace": manifest["schemaSpace"],
            "type": manifest["defaultTypes"][0],
            "autoMatch": True,
            "columnDetails": [],
            "limit": 5,
            **further,
        }
        self.tell("reconcile", columnName=column, config=json.dumps(config), engine=EVERYTHING)
        self.wait()

    def recons(self, column: str) -> list[dict[str, Any] | None]:
        """Return what is known of each cell of a column, row by row."""
        place = next(
            each["cellIndex"] for each in self.ask("get-models")["columnModel"]["columns"] if each["name"] == column
        )
        answer = self.ask("get-rows", start=0, limit=1000)
        pool = answer.get("pool", {}).get("recons", {})
        cells = [(row["cells"] + [None] * place)[place] for row in answer["rows"]]
        return [pool.get(str(cell.get("r"))) if cell else None for cell in cells]

    def extend(self, column: str, service: str, manifest: Any, properties: list[dict[str, Any]]) -> None:
        """Add columns with values of the records that a column was matched with."""
        self.tell(
            "extend-data",
            baseColumnName=column,
            endpoint=service,
            identifierSpace=manifest["identifierSpace"],
            schemaSpace=manifest["schemaSpace"],
            columnInsertIndex=2,
            extension=json.dumps({"properties": properties}),
            engine=EVERYTHING,
        )
        self.wait()

    def add_column(self, base: str, name: str, expression: str) -> None:
        self.tell(
            "add-column",
            baseColumnName=base,
            newColumnName=name,
            columnInsertIndex=1,
            expression=expression,
            onError="set-to-blank",
            engine=EVERYTHING,
        )
        self.wait()

    def exported(self, form: str = "csv") -> str:
        """Return the table as a file."""
        body = urlencode({"project": self.id, "format": form, "engine": EVERYTHING, **self.refine.token()}).encode()
        with self.refine.open(f"export-rows/table.{form}", body) as reply:
            text: str = reply.read().decode()
        return text


class OpenRefine:
    """A running OpenRefine, by its address."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _Stay)

    def open(self, command: str, body: bytes | None = None, **headers: str) -> Any:
        return self._opener.open(
            urllib.request.Request(f"{self._address}/command/core/{command}", body, headers=headers), timeout=60
        )

    def ask(self, command: str, **parameters: object) -> Any:
        with self.open(f"{command}?{urlencode(parameters)}") as reply:
            return json.load(reply)

    def tell(self, command: str, **parameters: object) -> Any:
        """Have something done; fails with what OpenRefine says where it is not."""
        with self.open(command, urlencode({**parameters, **self.token()}).encode()) as reply:
            answer = json.load(reply)
        assert answer.get("code") in {"ok", "pending", None}, answer
        return answer

    def token(self) -> dict[str, str]:
        return {"csrf_token": self.ask("get-csrf-token")["token"]}

    def project(self, path: Path) -> Project:
        """Return a new project of a table."""
        parts = {"project-name": path.stem, "format": "text/line-based/*sv", "options": '{"separator":","}'}
        lines = [f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n' for n, v in parts.items()]
        lines.append(
            f"--{BOUNDARY}\r\n"
            f'Content-Disposition: form-data; name="project-file"; filename="{path.name}"\r\n'
            f"Content-Type: text/csv; charset=utf-8\r\n\r\n{path.read_text('utf-8')}\r\n--{BOUNDARY}--\r\n"
        )
        try:
            self.open(
                f"create-project-from-upload?{urlencode(self.token())}",
                "".join(lines).encode(),
                **{"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"},
            )
        except HTTPError as redirect:
            found = parse_qs(urlsplit(redirect.headers["Location"]).query)["project"][0]
            redirect.close()
            return Project(self, found)
        raise AssertionError("no project was made")


@contextmanager
def running_openrefine(folder: Path) -> Iterator[OpenRefine]:
    """OpenRefine on a port of its own, with its data in a folder; ended by the id of its process group."""
    port = free_port()
    log = folder / "log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [
                "openrefine",
                "-i",
                "127.0.0.1",
                "-p",
                str(port),
                "-d",
                str(folder),
                "-m",
                MEMORY,
                "-x",
                "refine.headless=true",
            ],
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    refine = OpenRefine(f"http://127.0.0.1:{port}")
    try:
        deadline = time.monotonic() + STARTS
        while True:
            try:
                refine.ask("get-version")
                break
            except (URLError, ConnectionError):
                assert process.poll() is None, log.read_text("utf-8")
                assert time.monotonic() < deadline, log.read_text("utf-8")
                time.sleep(0.5)
        yield refine
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(ENDS)
