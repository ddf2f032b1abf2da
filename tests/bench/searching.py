"""Searching, measured in a process of its own: the index, searches of every kind, suggestions, annotation, and FTS5.

Run as `python -m tests.bench.searching FILE SIZE`, without SIZE for the index alone, or without arguments for the gold
list; prints JSON.
"""

from __future__ import annotations

import gc
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from samsprak.search.index import Index
from samsprak.settings import VocabularyInput, project_folder
from samsprak.vocabulary.collector import collector_off
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.protocol import Vocabulary
from tests.bench import queries
from tests.bench.fts5 import Fts5, Way
from tests.bench.processes import run
from tests.search.gold import holds, lookups, marked_texts, slugs

ROUNDS = 3
# An index is built in so many processes, since what one has built makes the next one quicker.
BUILDS = 3
# A generated query is answered where the concept that is meant is one of the first so many.
RANK = 5
# What the kernel is told so that it measures the most memory anew (proc(5)).
FORGET_PEAK = "5"
# As many as a client of the REST interface may ask for.
MOST_HITS = 2000
ANNOTATED_BYTES = 1_000_000
OURS = "samsprak"


@dataclass(frozen=True, slots=True)
class Calls:
    """CPU milliseconds of one call after another, and the share of queries answered, where there is one."""

    median: float
    p99: float
    slowest: float
    answered: float | None = None


@dataclass(frozen=True, slots=True)
class Searching:
    """What search took at one size: seconds and MiB of the index, calls by kind, and MB of text annotated a second.

    `build` is the median of `builds`; `ratio` is what they took of the time for both indexes of FTS5 right after them.

    `fts5` is how the same queries fared there, by way; `kinds` are our own by kind of query.
    """

    labels: int
    build: float
    builds: Sequence[float]
    ratio: float
    memory: float
    search: Calls
    kinds: Mapping[str, Calls]
    fts5: Mapping[str, Calls]
    suggest: Calls
    adversarial: float
    annotate: float


def measure(file: Path, size: int) -> Searching:
    """Measure a generated vocabulary in a process of its own."""
    said = _said(str(file), str(size))
    taken = [{name: said.pop(name) for name in ("build", "beside")}, *(_said(str(file)) for _ in range(1, BUILDS))]
    builds = [each["build"] for each in taken]
    ratio = statistics.median(each["build"] / each["beside"] for each in taken)
    calls: dict[str, Any] = {
        key: {name: Calls(**each) for name, each in said[key].items()} for key in ("kinds", "fts5")
    }
    calls |= {key: Calls(**said[key]) for key in ("search", "suggest")}
    return Searching(**(said | calls), build=statistics.median(builds), builds=builds, ratio=ratio)


def measure_gold() -> Mapping[str, Calls]:
    """Measure the gold queries on the project's vocabulary: ours, and FTS5 in both ways."""
    return {name: Calls(**each) for name, each in _said().items()}


def _said(*arguments: str) -> dict[str, Any]:
    """Return what this module measures in a process of its own."""
    said: dict[str, Any] = json.loads(run([sys.executable, "-m", "tests.bench.searching", *arguments]).output)
    return said


def main() -> None:
    """Measure what the arguments name, and print it."""
    match sys.argv[1:]:
        case [file, size]:
            result = _generated(Path(file), int(size))
        case [file]:
            vocabulary = load(VocabularyInput(Path(file)))
            result = {"build": _built(vocabulary)[1], "beside": _built_beside(vocabulary)}
        case _:
            result = _gold()
    json.dump(result, sys.stdout)


def _built(vocabulary: Vocabulary) -> tuple[Index, float, float]:
    """Return an index, the seconds that it took, and MiB."""
    gc.collect()
    Path("/proc/self/clear_refs").write_text(FORGET_PEAK)
    before, started = _resident("VmRSS"), time.process_time()
    # As when a snapshot is taken, where the collector comes on again once, after everything.
    with collector_off():
        index = Index([vocabulary])
    return index, time.process_time() - started, _resident("VmHWM") - before


def _built_beside(vocabulary: Vocabulary) -> float:
    """Return the seconds that the indexes of SQLite's full text take, of words and of trigrams."""
    started = time.process_time()
    for way in Way:
        Fts5([vocabulary], way)
    return time.process_time() - started


def _generated(file: Path, size: int) -> dict[str, Any]:
    vocabulary = load(VocabularyInput(file))
    index, build, memory = _built(vocabulary)
    beside = _built_beside(vocabulary)
    gc.collect()
    gc.freeze()
    asked = queries.generated(size)
    everything = [each for kind in asked.values() for each in kind]

    def ours(text: str) -> list[str]:
        return [hit.concept.id for hit in index.search(text, "sv").hits]

    kinds = {kind: _search(ours, each) for kind, each in asked.items()}
    return {
        "labels": sum(len((*each.preferred, *each.alternative, *each.hidden)) for each in vocabulary.concepts),
        "build": build,
        "beside": beside,
        "memory": memory,
        "kinds": kinds,
        "search": _search(ours, everything),
        "suggest": _summary([_milliseconds(partial(index.suggest, text, "sv")) for text in queries.beginnings(size)]),
        "adversarial": max(_adversarial(index)),
        "annotate": _annotated(index, vocabulary),
        "fts5": {way.value: _search(Fts5([vocabulary], way).search, everything, 1) for way in Way},
    }


def _gold() -> dict[str, Any]:
    vocabulary = load(VocabularyInput(project_folder("vocab")))
    index = Index([vocabulary])
    asked = [lookup for lookup in lookups()[1] if lookup.set == "work"]
    ways: dict[str, Callable[[str, str], list[str]]] = {
        OURS: lambda text, lang: [hit.concept.id for hit in index.search(text, lang).hits]
    }
    ways |= {way.value: partial(_by_fts5, Fts5([vocabulary], way)) for way in Way}
    result = {}
    for name, search in ways.items():
        found = {each: [slugs()[concept] for concept in search(each.query, each.lang)] for each in asked}
        cost = [_milliseconds(partial(search, each.query, each.lang)) for each in asked]
        result[name] = _summary(cost, sum(holds(each, answers) for each, answers in found.items()) / len(asked))
    return result


def _search(search: Callable[[str], list[str]], asked: Sequence[queries.Query], rounds: int = ROUNDS) -> dict[str, Any]:
    closed = [each for each in asked if each.concept]
    answered = sum(each.concept in search(each.text)[:RANK] for each in closed)
    cost = [_milliseconds(partial(search, each.text), rounds) for each in asked]
    return _summary(cost, answered / len(closed) if closed else None)


def _milliseconds(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the CPU time of a call, the median of a few."""
    cost = []
    for _ in range(rounds):
        started = time.process_time()
        call()
        cost.append((time.process_time() - started) * 1000)
    return statistics.median(cost)


def _summary(cost: Iterable[float], answered: float | None = None) -> dict[str, Any]:
    ordered = sorted(cost)
    return {
        "median": statistics.median(ordered),
        "p99": ordered[int(len(ordered) * 0.99)],
        "slowest": ordered[-1],
        "answered": answered,
    }


def _adversarial(index: Index) -> Iterable[float]:
    for text in queries.ADVERSARIAL:
        yield _milliseconds(partial(index.search, text, "sv", counted=True))
        yield _milliseconds(partial(index.suggest, text, "sv"))
        yield _milliseconds(partial(index.like, text, limit=MOST_HITS))
        yield _milliseconds(partial(_annotations, index, text))


def _annotations(index: Index, text: str) -> int:
    return sum(1 for _ in index.annotator.annotate(text, "sv"))


def _by_fts5(database: Fts5, text: str, _: str) -> list[str]:
    return database.search(text)


def _annotated(index: Index, vocabulary: Vocabulary) -> float:
    """Return how many MB a second are annotated of texts as people write them, with terms of the vocabulary in them."""
    terms = (f" {concept.preferred[0].text}. {concept.notes[0].text}." for concept in vocabulary.concepts[:500])
    texts = [f"{each.text}{term}" for each in marked_texts() if each.lang == "sv" for term in terms]
    text = "\n".join(texts + [each.text for each in marked_texts() if each.lang == "sv"] * 4)
    text *= ANNOTATED_BYTES // len(text.encode()) + 1
    started = time.process_time()
    found = _annotations(index, text)
    seconds = time.process_time() - started
    if not found:
        raise RuntimeError("nothing was annotated")
    return len(text.encode()) / 1e6 / seconds


def _resident(name: str) -> float:
    """Return the memory that this process holds, or the most that it has held, in MiB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(name + ":"):
            return int(line.split()[1]) / 1024
    raise RuntimeError(f"no {name}")


if __name__ == "__main__":
    main()
