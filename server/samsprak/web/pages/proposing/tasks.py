"""What one may propose: a new term, a change, or that concepts go out of use, are merged or split."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from samsprak.errors import N_
from samsprak.web.pages.proposing.fields import Section
from samsprak.web.pages.proposing.record_fields import OF_RECORD
from samsprak.web.pages.proposing.succession_fields import OF_MERGER, OF_RETIREMENT, OF_SPLIT


class Task(StrEnum):
    """What is proposed, as it stands in the address."""

    NEW = "new"
    CHANGE = "change"
    RETIRE = "retire"
    MERGE = "merge"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Wording:
    """What a task is called, what the page says of it, and its fields; messages to translate."""

    name: str
    heading: str
    lead: str
    sections: tuple[Section, ...]
    subject: str


TASKS = {
    Task.NEW: Wording(
        N_("New term"),
        N_("Propose a new term"),
        N_("Write what you know. Only the term, a definition, a place and a source are needed; the rest can follow."),
        OF_RECORD,
        N_("New term: {term}"),
    ),
    Task.CHANGE: Wording(
        N_("Change"),
        N_("Propose a change"),
        N_("Change what is wrong. If the meaning becomes another, it is another concept: propose a new term instead."),
        OF_RECORD,
        N_("Change: {term}"),
    ),
    Task.RETIRE: Wording(
        N_("Out of use"),
        N_("Propose that a term goes out of use"),
        N_("Nothing is deleted: the page stays, and says what to use instead."),
        OF_RETIREMENT,
        N_("Out of use: {term}"),
    ),
    Task.MERGE: Wording(
        N_("Merge"),
        N_("Propose that two concepts are merged"),
        N_("When two terms have come to stand for one and the same concept."),
        OF_MERGER,
        N_("Merge: {term} into {other}"),
    ),
    Task.SPLIT: Wording(
        N_("Split in parts"),
        N_("Propose that a concept is split"),
        N_("When one term turned out to stand for several concepts. Each gets an address of its own."),
        OF_SPLIT,
        N_("Split: {term}"),
    ),
}
