"""Paging: which part of a long list a page shows."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request

# Up to so many concepts a vocabulary's tree, or all its diagrams, are shown whole.
MAX_WHOLE = 600


@dataclass(frozen=True, slots=True)
class Paging:
    """Which part of a long list is shown; `number` counts from 1."""

    number: int
    size: int
    total: int

    @property
    def offset(self) -> int:
        """Where the part begins, from 0."""
        return (self.number - 1) * self.size

    @property
    def previous(self) -> int | None:
        """The number of the part before, or None."""
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        """The number of the part after, or None."""
        return self.number + 1 if self.offset + self.size < self.total else None


def page_number() -> int:
    """Return which part of a list is asked for; whatever is no such number asks for the first."""
    given = request.args.get("page", "1")
    return max(1, int(given)) if given.isascii() and given.isdigit() and len(given) < len("1000000") else 1
