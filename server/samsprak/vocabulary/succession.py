"""Succession: what takes the place of a concept that is out of use, through any number of steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

# A concept that is divided into more than this leaves no choice that a person can make.
MAX_WAYS = 50


@dataclass(frozen=True, slots=True)
class Succession:
    """The concepts in use that replace one, and the ways to every end, the concept itself first in each.

    `whole` says that every way ends in a concept in use.
    """

    finals: tuple[str, ...]
    ways: tuple[tuple[str, ...], ...]
    whole: bool


def succession(start: str, successors: Callable[[str], Sequence[str]], in_use: Callable[[str], bool]) -> Succession:
    """Follow replacements from a concept out of use until they end; a circle is gone round once."""
    came_from: dict[str, str] = {start: ""}
    finals: list[str] = []
    ends: list[str] = []
    pending = [start]
    while pending and len(ends) < MAX_WAYS:
        here = pending.pop(0)
        if here != start and in_use(here):
            finals.append(here)
            ends.append(here)
            continue
        following = successors(here)
        if not following and here != start:
            ends.append(here)
        for each in following:
            if each not in came_from:
                came_from[each] = here
                pending.append(each)
    ways = tuple(_way(end, came_from) for end in ends)
    return Succession(tuple(finals), ways, whole=bool(finals) and len(finals) == len(ends))


def _way(end: str, came_from: dict[str, str]) -> tuple[str, ...]:
    way = []
    while end:
        way.append(end)
        end = came_from[end]
    return tuple(reversed(way))
