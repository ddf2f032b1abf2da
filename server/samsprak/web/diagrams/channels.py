"""Which trunk of a gap runs where, so that they cross as little as can be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, permutations
from typing import NamedTuple

# All orders of so many trunks are tried; of more, the order given is kept.
TRIED = 5
NEAR = 3


class Run(NamedTuple):
    """A trunk's ends: the heights where it meets boxes on the left and on the right of its gap."""

    left: tuple[int, ...]
    right: tuple[int, ...]

    def crossed(self, heights: Sequence[int]) -> int:
        """Count the heights that the upright part lies across, or near."""
        ends = (*self.left, *self.right)
        top, bottom = min(ends) - NEAR, max(ends) + NEAR
        return sum([top < height < bottom for height in heights])


def ordered(runs: Sequence[Run]) -> tuple[int, ...]:
    """Return the numbers of the runs from left to right."""
    given = tuple(range(len(runs)))
    if not 1 < len(runs) <= TRIED:
        return given
    costs = [[_crossings(run, other) for other in runs] for run in runs]
    return min(permutations(given), key=lambda order: sum([costs[one][two] for one, two in combinations(order, 2)]))


def _crossings(run: Run, other: Run) -> int:
    """Count where a level part of one of two trunks, the first to the left, runs into the upright part of the other."""
    return run.crossed(other.left) + other.crossed(run.right)
