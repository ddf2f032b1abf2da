"""The catalogue of a service by DCAT-AP-SE 3: each vocabulary a dataset, each of its files a distribution.

Nothing is said that the vocabularies do not say of themselves: who publishes them, themes, contacts and keywords are
those of their schemes (`dcat:theme`, `dcat:keyword`, `dcat:contactPoint`), else the names of their facets are keywords.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samsprak.errors import N_
from samsprak.language.messages import say
from samsprak.publication.site import Published, Site
from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.formats import CSV, JSON_LD, N_TRIPLES, OF_WHOLE, RDF_XML, TURTLE, XLSX, Format
from samsprak.vocabulary.graph import Graph, date, label
from samsprak.vocabulary.namespaces import CATALOGUE_PREFIXES, DCAT, DCTERMS, FOAF, OWL, RDF, SKOS, XSD
from samsprak.vocabulary.ntriples import Literal, Value, taken_apart, value_of
from samsprak.vocabulary.records import Agent, Label

TYPE = RDF + "type"
TITLE, DESCRIPTION = DCTERMS + "title", DCTERMS + "description"
MEDIA_TYPES = "http://www.iana.org/assignments/media-types/"
# Named authority lists of the Publications Office of the EU, which DCAT-AP asks for.
AUTHORITY = "http://publications.europa.eu/resource/authority/"
FILE_TYPES = {
    JSON_LD: "JSON_LD",
    TURTLE: "RDF_TURTLE",
    RDF_XML: "RDF_XML",
    N_TRIPLES: "RDF_N_TRIPLES",
    CSV: "CSV",
    XLSX: "XLSX",
}
LANGUAGES = {
    "sv": "SWE",
    "en": "ENG",
    "fi": "FIN",
    "nb": "NOB",
    "nn": "NNO",
    "no": "NOR",
    "da": "DAN",
    "is": "ISL",
    "de": "DEU",
    "fr": "FRA",
    "es": "SPA",
    "se": "SME",
    "yi": "YID",
    "fit": "FIT",
    "rom": "ROM",
}
PUBLIC = AUTHORITY + "access-right/PUBLIC"
SKOS_ITSELF = "http://www.w3.org/2004/02/skos/core"
SPARQL_PROTOCOL = "https://www.w3.org/TR/sparql11-protocol/"
# What a scheme may say of itself for catalogues.
SAID = (DCAT + "theme", DCAT + "keyword", DCAT + "contactPoint", DCTERMS + "spatial", DCTERMS + "accrualPeriodicity")
NON_NEGATIVE = XSD + "nonNegativeInteger"


def catalogue(site: Site, published: Sequence[Published]) -> Graph:
    """Return the catalogue as a graph."""
    return _Catalogue(site, published).graph


def dataset_of(site: Site, each: Published) -> str:
    """Return the IRI of a vocabulary as a dataset: that of its scheme, where it has one."""
    return each.scheme.iri if each.scheme else f"{site.catalogue}#{each.vocabulary.id}"


def add_agent(graph: Graph, agent: Agent, otherwise: str) -> str:
    """Describe an agent, and return its IRI: its own, else `otherwise`."""
    iri = agent.iri or otherwise
    graph.add(iri, TYPE, FOAF + "Agent")
    if agent.name:
        graph.add(iri, FOAF + "name", text(agent.name))
    return iri


def text(words: str, lang: str = "") -> Literal:
    """Return words in a language, or in none."""
    return label(Label(words, lang))


class _Catalogue:
    def __init__(self, site: Site, published: Sequence[Published]) -> None:
        self.graph = Graph(CATALOGUE_PREFIXES)
        self._site = site
        self._published = published
        self._add_catalogue()
        for each in published:
            self._add_dataset(each)
        self._add_services()

    def _add_catalogue(self) -> None:
        site, graph = self._site, self.graph
        graph.add(site.catalogue, TYPE, DCAT + "Catalog")
        self._say(site.catalogue, TITLE, N_("Concepts and terms: catalogue"))
        self._say(site.catalogue, DESCRIPTION, N_("The vocabularies of this service, as files and as interfaces."))
        graph.add(site.catalogue, FOAF + "homepage", site.home)
        graph.add(site.catalogue, DCTERMS + "language", *(_language(lang) for lang in UI_LANGUAGES))
        graph.add(site.catalogue, DCTERMS + "publisher", *self._publishers())
        licences = {licence for each in self._published for licence in _licences(each)}
        if len(licences) == 1:
            graph.add(site.catalogue, DCTERMS + "license", *licences)
        changed = max((each.scheme.history.modified for each in self._published if each.scheme), default="")
        graph.add(site.catalogue, DCTERMS + "modified", *date(changed))
        graph.add(site.catalogue, DCAT + "dataset", *(dataset_of(site, each) for each in self._published))

    def _add_dataset(self, each: Published) -> None:
        graph, vocabulary, iri = self.graph, each.vocabulary, dataset_of(self._site, each)
        graph.add(iri, TYPE, DCAT + "Dataset", *([SKOS + "ConceptScheme"] if each.scheme else []))
        graph.add(iri, TITLE, *map(label, vocabulary.titles))
        graph.add(iri, DCTERMS + "language", *filter(None, map(_language, vocabulary.languages)))
        graph.add(iri, DCAT + "landingPage", next(iter(each.homes.values())))
        graph.add(iri, DCTERMS + "accessRights", PUBLIC)
        graph.add(iri, DCTERMS + "conformsTo", SKOS_ITSELF)
        graph.add(iri, DCTERMS + "publisher", *self._publishers_of(each))
        if scheme := each.scheme:
            graph.add(iri, DESCRIPTION, *map(label, scheme.descriptions))
            graph.add(iri, DCTERMS + "license", *scheme.licences)
            graph.add(iri, DCTERMS + "issued", *date(scheme.history.created))
            graph.add(iri, DCTERMS + "modified", *date(scheme.history.modified))
            if scheme.version:
                graph.add(iri, DCAT + "version", text(scheme.version))
                graph.add(iri, OWL + "versionInfo", text(scheme.version))
            for predicate, value in _said(each):
                graph.add(iri, predicate, value)
        if not any(predicate == DCAT + "keyword" for predicate, _ in _said(each)):
            graph.add(iri, DCAT + "keyword", *_facet_names(each))
        for form in OF_WHOLE:
            if form in each.files:
                self._add_distribution(each, iri, form)

    def _add_distribution(self, each: Published, dataset: str, form: Format) -> None:
        graph, address = self.graph, each.files[form]
        iri = f"{self._site.catalogue}#{each.vocabulary.id}-{form.suffix}"
        graph.add(dataset, DCAT + "distribution", iri)
        graph.add(iri, TYPE, DCAT + "Distribution")
        graph.add(
            iri, TITLE, *(text(f"{each.vocabulary.id}.{form.suffix} ({form.title})", lang) for lang in UI_LANGUAGES)
        )
        graph.add(iri, DCAT + "accessURL", address)
        graph.add(iri, DCAT + "downloadURL", address)
        graph.add(iri, DCAT + "mediaType", MEDIA_TYPES + form.media_type)
        graph.add(iri, DCTERMS + "format", f"{AUTHORITY}file-type/{FILE_TYPES[form]}")
        graph.add(iri, DCTERMS + "license", *_licences(each))
        if form in each.downloads:
            graph.add(iri, DCAT + "byteSize", Literal(str(each.downloads[form].size), "", NON_NEGATIVE))

    def _add_services(self) -> None:
        site = self._site
        if site.sparql:
            iri = self._add_service("sparql", N_("SPARQL queries"), site.sparql, site.sparql)
            self.graph.add(iri, DCTERMS + "conformsTo", SPARQL_PROTOCOL)
        if site.rest:
            self._add_service("rest", N_("REST interface"), site.rest, site.openapi)

    def _add_service(self, name: str, title: str, address: str, description: str) -> str:
        site, graph, iri = self._site, self.graph, f"{self._site.catalogue}#{name}"
        graph.add(site.catalogue, DCAT + "service", iri)
        graph.add(iri, TYPE, DCAT + "DataService")
        self._say(iri, TITLE, title)
        graph.add(iri, DCAT + "endpointURL", address)
        graph.add(iri, DCAT + "endpointDescription", description)
        graph.add(iri, DCAT + "servesDataset", *(dataset_of(site, each) for each in self._published))
        graph.add(iri, DCTERMS + "publisher", *self._publishers())
        graph.add(iri, DCTERMS + "accessRights", PUBLIC)
        return iri

    def _publishers(self) -> Iterator[str]:
        """Yield who publishes the catalogue: who runs the service, else whoever publishes its first vocabulary."""
        if self._site.publisher:
            yield add_agent(self.graph, self._site.publisher, f"{self._site.catalogue}#publisher")
        else:
            # DCAT-AP has one publisher of a catalogue.
            yield from [each for one in self._published for each in self._publishers_of(one)][:1]

    def _publishers_of(self, each: Published) -> list[str]:
        base = f"{self._site.catalogue}#{each.vocabulary.id}-publisher"
        agents = each.scheme.publishers if each.scheme else ()
        return [add_agent(self.graph, agent, f"{base}-{number}") for number, agent in enumerate(agents, start=1)]

    def _say(self, iri: str, predicate: str, words: str) -> None:
        self.graph.add(iri, predicate, *(text(say(words, lang), lang) for lang in UI_LANGUAGES))


def _said(each: Published) -> list[tuple[str, Value]]:
    """Return what a scheme says of itself for catalogues."""
    if not each.scheme:
        return []
    lines = each.vocabulary.data(each.scheme.iri, N_TRIPLES).decode().splitlines()
    apart = (taken_apart(line) for line in lines)
    return [
        (predicate[1:-1], value_of(value))
        for subject, predicate, value in apart
        if subject == f"<{each.scheme.iri}>" and predicate[1:-1] in SAID
    ]


def _facet_names(each: Published) -> Iterator[Literal]:
    for iri in each.facets:
        yield from map(label, each.vocabulary.resource(iri).preferred)


def _licences(each: Published) -> tuple[str, ...]:
    return each.scheme.licences if each.scheme else ()


def _language(lang: str) -> str:
    """Return the IRI of a language in the EU's list; empty where it is not among those known here."""
    code = LANGUAGES.get(lang.partition("-")[0], "")
    return code and f"{AUTHORITY}language/{code}"
