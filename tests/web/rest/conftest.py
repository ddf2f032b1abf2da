"""Three vocabularies for the REST API: one of several schemes and languages, a small one, and one of other people."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import DATA, FOREIGN, SMALL, make_client, running

PROJECT = Path(__file__).parent.parent.parent.parent
PROGRAMS = PROJECT / ".venv" / "programs"
MIXED = DATA / "mixed.ttl"
M = "https://example.org/mixed/"
BOAT = quote(f"{M}boat", safe="")
# Each path once, with what it needs.
PATHS = (
    "vocabularies?lang=en",
    "types?lang=en",
    "search?query=boat&lang=en",
    f"label?uri={BOAT}",
    "mixed/?lang=en",
    "mixed/types",
    "mixed/topConcepts",
    "mixed/search?query=b*",
    "mixed/lookup?label=boat",
    "mixed/vocabularyStatistics",
    "mixed/labelStatistics",
    "mixed/index/",
    "mixed/index/B",
    f"mixed/label?uri={BOAT}",
    f"mixed/broader?uri={BOAT}",
    f"mixed/broaderTransitive?uri={BOAT}",
    f"mixed/narrower?uri={BOAT}",
    f"mixed/narrowerTransitive?uri={BOAT}",
    f"mixed/related?uri={BOAT}",
    f"mixed/children?uri={BOAT}",
    f"mixed/hierarchy?uri={BOAT}",
    "mixed/groups",
    f"mixed/groupMembers?uri={M}g1",
    "mixed/new",
    "mixed/modified",
    f"mixed/mappings?uri={BOAT}",
)
DATA_PATHS = (f"data?uri={BOAT}&format=application/json", f"mixed/data?uri={BOAT}&format=application/ld%2Bjson")

Told = dict[str, Any]
Read = Callable[..., Told]


@pytest.fixture(scope="session")
def mixed() -> FlaskClient:
    """The three vocabularies, without a server."""
    return make_client(MIXED, SMALL, FOREIGN)


@pytest.fixture(scope="session")
def read(mixed: FlaskClient) -> Read:
    """Return a function that gives the JSON of an address below `/rest/v1/`."""

    def read_json(address: str, status: int = 200) -> Told:
        reply = mixed.get(f"/rest/v1/{address}")
        assert reply.status_code == status, reply.text
        told: Told = json.loads(reply.text)
        return told

    return read_json


@pytest.fixture(scope="session")
def api() -> Iterator[str]:
    """The address of the API of a real server with the thesaurus and the vocabulary of several schemes."""
    with running(str(PROJECT / "vocab"), str(MIXED), str(SMALL)) as address:
        yield f"{address}/rest/v1/"


def run_program(*command: str) -> Any:
    """Return what a program writes as JSON."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
