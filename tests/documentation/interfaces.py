"""`docs/api.md`: every operation of the interfaces, with a request that was made and the beginning of its answer.

Run as `python -m tests.documentation.interfaces > docs/api.md`. The vocabulary that is asked is that of the tests, so
that the page does not change when a term does.
"""

from __future__ import annotations

import json
import re
import shlex
import sys
import urllib.request
from collections.abc import Iterator
from email.message import Message
from http.client import HTTPMessage
from typing import IO, Any, NamedTuple
from urllib.error import HTTPError

from samsprak.web.interfaces.presentation import Group, Part, Shown, groups
from tests.web.conftest import SMALL, running

WRITTEN_AS = "http://127.0.0.1:8000"
HEAD = """\
# The interfaces, by example

Every operation of the service with a request that was made and the beginning of what came back, of a small vocabulary.
This page is generated: `.venv/bin/python -m tests.documentation.interfaces > docs/api.md`. Programs read the same in
`/openapi.json`, people also at `/api` of a running service. What holds for all of them, and how one is added:
[api-conventions.md](api-conventions.md).
"""
# So much of an answer is shown.
LINES, WIDTH = 16, 160
VERSION = re.compile(r"\?v=[0-9a-f]{12}")
LANGUAGES = {"json": "json", "xml": "xml", "turtle": "turtle", "html": "html", "javascript": "js"}
# What a test cannot know before: it is told that it is there.
VARYING = ("/readyz", "/openapi.json", "/.well-known/void", "/dcat")


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: Message
    body: bytes


class _Kept(urllib.request.HTTPRedirectHandler):
    """Shows where an address leads, and does not follow."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        return None


def page() -> str:
    """Return the page, made with a server of its own."""
    with running(str(SMALL), "--rate", "0") as address:
        described = json.loads(_asked(address, ["curl", f"{address}/openapi.json"]).body)
        lines = [HEAD]
        for group in groups(described, WRITTEN_AS, "en"):
            lines += _group(group, address)
    return "\n".join(lines) + "\n"


def _group(group: Group, address: str) -> Iterator[str]:
    yield f"## {group.name}\n\n{group.text}\n"
    for each in group.operations:
        yield from _operation(each, address)


def _operation(shown: Shown, address: str) -> Iterator[str]:
    yield f"### `{shown.method} {shown.path}`\n"
    yield " ".join(filter(None, (shown.summary, shown.text))) + "\n"
    if shown.parameters or shown.parts:
        yield from (f"- {_part(part)}" for part in (*shown.parameters, *shown.parts))
        yield ""
    answer = _asked(address, shlex.split(shown.example.replace(WRITTEN_AS, address)))
    yield f"```sh\n{shown.example}\n```\n"
    yield f"`{_told(answer, address)}`\n"
    if answer.body and not shown.path.startswith(VARYING):
        yield f"```{_language(answer)}\n{_beginning(answer, address)}\n```\n"


def _part(part: Part) -> str:
    needed = ", required" if part.required else ""
    return f"`{part.name}` ({part.kind}{needed}){': ' + part.text if part.text else ''}"


def _asked(address: str, words: list[str]) -> Answer:
    headers = {}
    if "-H" in words:
        name, _, value = words[words.index("-H") + 1].partition(": ")
        headers[name] = value
    data = words[words.index("--data-binary") + 1].encode() if "--data-binary" in words else None
    if not words[-1].startswith(address):
        raise ValueError(f"asks another host: {words[-1]}")
    request = urllib.request.Request(words[-1], data, headers)
    try:
        with urllib.request.build_opener(_Kept).open(request) as reply:
            return Answer(reply.status, reply.headers, reply.read())
    except HTTPError as error:
        return Answer(error.code, error.headers, error.read())


def _told(answer: Answer, address: str) -> str:
    leads = answer.headers.get("Location", "").replace(address, WRITTEN_AS)
    said = leads or answer.headers.get("Content-Type", "")
    return f"{answer.status} {said}".strip()


def _language(answer: Answer) -> str:
    media_type = answer.headers.get_content_type()
    return next((name for part, name in LANGUAGES.items() if part in media_type), "text")


def _beginning(answer: Answer, address: str) -> str:
    # The version of a file changes with every word of the interface.
    text = VERSION.sub("?v=…", answer.body.decode().replace(address, WRITTEN_AS))
    if _language(answer) == "json":
        text = json.dumps(_shortened(json.loads(text)), ensure_ascii=False, indent=1)
    lines = text.rstrip().splitlines()
    cut = [line if len(line) <= WIDTH else f"{line[:WIDTH]}…" for line in lines[:LINES]]
    return "\n".join([*cut, *(["…"] if len(lines) > LINES else [])])


def _shortened(value: Any) -> Any:
    """Return JSON without its context, which is the same in each answer."""
    if isinstance(value, dict):
        return {name: "…" if name == "@context" else each for name, each in value.items()}
    return value


if __name__ == "__main__":
    sys.stdout.write(page())
