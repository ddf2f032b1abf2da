"""The formats of answers, and the names that clients ask for them by."""

from __future__ import annotations

from samsprak.sparql.question import Form
from samsprak.vocabulary.formats import JSON_LD, N_TRIPLES, RDF_XML, TURTLE, Format

JSON = Format(
    "sparql-json", "JSON", "srj", "application/sparql-results+json", aliases=("application/json", "text/javascript")
)
XML = Format("sparql-xml", "XML", "srx", "application/sparql-results+xml", aliases=("application/xml", "text/xml"))
CSV = Format("csv", "CSV", "csv", "text/csv")
TSV = Format("tsv", "TSV", "tsv", "text/tab-separated-values")

# In the service's order where a client wants several equally.
OF_ROWS = (JSON, XML, CSV, TSV)
OF_GRAPHS = (TURTLE, RDF_XML, N_TRIPLES, JSON_LD)
BY_MEDIA_TYPE = {form.media_type: form for form in (*OF_ROWS, *OF_GRAPHS)}

# What clients write in format=, output= and results=, beside media types: SPARQLWrapper, Virtuoso, Jena, rdflib.
NAMES: dict[str, tuple[Format, ...]] = {
    "json": (JSON, JSON_LD),
    "sparql-results+json": (JSON,),
    "xml": (XML, RDF_XML),
    "sparql-results+xml": (XML,),
    "csv": (CSV,),
    "tsv": (TSV,),
    "turtle": (TURTLE,),
    "ttl": (TURTLE,),
    "n3": (TURTLE,),
    "rdf": (RDF_XML,),
    "rdf+xml": (RDF_XML,),
    "rdfxml": (RDF_XML,),
    "n-triples": (N_TRIPLES,),
    "ntriples": (N_TRIPLES,),
    "nt": (N_TRIPLES,),
    "json-ld": (JSON_LD,),
    "jsonld": (JSON_LD,),
    "ld+json": (JSON_LD,),
}


def offered(form: Form) -> tuple[Format, ...]:
    """Return the formats that the answer of a query can have."""
    return OF_GRAPHS if form.gives_graph else OF_ROWS


def called(name: str) -> tuple[Format, ...]:
    """Return the formats of rows and of graphs that a name or a media type stands for; none where it is unknown."""
    # In an address a plus that is not escaped arrives as a space.
    plain = name.strip().lower().partition(";")[0].strip().replace(" ", "+")
    by_type = tuple(form for form in (*OF_ROWS, *OF_GRAPHS) if plain in {form.media_type, *form.aliases})
    return NAMES.get(plain, by_type)
