"""What a request may say in its address, read and checked."""

from __future__ import annotations

from flask import request

from samsprak.web.failures import BadParameter, MissingParameter


def required(name: str) -> str:
    """Return a parameter that must be there, or raise `MissingParameter`."""
    value = request.args.get(name, "").strip()
    if not value:
        raise MissingParameter(name)
    return value


def number(name: str, default: int, largest: int) -> int:
    """Return a whole number from 0 to `largest`, or raise `BadParameter`; empty counts as absent."""
    given = request.args.get(name, "").strip()
    if not given:
        return default
    if not (given.isascii() and given.isdigit()) or int(given[:12]) > largest:
        raise BadParameter(name, given)
    return int(given)


def truth(name: str) -> bool:
    """Return whether a flag is set: `1`, `true` and `True` set it, as clients in several languages write it."""
    return request.args.get(name, "").lower() in {"1", "true", "yes", "on"}
