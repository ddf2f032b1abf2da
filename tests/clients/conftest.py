"""Heavy programs of others, against the running service; `make clients` installs and runs them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.conftest import running

PROJECT = Path(__file__).parent.parent.parent
TOOLS = PROJECT / ".venv" / "clients" / "node_modules"


@pytest.fixture(scope="session")
def thesaurus() -> Iterator[str]:
    """The address of a server of the project's own vocabulary."""
    with running(str(PROJECT / "vocab")) as address:
        yield address
