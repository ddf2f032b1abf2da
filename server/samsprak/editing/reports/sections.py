"""Sections: a comparison in words, whatever form it is then written in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from samsprak.editing.differences import Comparison, Difference, Happening, Sort
from samsprak.editing.reports.entries import Writer
from samsprak.editing.reports.pieces import Entry, visible
from samsprak.editing.reports.wording import HAPPENINGS, SORTS
from samsprak.errors import N_
from samsprak.language.messages import say

NO_DIFFERENCE = N_("No difference.")


@dataclass(frozen=True, slots=True)
class Section:
    """What has happened in one way to one sort of thing."""

    heading: str
    entries: tuple[Entry, ...]
    alarming: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """A whole comparison in words: what was compared, how much of what, and each difference.

    `alarms` counts the entries that must be looked at.
    """

    title: str
    compared: str
    summary: tuple[tuple[str, int], ...]
    alarms: int
    sections: tuple[Section, ...]
    lang: str

    @property
    def verdict(self) -> str:
        """How many differences there are, and how many must be looked at, in a sentence."""
        total = sum(len(section.entries) for section in self.sections)
        if not total:
            return say(NO_DIFFERENCE, self.lang)
        told = say(N_("Differences: {n}."), self.lang, n=total)
        return told + " " + say(N_("To look at before it is published: {n}."), self.lang, n=self.alarms)


def account(comparison: Comparison, lang: str, preview: str = "") -> Account:
    """Return a comparison in the reader's language; terms lead to the service at `preview` where one is given."""
    writer = Writer(comparison, lang, preview)
    sections = tuple(_sections(comparison.differences, writer, lang))
    title = writer.title(comparison.head.vocabulary)
    return Account(
        title=say(N_("What has changed in {title}"), lang, title=title),
        compared=say(
            N_("From {base} to {head}."), lang, base=visible(comparison.base.title), head=visible(comparison.head.title)
        ),
        summary=tuple((section.heading, len(section.entries)) for section in sections),
        alarms=sum(each.alarming for each in comparison.differences),
        sections=sections,
        lang=lang,
    )


def _sections(differences: Sequence[Difference], writer: Writer, lang: str) -> Iterator[Section]:
    for (sort, happening), found in groupby(differences, key=lambda each: (each.sort, each.first)):
        entries = tuple(writer.entry(each) for each in found)
        yield Section(_heading(sort, happening, lang), entries, any(entry.alarming for entry in entries))


def _heading(sort: Sort, happening: Happening, lang: str) -> str:
    told = say(HAPPENINGS[happening], lang)
    return told if sort is Sort.CONCEPT else f"{say(SORTS[sort], lang)}: {told[0].lower()}{told[1:]}"
