"""Which methods an address takes: told exactly with 405, to `OPTIONS`, and to browsers that ask for other sites."""

from __future__ import annotations

from collections import defaultdict
from typing import NoReturn, cast

from flask import Flask, Response, current_app, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

EXTENSION = "samsprak.methods"
REFUSED = "refused"
DAY = "86400"
ORDER = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


def set_up(app: Flask) -> None:
    """Note which methods each address takes, once all are known.

    An address that is not read would otherwise be taken for a resource of a vocabulary with the name of its first
    part, which is.
    """
    taken: dict[str, set[str]] = defaultdict(set)
    for rule in app.url_map.iter_rules():
        taken[rule.rule] |= rule.methods or set()
    for rule_text in [each for each, methods in taken.items() if "GET" not in methods]:
        app.add_url_rule(rule_text, REFUSED, _refuse, methods=["GET"])
    app.extensions[EXTENSION] = {rule: tuple(sorted(methods, key=ORDER.index)) for rule, methods in taken.items()}
    app.before_request(_tell)


def _refuse(**_: object) -> NoReturn:
    raise MethodNotAllowed(valid_methods=_taken())


def _tell() -> Response | None:
    """Answer `OPTIONS`, and refuse what the address does not take."""
    if request.method == "OPTIONS" and request.url_rule is not None:
        return _options(_taken())
    if isinstance(request.routing_exception, MethodNotAllowed):
        raise MethodNotAllowed(valid_methods=_taken())
    return None


def _taken() -> tuple[str, ...]:
    """Return the methods of the address at hand: those of the closest rule, not of all that match it."""
    rule = request.url_rule
    if rule is None:
        adapter = current_app.create_url_adapter(request)
        try:
            rule = adapter.match(method="OPTIONS", return_rule=True)[0] if adapter else None
        except HTTPException:
            rule = None
    known = cast(dict[str, tuple[str, ...]], current_app.extensions[EXTENSION])
    return known.get(rule.rule, ()) if rule else ()


def _options(methods: tuple[str, ...]) -> Response:
    """Answer what an address takes, and a browser that asks whether another site may: everything is public."""
    response = Response(status=204)
    response.headers["Allow"] = ", ".join(methods)
    response.headers["Access-Control-Allow-Origin"] = "*"
    if "Access-Control-Request-Method" in request.headers:
        response.headers["Access-Control-Allow-Methods"] = ", ".join(methods)
        response.headers["Access-Control-Allow-Headers"] = request.headers.get("Access-Control-Request-Headers", "*")
        response.headers["Access-Control-Max-Age"] = DAY
    return response
