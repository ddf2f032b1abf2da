"""What any reader of Turtle pays: a process that parses files with pyoxigraph and keeps nothing.

Run as `python -m tests.bench.parsing PATH`, a file or a folder.
"""

from __future__ import annotations

import sys
from collections import deque
from pathlib import Path

import pyoxigraph as ox


def main() -> None:
    """Parse them."""
    path = Path(sys.argv[1])
    for file in sorted(path.rglob("*.ttl")) if path.is_dir() else [path]:
        deque(ox.parse(path=str(file)), maxlen=0)


if __name__ == "__main__":
    main()
