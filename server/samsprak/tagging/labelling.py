"""Labelling: a register of free text with the concepts that its rows are about proposed beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from samsprak.errors import N_
from samsprak.language.messages import say
from samsprak.snapshot import Snapshot
from samsprak.tagging.evidence import Ground
from samsprak.tagging.naming import term
from samsprak.tagging.processes import in_order, processors
from samsprak.tagging.proposing import Proposal, Proposer
from samsprak.tagging.registers import Progress, Register, Row, cells_of
from samsprak.tagging.widening import Widened

COLUMNS = ("concept", "term", "score", "reason")
# Fewer rows than this are done before a process has started.
FEW = 500
# The lowest scores of rows that can be taken as they are, that need a glance, and that need a person.
BANDS = (80, 60, 0)
GROUNDS = {
    Ground.IS_TERM: N_("the text is the term “{words}”"),
    Ground.NAMES: N_("the text is about “{words}”"),
    Ground.MENTIONS: N_("the text mentions “{words}”"),
    Ground.COMPOUND: N_("“{words}” ends in the term"),
    Ground.LIKE: N_("words of the text stand in “{words}”"),
    Ground.MISSPELT: N_("perhaps “{words}” misspelt"),
    Ground.DESCRIBED: N_("words of the text stand in the notes on “{words}”"),
}


@dataclass(frozen=True, slots=True)
class Summary:
    """How many rows got a proposal, by the lowest score of each of `BANDS`, and how many none."""

    rows: int
    bands: dict[int, int]

    @property
    def proposed(self) -> int:
        """The number of rows with a proposal."""
        return sum(self.bands.values())


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which columns to read, how many concepts to propose for a row, and the lowest score."""

    columns: Sequence[str]
    top: int
    least: int
    processes: int = 0


def label(
    register: Register,
    wanted: Wanted,
    out: BinaryIO,
    *,
    proposer: Proposer,
    snapshot: Snapshot,
    lang: str,
    progress: Progress,
) -> Summary:
    """Write a register with a concept, its term in `lang`, a score and a reason added, once for each of the top."""
    places = [register.place(column) for column in wanted.columns]
    widened = Widened(register, COLUMNS * wanted.top, out)

    def propose(row: Row) -> tuple[Proposal, ...]:
        return proposer.propose(cells_of(row, places), limit=wanted.top, least=wanted.least)

    processes = (wanted.processes or processors()) if register.form.lines > FEW else 1
    bands: Counter[int] = Counter()
    rows = 0
    for row, proposals in in_order(propose, register.rows(progress), processes):
        if row.cells:
            rows += 1
            widened.add(row, list(_cells(proposals, wanted.top, snapshot, lang)))
            if proposals:
                bands[next(band for band in BANDS if proposals[0].score >= band)] += 1
        else:
            widened.add(row, ())
    return Summary(rows, dict(bands))


def _cells(proposals: Sequence[Proposal], top: int, snapshot: Snapshot, lang: str) -> Iterable[str]:
    for each in proposals:
        vocabulary = snapshot.vocabulary(each.vocabulary)
        name = term(vocabulary, vocabulary.concept(each.iri), lang)
        yield from (each.iri, name, str(each.score), say(GROUNDS[each.ground], lang, words=each.words))
    yield from [""] * len(COLUMNS) * (top - len(proposals))
