"""Folders that tests may change."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editing.folders import own, small


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a small vocabulary of the test's own."""
    return small(tmp_path / "ord")


@pytest.fixture
def thesaurus(tmp_path: Path) -> Path:
    """Return a copy of the project's own vocabulary."""
    return own(tmp_path / "vocab")
