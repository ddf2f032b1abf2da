"""What clients ask in JSON: names to reconcile, and properties to fetch; and from there to the core's questions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, Json

from samsprak.reconciliation.question import DEFAULT_LIMIT, Known, Question, Strictness
from samsprak.web.interfaces.parameters import OptionalText
from samsprak.web.reconciliation.interface import Where
from samsprak.web.reconciliation.properties import BY_ID, PREFIX

MAX_QUERIES = 100
MAX_CANDIDATES = 100
MAX_IDS, MAX_PROPERTIES = 1000, 50


class Part(BaseModel):
    """A part of JSON that a client sends; what it does not name is ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)


class Cell(Part):
    """A value that was itself reconciled."""

    id: str
    name: str = ""


Value = str | bool | int | float | Cell


class GivenProperty(Part):
    """What else is known of what is sought."""

    pid: str
    v: Value | list[Value]


class Reconcilable(Part):
    """A name to reconcile; without one, properties that tell what it is called."""

    query: str | None = None
    type: str | list[str] | None = None
    limit: Annotated[int, Field(ge=0, le=MAX_CANDIDATES)] | None = None
    properties: list[GivenProperty] | None = None
    type_strict: Literal["any", "all", "should"] | None = None


class Fetched(Part):
    """A property to fetch. `settings` are `limit` and `language`."""

    id: Annotated[str, Field(pattern=rf"^({PREFIX})?({'|'.join(BY_ID)})(@[A-Za-z0-9-]+)?$")]
    settings: dict[str, str | bool | int | float | None] | None = None


class Extension(Part):
    """Records by id, and the properties to fetch."""

    ids: Annotated[list[str], Field(json_schema_extra={"maxItems": MAX_IDS})] = Field(default=[])
    properties: Annotated[list[Fetched], Field(json_schema_extra={"maxItems": MAX_PROPERTIES})] = Field(default=[])


Batch = Annotated[
    Json[Annotated[dict[str, Reconcilable], Field(json_schema_extra={"maxProperties": MAX_QUERIES})]],
    Field(description=f"Names to reconcile, {MAX_QUERIES} at most, each under a key of the client's; JSON."),
]
Extending = Annotated[
    Json[Extension],
    Field(description=f"{MAX_IDS} ids and {MAX_PROPERTIES} properties to fetch at most; JSON."),
]


class AskedByForm(Where):
    """What is asked of the service."""

    queries: Batch = Field(default={}, examples=['{"q0":{"query":"stöd","limit":3}}'])
    extend: Extending = Field(default=Extension(), examples=['{"ids":[],"properties":[{"id":"broader"}]}'])
    query: Annotated[OptionalText, Field(description="One name to reconcile, as text or as the JSON of a query.")] = ""


class Asked(AskedByForm):
    """What is asked of the service; nothing asks for its description."""


def question(given: Reconcilable) -> Question:
    """Return what is asked as the core takes it."""
    types = [given.type] if isinstance(given.type, str) else given.type or []
    return Question(
        given.query or "",
        tuple(each for each in types if each),
        Strictness(given.type_strict or Strictness.ANY),
        tuple(_known(each) for each in given.properties or ()),
        given.limit or DEFAULT_LIMIT,
    )


def _known(given: GivenProperty) -> Known:
    values = given.v if isinstance(given.v, list) else [given.v]
    return Known(given.pid.rpartition(":")[2], tuple(text for value in values for text in _texts(value) if text))


def _texts(value: Value) -> tuple[str, ...]:
    if isinstance(value, Cell):
        return (value.id, value.name)
    return (str(value),)
