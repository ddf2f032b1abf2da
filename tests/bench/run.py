"""Measures everything: `python tests/bench/run.py [--only PART] [--sizes N,N,…] [--json FILE]`."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Collection
from operator import attrgetter
from pathlib import Path

import pyoxigraph as ox

# As a script this file sees its own folder only; the modules beside it are a package of the project's.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from samsprak.settings import project_folder
from tests.bench import checking, searching, serving, single
from tests.bench.generator import Generator
from tests.bench.processes import SAMSPRAK, Cost, run
from tests.bench.report import Loading, Report, Size

PARTS = LOAD, SERVE, CHECK, SEARCH = "load", "serve", "check", "search"
SIZES = "1000,10000,50000"
# Where search alone is measured; it must not grow with the vocabulary.
SEARCH_SIZES = "10000,50000,200000"
# One concept's text is checked against so many.
SINGLE_SIZE = 500
STARTS = 9
TERM = "föräldrastöd"


def main() -> None:
    """Measure every size and write the tables."""
    parser = argparse.ArgumentParser(description="Measure loading, serving, checking and searching.")
    parser.add_argument("--sizes", help=f"numbers of concepts, default {SIZES}; of search alone {SEARCH_SIZES}")
    parser.add_argument("--only", choices=PARTS, help="measure this alone")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the measurements to a file too")
    options = parser.parse_args()
    parts = (options.only,) if options.only else PARTS
    sizes = options.sizes or (SEARCH_SIZES if parts == (SEARCH,) else SIZES)
    with tempfile.TemporaryDirectory(prefix="samsprak-bench-") as folder:
        report = Report(
            cores=len(os.sched_getaffinity(0)),
            sizes=[_size(int(size), Path(folder), parts) for size in sizes.split(",")],
            starts=_starts() if LOAD in parts else {},
            own=checking.measure_own() if CHECK in parts else {},
            single=_single(Path(folder)) if CHECK in parts else {},
            gold=searching.measure_gold() if SEARCH in parts else {},
        )
    sys.stdout.write(report.table())
    if options.json:
        options.json.write_text(json.dumps(report.as_json(), ensure_ascii=False, indent=1), "utf-8")


def _size(size: int, folder: Path, parts: Collection[str]) -> Size:
    file = _generated(size, folder)
    triples = sum(1 for _ in ox.parse(path=str(file)))
    _say(f"{size} concepts, {triples / size:.1f} triples each: {', '.join(parts)} …")
    return Size(
        size,
        triples,
        _load(file, size) if LOAD in parts else None,
        serving.measure(file, size) if SERVE in parts else None,
        checking.measure(file) if CHECK in parts else None,
        searching.measure(file, size) if SEARCH in parts else None,
    )


def _load(file: Path, size: int) -> Loading:
    said = json.loads(run([sys.executable, "-m", "tests.bench.loading", str(file), str(size)]).output)
    return Loading(
        cpu=said["cpu"],
        wall=said["wall"],
        imports=said["import"],
        steps=said["steps"],
        peak=said["peak_mib"],
        search=said["search_ms"],
    )


def _starts() -> dict[str, Cost]:
    helps = [run([*SAMSPRAK, "--help"]) for _ in range(STARTS)]
    return {
        f"`samsprak --help` (median of {STARTS})": sorted(helps, key=attrgetter("cpu"))[STARTS // 2],
        "`samsprak lookup` on the project's vocabulary": run([*SAMSPRAK, "lookup", TERM]),
    }


def _single(folder: Path) -> dict[str, single.Single]:
    _say(f"one concept's text against {SINGLE_SIZE} …")
    return {
        "generated": single.measure(_generated(SINGLE_SIZE, folder)),
        "the project's": single.measure(project_folder("vocab")),
    }


def _generated(size: int, folder: Path) -> Path:
    file = folder / f"{size}.ttl"
    Generator(size).write(file)
    return file


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")


if __name__ == "__main__":
    main()
