"""A fair share for each client: a bucket of requests that fills at a steady rate."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_network
from math import ceil
from threading import Lock

# Seconds for which an idle client has saved up requests.
SAVED = 10
# Clients remembered at a time, some 200 bytes each; who has been quiet longest is forgotten first.
MOST = 20_000
# Who has a network of IPv6 has at least so many bits of it.
NETWORK = 64


class Limiter:
    """Buckets by client, each with room for `SAVED` seconds at `rate` requests a second."""

    def __init__(self, rate: float, most: int = MOST, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._room = rate * SAVED
        self._most = most
        self._clock = clock
        self._lock = Lock()
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._buckets)

    def wait(self, client: str, cost: float = 1) -> int:
        """Return 0 and take `cost` requests out of the client's bucket, or the seconds until they are there."""
        cost = min(cost, self._room)
        with self._lock:
            now = self._clock()
            left, then = self._buckets.pop(client, (self._room, now))
            left = min(self._room, left + (now - then) * self._rate)
            granted = left >= cost
            self._buckets[client] = (left - cost if granted else left, now)
            if len(self._buckets) > self._most:
                self._buckets.popitem(last=False)
        return 0 if granted else max(1, ceil((cost - left) / self._rate))


def client_of(address: str, forwarded: str, proxies: int) -> str:
    """Return who a request counts for: the peer, or who the nearest `proxies` trusted proxies say it came from.

    `forwarded` is `X-Forwarded-For`, to which each proxy adds who asked it; what stands further left anybody may write.
    """
    if proxies and forwarded:
        chain = [each.strip() for each in forwarded.split(",")]
        address = chain[-min(proxies, len(chain))]
    if ":" not in address:
        return address
    try:
        return str(ip_network((IPv6Address(address.strip("[]")), NETWORK), strict=False))
    except ValueError:
        return address
