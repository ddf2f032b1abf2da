"""Checking: a register of stored URIs with what has become of each beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from samsprak.snapshot import Snapshot
from samsprak.tagging.registers import Progress, Register, cells_of
from samsprak.tagging.triage import Triage
from samsprak.tagging.verdicts import Standing, Verdict
from samsprak.tagging.widening import Widened
from samsprak.tagging.wording import in_words

COLUMNS = ("status", "concept", "remark")
# Of several URIs in a cell the first of these is told in the column.
WORST = (Standing.UNKNOWN, Standing.WITHDRAWN, Standing.RETIRED, Standing.CURRENT, Standing.EMPTY)
# So many rows that need a person are told by line; the output has all of them.
EXAMPLES = 10


@dataclass(frozen=True, slots=True)
class Example:
    """A row that needs a person."""

    line: int
    given: str
    remark: str


@dataclass(frozen=True, slots=True)
class Summary:
    """How many rows there are of each standing; `corrected` are rows that a program may correct by itself."""

    rows: int
    standings: dict[Standing, int]
    corrected: int
    needs_person: int
    examples: tuple[Example, ...]


def check(
    register: Register, column: str, out: BinaryIO, *, snapshot: Snapshot, lang: str, progress: Progress
) -> Summary:
    """Write a register with three further columns: the standing, the URIs to use now, a remark in `lang`."""
    triage = Triage(snapshot, lang)
    place = register.place(column)
    widened = Widened(register, COLUMNS, out)
    standings: Counter[Standing] = Counter()
    examples: list[Example] = []
    corrected = needing = 0
    for row in register.rows(progress):
        if not row.cells:
            widened.add(row, ())
            continue
        [cell] = cells_of(row, [place])
        verdicts = triage.check_cell(cell)
        worst = _worst(verdicts)
        remark = " | ".join(in_words(each, snapshot, lang) for each in verdicts)
        widened.add(row, (worst.standing.value, _now(verdicts, cell), remark))
        standings[worst.standing] += 1
        needing += worst.needs_person
        corrected += not worst.needs_person and any(each.slips or each.now != each.meant for each in verdicts)
        if worst.needs_person and len(examples) < EXAMPLES:
            examples.append(Example(row.line, cell, remark))
    return Summary(standings.total(), dict(standings), corrected, needing, tuple(examples))


def _worst(verdicts: Sequence[Verdict]) -> Verdict:
    order: Callable[[Verdict], tuple[bool, int]] = lambda each: (not each.needs_person, WORST.index(each.standing))  # noqa: E731
    return min(verdicts, key=order)


def _now(verdicts: Sequence[Verdict], cell: str) -> str:
    """Return the URIs to use now, parted as those in the cell are; choices are parted by spaces."""
    mark = next((each for each in "|;" if each in cell and len(verdicts) > 1), " ")
    return mark.join(dict.fromkeys(" ".join(each.now) for each in verdicts if each.now))
