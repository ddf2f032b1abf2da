"""The description of the interfaces as people read it: by heading, each operation with an example that works."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from samsprak.errors import N_
from samsprak.language.messages import say
from samsprak.web.interfaces.operations import FORM

FIRST_ERROR = 400
Json = Mapping[str, Any]
# What each type of JSON is called, without limits and with them; these are named as JSON Schema names them.
KINDS = {
    "array": (N_("several"), N_("several, {maxItems} at most")),
    "boolean": (N_("true or false"), N_("true or false")),
    "integer": (N_("number"), N_("number from {minimum} to {maximum}")),
    "object": (N_("object"), N_("object")),
    "string": (N_("text"), N_("text, {maxLength} characters at most")),
}
NAMES = re.compile(r"{(\w+)}")


@dataclass(frozen=True, slots=True)
class Part:
    """A parameter of an address, or a part of a body: what it may be, and what it means."""

    name: str
    kind: str
    required: bool
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What may come back: a status, what it means, and the media types where it is no error."""

    status: str
    text: str
    media_types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """An operation; `bodies` are the media types that it takes, `example` a line for a shell."""

    id: str
    method: str
    path: str
    summary: str
    text: str
    parameters: tuple[Part, ...]
    bodies: tuple[str, ...]
    parts: tuple[Part, ...]
    outcomes: tuple[Outcome, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Group:
    """The operations under one heading."""

    name: str
    text: str
    operations: tuple[Shown, ...]


def groups(description: Json, origin: str, lang: str) -> list[Group]:
    """Return the operations by heading; `origin` is the scheme and host of the examples."""
    base = origin + description["servers"][0]["url"].rstrip("/")
    shown: dict[str, list[Shown]] = {tag["name"]: [] for tag in description["tags"]}
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            shown[operation["tags"][0]].append(_shown(method.upper(), path, operation, description, base, lang))
    return [Group(tag["name"], tag["description"], tuple(shown[tag["name"]])) for tag in description["tags"]]


def _shown(method: str, path: str, operation: Json, description: Json, base: str, lang: str) -> Shown:
    parameters = operation.get("parameters", ())
    content = operation.get("requestBody", {}).get("content", {})
    return Shown(
        id=operation["operationId"],
        method=method,
        path=path,
        summary=operation["summary"],
        text=operation.get("description", ""),
        parameters=tuple(
            Part(each["name"], kind(_schema(each), lang), each["required"], each.get("description", ""))
            for each in parameters
        ),
        bodies=tuple(content),
        parts=tuple(_parts(content, description, lang)),
        outcomes=tuple(_outcome(status, answer) for status, answer in operation["responses"].items()),
        example=_example(path, parameters, content, base, redirects="303" in operation["responses"]),
    )


def _parts(content: Json, description: Json, lang: str) -> Iterator[Part]:
    """Yield the parts of the first kind of body that has any."""
    for each in content.values():
        name = each["schema"].get("$ref", "").rpartition("/")[2]
        schema = description["components"]["schemas"][name] if name else each["schema"]
        if "properties" in schema:
            required = schema.get("required", ())
            for key, value in schema["properties"].items():
                yield Part(key, kind(value, lang), key in required, _text(value))
            return


def _text(schema: Json) -> str:
    """Return the description of a schema, or of the first of those that it chooses from."""
    return str(schema.get("description") or schema.get("anyOf", [{}])[0].get("description", ""))


def _schema(parameter: Json) -> Json:
    """Return the schema of a parameter, or of what it holds as text in another format."""
    schema: Json = parameter["schema"] if "schema" in parameter else _held(parameter)["schema"]
    return schema


def _held(parameter: Json) -> Json:
    """Return what a description says of a parameter that holds text in another format."""
    held: Json = next(iter(parameter.get("content", {}).values()), {})
    return held


def _outcome(status: str, answer: Json) -> Outcome:
    media_types = () if int(status) >= FIRST_ERROR else tuple(answer.get("content", ()))
    return Outcome(status, answer["description"], media_types)


def kind(schema: Json, lang: str) -> str:
    """Return what a value may be, in words."""
    if "anyOf" in schema:
        return ", ".join(filter(None, (kind(each, lang) for each in schema["anyOf"])))
    if "enum" in schema or "const" in schema:
        return ", ".join(str(each) for each in schema.get("enum", [schema.get("const")]) if each != "")
    found = KINDS.get(schema.get("type", ""))
    if found is None:
        # The name of a schema, or a value of any type.
        return str(schema.get("$ref", "JSON").rpartition("/")[2])
    plain, limited = found
    return say(limited if set(NAMES.findall(limited)) <= set(schema) else plain, lang, **schema)


def _example(path: str, parameters: tuple[Json, ...], content: Json, base: str, *, redirects: bool) -> str:
    """Return a line for a shell that asks with the examples of what is required, and of the language."""
    query: dict[str, str] = {}
    for each in parameters:
        example = each.get("example", _held(each).get("example"))
        if example is None:
            continue
        if each["in"] == "path":
            path = path.replace(f"{{{each['name']}}}", quote(example, safe=""))
        elif each["required"] or each["name"] == "lang":
            query[each["name"]] = example if isinstance(example, str) else json.dumps(example, ensure_ascii=False)
    address = f"{base}{path}?{urlencode(query)}" if query else f"{base}{path}"
    words = ["curl", "-L" if redirects else "", *_sent(content), shlex.quote(address)]
    return " ".join(word for word in words if word)


def _sent(content: Json) -> Iterator[str]:
    for media_type, body in content.items():
        example = body.get("example", "")
        if media_type == FORM:
            data = urlencode(example)
        else:
            data = example if isinstance(example, str) else json.dumps(example, ensure_ascii=False)
        yield from ("-H", shlex.quote(f"Content-Type: {media_type}"), "--data-binary", shlex.quote(data))
        return
