"""A collection's name as a heading: what it is called, and the question that stands in brackets after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samsprak.web.presentation import Link

WITH_QUESTION = re.compile(r"(.*\S)\s+\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A link without its bracket, and what stood in the bracket; empty where there is none."""

    link: Link
    question: str


def heading(link: Link) -> Heading:
    """Return a name parted: `målgrupper (vem som nås)` is target groups, and the question who is reached."""
    found = WITH_QUESTION.fullmatch(link.text)
    return Heading(link._replace(text=found[1]), found[2]) if found else Heading(link, "")
