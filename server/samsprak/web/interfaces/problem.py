"""The shape of every error that a program gets (RFC 9457)."""

from __future__ import annotations

from typing_extensions import TypedDict

from samsprak.web.negotiation import HTML, PROBLEM


class Problem(TypedDict):
    """What is wrong: `title` and `detail` are in the language that `Accept-Language` asks for."""

    type: str
    title: str
    status: int
    detail: str
    instance: str


# Programs get JSON, browsers a page.
ERROR = {PROBLEM.media_type: Problem, HTML.media_type: None}
