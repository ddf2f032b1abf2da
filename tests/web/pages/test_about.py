from __future__ import annotations

import html
import re
import shlex
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient


def commands(client: FlaskClient, lang: str) -> list[str]:
    text = client.get({"sv": "/sv/om", "en": "/en/about"}[lang]).text
    return [html.unescape(found) for found in re.findall(r"<pre><code>(.*?)</code></pre>", text, re.DOTALL)]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_examples_work_as_they_stand(client: FlaskClient, lang: str) -> None:
    given = commands(client, lang)
    assert len(given) == 5
    for command in given:
        words = shlex.split(command)
        assert words.pop(0) == "curl"
        headers, data, address = {}, None, ""
        while words:
            word = words.pop(0)
            if word == "-H":
                name, _, value = words.pop(0).partition(": ")
                headers[name] = value
            elif word == "--data-binary":
                data = words.pop(0)
            elif not word.startswith("-"):
                address = word
        parts = urlsplit(address)
        assert (parts.scheme, parts.netloc) == ("http", "localhost")
        reply = client.open(
            f"{parts.path}?{parts.query}",
            method="POST" if data else "GET",
            headers=headers,
            data=data,
            follow_redirects="-L" in command,
        )
        assert reply.status_code == 200, command
    assert (
        '"@id"'
        in client.get(
            urlsplit(given[0].split()[-1]).path, follow_redirects=True, headers={"Accept": "application/ld+json"}
        ).text
    )


def test_text_of_the_example_names_a_concept(client: FlaskClient) -> None:
    (command,) = [each for each in commands(client, "sv") if "annotate" in each]
    words = shlex.split(command)
    reply = client.post(words[-1].removeprefix("http://localhost"), data=words[words.index("--data-binary") + 1])
    assert reply.json
    assert reply.json["annotations"]


def test_about_says_how_terms_are_decided_and_proposed(client: FlaskClient) -> None:
    text = client.get("/sv/om").text
    assert {"decisions", "propose", "data", "licence"} <= set(re.findall(r'<section id="(\w+)"', text))
    assert "CC0 1.0" in text


def test_accessibility_statement_is_a_template_in_both_languages(client: FlaskClient) -> None:
    assert "Innan den är ifylld säger den ingenting" in client.get("/sv/tillganglighet").text
    assert "it states nothing" in client.get("/en/accessibility").text
