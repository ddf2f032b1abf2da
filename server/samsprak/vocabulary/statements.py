"""What the files say: N-Triples in one piece of memory, found by subject, or taken apart by predicate.

A store would do the same, but takes longer to fill, and reading it writes to its memory: each worker forked from the
loader would soon hold a copy of its own. Nothing ever writes to these bytes, so that workers share them for as long as
they run.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from samsprak.vocabulary.ntriples import node_of, taken_apart

# A start or an end in the text: eight bytes each.
OFFSETS = "Q"

# `{predicate: [(subject, object), …]}`: predicate as an IRI, subject as an IRI or `_:node`, object as it is written.
Pairs = Mapping[str, Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Statements:
    """Lines in runs of one subject; the runs are in the order of subjects, from `starts[n]` to `ends[n]`.

    What the files say twice stands twice in the text, and is told once.
    """

    text: bytes
    starts: array[int]
    ends: array[int]

    def about(self, subject: str) -> Iterable[str]:
        """Return what is said of `<iri>` or `_:node`, a line without its end each, in the order of the files."""
        wanted = subject.encode()
        run = bisect_left(range(len(self.starts)), wanted, key=self._subject)
        lines: dict[str, None] = {}
        while run < len(self.starts) and self._subject(run) == wanted:
            lines |= dict.fromkeys(self._lines(run))
            run += 1
        return lines

    def __iter__(self) -> Iterator[str]:
        """Yield every line, one subject after the other."""
        for _, runs in groupby(range(len(self.starts)), key=self._subject):
            yield from dict.fromkeys(line for run in runs for line in self._lines(run))

    @property
    def subjects(self) -> Iterator[str]:
        """The IRIs and `_:nodes` of which something is said, in order."""
        return (node_of(subject.decode()) for subject, _ in groupby(range(len(self.starts)), key=self._subject))

    def by_predicate(self) -> Pairs:
        """Return all of it by predicate, in the order of the files; what they say twice stands there twice."""
        return by_predicate(self.text.decode().split("\n")[:-1])

    def _lines(self, run: int) -> list[str]:
        # Not splitlines: texts may hold other breaks than line feeds.
        return self.text[self.starts[run] : self.ends[run] - 1].decode().split("\n")

    def _subject(self, run: int) -> bytes:
        start = self.starts[run]
        return self.text[start : self.text.index(b" ", start)]


def by_predicate(lines: Iterable[str]) -> Pairs:
    """Return statements by predicate, in the order in which they come."""
    found = defaultdict[str, list[tuple[str, str]]](list)
    written, subject = "", ""
    for line in lines:
        one, predicate, other = taken_apart(line)
        if one != written:
            written, subject = one, node_of(one)
        found[predicate].append((subject, other))
    return {node_of(predicate): pairs for predicate, pairs in found.items()}


def gather(text: bytes) -> Statements:
    """Return statements that are written as lines of N-Triples, as `ntriples` has them."""
    runs = sorted(_runs(text))
    return Statements(text, array(OFFSETS, [run[1] for run in runs]), array(OFFSETS, [run[2] for run in runs]))


def _runs(text: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield a subject, a start and an end for each run of lines that share the subject."""
    start = 0
    while start < len(text):
        # With the space after it, since one IRI can begin with another.
        subject = text[start : text.index(b" ", start) + 1]
        end = start
        while text.startswith(subject, end):
            end = text.index(b"\n", end) + 1
        yield subject[:-1], start, end
        start = end


NO_STATEMENTS = gather(b"")
