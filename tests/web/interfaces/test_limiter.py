from __future__ import annotations

import pytest

from samsprak.web.interfaces.limiter import SAVED, Limiter, client_of


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_client_gets_what_it_has_saved_up_and_then_its_rate() -> None:
    clock = Clock()
    limiter = Limiter(2, clock=clock)
    assert [limiter.wait("a") for _ in range(2 * SAVED)] == [0] * 2 * SAVED
    assert limiter.wait("a") == 1
    clock.now += 0.5
    assert limiter.wait("a") == 0
    assert limiter.wait("a") == 1


def test_greedy_client_leaves_others_their_share() -> None:
    limiter = Limiter(1, clock=Clock())
    while not limiter.wait("greedy"):
        pass
    assert limiter.wait("other") == 0


def test_refused_requests_cost_nothing() -> None:
    clock = Clock()
    limiter = Limiter(1, clock=clock)
    while not limiter.wait("a"):
        pass
    for _ in range(100):
        assert limiter.wait("a") == 1
    clock.now += 1
    assert limiter.wait("a") == 0


def test_costly_request_waits_until_its_cost_is_there() -> None:
    clock = Clock()
    limiter = Limiter(1, clock=clock)
    assert limiter.wait("a", SAVED) == 0
    assert limiter.wait("a", 4) == 4
    clock.now += 4
    assert limiter.wait("a", 4) == 0


def test_request_that_costs_more_than_can_be_saved_is_still_answered() -> None:
    assert Limiter(1, clock=Clock()).wait("a", 1000) == 0


def test_memory_is_bounded_and_who_is_active_is_remembered() -> None:
    limiter = Limiter(1, most=3, clock=Clock())
    for _ in range(SAVED):
        limiter.wait("busy")
    for number in range(100):
        limiter.wait(f"once-{number}")
        assert limiter.wait("busy") == 1
    assert len(limiter) == 3


@pytest.mark.parametrize(
    ("address", "forwarded", "proxies", "client"),
    [
        ("192.0.2.1", "198.51.100.7", 0, "192.0.2.1"),
        ("192.0.2.1", "", 1, "192.0.2.1"),
        ("192.0.2.1", "198.51.100.7", 1, "198.51.100.7"),
        ("192.0.2.1", "203.0.113.9, 198.51.100.7", 1, "198.51.100.7"),
        ("192.0.2.1", "203.0.113.9, 198.51.100.7", 2, "203.0.113.9"),
        ("192.0.2.1", "198.51.100.7", 3, "198.51.100.7"),
        ("2001:db8:1:2:3::4", "", 0, "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::5", "", 0, "2001:db8:1:2::/64"),
        ("nonsense:", "", 0, "nonsense:"),
    ],
)
def test_who_a_request_counts_for(address: str, forwarded: str, proxies: int, client: str) -> None:
    assert client_of(address, forwarded, proxies) == client
