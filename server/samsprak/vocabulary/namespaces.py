"""The IRIs of the vocabularies that Samspråk reads and writes."""

from __future__ import annotations

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SKOSXL = "http://www.w3.org/2008/05/skos-xl#"
ISOTHES = "http://purl.org/iso25964/skos-thes#"
DCTERMS = "http://purl.org/dc/terms/"
DC = "http://purl.org/dc/elements/1.1/"
ADMS = "http://www.w3.org/ns/adms#"
ADMS_STATUS = "http://purl.org/adms/status/"
VANN = "http://purl.org/vocab/vann/"
FOAF = "http://xmlns.com/foaf/0.1/"
SCHEMA = "https://schema.org/"
DCAT = "http://www.w3.org/ns/dcat#"
VOID = "http://rdfs.org/ns/void#"
# The terms of guided paths, ours: shapes/guide.ttl.
GUIDE = "https://w3id.org/samsprak/guide#"

# The prefixes of data that the service writes, by the names that the field uses.
PREFIXES = {
    "adms": ADMS,
    "dc": DC,
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "iso-thes": ISOTHES,
    "owl": OWL,
    "rdf": RDF,
    "rdfs": RDFS,
    "skos": SKOS,
    "skosxl": SKOSXL,
    "vann": VANN,
    "xsd": XSD,
}

# Those of what is said about vocabularies, in catalogues.
CATALOGUE_PREFIXES = {
    "dcat": DCAT,
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "owl": OWL,
    "rdf": RDF,
    "skos": SKOS,
    "void": VOID,
    "xsd": XSD,
}

# The relations of SKOS, in its own order: hierarchy, scheme, membership, mappings.
RELATIONS = (
    *("broader", "narrower", "related", "inScheme", "topConceptOf", "hasTopConcept", "member"),
    *("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"),
)

# ISO 25964-1 kinds of hierarchical relation as sub-properties of SKOS's (NISO iso-thes schema 1.4).
SUBPROPERTIES = {
    ISOTHES + "broaderGeneric": SKOS + "broader",
    ISOTHES + "broaderPartitive": SKOS + "broader",
    ISOTHES + "broaderInstantial": SKOS + "broader",
    ISOTHES + "narrowerGeneric": SKOS + "narrower",
    ISOTHES + "narrowerPartitive": SKOS + "narrower",
    ISOTHES + "narrowerInstantial": SKOS + "narrower",
}
# Classes of SKOS extensions whose instances are concepts or collections.
SUBCLASSES = {
    SKOS + "OrderedCollection": SKOS + "Collection",
    ISOTHES + "ThesaurusArray": SKOS + "Collection",
    ISOTHES + "ConceptGroup": SKOS + "Collection",
}
