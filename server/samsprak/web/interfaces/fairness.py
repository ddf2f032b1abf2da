"""The limit on what one client asks for, applied to requests."""

from __future__ import annotations

from typing import cast

from flask import Flask, current_app, request

from samsprak.settings import Settings
from samsprak.web.failures import TooManyRequests
from samsprak.web.interfaces.limiter import Limiter, client_of

EXTENSION = "samsprak.fairness"


def set_up(app: Flask, settings: Settings) -> None:
    """Give an app its limiter, where the settings want one."""
    if settings.rate:
        app.extensions[EXTENSION] = (Limiter(settings.rate), settings.proxies)


def spend(cost: int = 1) -> None:
    """Count the request at hand as `cost` of its client; raises `TooManyRequests`."""
    kept = current_app.extensions.get(EXTENSION)
    if kept is None:
        return
    limiter, proxies = cast(tuple[Limiter, int], kept)
    client = client_of(
        request.remote_addr or "", request.headers.get("X-Forwarded-For", "") if proxies else "", proxies
    )
    seconds = limiter.wait(client, cost)
    if seconds:
        raise TooManyRequests(seconds)
