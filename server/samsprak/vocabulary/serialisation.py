"""Descriptions and whole vocabularies as bytes, in every format of the table."""

from __future__ import annotations

import re
from io import BytesIO
from typing import BinaryIO

import pyoxigraph as ox

from samsprak.vocabulary import jsonld, rdfxml
from samsprak.vocabulary.description import Graph, about, all_statements
from samsprak.vocabulary.formats import JSON_LD, N_TRIPLES, RDF_XML, TURTLE, Format
from samsprak.vocabulary.namespaces import PREFIXES
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Resource

WRITERS = {
    TURTLE: ox.RdfFormat.TURTLE,
    N_TRIPLES: ox.RdfFormat.N_TRIPLES,
}
# Narrower than Turtle §6.5 (PN_PREFIX); names in "xml" are XML's own.
PREFIX = re.compile(r"(?!xml)[a-z][a-z0-9_-]*", re.IGNORECASE)


def describe(graph: Graph, vocabulary: Vocabulary, resource: Resource, form: Format) -> bytes:
    """Return the description of one resource; the four formats hold the same graph."""
    triples = about(graph, vocabulary, resource)
    if form is JSON_LD:
        return jsonld.document(triples, resource.iri)
    if form is RDF_XML:
        out = BytesIO()
        rdfxml.write(triples, _prefixes(vocabulary, form), out)
        return out.getvalue()
    content = ox.serialize(triples, format=WRITERS[form], prefixes=_prefixes(vocabulary, form))
    assert content is not None  # noqa: S101 - serialize returns bytes where it is given no output
    return content


def write(graph: Graph, vocabulary: Vocabulary, form: Format, out: BinaryIO) -> None:
    """Write the whole vocabulary, one resource after the other, without holding it all."""
    triples = all_statements(graph, vocabulary)
    if form is JSON_LD:
        jsonld.write(triples, out)
    elif form is RDF_XML:
        rdfxml.write(triples, _prefixes(vocabulary, form), out)
    else:
        ox.serialize(triples, out, WRITERS[form], prefixes=_prefixes(vocabulary, form))


def _prefixes(vocabulary: Vocabulary, form: Format) -> dict[str, str]:
    """Return the prefixes to write, the vocabulary's own among them where its id can be one in Turtle and XML."""
    if form is N_TRIPLES:
        return {}
    if vocabulary.namespace and vocabulary.id not in PREFIXES and PREFIX.fullmatch(vocabulary.id):
        return PREFIXES | {vocabulary.id: vocabulary.namespace}
    return PREFIXES
