"""What the files say, kept for data replies: N-Triples in one piece of memory, found by subject.

A store would do the same, but reading it writes to its memory, and each worker forked from the loader would soon
hold a copy of its own. Nothing ever writes to these bytes, so that workers share them for as long as they run.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

# A start or an end in the text: eight bytes each.
OFFSETS = "Q"


@dataclass(frozen=True, slots=True)
class Statements:
    """Lines in runs of one subject; the runs are in the order of subjects, from `starts[n]` to `ends[n]`."""

    text: bytes
    starts: array[int]
    ends: array[int]

    def about(self, subject: str) -> Iterator[str]:
        """Yield what is said of `<iri>` or `_:node`, a line without its end each, in the order of the files."""
        wanted = subject.encode()
        run = bisect_left(range(len(self.starts)), wanted, key=self._subject)
        while run < len(self.starts) and self._subject(run) == wanted:
            yield from self._lines(run)
            run += 1

    def __iter__(self) -> Iterator[str]:
        """Yield every line, one subject after the other."""
        for run in range(len(self.starts)):
            yield from self._lines(run)

    def _lines(self, run: int) -> Iterator[str]:
        # The store dumps what it read last first. Not splitlines: texts may hold other breaks than line feeds.
        return reversed(self.text[self.starts[run] : self.ends[run] - 1].decode().split("\n"))

    def _subject(self, run: int) -> bytes:
        start = self.starts[run]
        return self.text[start : self.text.index(b" ", start)]


NO_STATEMENTS = Statements(b"", array(OFFSETS), array(OFFSETS))


def gather(store: ox.Store) -> Statements:
    """Return the statements of a store's default graph."""
    text = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    assert text is not None  # noqa: S101 - dump returns bytes where it is given no output
    runs = sorted(_runs(text), key=lambda run: (run[0], -run[1]))
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
