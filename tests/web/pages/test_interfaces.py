from __future__ import annotations

import re
import shlex
from html import unescape

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_page_of_the_interfaces_tells_what_the_description_tells(client: FlaskClient, lang: str) -> None:
    described = client.get("/openapi.json").json
    assert described is not None
    page = unescape(client.get(f"/{lang}/api").text)
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            assert f"<h3><code>{method.upper()} {path}</code></h3>" in page
            assert f'id="{operation["operationId"]}"' in page
            for parameter in operation.get("parameters", ()):
                assert f"<dt><code>{parameter['name']}</code></dt>" in page


def test_interfaces_lead_to_the_page_in_the_language_of_the_reader(client: FlaskClient) -> None:
    for lang in ("sv", "en"):
        reply = client.get("/api", headers={"Accept-Language": lang})
        assert (reply.status_code, reply.headers["Location"]) == (303, f"/{lang}/api")
        assert reply.headers["Vary"] == "Accept-Language"


def test_limits_are_told_in_words(client: FlaskClient) -> None:
    assert "tal från 0 till 1000" in client.get("/sv/api").text
    assert "number from 0 to 1000" in client.get("/en/api").text


def test_examples_work_as_they_stand(client: FlaskClient) -> None:
    commands = [
        unescape(each) for each in re.findall(r"<pre><code>(curl .*?)</code></pre>", client.get("/sv/api").text)
    ]
    assert len(commands) > 10
    for command in commands:
        words = shlex.split(command)
        address = words[-1].removeprefix("http://localhost")
        if "--data-binary" in words:
            header = words[words.index("-H") + 1].removeprefix("Content-Type: ")
            reply = client.post(address, data=words[words.index("--data-binary") + 1], content_type=header)
        else:
            reply = client.get(address)
        assert reply.status_code < 400, command
