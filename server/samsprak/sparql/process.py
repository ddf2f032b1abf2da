"""A process that answers queries, one at a time: `python -m samsprak.sparql.process STORE < LINES > LINES`.

It is a process of its own since the engine has no limit of time or memory: whoever asked ends it. It ends by itself
when its input does, and when a query takes longer than it may; it has no network, and writes only the files that
answers go to. Each line of its input is a query as JSON; it says an empty line when it has read one, and then how that
went, as JSON.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

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
TOO_LARGE = "os error 27"


def main() -> None:
    """Answer until there is nothing more to answer."""
    store = ox.Store.read_only(sys.argv[1])
    for line in sys.stdin:
        task = json.loads(line)
        _say("")
        _say(json.dumps(_told(store, task)))


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _told(store: ox.Store, task: Mapping[str, Any]) -> Mapping[str, str]:
    # Ends this process whatever it is doing, in case that nobody is left who would.
    signal.setitimer(signal.ITIMER_REAL, task["seconds"] + GRACE)
    try:
        _answer(store, task)
    except SyntaxError as error:
        return {"failed": "syntax", "said": str(error)}
    except MemoryError:
        return {"failed": "memory"}
    except (OSError, RuntimeError, ValueError) as error:
        return {"failed": "size" if TOO_LARGE in str(error) else "evaluation", "said": str(error)}
    else:
        return {}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _answer(store: ox.Store, task: Mapping[str, Any]) -> None:
    """Write what a query gives into the file that the task names."""
    found = store.query(task["query"], default_graph=_graphs(task["default"]), named_graphs=_graphs(task["named"]))
    path, suffix = task["path"], task["suffix"]
    if not isinstance(found, ox.QueryTriples):
        found.serialize(output=path, format=RESULTS[suffix])
    elif suffix == RDF_XML:
        with Path(path).open("wb") as out:
            rdfxml.write(found, PREFIXES, out)
    else:
        ox.serialize(found, path, GRAPHS[suffix], prefixes=PREFIXES)


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
