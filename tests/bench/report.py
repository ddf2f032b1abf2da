"""The measurements as tables to read and as JSON."""

from __future__ import annotations

import platform
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from tests.bench.checking import ENGINE_MIB, ENGINE_SECONDS, PARSING, Checked, Checking
from tests.bench.processes import Cost
from tests.bench.searching import Calls as Searches
from tests.bench.searching import Searching
from tests.bench.serving import BARE, Answering
from tests.bench.single import Calls, Single

Row = list[str]


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
    """What was measured on a vocabulary of one size."""

    concepts: int
    triples: int
    loading: Loading | None = None
    answering: Answering | None = None
    checking: Checking | None = None
    searching: Searching | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A run; what was not asked for is empty.

    `starts` are commands that load little, `own` CPU seconds of commands on the project's vocabulary, `single` checks
    of one concept's text by the name of the vocabulary, `gold` the gold queries by who answers them.
    """

    cores: int
    sizes: Sequence[Size]
    starts: Mapping[str, Cost] = field(default_factory=dict)
    own: Mapping[str, float] = field(default_factory=dict)
    single: Mapping[str, Single] = field(default_factory=dict)
    gold: Mapping[str, Searches] = field(default_factory=dict)

    def table(self) -> str:
        """Return the run as tables in Markdown."""
        parts = [_table(["", *(f"{size.concepts:,} concepts" for size in self.sizes)], self._by_size())]
        if self.own:
            parts.append(_table(["on the project's vocabulary", "CPU s"], self._own()))
        if self.single:
            parts.append(_table(["", *self.single], self._single()))
        if self.gold:
            header = ["the gold queries on the project's vocabulary", "answered", "median, CPU ms", "p99, CPU ms"]
            parts.append(_table(header, [[name, *_searches(each)] for name, each in self.gold.items()]))
        starts = [f"{name}: {cost.wall:.2f} s, of it {cost.cpu:.2f} s CPU." for name, cost in self.starts.items()]
        parts.append("\n".join([*starts, f"{self.cores} cores, Python {platform.python_version()}.", ""]))
        return "\n".join(parts)

    def as_json(self) -> dict[str, Any]:
        """Return the run for programs."""
        return {
            "cores": self.cores,
            "python": platform.python_version(),
            "starts": {name: {"wall": cost.wall, "cpu": cost.cpu} for name, cost in self.starts.items()},
            "own_cpu": dict(self.own),
            "single_ms": {name: asdict(single) for name, single in self.single.items()},
            "gold": {name: asdict(each) for name, each in self.gold.items()},
            "sizes": [asdict(size) for size in self.sizes],
        }

    def _by_size(self) -> list[Row]:
        rows = [["triples", *(f"{size.triples:,}" for size in self.sizes)]]
        loadings = [size.loading for size in self.sizes if size.loading]
        answerings = [size.answering for size in self.sizes if size.answering]
        checkings = [size.checking for size in self.sizes if size.checking]
        if loadings:
            rows += _loading(loadings)
        if answerings:
            rows += _answering(answerings)
        if checkings:
            rows += _checking(checkings)
        searchings = [size.searching for size in self.sizes if size.searching]
        if searchings:
            rows += _searching(searchings)
        return rows

    def _own(self) -> list[Row]:
        parsing = self.own[PARSING]
        return [[name, f"{cpu:.2f}" if name == PARSING else _times(cpu, parsing)] for name, cpu in self.own.items()]

    def _single(self) -> list[Row]:
        singles = list(self.single.values())
        return [
            ["concepts", *(f"{each.concepts:,}" for each in singles)],
            ["reading the vocabulary anew, CPU ms", *(f"{each.read:.0f}" for each in singles)],
            ["checking all of it, CPU ms", *(f"{each.whole:.0f} (×{each.whole / each.read:.1f})" for each in singles)],
            *_calls("a sound text", [(each.sound, each.read) for each in singles]),
            *_calls("a faulty text", [(each.faulty, each.read) for each in singles]),
        ]


def _table(header: Row, rows: Sequence[Row]) -> str:
    whole = [header, ["---", *("---:" for _ in header[1:])], *rows]
    return "\n".join([*(f"| {' | '.join(row)} |" for row in whole), ""])


def _loading(loadings: Sequence[Loading]) -> list[Row]:
    steps = loadings[0].steps
    return [
        ["**load, CPU s**", *(f"**{each.cpu:.2f}**" for each in loadings)],
        *([f"– {step}", *(f"{each.steps[step]:.2f}" for each in loadings)] for step in steps),
        ["import of the libraries, CPU s", *(f"{each.imports:.2f}" for each in loadings)],
        ["load, wall s", *(f"{each.wall:.2f}" for each in loadings)],
        ["load, peak MiB", *(f"{each.peak:.0f}" for each in loadings)],
        ["search function, CPU ms", *(f"{each.search:.3f}" for each in loadings)],
    ]


def _answering(answerings: Sequence[Answering]) -> list[Row]:
    return [
        ["**two workers and master, PSS MiB**", *(f"**{each.pss_loaded:.0f}**" for each in answerings)],
        ["– after the requests", *(f"{each.pss_after:.0f}" for each in answerings)],
        ["– after every concept as page and data", *(f"{each.census.pss:.0f}" for each in answerings)],
        ["downloads written beside the workers, CPU s", *(f"{each.downloads:.1f}" for each in answerings)],
        ["all pages drawn beside the workers, CPU s", *(f"{each.pages:.1f}" for each in answerings)],
        *(
            [f"{kind}, CPU ms", *(_beside(each.milliseconds, kind) for each in answerings)]
            for kind in answerings[0].milliseconds
        ),
        *(
            [
                f"{kind}, each once of one worker; then of another, CPU ms",
                *(f"{each.census.milliseconds[kind]:.2f}; {each.census.again[kind]:.2f}" for each in answerings),
            ]
            for kind in answerings[0].census.milliseconds
        ),
    ]


def _checking(checkings: Sequence[Checking]) -> list[Row]:
    rows = [["parsing alone, CPU s", *(f"{each.parsing:.2f}" for each in checkings)]]

    def add(name: str, kind: Callable[[Checking], Mapping[str, Checked]], profile: str) -> None:
        cells = [(each.parsing, kind(each)[profile]) for each in checkings]
        rows.append([f"**{name}, profile {profile}, CPU s**", *(_checked(found, parsing) for parsing, found in cells)])
        rows.append(["– peak MiB", *("–" if found.ended else f"{found.peak:.0f}" for _, found in cells)])
        rows.append(["– findings", *("–" if found.ended else f"{found.findings}" for _, found in cells)])

    for profile in checkings[0].command:
        add("check", lambda each: each.command, profile)
    for profile in checkings[0].engine:
        add("engine `shacl` alone", lambda each: each.engine, profile)
    return rows


def _checked(checked: Checked, parsing: float) -> str:
    if checked.ended:
        return f"over {ENGINE_SECONDS} s or {ENGINE_MIB} MiB"
    return f"**{checked.cpu:.2f}** (×{checked.cpu / parsing:.1f})"


def _searching(searchings: Sequence[Searching]) -> list[Row]:
    rows = [
        ["labels", *(f"{each.labels:,}" for each in searchings)],
        ["**search index, CPU s**", *(f"**{each.build:.1f}** (×{each.ratio:.2f})" for each in searchings)],
        ["– MiB", *(f"{each.memory:.0f}" for each in searchings)],
        ["**search, median, CPU ms**", *(f"**{each.search.median:.2f}**" for each in searchings)],
        ["– p99", *(f"{each.search.p99:.1f}" for each in searchings)],
        ["– answered", *(_share(each.search) for each in searchings)],
    ]
    for kind in searchings[0].kinds:
        cells = [each.kinds[kind] for each in searchings]
        rows.append([f"– {kind}: median, p99; answered", *(_in_short(each) for each in cells)])
    for way in searchings[0].fts5:
        cells = [each.fts5[way] for each in searchings]
        rows.append([f"FTS5, {way}: median, p99; answered", *(_in_short(each) for each in cells)])
    return [
        *rows,
        ["**suggestions, p99, CPU ms**", *(f"**{each.suggest.p99:.2f}**" for each in searchings)],
        ["slowest call on adversarial text, CPU ms", *(f"{each.adversarial:.1f}" for each in searchings)],
        ["annotation, MB a CPU second", *(f"{each.annotate:.1f}" for each in searchings)],
    ]


def _searches(calls: Searches) -> Row:
    return [_share(calls), f"{calls.median:.2f}", f"{calls.p99:.1f}"]


def _in_short(calls: Searches) -> str:
    return f"{calls.median:.2f}, {calls.p99:.1f}; {_share(calls)}"


def _share(calls: Searches) -> str:
    return "–" if calls.answered is None else f"{calls.answered:.0%}"


def _calls(name: str, calls: Sequence[tuple[Calls, float]]) -> list[Row]:
    return [
        [f"**{name}, CPU ms**", *(f"**{each.median:.0f}** (×{each.median / read:.1f})" for each, read in calls)],
        ["– the slowest", *(f"{each.slowest:.0f}" for each, _ in calls)],
        ["– findings a text", *(f"{each.findings / each.count:g}" for each, _ in calls)],
    ]


def _times(cpu: float, parsing: float) -> str:
    return f"{cpu:.2f} (×{cpu / parsing:.1f})"


def _beside(milliseconds: Mapping[str, float], kind: str) -> str:
    """Return a cost and how many bare routes it is worth."""
    cost = milliseconds[kind]
    return f"{cost:.2f}" if kind == BARE else _times(cost, milliseconds[BARE])
