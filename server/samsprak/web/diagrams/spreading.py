"""Stacks things in a column, each as near as can be to where it wants to be."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float | None], above: Sequence[float], below: Sequence[float]) -> list[int]:
    """Return the middles of things stacked in order: `above` and `below` are what each needs on either side.

    The sum of squared distances from what is wanted is least (isotonic regression by pooling neighbours); what
    wants nothing stands next to its neighbours.
    """
    offsets = _stacked(above, below)
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        if want is None:
            continue
        mean, weight = want - offset, 1
        while pools and pools[-1][0] >= mean:
            other, others = pools.pop()
            mean, weight = (mean * weight + other * others) / (weight + others), weight + others
        pools.append((mean, weight))
    shifts = [mean for mean, weight in pools for _ in range(weight)] or [0.0]
    return [round(offset + shift) for offset, shift in zip(offsets, _for_all(wanted, shifts), strict=True)]


def _stacked(above: Sequence[float], below: Sequence[float]) -> list[float]:
    """Return the middles of things stacked without any air."""
    offsets, end = [], 0.0
    for over, under in zip(above, below, strict=True):
        offsets.append(end + over)
        end = offsets[-1] + under
    return offsets


def _for_all(wanted: Sequence[float | None], shifts: Sequence[float]) -> list[float]:
    """Return a shift for each thing: its own, else that of the last before it that wanted something."""
    found, next_one = [], 0
    for want in wanted:
        if want is not None:
            next_one += 1
        found.append(shifts[max(0, next_one - 1)])
    return found
