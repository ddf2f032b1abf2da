"""A process that answers queries, one at a time: `python -m samsprak.sparql.process STORE < LINES > LINES`.

It is a process of its own since the engine has no limit of time or memory: whoever asked ends it. It ends by itself
when its input does, and when a query takes longer than it may; it has no network, and writes only the files that
long answers go to. Each line of its input is a query as JSON; it says an empty line when it has read one, and then how
that went, as JSON; a short answer follows.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO, cast

import pyoxigraph as ox

from samsprak.sparql.confinement import without_network
from samsprak.vocabulary import rdfxml
from samsprak.vocabulary.namespaces import PREFIXES

# Below the processes that serve pages, which go first.
NICENESS = 10
# Seconds that whoever asked has for ending this process before it does so itself.
GRACE = 2.0
RESULTS = {
    "srj": ox.QueryResultsFormat.JSON,
    "srx": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
GRAPHS = {"ttl": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "jsonld": ox.RdfFormat.JSON_LD}
RDF_XML = "rdf"
# Bytes of an answer that is said; a longer one is written to a file.
SHORT = 32768


class Spool:
    """Takes an answer: as long as it is short in memory, then in a file."""

    def __init__(self, path: str, most: int) -> None:
        self._path, self._most = path, most
        self._file: BinaryIO | None = None
        self._start = bytearray()
        self._size = 0

    def write(self, content: bytes) -> int:
        """Take a piece. Raises `TooLong`."""
        self._size += len(content)
        if self._size > self._most:
            raise TooLong
        if self._size <= SHORT:
            self._start += content
        else:
            if self._file is None:
                self._file = Path(self._path).open("wb")  # noqa: SIM115 - closed in `end`
                self._file.write(self._start)
            self._file.write(content)
        return len(content)

    def flush(self) -> None:
        """Do nothing: `end` does."""

    def end(self) -> bytes | None:
        """Return a short answer, or None where it is in the file."""
        if self._file is None:
            return bytes(self._start)
        self._file.close()
        return None


class TooLong(Exception):
    """The answer is longer than it may be."""


def main() -> None:
    """Answer until there is nothing more to answer."""
    store = ox.Store.read_only(sys.argv[1])
    for line in sys.stdin:
        task = json.loads(line)
        _say(b"\n")
        told, answer = _told(store, task)
        _say(json.dumps(told).encode() + b"\n" + answer)


def _say(content: bytes) -> None:
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _told(store: ox.Store, task: Mapping[str, Any]) -> tuple[Mapping[str, str | int], bytes]:
    """Return how answering went, and the answer where it is short."""
    # Ends this process whatever it is doing, in case that nobody is left who would.
    signal.setitimer(signal.ITIMER_REAL, task["seconds"] + GRACE)
    spool = Spool(task["path"], task["size"])
    try:
        _answer(store, task, spool)
    except SyntaxError as error:
        return {"failed": "syntax", "said": str(error)}, b""
    except MemoryError:
        return {"failed": "memory"}, b""
    except TooLong:
        return {"failed": "size"}, b""
    except (OSError, RuntimeError, ValueError) as error:
        return {"failed": "evaluation", "said": str(error)}, b""
    else:
        short = spool.end()
        return ({}, b"") if short is None else ({"short": len(short)}, short)
    finally:
        spool.end()
        signal.setitimer(signal.ITIMER_REAL, 0)


def _answer(store: ox.Store, task: Mapping[str, Any], spool: Spool) -> None:
    """Write what a query gives."""
    found = store.query(task["query"], default_graph=_graphs(task["default"]), named_graphs=_graphs(task["named"]))
    out, suffix = cast("BinaryIO", spool), task["suffix"]
    if not isinstance(found, ox.QueryTriples):
        found.serialize(output=out, format=RESULTS[suffix])
    elif suffix == RDF_XML:
        rdfxml.write(found, PREFIXES, out)
    else:
        ox.serialize(found, out, GRAPHS[suffix], prefixes=PREFIXES)


def _graphs(iris: list[str] | None) -> list[Any] | None:
    return None if iris is None else [ox.NamedNode(iri) for iri in iris]


def _confine(memory: int, size: int) -> None:
    os.nice(NICENESS)
    # The terminal's Ctrl+C reaches all processes; this one ends with the one that asks it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Writing beyond the size of a file is an error then, and does not end the process.
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    without_network()


if __name__ == "__main__":
    _confine(int(sys.argv[2]), int(sys.argv[3]))
    main()
