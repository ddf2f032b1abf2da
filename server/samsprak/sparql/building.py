"""The store on disk, built once in a process of its own: `python -m samsprak.sparql.building FOLDER < JSON`.

The JSON is a list of pairs: the IRI of a graph and the path of its N-Triples. With one graph the default graph is that
one, read as such; with several it is stored beside them, since the engine would count what two of them say twice.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from samsprak.sparql.confinement import without_network

# The store sorts so many in memory: 50,000 concepts take 280 MiB in portions, 930 at once.
PORTION = 200_000
NICENESS = 5


def build(folder: Path, graphs: Sequence[tuple[str, str]]) -> None:
    """Write the store into an empty folder."""
    store = ox.Store(str(folder))
    for iri, path in graphs:
        quads = _quads(iri, path, with_default=len(graphs) > 1)
        while portion := list(islice(quads, PORTION)):
            store.bulk_extend(portion)
    store.optimize()
    store.flush()


def _quads(iri: str, path: str, *, with_default: bool) -> Iterator[ox.Quad]:
    """Yield the statements; lenient, since IRIs were checked when the vocabulary was read."""
    graph = ox.NamedNode(iri)
    for quad in ox.parse(path=path, format=ox.RdfFormat.N_TRIPLES, lenient=True):
        yield ox.Quad(quad.subject, quad.predicate, quad.object, graph)
        if with_default:
            yield quad


if __name__ == "__main__":
    os.nice(NICENESS)
    without_network()
    build(Path(sys.argv[1]), json.load(sys.stdin))
