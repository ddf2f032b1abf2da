"""Descriptions and whole vocabularies as bytes, in every format of the table."""

from __future__ import annotations

from typing import BinaryIO

import pyoxigraph as ox

from samsprak.vocabulary import jsonld
from samsprak.vocabulary.description import Graph, about, all_statements
from samsprak.vocabulary.formats import JSON_LD, N_TRIPLES, RDF_XML, TURTLE, Format
from samsprak.vocabulary.namespaces import PREFIXES
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Resource

WRITERS = {
    TURTLE: ox.RdfFormat.TURTLE,
    RDF_XML: ox.RdfFormat.RDF_XML,
    N_TRIPLES: ox.RdfFormat.N_TRIPLES,
}


def describe(graph: Graph, vocabulary: Vocabulary, resource: Resource, form: Format) -> bytes:
    """Return the description of one resource; the four formats hold the same graph."""
    triples = about(graph, vocabulary, resource)
    if form is JSON_LD:
        return jsonld.document(triples, resource.iri)
    content = ox.serialize(triples, format=WRITERS[form], prefixes=_prefixes(vocabulary, form))
    assert content is not None  # noqa: S101 - serialize returns bytes where it is given no output
    return content


def write(graph: Graph, vocabulary: Vocabulary, form: Format, out: BinaryIO) -> None:
    """Write the whole vocabulary, one resource after the other, without holding it all."""
    triples = all_statements(graph, vocabulary)
    if form is JSON_LD:
        jsonld.write(triples, out)
    else:
        ox.serialize(triples, out, WRITERS[form], prefixes=_prefixes(vocabulary, form))


def _prefixes(vocabulary: Vocabulary, form: Format) -> dict[str, str] | None:
    if form is N_TRIPLES:
        return None
    if vocabulary.namespace and vocabulary.id not in PREFIXES:
        return PREFIXES | {vocabulary.id: vocabulary.namespace}
    return PREFIXES
