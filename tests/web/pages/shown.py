"""Pages as tests read them."""

from __future__ import annotations

from html.parser import HTMLParser

from flask.testing import FlaskClient


class Page(HTMLParser):
    """What a page shows: its links, its text, and its elements that must balance."""

    VOID = frozenset({"meta", "link", "input", "br", "hr", "img"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.open: list[str] = []
        self.headings: list[str] = []
        self.feed(text)
        assert self.open == [], self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        href = dict(attrs).get("href")
        if tag in {"a", "link"} and href:
            self.links.append(href)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"h1", "h2"}:
            self.headings.append(data)


def shown(client: FlaskClient, path: str) -> tuple[str, Page]:
    reply = client.get(path)
    assert reply.status_code == 200, (path, reply.status_code)
    assert reply.content_type == "text/html; charset=utf-8"
    return reply.text, Page(reply.text)
