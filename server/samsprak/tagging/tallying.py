"""Tallying: how many rows of a register name each concept or one below it, and each part of a grouping."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from samsprak.snapshot import Snapshot
from samsprak.tagging.groups import Grouping, Part
from samsprak.tagging.recognition import concept_of
from samsprak.tagging.registers import Progress, Register, cells_of
from samsprak.tagging.triage import Triage
from samsprak.tagging.verdicts import Standing, Verdict
from samsprak.tagging.wording import in_words

# So many tags that are not counted are told one by one.
EXAMPLES = 10


@dataclass(frozen=True, slots=True)
class Line:
    """How many rows a part of a grouping has: `own` name one of its concepts, `rows` one of these or one below."""

    part: Part
    own: int
    rows: int


@dataclass(frozen=True, slots=True)
class Grouped:
    """The counts of one grouping; `none` are rows with other concepts only, `several` those with more than one."""

    grouping: Grouping
    lines: tuple[Line, ...]
    none: int
    several: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows a concept has: `own` name it, `rows` name it or a concept below it."""

    own: int
    rows: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted. `moved` are tags of concepts out of use that were counted with the one that replaces them.

    `corrected` are tags in another spelling; `uncounted` are those that a person has to decide on, with why, the
    commonest first.
    """

    rows: int
    tagged: int
    counts: dict[str, Count]
    groups: tuple[Grouped, ...]
    moved: int
    corrected: int
    uncounted: int
    examples: tuple[tuple[str, int, str], ...]


class _Hierarchy:
    """Ways up, remembered: a concept itself and all that is above it, whatever circles there are."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.above = lru_cache(maxsize=None)(self._above)

    def broader(self, iri: str) -> tuple[str, ...]:
        concept = concept_of(self._snapshot, iri)
        return tuple(link.iri for link in concept.broader) if concept else ()

    def _above(self, iri: str) -> frozenset[str]:
        seen: set[str] = set()
        pending = [iri]
        while pending:
            here = pending.pop()
            if here not in seen:
                seen.add(here)
                pending += self.broader(here)
        return frozenset(seen)


class _Parts:
    """Counts rows by the parts of one grouping."""

    def __init__(self, grouping: Grouping, hierarchy: _Hierarchy) -> None:
        self._grouping = grouping
        self._hierarchy = hierarchy
        self._holding: dict[str, list[int]] = {}
        for number, part in enumerate(grouping.parts):
            for iri in part.concepts:
                self._holding.setdefault(iri, []).append(number)
        # A collection may hold what lies below the members of another; a concept counts with all that is below it.
        self._single = all(part.concepts == (part.iri,) for part in grouping.parts)
        self._rows: Counter[int] = Counter()
        self._own: Counter[int] = Counter()
        self._none = self._several = 0
        self.of_concept = lru_cache(maxsize=None)(self._of_concept)

    def add(self, concepts: Collection[str]) -> None:
        """Count one row."""
        self._own.update({number for iri in concepts for number in self._holding.get(iri, ())})
        numbers = frozenset[int]().union(*map(self.of_concept, concepts))
        self._rows.update(numbers)
        self._none += not numbers
        self._several += len(numbers) > 1

    def _of_concept(self, iri: str) -> frozenset[int]:
        """Return the parts of a concept: of all that is above it, in collections only of what is nearest above."""
        if self._single:
            return frozenset(number for each in self._hierarchy.above(iri) for number in self._holding.get(each, ()))
        level, seen = {iri}, {iri}
        while level:
            found = [number for each in level for number in self._holding.get(each, ())]
            if found:
                return frozenset(found)
            level = {each for here in level for each in self._hierarchy.broader(here)} - seen
            seen |= level
        return frozenset()

    @property
    def grouped(self) -> Grouped:
        """The counts."""
        parts = enumerate(self._grouping.parts)
        lines = tuple(Line(part, self._own[number], self._rows[number]) for number, part in parts)
        return Grouped(self._grouping, lines, self._none, self._several)


def tally(
    register: Register,
    columns: Sequence[str],
    groupings: Sequence[Grouping],
    *,
    snapshot: Snapshot,
    lang: str,
    progress: Progress,
) -> Tally:
    """Count the rows of a register by the concepts that some of its columns name; a row counts once in each."""
    triage, hierarchy = Triage(snapshot, lang), _Hierarchy(snapshot)
    places = [register.place(column) for column in columns]
    parts = [_Parts(grouping, hierarchy) for grouping in groupings]
    own: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    uncounted: Counter[str] = Counter()
    remarks: dict[str, Verdict] = {}
    rows = tagged = moved = corrected = 0
    for row in register.rows(progress):
        if not row.cells:
            continue
        rows += 1
        concepts: dict[str, None] = {}
        for verdict in (each for cell in cells_of(row, places) for each in triage.check_cell(cell)):
            if verdict.standing is Standing.EMPTY:
                continue
            if verdict.needs_person:
                uncounted[verdict.given] += 1
                remarks.setdefault(verdict.given, verdict)
                continue
            moved += verdict.now != verdict.meant
            corrected += bool(verdict.slips)
            concepts[verdict.now[0]] = None
        if concepts:
            tagged += 1
            own.update(concepts.keys())
            whole.update(frozenset[str]().union(*map(hierarchy.above, concepts)))
            for part in parts:
                part.add(concepts)
    examples = tuple(
        (given, times, in_words(remarks[given], snapshot, lang)) for given, times in uncounted.most_common(EXAMPLES)
    )
    counts = {iri: Count(own[iri], number) for iri, number in whole.items()}
    grouped = tuple(part.grouped for part in parts)
    return Tally(rows, tagged, counts, grouped, moved, corrected, uncounted.total(), examples)
