"""From a request to the model that an operation states, or to an error that names what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_origin

from flask import request
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import RequestEntityTooLarge

from samsprak.errors import N_, SamsprakError
from samsprak.web.failures import BadParameter, MissingParameter, UnsupportedBody, UnusableRequest
from samsprak.web.interfaces.operations import FORM, Body
from samsprak.web.interfaces.parameters import Parameters

Model = TypeVar("Model", bound=Parameters)
SHOWN = 100


def read_query(model: type[Model]) -> Model:
    """Return the parameters of the address; raises `MissingParameter` or `UnusableRequest`."""
    return _checked(model, request.args)


def read_body(bodies: tuple[Body, ...]) -> Parameters | str:
    """Return the body as the kind that its `Content-Type` names, the first one where none is named."""
    media_type = request.mimetype
    for body in bodies:
        if media_type in {body.media_type, ""}:
            return _read(body, _data())
    raise UnsupportedBody(body.media_type for body in bodies)


def _data() -> bytes:
    """Return the body whole. Werkzeug cuts one of unknown length off at the limit, and says nothing."""
    data = request.get_data()
    if request.content_length is None and len(data) >= (request.max_content_length or len(data) + 1):
        raise RequestEntityTooLarge
    return data


def _read(body: Body, data: bytes) -> Parameters | str:
    if body.model is None:
        return _text(data)
    if body.media_type == FORM:
        return _checked(body.model, request.form)
    try:
        # Strict, since the description says which type each value has.
        return body.model.model_validate_json(data, strict=True)
    except ValidationError as error:
        raise _of_body(error.errors(include_url=False)[0]) from None


def _text(data: bytes) -> str:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise UnusableRequest(N_("The body is not text in UTF-8.")) from None
    if not text:
        raise UnusableRequest(N_("The body is empty."))
    return text


@cache
def _shape(model: type[Parameters]) -> Mapping[str, bool]:
    """Return the names that a model knows, and whether each may come several times."""
    return {
        each.alias or name: get_origin(each.annotation) in {list, tuple} for name, each in model.model_fields.items()
    }


def _checked(model: type[Model], given: MultiDict[str, str]) -> Model:
    values: dict[str, Any] = {}
    for name, several in _shape(model).items():
        if name in given:
            value = [each for each in given.getlist(name) if each] if several else given[name]
            if value:
                values[name] = value
    try:
        return model.model_validate(values)
    except ValidationError as error:
        raise _of_parameter(error.errors(include_url=False)[0], model) from None


def _of_parameter(fault: ErrorDetails, model: type[Parameters]) -> SamsprakError:
    """Return what is wrong with a parameter, and what it may be."""
    name = str(fault["loc"][0]) if fault["loc"] else ""
    if len(fault["loc"]) > 1 or fault["type"].startswith("json_"):
        return _of_json(fault)
    if fault["type"] == "missing":
        return MissingParameter(name)
    value = str(fault["input"])[:SHOWN]
    allowed = _described(model).get(name, {})
    if "enum" in allowed:
        choices = ", ".join(str(each) for each in allowed["enum"])
        return UnusableRequest(
            N_("?{name}= must be one of {choices}, not “{value}”."), name=name, choices=choices, value=value
        )
    if "minimum" in allowed and "maximum" in allowed:
        return UnusableRequest(
            N_("?{name}= must be a whole number from {least} to {most}, not “{value}”."),
            name=name,
            least=allowed["minimum"],
            most=allowed["maximum"],
            value=value,
        )
    if fault["type"] == "string_too_long":
        return UnusableRequest(
            N_("?{name}= may have at most {most} characters."), name=name, most=allowed.get("maxLength", 0)
        )
    return BadParameter(name, value)


def _of_json(fault: ErrorDetails) -> SamsprakError:
    """Return what is wrong with a parameter that is written in JSON."""
    place = ".".join(str(part) for part in fault["loc"])
    if fault["type"].startswith("json_"):
        return UnusableRequest(N_("?{name}= is not valid JSON."), name=place)
    return BadParameter(place, str(fault["input"]))


def _of_body(fault: ErrorDetails) -> SamsprakError:
    """Return what is wrong with a JSON body."""
    place = ".".join(str(part) for part in fault["loc"])
    if fault["type"] == "json_invalid":
        return UnusableRequest(N_("The body is not valid JSON."))
    if not place:
        return UnusableRequest(N_("The body must be a JSON object."))
    if fault["type"] == "missing":
        return UnusableRequest(N_("“{name}” is missing in the body."), name=place)
    return UnusableRequest(
        N_("“{name}” in the body cannot be “{value}”."), name=place, value=str(fault["input"])[:SHOWN]
    )


@cache
def _described(model: type[Parameters]) -> Mapping[str, Mapping[str, Any]]:
    properties: dict[str, Mapping[str, Any]] = model.model_json_schema()["properties"]
    return properties
