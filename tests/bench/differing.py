"""What it costs to compare two states of a vocabulary: nearly the same, much changed, and nothing in common.

Run as `python -m tests.bench.differing [SIZE]`.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from pathlib import Path

from tests.bench.generator import NAMESPACE, Generator
from tests.bench.processes import SAMSPRAK, run

SIZE = 50_000
FORMATS = ("text", "markdown", "json", "html")
CONCEPT = re.compile(r"\n(?=bench:\w+ a skos:Concept)")


def vary(text: str, seed: int, share: float) -> str:
    """Return a vocabulary in which this share of the concepts is renamed, redefined, moved, retired, lost or new."""
    chance = random.Random(seed)
    head, *concepts = CONCEPT.split(text)
    ids = [concept.partition(" ")[0] for concept in concepts]
    varied = [head]
    for place, concept in enumerate(concepts):
        varied += _varied(concept, ids[: max(place, 1)], chance) if chance.random() < share else [concept]
    return "\n".join(varied)


def _varied(concept: str, above: list[str], chance: random.Random) -> list[str]:
    """Return what has become of a concept: itself changed, nothing, or it and another."""
    new = re.sub(r"bench:(\w+) a", r"bench:n\1 a", concept, count=1)
    return chance.choice(
        [
            [re.sub(r'prefLabel "([^"]+)"@sv', r'prefLabel "\1 i ny form"@sv', concept)],
            [re.sub(r'definition "([^",]+)', r'definition "\1 hos den som berörs', concept)],
            [re.sub(r"skos:broader bench:\w+", f"skos:broader {chance.choice(above)}", concept)],
            [re.sub(r"status:(UnderDevelopment|Completed)", "status:Deprecated", concept)],
            [],
            [concept, new],
        ]
    )


def main() -> None:
    """Print a table of CPU seconds and memory."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else SIZE
    with tempfile.TemporaryDirectory() as folder:
        base, other = Path(folder, "base.ttl"), Path(folder, "other.ttl")
        Generator(size, seed=1).write(base)
        Generator(size, seed=2).write(other)
        heads = {"itself": base}
        for name, share in (("1 % changed", 0.01), ("30 % changed", 0.3)):
            heads[name] = Path(folder, f"{share}.ttl")
            heads[name].write_text(vary(base.read_text("utf-8"), 1, share), encoding="utf-8")
        heads["nothing in common"] = other
        print(f"{size} concepts of {NAMESPACE}: CPU seconds, MiB at most, bytes written")  # noqa: T201
        for name, head in heads.items():
            for form in FORMATS:
                cost = run([*SAMSPRAK, "diff", str(base), str(head), "--format", form])
                print(f"{name:20}{form:10}{cost.cpu:8.1f}{cost.peak:8.0f}{len(cost.output):12}")  # noqa: T201


if __name__ == "__main__":
    main()
