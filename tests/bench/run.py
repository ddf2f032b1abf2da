"""Measures loading and serving: `python tests/bench/run.py [--sizes 1000,10000,50000] [--json FILE]`."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import pyoxigraph as ox

# As a script this file sees its own folder only; the modules beside it are a package of the project's.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.bench.generator import Generator
from tests.bench.processes import ROOT, SAMSPRAK, Cost, run
from tests.bench.report import Loading, Report, Size
from tests.bench.serving import measure

SIZES = "1000,10000,50000"
STARTS = 9
TERM = "föräldrastöd"


def main() -> None:
    """Measure every size and write the table."""
    parser = argparse.ArgumentParser(description="Measure loading and serving on generated vocabularies.")
    parser.add_argument("--sizes", default=SIZES, help=f"numbers of concepts, default {SIZES}")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the measurements to a file too")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    with tempfile.TemporaryDirectory(prefix="samsprak-bench-") as folder:
        measured = [_size(size, Path(folder)) for size in sizes]
    report = Report(
        cores=len(os.sched_getaffinity(0)),
        sizes=measured,
        help=_median([run([*SAMSPRAK, "--help"]) for _ in range(STARTS)]),
        lookup=run([*SAMSPRAK, "lookup", TERM]),
    )
    sys.stdout.write(report.table())
    if options.json:
        options.json.write_text(json.dumps(report.as_json(), ensure_ascii=False, indent=1), "utf-8")


def _size(size: int, folder: Path) -> Size:
    file = folder / f"{size}.ttl"
    Generator(size).write(file)
    triples = sum(1 for _ in ox.parse(path=str(file)))
    sys.stderr.write(f"{size} concepts, {triples / size:.1f} triples each: loading …\n")
    command = [sys.executable, "-m", "tests.bench.loading", str(file), str(size)]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=ROOT)
    said = json.loads(output.stdout)
    loading = Loading(
        cpu=said["cpu"],
        wall=said["wall"],
        imports=said["import"],
        steps=said["steps"],
        peak=said["peak_mib"],
        search=said["search_ms"],
    )
    sys.stderr.write(f"{size} concepts: serving …\n")
    return Size(said["concepts"], triples, loading, measure(file, size))


def _median(costs: list[Cost]) -> Cost:
    return Cost(statistics.median(each.wall for each in costs), statistics.median(each.cpu for each in costs))


if __name__ == "__main__":
    main()
