"""Heavy programs of others, against the running service; `make clients` installs and runs them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.conftest import running

PROJECT = Path(__file__).parent.parent.parent
TOOLS = PROJECT / ".venv" / "clients" / "node_modules"
# Specifications of others, as data: they are no part of the project, and stand beside it where it is developed.
SPECIFICATIONS = PROJECT.parent / "shared" / "specs"
AGAINST_SPECIFICATIONS = ("test_reconciliation_schemas.py", "test_swagger.py")
collect_ignore = [] if SPECIFICATIONS.is_dir() else [*AGAINST_SPECIFICATIONS]


def pytest_report_header() -> str:
    """Say what the specifications are checked against, and where they are not at hand."""
    if SPECIFICATIONS.is_dir():
        return f"specifications: {SPECIFICATIONS}"
    return f"specifications: none at {SPECIFICATIONS}, so these are left out: {', '.join(AGAINST_SPECIFICATIONS)}"


@pytest.fixture(scope="session")
def thesaurus() -> Iterator[str]:
    """The address of a server of the project's own vocabulary."""
    with running(str(PROJECT / "vocab")) as address:
        yield address
