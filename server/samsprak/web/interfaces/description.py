"""The description of the interfaces, OpenAPI 3.1, made from what their operations state."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from samsprak import __version__
from samsprak.web.interfaces.examples import Examples
from samsprak.web.interfaces.operations import FORM, Answer, Body, Operation
from samsprak.web.interfaces.parameters import PATH_VARIABLES, Parameters
from samsprak.web.interfaces.problem import ERROR
from samsprak.web.interfaces.schemas import Json, Kind, Schemas

OPENAPI = "3.1.0"
# JSON Schema's word for a text that holds another format, as pydantic's `Json[…]` has it.
MEDIA_TYPE = "contentMediaType"
STAND_IN = re.compile(r"{\w+}")
VARIABLE = re.compile(r"<(?:[^<>:]+:)?([^<>]+)>|{([^{}]+)}")


def describe(operations: Iterable[Operation], base: str, about: str, examples: Examples) -> Json:
    """Return the description of operations that are served below `base`, with examples that work there."""
    operations = list(operations)
    schemas = Schemas(kind for operation in operations for kind in _kinds(operation))
    paths: dict[str, Json] = {}
    tags: dict[str, str] = {}
    for operation in operations:
        tags[operation.tag.name] = operation.tag.description
        paths.setdefault(path_of(operation.rule), {})[operation.method.lower()] = _described(
            operation, schemas, examples
        )
    return {
        "openapi": OPENAPI,
        "info": {"title": "Samspråk", "version": __version__, "description": about},
        "servers": [{"url": base or "/"}],
        "tags": [{"name": name, "description": text} for name, text in tags.items()],
        "paths": paths,
        "components": {"schemas": schemas.named(paths)},
    }


def _kinds(operation: Operation) -> Iterator[Kind]:
    """Yield the types that an operation names."""
    for name in variables(operation.rule):
        yield PATH_VARIABLES[name], "validation"
    for model in (operation.query, *(each.model for each in operation.bodies)):
        if model is not None:
            yield model, "validation"
    for answer in answers(operation):
        yield from ((kind, "serialization") for kind in answer.content.values() if kind is not None)


def path_of(rule: str) -> str:
    """Return a route's rule as a path of the description: `{id}` for `<path:id>`."""
    return VARIABLE.sub(lambda found: f"{{{found[1] or found[2]}}}", rule)


def variables(rule: str) -> list[str]:
    """Return the names of what varies in a route's rule."""
    return [found[1] or found[2] for found in VARIABLE.finditer(rule)]


def answers(operation: Operation) -> list[Answer]:
    """Return what an operation answers: what it states, and the errors that follow from what it takes."""
    stated = {each.status for each in operation.answers}
    return sorted(
        (*operation.answers, *(each for each in _errors(operation) if each.status not in stated)),
        key=lambda each: each.status,
    )


def _errors(operation: Operation) -> Iterator[Answer]:
    if operation.query or operation.bodies:
        yield Answer(400, "Something is missing or cannot be read; the detail names it.", ERROR)
    if variables(operation.rule):
        yield Answer(404, "There is no such thing here.", ERROR)
    if operation.bodies:
        yield Answer(413, "The body is larger than 1 MB.", ERROR)
        yield Answer(415, "The body is of a media type that is not taken.", ERROR)
    if operation.query:
        yield Answer(414, "The address is longer than the server reads, some 64 kB.")
    if operation.cost:
        retry = {"Retry-After": "Seconds until the client may ask again."}
        yield Answer(429, "The client asks for more than its share.", ERROR, retry)


def _described(operation: Operation, schemas: Schemas, examples: Examples) -> Json:
    described: Json = {
        "operationId": operation.id,
        "tags": [operation.tag.name],
        "summary": operation.summary,
        "description": operation.description,
        "parameters": [
            *_path_parameters(operation.rule, schemas, examples),
            *_query_parameters(operation.query, schemas, examples),
        ],
        "responses": {str(each.status): _response(each, schemas) for each in answers(operation)},
    }
    if operation.bodies:
        content = {each.media_type: _body(each, schemas, examples) for each in operation.bodies}
        described["requestBody"] = {"required": True, "content": content}
    return {name: value for name, value in described.items() if value}


def _path_parameters(rule: str, schemas: Schemas, examples: Examples) -> Iterator[Json]:
    for name in variables(rule):
        yield _parameter(name, "path", schemas.of(PATH_VARIABLES[name]), examples, required=True)


def _query_parameters(model: type[Parameters] | None, schemas: Schemas, examples: Examples) -> Iterator[Json]:
    if model is None:
        return
    schema = schemas.of(model)
    for name, each in schema.get("properties", {}).items():
        yield _parameter(name, "query", dict(each), examples, required=name in schema.get("required", ()))


def _parameter(name: str, place: str, schema: Json, examples: Examples, *, required: bool) -> Json:
    parameter: Json = {"name": name, "in": place, "required": required}
    if "description" in schema:
        parameter["description"] = schema.pop("description")
    if schema.get("default") in ("", None, []):
        schema.pop("default", None)
    example = _example(name, schema.pop("examples", ()), examples)
    shown = {} if example is None else {"example": example}
    if MEDIA_TYPE in schema:
        return parameter | {"content": {schema.pop(MEDIA_TYPE): {"schema": _inside(schema)} | _parsed(shown)}}
    # An empty parameter counts as absent.
    absent = {} if required else {"allowEmptyValue": True}
    return parameter | absent | shown | {"schema": schema}


def _parsed(shown: Json) -> Json:
    """Return an example of JSON as a value, where it is written as text."""
    return {name: json.loads(each) if isinstance(each, str) else each for name, each in shown.items()}


def _inside(schema: Json) -> Json:
    """Return the schema of what a text in another format holds, with the limits that stand around it."""
    inside: Json = schema.pop("contentSchema", {})
    return inside | {key: value for key, value in schema.items() if key != "type"}


def _body(body: Body, schemas: Schemas, examples: Examples) -> Json:
    if body.model is None:
        return {"schema": {"type": "string", "minLength": 1}, "example": examples.get("text", "text")}
    example = example_of(schemas.of(body.model), examples)
    described = _form(schemas.of(body.model)) if body.media_type == FORM else {"schema": schemas.reference(body.model)}
    return described | ({"example": example} if example else {})


def _form(schema: Json) -> Json:
    """Return the schema of a form, in which an empty field counts as absent, and how its fields are written."""
    encoding = {}
    fields = {}
    for name, each in schema.get("properties", {}).items():
        field = dict(each)
        if MEDIA_TYPE in field:
            encoding[name] = {"contentType": field.pop(MEDIA_TYPE)}
            field = _inside(field)
        optional = name not in schema.get("required", ()) and field.get("type") != "array"
        fields[name] = {"anyOf": [field, {"const": ""}]} if optional else field
    return {"schema": schema | {"properties": fields}} | ({"encoding": encoding} if encoding else {})


def _example(name: str, own: Sequence[Any], examples: Examples) -> Any:
    """Return an example of a parameter's own, or by its name; `{collection}` stands for the one of that name."""
    if not own:
        return examples.get(name)
    first = own[0]
    if isinstance(first, str) and STAND_IN.fullmatch(first):
        return examples.get(first.strip("{}"))
    return first


def example_of(schema: Json, examples: Examples) -> Json:
    """Return an object with what a body must have, and what else there are examples for."""
    found: dict[str, Any] = {}
    for name, each in schema.get("properties", {}).items():
        value = _example(name, each.get("examples", ()), examples)
        if value is not None:
            found[name] = value
    return found


def _response(answer: Answer, schemas: Schemas) -> Json:
    response: Json = {"description": answer.description}
    if answer.headers:
        response["headers"] = {
            name: {"description": text, "schema": {"type": "string"}} for name, text in answer.headers.items()
        }
    if answer.content:
        response["content"] = {
            media_type: {} if kind is None else {"schema": schemas.reference(kind, "serialization")}
            for media_type, kind in answer.content.items()
        }
    return response
