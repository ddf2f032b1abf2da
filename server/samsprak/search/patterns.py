"""Patterns: labels whose whole text fits `*stöd*`, where `*` stands for anything."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice

from samsprak.language.folding import without_case
from samsprak.search.rows import Row

STARS = re.compile(r"\*+")
# So many parts are compared with labels that hold the longest of them, then it is enough.
MAX_COMPARED = 25_000
# Stands before each label and after the last; no label has one when its case is removed.
BREAK = "\n"


class Patterns:
    """All labels in one text, without case, in which a part of a pattern is found at the speed of memory."""

    def __init__(self, rows: Sequence[Row]) -> None:
        texts = [without_case(row.label.text) for row in rows]
        self._text = BREAK + "".join(text + BREAK for text in texts)
        self._starts = array("L", accumulate((len(text) + len(BREAK) for text in texts), initial=len(BREAK)))

    def fitting(self, pattern: str) -> Iterator[int]:
        """Yield the numbers of the rows that fit, in order; not all of them where the pattern says next to nothing."""
        # The bars keep the spaces beside the stars.
        parts = STARS.split(without_case(f"|{pattern.strip()}|")[1:-1])
        wanted = max(_with_breaks(parts), key=len)
        holding = islice(self._holding(wanted), MAX_COMPARED // (len(parts) + 3))
        return (number for number, label in holding if _fits(label, parts))

    def _holding(self, wanted: str) -> Iterator[tuple[int, str]]:
        """Yield rows, by number and text, that hold a text, which may begin or end with a break."""
        place = 0
        while True:
            found = self._text.find(wanted, place)
            inside = found + len(BREAK) if wanted.startswith(BREAK) else found
            if found < 0 or inside >= len(self._text):
                return
            number = bisect_right(self._starts, inside) - 1
            place = self._starts[number + 1] - len(BREAK)
            yield number, self._text[self._starts[number] : place]


def _with_breaks(parts: Sequence[str]) -> Iterator[str]:
    """Yield the parts of a pattern, the first and the last with the break that a label begins and ends with."""
    last = len(parts) - 1
    for number, part in enumerate(parts):
        yield (BREAK if number == 0 else "") + part + (BREAK if number == last else "")


def _fits(label: str, parts: Sequence[str]) -> bool:
    """Tell whether a label is the parts in their order, with anything between them; in one pass, whatever they are."""
    if len(parts) == 1:
        return label == parts[0]
    place, end = len(parts[0]), len(label) - len(parts[-1])
    if place > end or not label.startswith(parts[0]) or not label.endswith(parts[-1]):
        return False
    for part in parts[1:-1]:
        found = label.find(part, place, end)
        if found < 0:
            return False
        place = found + len(part)
    return True
