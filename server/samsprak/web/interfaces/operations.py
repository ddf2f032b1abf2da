"""What one operation takes and gives, as its surface states it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from werkzeug.wrappers import Response

from samsprak.web.interfaces.parameters import Parameters

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
TEXT = "text/plain"

View = Callable[..., Response]


@dataclass(frozen=True, slots=True)
class Tag:
    """A group of operations in the documentation."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of body that an operation takes: with a model JSON or a form, without one text (UTF-8)."""

    media_type: str
    model: type[Parameters] | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an operation answers: media types, each with the type of its JSON or None; `headers` by name.

    The type is anything that pydantic can describe: a `TypedDict`, a model, `list[…]`.
    """

    status: int
    description: str
    content: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one address; `cost` is how many requests it counts as for the limit, 0 for none."""

    id: str
    method: str
    rule: str
    tag: Tag
    summary: str
    description: str
    query: type[Parameters] | None
    bodies: tuple[Body, ...]
    answers: tuple[Answer, ...]
    cost: int
    announces: bool
