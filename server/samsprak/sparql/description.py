"""What the service says of itself to programs (SPARQL 1.1 Service Description), with the size of each graph (VoID)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO

import pyoxigraph as ox

from samsprak.sparql.formats import CSV, JSON, TSV, XML
from samsprak.vocabulary import rdfxml
from samsprak.vocabulary.formats import JSON_LD, N_TRIPLES, RDF_XML, TURTLE, Format
from samsprak.vocabulary.namespaces import DCTERMS, RDF, XSD
from samsprak.vocabulary.protocol import Vocabulary

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
# Names of formats (https://www.w3.org/ns/formats/).
FORMATS = "http://www.w3.org/ns/formats/"
NAMES = {
    JSON: "SPARQL_Results_JSON",
    XML: "SPARQL_Results_XML",
    CSV: "SPARQL_Results_CSV",
    TSV: "SPARQL_Results_TSV",
    TURTLE: "Turtle",
    RDF_XML: "RDF_XML",
    N_TRIPLES: "N-Triples",
    JSON_LD: "JSON-LD",
}
PREFIXES = {"sd": SD, "void": VOID, "dcterms": DCTERMS, "formats": FORMATS, "xsd": XSD, "rdf": RDF}
WRITERS = {TURTLE: ox.RdfFormat.TURTLE, N_TRIPLES: ox.RdfFormat.N_TRIPLES, JSON_LD: ox.RdfFormat.JSON_LD}


def describe(
    endpoint: str, graphs: Mapping[str, Vocabulary], triples: Mapping[str, int], whole: int, form: Format
) -> bytes:
    """Return the description; `triples` is the size of each graph, `whole` that of all together."""
    found = list(_triples(endpoint, graphs, triples, whole))
    out = BytesIO()
    if form is RDF_XML:
        rdfxml.write(found, PREFIXES, out)
    else:
        ox.serialize(found, out, WRITERS[form], prefixes=PREFIXES)
    return out.getvalue()


def _triples(
    endpoint: str, graphs: Mapping[str, Vocabulary], triples: Mapping[str, int], whole: int
) -> Iterator[ox.Triple]:
    service, dataset, default = ox.NamedNode(endpoint), ox.BlankNode("dataset"), ox.BlankNode("default")
    yield _a(service, "Service")
    yield _sd(service, "endpoint", service)
    yield _sd(service, "supportedLanguage", ox.NamedNode(SD + "SPARQL11Query"))
    yield _sd(service, "feature", ox.NamedNode(SD + "UnionDefaultGraph"))
    for name in NAMES.values():
        yield _sd(service, "resultFormat", ox.NamedNode(FORMATS + name))
    yield _sd(service, "defaultDataset", dataset)
    yield _a(dataset, "Dataset")
    yield _sd(dataset, "defaultGraph", default)
    yield from _graph(default, whole)
    for number, (iri, vocabulary) in enumerate(graphs.items()):
        named, graph = ox.BlankNode(f"named{number}"), ox.BlankNode(f"graph{number}")
        yield _sd(dataset, "namedGraph", named)
        yield _a(named, "NamedGraph")
        yield _sd(named, "name", ox.NamedNode(iri))
        yield _sd(named, "graph", graph)
        yield from _graph(graph, triples[iri])
        for title in vocabulary.titles:
            text = ox.Literal(title.text, language=title.lang or None)
            yield ox.Triple(graph, ox.NamedNode(DCTERMS + "title"), text)


def _graph(node: ox.BlankNode, triples: int) -> Iterator[ox.Triple]:
    yield _a(node, "Graph")
    size = ox.Literal(str(triples), datatype=ox.NamedNode(XSD + "integer"))
    yield ox.Triple(node, ox.NamedNode(VOID + "triples"), size)


def _a(node: ox.NamedNode | ox.BlankNode, kind: str) -> ox.Triple:
    return ox.Triple(node, ox.NamedNode(RDF + "type"), ox.NamedNode(SD + kind))


def _sd(node: ox.NamedNode | ox.BlankNode, predicate: str, other: ox.NamedNode | ox.BlankNode) -> ox.Triple:
    return ox.Triple(node, ox.NamedNode(SD + predicate), other)
