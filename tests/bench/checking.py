"""The cost of `samsprak check` and `samsprak fmt --check` as whole commands, and of parsing alone beside them."""

from __future__ import annotations

import importlib.util
import json
import signal
import statistics
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from samsprak.settings import project_folder
from samsprak.validation.rules import Profile
from tests.bench.processes import SAMSPRAK, Cost, run

PROFILES = (Profile.THESAURUS, Profile.RECORD)
ROUNDS = 5
# Of generated vocabularies, which take longer.
FEW_ROUNDS = 3
FAULTS = 1
ENGINE_SECONDS, ENGINE_MIB = 120, 4096
FAST = ["--engine", "fast"]
# What the kernel sends where time is up, and what the engine does where memory is.
ENDED = (-signal.SIGXCPU, -signal.SIGABRT)
PARSING, IMPORT = "parsing alone", "`import rdflib`"


@dataclass(frozen=True, slots=True)
class Checked:
    """One way of checking: CPU seconds, peak MiB and findings; `ended` where it was not let run to its end."""

    cpu: float
    peak: float
    findings: int
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Checking:
    """What checking one generated vocabulary took, by profile and option.

    `engine` is `shacl` alone, by profile; it is empty where that is not installed, and there is no fast command then.
    """

    parsing: float
    command: Mapping[str, Checked]
    engine: Mapping[str, Checked]


def measure(file: Path) -> Checking:
    """Check a vocabulary with each profile, with and without the optional engine, and with that alone, once."""
    engine = PROFILES if importlib.util.find_spec("shacl") else ()
    command = [*SAMSPRAK, "check", str(file), "--format", "json", "--profile"]
    commands = {
        **{profile.value: [*command, profile.value] for profile in PROFILES},
        **{f"{profile.value}, `--engine fast`": [*command, profile.value, *FAST] for profile in engine},
    }
    parsing: list[float] = []
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(FEW_ROUNDS):
        parsing.append(run(_parse(file)).cpu)
        for name, each in commands.items():
            costs[name].append(run(each, (0, FAULTS)))
    return Checking(
        statistics.median(parsing),
        {name: _checked(each) for name, each in costs.items()},
        {profile.value: _engine(file, profile) for profile in engine},
    )


def measure_own() -> Mapping[str, float]:
    """Return the CPU seconds of whole commands on the project's vocabulary, taken in turn."""
    commands: dict[str, Sequence[str]] = {
        PARSING: _parse(project_folder("vocab")),
        IMPORT: [sys.executable, "-c", "import rdflib"],
        "`samsprak check`": [*SAMSPRAK, "check"],
        **(
            {"`samsprak check --engine fast`": [*SAMSPRAK, "check", *FAST]} if importlib.util.find_spec("shacl") else {}
        ),
        "`samsprak fmt --check`": [*SAMSPRAK, "fmt", "--check"],
    }
    costs: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            costs[name].append(run(command, (0, FAULTS)).cpu)
    return {name: statistics.median(each) for name, each in costs.items()}


def _parse(path: Path) -> list[str]:
    return [sys.executable, "-m", "tests.bench.parsing", str(path)]


def _checked(costs: Sequence[Cost]) -> Checked:
    findings = len(json.loads(costs[0].output)["results"])
    return Checked(statistics.median(cost.cpu for cost in costs), max(cost.peak for cost in costs), findings)


def _engine(file: Path, profile: Profile) -> Checked:
    limits = (str(ENGINE_SECONDS), str(ENGINE_MIB))
    cost = run([sys.executable, "-m", "tests.bench.second_engine", str(file), profile.value, *limits], (0, *ENDED))
    return Checked(cost.cpu, cost.peak, int(cost.output or 0), ended=cost.status in ENDED)
