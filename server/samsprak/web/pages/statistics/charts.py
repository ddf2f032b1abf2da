"""Charts: plain bars with their numbers written on them, and the same as a table.

A bar is drawn in an SVG as wide as the page lets it be: places are shares of its width, so that nothing is scaled and
text stays as large as the rest of the page. The template `charts.html` draws what is told here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samsprak.web.presentation import Link

# The longest bar takes this share of the width; its number stands after it.
LONGEST = 72.0
PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar; `kind` is how it is drawn, the name of a series."""

    value: int
    kind: str = PLAIN


@dataclass(frozen=True, slots=True)
class Drawn:
    """A part where it stands, in percent of the width."""

    kind: str
    begin: float
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in its parts, what it stands for, and what is written after it."""

    name: Link
    parts: tuple[Part, ...]
    said: str

    @property
    def total(self) -> int:
        """The whole of the bar."""
        return sum(part.value for part in self.parts)


@dataclass(frozen=True, slots=True)
class Series:
    """What the parts of one kind are called."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars under a heading; `first` heads the column of names, `series` names the parts, one where bars are whole.

    `of` is what a bar as long as the width would be; without it, the longest bar decides.
    """

    id: str
    heading: str
    first: str
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]
    of: int = 0

    @property
    def several(self) -> bool:
        """Whether the bars have parts to tell apart."""
        return len(self.series) > 1

    @property
    def longest(self) -> int:
        """The value that the longest possible bar has; never nothing."""
        return max(self.of, *(bar.total for bar in self.bars), 1)

    def drawn(self, bar: Bar) -> list[Drawn]:
        """Return the parts of a bar that are anything, side by side."""
        found, place = [], 0
        for part in bar.parts:
            if part.value:
                found.append(Drawn(part.kind, self._share(place), self._share(part.value)))
            place += part.value
        return found

    def end(self, bar: Bar) -> float:
        """Return where a bar ends."""
        return self._share(bar.total)

    def _share(self, value: int) -> float:
        return round(LONGEST * value / self.longest, 2)


def whole(name: Link, value: int, said: str = "") -> Bar:
    """Return a bar of one part."""
    return Bar(name, (Part(value),), said or str(value))


def parted(name: Link, values: Sequence[tuple[str, int]]) -> Bar:
    """Return a bar of several parts, its total and its parts written after it."""
    parts = tuple(Part(value, kind) for kind, value in values)
    total = sum(part.value for part in parts)
    sums = [str(part.value) for part in parts if part.value]
    return Bar(name, parts, f"{total} ({' + '.join(sums)})" if len(sums) > 1 else str(total))
