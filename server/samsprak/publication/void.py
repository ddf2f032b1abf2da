"""What a service holds, in VoID: how many triples and entities, where they are, and what they link to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from samsprak.errors import N_
from samsprak.language.messages import say
from samsprak.publication.dcat import TYPE, add_agent, text
from samsprak.publication.site import Published, Site
from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.formats import FORMATS, JSON_LD, N_TRIPLES, RDF_XML, TURTLE
from samsprak.vocabulary.graph import Graph, date, integer, label
from samsprak.vocabulary.namespaces import CATALOGUE_PREFIXES, DCTERMS, FOAF, ISOTHES, SKOS, VOID
from samsprak.vocabulary.ntriples import Literal
from samsprak.vocabulary.records import MappingKind

# Names of formats (W3C, "Unique URIs for file formats").
FEATURES = {
    JSON_LD: "http://www.w3.org/ns/formats/JSON-LD",
    TURTLE: "http://www.w3.org/ns/formats/Turtle",
    RDF_XML: "http://www.w3.org/ns/formats/RDF_XML",
    N_TRIPLES: "http://www.w3.org/ns/formats/N-Triples",
}
# Sets of links are told of one by one up to so many, the largest first.
MAX_LINKSETS = 50


def description(site: Site, published: Sequence[Published]) -> Graph:
    """Return the description of all vocabularies as a graph."""
    graph = Graph(CATALOGUE_PREFIXES)
    graph.add(site.void, TYPE, VOID + "DatasetDescription")
    titles = (text(say(N_("Concepts and terms: the data of this service"), lang), lang) for lang in UI_LANGUAGES)
    graph.add(site.void, DCTERMS + "title", *titles)
    for each in published:
        graph.add(site.void, FOAF + "topic", _iri(site, each))
        _add_dataset(graph, site, each)
        _add_partitions(graph, site, each)
        _add_linksets(graph, site, each)
    return graph


def _iri(site: Site, each: Published) -> str:
    return f"{site.void}#{each.vocabulary.id}"


def _add_dataset(graph: Graph, site: Site, each: Published) -> None:
    vocabulary, iri = each.vocabulary, _iri(site, each)
    graph.add(iri, TYPE, VOID + "Dataset")
    graph.add(iri, DCTERMS + "title", *map(label, vocabulary.titles))
    if scheme := each.scheme:
        graph.add(iri, DCTERMS + "description", *map(label, scheme.descriptions))
        graph.add(iri, DCTERMS + "subject", scheme.iri)
        graph.add(iri, DCTERMS + "license", *scheme.licences)
        agents = enumerate(scheme.publishers, start=1)
        graph.add(iri, DCTERMS + "publisher", *(add_agent(graph, who, f"{iri}-publisher-{n}") for n, who in agents))
        graph.add(iri, DCTERMS + "created", *date(scheme.history.created))
        graph.add(iri, DCTERMS + "modified", *date(scheme.history.modified))
    graph.add(iri, FOAF + "homepage", next(iter(each.homes.values())))
    if each.triples:
        graph.add(iri, VOID + "triples", integer(each.triples))
    graph.add(iri, VOID + "entities", integer(len(vocabulary.concepts)))
    graph.add(iri, VOID + "uriSpace", *([_plain(vocabulary.namespace)] if vocabulary.namespace else []))
    graph.add(iri, VOID + "exampleResource", *[each.iri for each in vocabulary.concepts if not each.retired][:1])
    graph.add(iri, VOID + "vocabulary", *_vocabularies(each))
    graph.add(iri, VOID + "dataDump", *(each.files[form] for form in FORMATS if form in each.files))
    graph.add(iri, VOID + "feature", *(FEATURES[form] for form in FORMATS if form in each.files))
    graph.add(iri, VOID + "sparqlEndpoint", site.sparql)


def _add_partitions(graph: Graph, site: Site, each: Published) -> None:
    vocabulary, iri = each.vocabulary, _iri(site, each)
    partitions = (
        ("concepts", SKOS + "Concept", vocabulary.concepts),
        ("collections", SKOS + "Collection", vocabulary.collections),
        ("schemes", SKOS + "ConceptScheme", vocabulary.schemes),
    )
    for name, kind, records in partitions:
        if records:
            part = f"{iri}-{name}"
            graph.add(iri, VOID + "classPartition", part)
            graph.add(part, VOID + "class", kind)
            graph.add(part, VOID + "entities", integer(len(records)))


def _add_linksets(graph: Graph, site: Site, each: Published) -> None:
    """Say how many links of each kind lead to each other namespace."""
    iri = _iri(site, each)
    counts: Counter[tuple[str, MappingKind]] = Counter(
        (_namespace(mapping.target), mapping.kind)
        for concept in each.vocabulary.concepts
        for mapping in concept.mappings
    )
    largest = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MAX_LINKSETS]
    targets = {namespace: f"{iri}-target-{number}" for number, namespace in enumerate(_spaces(largest), start=1)}
    for (namespace, kind), count in largest:
        target = targets[namespace]
        links = f"{target}-{kind.value}"
        graph.add(iri, VOID + "subset", links)
        graph.add(links, TYPE, VOID + "Linkset")
        graph.add(links, VOID + "linkPredicate", SKOS + kind.value)
        graph.add(links, VOID + "subjectsTarget", iri)
        graph.add(links, VOID + "objectsTarget", target)
        graph.add(links, VOID + "triples", integer(count))
        graph.add(target, TYPE, VOID + "Dataset")
        graph.add(target, VOID + "uriSpace", _plain(namespace))


def _spaces(counted: Sequence[tuple[tuple[str, MappingKind], int]]) -> list[str]:
    return sorted({namespace for (namespace, _), _ in counted})


def _namespace(iri: str) -> str:
    return iri[: max(iri.rfind("/"), iri.rfind("#")) + 1] or iri


def _vocabularies(each: Published) -> list[str]:
    """Return the vocabularies that the records are written in."""
    vocabulary = each.vocabulary
    return [
        SKOS,
        *([DCTERMS] if vocabulary.schemes or vocabulary.sources else []),
        *([ISOTHES] if any(collection.array for collection in vocabulary.collections) else []),
    ]


def _plain(words: str) -> Literal:
    return text(words)
