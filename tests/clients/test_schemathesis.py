from __future__ import annotations

from pathlib import Path

from tests.web.conftest import running
from tests.web.interfaces.deviations import look_for_deviations

PROJECT = Path(__file__).parent.parent.parent


def test_a_minute_finds_no_deviation(tmp_path: Path) -> None:
    with running(str(PROJECT / "vocab"), "--rate", "0") as address:
        look_for_deviations(address, tmp_path, "--max-time", "60", "--seed", "1")
