"""schemathesis, which knows nothing of the code, asks a real server for everything that the description allows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PROGRAM = Path(sys.executable).parent / "schemathesis"
LONG = re.compile(r"(.{200})\S{200,}")


def look_for_deviations(address: str, folder: Path, *bounds: str) -> None:
    """Use every check that there is, within bounds of time or number; fails with what was found."""
    ended = subprocess.run(
        [
            PROGRAM,
            *("--config-file", HERE / "schemathesis.toml"),
            *("run", f"{address}/openapi.json", "--checks", "all", "--no-color"),
            *bounds,
        ],
        cwd=folder,
        env={**os.environ, "SCHEMATHESIS_HOOKS": "serialisers", "PYTHONPATH": str(HERE)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ended.returncode == 0, LONG.sub(r"\1…", ended.stdout + ended.stderr)
