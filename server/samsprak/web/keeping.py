"""Keeping: what costs much to make and is asked for again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """Values by key, made when first asked for; thrown away together when there are too many.

    Workers may answer in several threads: nothing is taken out one by one, so nothing needs a lock.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[Key, Value] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """Return the value of a key, made now if it is not kept."""
        kept = self._kept
        if key not in kept:
            if len(kept) >= self._most:
                kept = self._kept = {}
            kept[key] = make()
        return kept[key]
