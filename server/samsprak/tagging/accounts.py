"""Accounts: a tally as text for a terminal, as CSV, as JSON and as a plot."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from samsprak.errors import N_
from samsprak.language.messages import say
from samsprak.tagging.outline import Entry
from samsprak.tagging.plot import Bar, Panel, Plot
from samsprak.tagging.tallying import Grouped, Tally
from samsprak.tagging.widening import harmless

HEAD = ("table", "level", "uri", "term", "named", "rows")
CONCEPTS = N_("Concepts, each with its narrower ones")
NONE_OF = N_("none of these")
NO_ROW = N_("no row names any of these")
SEVERAL = N_("Rows with more than one of these, counted in each: {n}")
# A plot shows the commonest concepts; the table has all.
MOST = 25
TERMINAL_BAR = 30
PER_CENT = 100


def as_lines(tally: Tally, entries: Sequence[Entry], lang: str) -> Iterator[str]:
    """Yield a tally for a terminal: what was counted, each grouping with bars, all concepts as an outline."""
    yield from (say(template, lang, n=number) for template, number in _facts(tally))
    yield from ("  " + _told(example, lang) for example in tally.examples)
    for grouped in tally.groups:
        yield ""
        yield grouped.grouping.name
        if tally.tagged == grouped.none:
            yield "  " + say(NO_ROW, lang)
            continue
        lines = [(line.part.name, line.rows) for line in grouped.lines] + [(say(NONE_OF, lang), grouped.none)]
        width, longest = max(len(name) for name, _ in lines), max(number for _, number in lines) or 1
        for name, number in lines:
            share = f"{round(PER_CENT * number / max(tally.tagged, 1))} %"
            yield f"  {name:<{width}}  {number:>6}  {share:>5}  {'█' * round(TERMINAL_BAR * number / longest)}".rstrip()
        if grouped.several:
            yield "  " + say(SEVERAL, lang, n=grouped.several)
    if entries:
        yield ""
        yield say(CONCEPTS, lang)
        width = max(2 * entry.depth + len(entry.name) for entry in entries)
        for entry in entries:
            name = "  " * entry.depth + entry.name
            yield f"  {name:<{width}}  {entry.count.rows:>6}{_besides(entry, lang)}".rstrip()


def as_table(tally: Tally, entries: Sequence[Entry], lang: str) -> str:
    """Return a tally as CSV: a row for each line of each grouping, then one for each concept."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEAD)
    for grouped in tally.groups:
        name = harmless(grouped.grouping.name)
        for line in grouped.lines:
            writer.writerow((name, 0, line.part.iri, harmless(line.part.name), line.own, line.rows))
        writer.writerow((name, 0, "", say(NONE_OF, lang), "", grouped.none))
    for entry in entries:
        row = (entry.depth, entry.iri, harmless(entry.name), entry.count.own, entry.count.rows)
        writer.writerow((say(CONCEPTS, lang), *row))
    return out.getvalue()


def as_json(tally: Tally, entries: Sequence[Entry]) -> dict[str, object]:
    """Return a tally for programs."""
    return {
        "rows": tally.rows,
        "tagged": tally.tagged,
        "replaced": tally.moved,
        "corrected": tally.corrected,
        "uncounted": tally.uncounted,
        "examples": [{"given": given, "times": times, "remark": why} for given, times, why in tally.examples],
        "groups": [_group(grouped) for grouped in tally.groups],
        "concepts": [
            {
                "uri": entry.iri,
                "prefLabel": entry.name,
                "level": entry.depth,
                "named": entry.count.own,
                "rows": entry.count.rows,
            }
            for entry in entries
        ],
    }


def as_plot(tally: Tally, entries: Sequence[Entry], title: str, lang: str) -> Plot:
    """Return a tally as a plot: a panel for each grouping that has rows, and one for the commonest concepts."""
    panels = []
    for grouped in tally.groups:
        if any(line.rows for line in grouped.lines):
            bars = [Bar(line.part.name, line.rows, line.own) for line in grouped.lines]
            bars.append(Bar(say(NONE_OF, lang), grouped.none, 0, hollow=True))
            below = say(SEVERAL, lang, n=grouped.several) if grouped.several else ""
            panels.append(Panel(grouped.grouping.name, tuple(bars), below))
    commonest = sorted(entries, key=lambda entry: -entry.count.rows)[:MOST]
    shown = {entry.iri for entry in commonest}
    bars = [Bar(e.name, e.count.rows, e.count.own, min(e.depth, 6)) for e in entries if e.iri in shown]
    left_out = len(entries) - len(bars)
    below = say(N_("Further concepts, not shown: {n}"), lang, n=left_out) if left_out else ""
    panels.append(Panel(say(CONCEPTS, lang), tuple(bars), below))
    description = " ".join(f"{say(template, lang, n=number)}." for template, number in _facts(tally))
    legend = (say(N_("named itself"), lang), say(N_("named by a narrower concept"), lang))
    return Plot(title, description, tuple(panels), legend, lang)


def _facts(tally: Tally) -> Iterator[tuple[str, int]]:
    yield N_("Rows: {n}"), tally.rows
    yield N_("Rows with a concept: {n}"), tally.tagged
    if tally.moved:
        yield N_("Tags that are no longer used, counted with what replaces them: {n}"), tally.moved
    if tally.corrected:
        yield N_("Tags in another spelling, counted: {n}"), tally.corrected
    if tally.uncounted:
        yield N_("Tags that a person has to decide on, not counted: {n}"), tally.uncounted


def _told(example: tuple[str, int, str], lang: str) -> str:
    given, times, why = example
    return say(N_("{given} ({n}) – {remark}"), lang, given=given, n=times, remark=why)


def _besides(entry: Entry, lang: str) -> str:
    said = []
    if entry.count.own != entry.count.rows:
        said.append(say(N_("itself {n}"), lang, n=entry.count.own))
    if entry.also_below:
        said.append(say(N_("also below {terms}"), lang, terms=", ".join(entry.also_below)))
    return f"   ({'; '.join(said)})" if said else ""


def _group(grouped: Grouped) -> dict[str, object]:
    return {
        "uri": grouped.grouping.iri,
        "prefLabel": grouped.grouping.name,
        "parts": [
            {"uri": each.part.iri, "prefLabel": each.part.name, "named": each.own, "rows": each.rows}
            for each in grouped.lines
        ],
        "none": grouped.none,
        "several": grouped.several,
    }
