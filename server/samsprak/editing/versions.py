"""Versions: what a vocabulary said at its releases, from the snapshots beside it; no git is needed.

A snapshot is read when somebody asks for it, and only the last few stay in memory.
"""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

import pyoxigraph as ox

from samsprak.editing.aspects import changes, values_of
from samsprak.editing.comparison import compare
from samsprak.editing.differences import Change, Comparison
from samsprak.editing.properties import ISSUED, MODIFIED, SCHEME, TYPE, VERSION
from samsprak.errors import N_, Problem, UnreadableInput, UsageError
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.reader import SNAPSHOTS
from samsprak.vocabulary.records import Agent, Concept
from samsprak.vocabulary.states import State, state_of_files

# A state of 50,000 concepts is some hundred megabytes: two are enough to compare.
IN_MEMORY = 2
SUFFIX = ".ttl"


@dataclass(frozen=True, slots=True)
class Release:
    """A released version, the day of it (an ISO date, empty where the snapshot does not say) and its snapshot."""

    version: str
    issued: str
    path: Path


@dataclass(frozen=True, slots=True)
class Standing:
    """A concept as it stood at a release; `decided_by` and `accepted` say who had decided it, and when."""

    release: Release
    concept: Concept
    vocabulary: Vocabulary

    @property
    def decided_by(self) -> tuple[Agent, ...]:
        """The bodies that had decided it, none where it was a proposal."""
        return self.concept.history.decided_by

    @property
    def accepted(self) -> str:
        """The day of the decision, empty where there was none."""
        return self.concept.history.accepted


@dataclass(slots=True)
class Versions:
    """The releases of the vocabulary in a folder; several threads may ask."""

    folder: Path
    capacity: int = IN_MEMORY
    _states: OrderedDict[str, State] = field(default_factory=OrderedDict, repr=False)
    _dated: dict[Path, tuple[int, Release]] = field(default_factory=dict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def released(self) -> tuple[Release, ...]:
        """Return the releases, the newest first."""
        return tuple(sorted(map(self._release, _snapshots(self.folder)), key=_newest, reverse=True))

    def at(self, when: str) -> Release:
        """Return the release with this version, else the last one on or before this day (`2026-01-31`).

        Raises `UsageError` where there is none, or it is neither.
        """
        every = self.released()
        for each in every:
            if each.version == when:
                return each
        try:
            day = dt.date.fromisoformat(when).isoformat()
        except ValueError:
            raise UsageError(
                N_("“{text}” is neither a version nor a day such as 2026-01-31."), text=when[:100]
            ) from None
        dated = [each for each in every if each.issued and each.issued[:10] <= day]
        if not dated:
            raise UsageError(N_("No version was released on or before {date}."), date=day)
        return max(dated, key=lambda each: (each.issued, order(each.version)))

    def state(self, release: Release) -> State:
        """Return what the whole vocabulary said at a release; raises `UnreadableInput`."""
        # One at a time: two threads that read the same snapshot would take twice the memory.
        with self._lock:
            if release.version not in self._states:
                self._states[release.version] = state_of_files(release.path, release.version)
            self._states.move_to_end(release.version)
            while len(self._states) > self.capacity:
                self._states.popitem(last=False)
            return self._states[release.version]

    def concept(self, iri: str, when: str) -> Standing:
        """Return a concept as it stood at a version or on a day; raises `UnknownResource` where it was not there."""
        release = self.at(when)
        vocabulary = self.state(release).vocabulary
        return Standing(release, vocabulary.concept(iri), vocabulary)

    def since(self, when: str, now: State) -> Comparison:
        """Return everything that has changed since a version or a day."""
        return compare(self.state(self.at(when)), now)

    def changed(self, iri: str, when: str, now: Vocabulary) -> tuple[Change, ...]:
        """Return what has changed in the record of a concept since a version or a day; raises `UnknownResource`."""
        return changes(values_of(self.concept(iri, when).concept), values_of(now.concept(iri)))

    def _release(self, path: Path) -> Release:
        """Return the release of a snapshot; its head is read once, as long as the file does not change."""
        stamp = path.stat().st_mtime_ns
        known = self._dated.get(path)
        if known is None or known[0] != stamp:
            known = self._dated[path] = stamp, _release(path)
        return known[1]


def releases(folder: Path) -> tuple[Release, ...]:
    """Return the releases of the vocabulary in a folder, the newest first; raises `UnreadableInput`."""
    return Versions(folder).released()


def order(version: str) -> tuple[tuple[int, str], ...]:
    """Return what versions are sorted by: numbers as numbers, other words after them."""
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in version.split("."))


def _newest(release: Release) -> tuple[tuple[int, str], ...]:
    return order(release.version)


def _snapshots(folder: Path) -> list[Path]:
    return [path for path in sorted((folder / SNAPSHOTS).glob(f"*{SUFFIX}")) if path.is_file()]


def _release(path: Path) -> Release:
    """Read the head of a snapshot: the scheme stands first, so that the rest need not be read."""
    scheme: object = None
    said: dict[object, str] = {}
    try:
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            if quad.predicate == TYPE and quad.object == SCHEME:
                scheme = quad.subject
            elif scheme is not None and quad.subject != scheme:
                break
            if quad.subject == scheme and isinstance(quad.object, ox.Literal):
                said[quad.predicate] = quad.object.value
    except (SyntaxError, ValueError, OSError) as error:
        template = N_("this snapshot of a version cannot be read: {reason}")
        raise UnreadableInput((Problem(str(path), None, template, (("reason", error),)),)) from None
    return Release(said.get(VERSION, path.stem), said.get(ISSUED) or said.get(MODIFIED, ""), path)
