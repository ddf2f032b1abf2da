"""Which trunk of a gap runs where, so that they cross as little as can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

# All orders of so many trunks are tried; of more, the order given is kept.
TRIED = 5
NEAR = 3


@dataclass(frozen=True, slots=True)
class Run:
    """A trunk's ends: the heights where it meets boxes on the left and on the right of its gap."""

    left: tuple[int, ...]
    right: tuple[int, ...]

    def passes(self, height: int) -> bool:
        """Tell whether the upright part lies across a height, or near it."""
        ends = (*self.left, *self.right)
        return min(ends) - NEAR < height < max(ends) + NEAR


def ordered(runs: Sequence[Run]) -> tuple[int, ...]:
    """Return the numbers of the runs from left to right."""
    given = tuple(range(len(runs)))
    if not 1 < len(runs) <= TRIED:
        return given
    return min(permutations(given), key=lambda order: _crossings([runs[number] for number in order]))


def _crossings(runs: Sequence[Run]) -> int:
    """Count where a level part runs into the upright part of another trunk on its way."""
    total = 0
    for at, run in enumerate(runs):
        for other in runs[at + 1 :]:
            total += sum(run.passes(height) for height in other.left)
            total += sum(other.passes(height) for height in run.right)
    return total
