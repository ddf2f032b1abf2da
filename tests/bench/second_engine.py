"""The optional engine `shacl` alone, on the shapes of one profile and one file: no text rules, messages or places.

Run as `python -m tests.bench.second_engine FILE PROFILE SECONDS MIB`; prints how many faults it found. It is ended
where it takes more CPU or memory than that.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

import shacl

from samsprak.settings import project_folder
from samsprak.validation.rules import Profile


def main() -> None:
    """Check the file."""
    seconds, memory = int(sys.argv[3]), int(sys.argv[4]) * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    files = (project_folder("shapes") / f"{name}.ttl" for name in Profile(sys.argv[2]).files)
    shapes = shacl.Shapes.from_turtle("\n".join(file.read_text("utf-8") for file in files))
    report = shapes.validate_text(Path(sys.argv[1]).read_text("utf-8"), "turtle")
    sys.stdout.write(str(len(report.results)))


if __name__ == "__main__":
    main()
