"""Data replies read back by libraries that had no part in writing them, so that they can be compared as graphs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO

import rdflib
from pyld import jsonld
from rdflib.compare import isomorphic

from samsprak.vocabulary.formats import FORMATS, JSON_LD, N_TRIPLES, RDF_XML, TURTLE, Format
from samsprak.vocabulary.protocol import Vocabulary

READERS = {TURTLE: "turtle", RDF_XML: "xml", N_TRIPLES: "nt"}


def graph_of(content: bytes, form: Format) -> rdflib.Graph:
    """Read a reply: JSON-LD by PyLD, the other formats by rdflib; language tags without case (RDF 1.1 §3.3)."""
    # A setting of the library, not an argument: otherwise it writes 0012 as 12.
    rdflib.NORMALIZE_LITERALS = False
    read = rdflib.Graph()
    if form is JSON_LD:
        quads = jsonld.to_rdf(json.loads(content), {"format": "application/n-quads"})
        read.parse(data=quads, format="nt")
    else:
        read.parse(data=content, format=READERS[form])
    graph = rdflib.Graph()
    for subject, predicate, obj in read:
        if isinstance(obj, rdflib.Literal) and obj.language:
            graph.add((subject, predicate, rdflib.Literal(str(obj), lang=obj.language.lower())))
        else:
            graph.add((subject, predicate, obj))
    return graph


def same_in_every_format(replies: Mapping[Format, bytes]) -> rdflib.Graph:
    """Return the graph that all replies hold, or fail with what one of them lacks."""
    graphs = {form: graph_of(content, form) for form, content in replies.items()}
    expected = graphs[N_TRIPLES]
    assert len(expected) > 0
    for form, graph in graphs.items():
        assert isomorphic(graph, expected), (form.title, sorted(expected - graph), sorted(graph - expected))
    return expected


def described(vocabulary: Vocabulary, iri: str) -> rdflib.Graph:
    """Return the description of one resource, the same in every format."""
    return same_in_every_format({form: vocabulary.data(iri, form) for form in FORMATS})


def dumped(vocabulary: Vocabulary) -> rdflib.Graph:
    """Return the whole vocabulary, the same in every format."""
    replies = {}
    for form in FORMATS:
        out = BytesIO()
        vocabulary.dump(form, out)
        replies[form] = out.getvalue()
    return same_in_every_format(replies)
