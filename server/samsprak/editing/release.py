"""Releases: a version of the whole vocabulary, kept beside it as a snapshot and as a list of what has changed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

from samsprak.editing.amendment import Advice, Amendment
from samsprak.editing.chronicle import in_words
from samsprak.editing.comparison import compare
from samsprak.editing.edition import edition
from samsprak.editing.folder import Folder
from samsprak.editing.properties import ISSUED, MODIFIED, VERSION, date
from samsprak.editing.proposal import Alteration, Proposal, proposal, scratch
from samsprak.editing.reports.markdown import MARKER, markdown, safe
from samsprak.editing.reports.sections import account
from samsprak.editing.versions import Release, order, releases
from samsprak.errors import N_, Problem, UsageError
from samsprak.language.messages import say
from samsprak.language.tags import best
from samsprak.validation import history
from samsprak.validation.checker import check
from samsprak.validation.findings import Finding, Place
from samsprak.validation.messages import messages
from samsprak.validation.names import Names
from samsprak.validation.rules import Severity
from samsprak.vocabulary.formatting import Source, read_sources
from samsprak.vocabulary.reader import SNAPSHOTS, read
from samsprak.vocabulary.states import state_of_files

NUMBER = re.compile(r"(0|[1-9]\d{0,5})(\.(0|[1-9]\d{0,5})){1,3}")
# This list is read as a file, not as a comment in a review: it may be as long as it is.
UNLIMITED = 10**9
LANGUAGE = "sv"


def release(folder: Folder, version: str, *, today: dt.date) -> Proposal:
    """Propose a release: the scheme's version and dates, the snapshot, and the changes in words.

    Faults of the whole vocabulary, and against the last tag and the last release, stand in the proposal. Raises
    `UsageError` where the version is no number, is there already or is not above the last.
    """
    earlier = releases(folder.path)
    _refuse(version, earlier)
    last = earlier[0] if earlier else None
    dated = _dated(folder, version, today)
    with scratch() as place:
        path = place / f"{version}.ttl"
        snapshot = edition(_with(folder, dated, place / "altered"), folder.known)
        path.write_text(snapshot, encoding="utf-8", newline="")
        told = _told(folder, path, version, today, last)
    kept = tuple(
        Alteration(f"{SNAPSHOTS}/{version}.{suffix}", None, text.encode())
        for suffix, text in (("ttl", snapshot), ("md", told))
    )
    advice = Advice(
        N_("Commit the files, tag the commit v{version} and send the tag with it."), (("version", version),)
    )
    faults = (*dated.findings, *_faults(folder), *_lost(folder, last))
    return Proposal(folder.path, (*dated.alterations, *kept), faults, (advice,), folder.known.scheme)


def _refuse(version: str, earlier: tuple[Release, ...]) -> None:
    if not NUMBER.fullmatch(version):
        raise UsageError(
            N_("A version is numbers with full stops between, such as 1.0.0, not “{version}”."), version=version
        )
    if earlier and order(version) <= order(earlier[0].version):
        raise UsageError(
            N_("Version {version} is not above the last one, {last}."), version=version, last=earlier[0].version
        )


def _dated(folder: Folder, version: str, today: dt.date) -> Proposal:
    """Return what becomes of the file of the scheme."""
    scheme = folder.known.scheme
    if not scheme:
        raise UsageError(N_("A release needs one concept scheme that says the version; there is none, or several."))
    amendment = Amendment(folder, today)
    said = ((VERSION, ox.Literal(version)), (MODIFIED, date(today)), (ISSUED, date(today)))
    changed = [amendment.put(scheme, predicate, value) for predicate, value in said]
    return proposal(amendment, scheme) if any(changed) else Proposal(folder.path, ())


def _with(folder: Folder, dated: Proposal, place: Path) -> dict[str, Source]:
    """Return the files as they will be."""
    sources = dict(folder.sources)
    place.mkdir()
    for number, each in enumerate(dated.alterations):
        path = place / f"{number}.ttl"
        path.write_bytes(each.after or b"")
        problems: list[Problem] = []
        sources[each.name] = replace(next(iter(read_sources([path], problems).values())), path=folder.path / each.name)
    return sources


def _told(folder: Folder, snapshot: Path, version: str, today: dt.date, last: Release | None) -> str:
    """Return the list of changes as Markdown, in Swedish; of a first release, how much there is."""
    vocabulary = folder.vocabulary
    title = best(vocabulary.titles, (LANGUAGE,))
    head = say(N_("{title}, version {version}"), LANGUAGE, title=title.text if title else "", version=version)
    lines = [f"# {safe(head.removeprefix(', '))}", "", safe(in_words(today, LANGUAGE)), ""]
    if last is None:
        counts = {"n": len(vocabulary.concepts), "m": len(vocabulary.collections), "k": len(vocabulary.sources)}
        first = N_("The first release: concepts {n}, facets and lists {m}, sources {k}.")
        return "\n".join([*lines, safe(say(first, LANGUAGE, **counts)), ""])
    comparison = compare(state_of_files(last.path, last.version), state_of_files(snapshot, version))
    report = markdown(account(comparison, LANGUAGE), UNLIMITED).removeprefix(MARKER).lstrip("\n")
    return "\n".join(lines) + "\n" + report


def _faults(folder: Folder) -> Iterator[Finding]:
    """Yield what must be mended before a release, also against the last tag in git."""
    report = check([folder.path], folder.profile, base=history.latest_release([folder.path]))
    return (finding for finding in report.findings if finding.severity is Severity.VIOLATION)


def _lost(folder: Folder, last: Release | None) -> Iterator[Finding]:
    """Yield the concepts of the last release that are gone or mean something else."""
    if last is None:
        return
    names = Names(folder.reading.store)
    for raw in history.compare(read([last.path]).store, folder.reading.store):
        if raw.rule.severity is Severity.VIOLATION:
            yield Finding(raw.rule, raw.focus, raw.path, raw.value, messages(raw, names), Place())
