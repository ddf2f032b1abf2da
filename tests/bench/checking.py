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
ENGINE_SECONDS, ENGINE_MIB = 60, 4096
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
    """What checking one generated vocabulary took, by profile; `engine` is empty where `shacl` is not installed."""

    parsing: float
    command: Mapping[str, Checked]
    engine: Mapping[str, Checked]


def measure(file: Path) -> Checking:
    """Check a vocabulary with each profile, and with the optional engine alone, once."""
    commands = {
        profile.value: [*SAMSPRAK, "check", str(file), "--profile", profile.value, "--format", "json"]
        for profile in PROFILES
    }
    parsing: list[float] = []
    costs: dict[str, list[Cost]] = {profile: [] for profile in commands}
    for _ in range(FEW_ROUNDS):
        parsing.append(run(_parse(file)).cpu)
        for profile, command in commands.items():
            costs[profile].append(run(command, (0, FAULTS)))
    engine = PROFILES if importlib.util.find_spec("shacl") else ()
    return Checking(
        statistics.median(parsing),
        {profile: _checked(each) for profile, each in costs.items()},
        {profile.value: _engine(file, profile) for profile in engine},
    )


def measure_own() -> Mapping[str, float]:
    """Return the CPU seconds of whole commands on the project's vocabulary, taken in turn."""
    commands: dict[str, Sequence[str]] = {
        PARSING: _parse(project_folder("vocab")),
        IMPORT: [sys.executable, "-c", "import rdflib"],
        "`samsprak check`": [*SAMSPRAK, "check"],
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
