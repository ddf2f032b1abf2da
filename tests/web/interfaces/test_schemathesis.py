from __future__ import annotations

from pathlib import Path

from tests.web.conftest import FOREIGN, SMALL, running
from tests.web.interfaces.deviations import look_for_deviations

# Few examples of much, the same in each run; `make clients` takes longer.
BOUNDS = ("--phases", "examples,coverage,fuzzing", "--max-examples", "4", "--generation-deterministic")


def test_description_and_code_agree(tmp_path: Path) -> None:
    with running(str(SMALL), str(FOREIGN), "--rate", "0") as address:
        look_for_deviations(address, tmp_path, *BOUNDS)
