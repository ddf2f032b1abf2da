from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import SMALL, make_client


@pytest.fixture(scope="module")
def below() -> FlaskClient:
    return make_client(SMALL, base_path="/begrepp")


@pytest.mark.parametrize("prefix", ["/begrepp", ""], ids=["proxy passes the prefix on", "proxy strips it"])
def test_every_address_carries_the_prefix(below: FlaskClient, prefix: str) -> None:
    for path in ("/sv/", "/sv/small/", "/sv/small/stod/foraldrastod", "/sv/sok?q=a", "/sv/small/hierarki", "/sv/nope"):
        text = below.get(prefix + path, headers={"Accept": "text/html"}).text
        local = re.findall(r'(?:href|action|src)="(/[^"]*)"', text)
        assert local
        assert [address for address in local if not address.startswith("/begrepp/")] == []


@pytest.mark.parametrize("path", ["/", "/sv", "/small", "/small/", "/small/stod", "/sv/small", "/sv/small/stod"])
def test_redirects_carry_the_prefix(below: FlaskClient, path: str) -> None:
    location = below.get("/begrepp" + path).headers["Location"]
    assert location.removeprefix("http://localhost").startswith("/begrepp/"), location
    assert below.get(location, follow_redirects=True).status_code == 200


def test_prefix_is_no_part_of_a_longer_word(below: FlaskClient) -> None:
    assert below.get("/begreppet/sv/").status_code == 404
