"""The measurements as a table to read and as JSON."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.bench.processes import Cost
from tests.bench.serving import BARE, Answering


@dataclass(frozen=True, slots=True)
class Loading:
    """What loading one vocabulary took: CPU seconds in all and by step, and the most memory held, in MiB."""

    cpu: float
    wall: float
    imports: float
    steps: Mapping[str, float]
    peak: float
    search: float


@dataclass(frozen=True, slots=True)
class Size:
    """All that was measured on a vocabulary of one size."""

    concepts: int
    triples: int
    loading: Loading
    answering: Answering


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run."""

    cores: int
    sizes: Sequence[Size]
    help: Cost
    lookup: Cost

    def table(self) -> str:
        """Return the run as a table in Markdown."""
        header = ["", *(f"{size.concepts:,} concepts" for size in self.sizes)]
        rows = [header, ["---", *("---:" for _ in self.sizes)], *self._loading(), *self._answering()]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        commands = [
            f"`samsprak --help`: {self.help.wall:.2f} s, of it {self.help.cpu:.2f} s CPU (median of 9).",
            f"`samsprak lookup` on the project's vocabulary: {self.lookup.wall:.2f} s, {self.lookup.cpu:.2f} s CPU.",
        ]
        machine = f"{self.cores} cores, Python {platform.python_version()}."
        return "\n".join([*lines, "", *commands, machine, ""])

    def as_json(self) -> dict[str, Any]:
        """Return the run for programs."""
        return {
            "cores": self.cores,
            "python": platform.python_version(),
            "help": {"wall": self.help.wall, "cpu": self.help.cpu},
            "lookup": {"wall": self.lookup.wall, "cpu": self.lookup.cpu},
            "sizes": [
                {
                    "concepts": size.concepts,
                    "triples": size.triples,
                    "load_cpu": size.loading.cpu,
                    "load_wall": size.loading.wall,
                    "import_cpu": size.loading.imports,
                    "load_steps": dict(size.loading.steps),
                    "load_peak_mib": size.loading.peak,
                    "pss_loaded_mib": size.answering.pss_loaded,
                    "pss_after_mib": size.answering.pss_after,
                    "requests": size.answering.requests,
                    "search_function_ms": size.loading.search,
                    "request_ms": dict(size.answering.milliseconds),
                }
                for size in self.sizes
            ],
        }

    def _loading(self) -> list[list[str]]:
        sizes = self.sizes
        rows = [
            ["triples", *(f"{size.triples:,}" for size in sizes)],
            ["**load, CPU s**", *(f"**{size.loading.cpu:.2f}**" for size in sizes)],
        ]
        return [
            *rows,
            *([f"– {step}", *(f"{s.loading.steps[step]:.2f}" for s in sizes)] for step in sizes[0].loading.steps),
            ["import of the libraries, CPU s", *(f"{size.loading.imports:.2f}" for size in sizes)],
            ["load, wall s", *(f"{size.loading.wall:.2f}" for size in sizes)],
            ["load, peak MiB", *(f"{size.loading.peak:.0f}" for size in sizes)],
            ["**two workers and master, PSS MiB**", *(f"**{s.answering.pss_loaded:.0f}**" for s in sizes)],
            ["– after the requests", *(f"{size.answering.pss_after:.0f}" for size in sizes)],
        ]

    def _answering(self) -> list[list[str]]:
        sizes = self.sizes
        rows = [["search function, CPU ms", *(f"{size.loading.search:.3f}" for size in sizes)]]
        for kind in sizes[0].answering.milliseconds:
            cells = [_beside(size.answering.milliseconds, kind) for size in sizes]
            rows.append([f"{kind}, CPU ms", *cells])
        return rows


def _beside(milliseconds: Mapping[str, float], kind: str) -> str:
    """Return a cost and how many bare routes it is worth."""
    cost = milliseconds[kind]
    return f"{cost:.2f}" if kind == BARE else f"{cost:.2f} (×{cost / milliseconds[BARE]:.1f})"
