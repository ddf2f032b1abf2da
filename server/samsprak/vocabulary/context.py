"""The JSON-LD context of data replies: which short name stands for which IRI, and what its values are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from samsprak.vocabulary.namespaces import (
    ADMS,
    DCTERMS,
    FOAF,
    ISOTHES,
    OWL,
    PREFIXES,
    RDF,
    RDFS,
    RELATIONS,
    SKOS,
    VANN,
    XSD,
)

TYPE = RDF + "type"
TEXTS = {
    **{
        name: SKOS + name
        for name in [
            "prefLabel",
            "altLabel",
            "hiddenLabel",
            "definition",
            "scopeNote",
            "example",
            "historyNote",
            "changeNote",
            "editorialNote",
            "note",
        ]
    },
    "title": DCTERMS + "title",
    "description": DCTERMS + "description",
    "label": RDFS + "label",
    "comment": RDFS + "comment",
}
LINKS = {
    **{name: SKOS + name for name in RELATIONS},
    **{
        name: ISOTHES + name
        for name in [
            "broaderGeneric",
            "broaderPartitive",
            "broaderInstantial",
            "narrowerGeneric",
            "narrowerPartitive",
            "narrowerInstantial",
        ]
    },
    "isReplacedBy": DCTERMS + "isReplacedBy",
    "replaces": DCTERMS + "replaces",
    "source": DCTERMS + "source",
    "publisher": DCTERMS + "publisher",
    "license": DCTERMS + "license",
    "conformsTo": DCTERMS + "conformsTo",
    "seeAlso": RDFS + "seeAlso",
    "status": ADMS + "status",
    "page": FOAF + "page",
}
TYPED = {
    "created": (DCTERMS + "created", XSD + "date"),
    "modified": (DCTERMS + "modified", XSD + "date"),
    "dateAccepted": (DCTERMS + "dateAccepted", XSD + "date"),
    "valid": (DCTERMS + "valid", XSD + "date"),
    "issued": (DCTERMS + "issued", XSD + "gYear"),
    "deprecated": (OWL + "deprecated", XSD + "boolean"),
}
PLAIN = {
    "notation": SKOS + "notation",
    "versionInfo": OWL + "versionInfo",
    "preferredNamespaceUri": VANN + "preferredNamespaceUri",
    "preferredNamespacePrefix": VANN + "preferredNamespacePrefix",
}
CLASSES = {
    **{name: SKOS + name for name in ("Concept", "ConceptScheme", "Collection", "OrderedCollection")},
    "ThesaurusArray": ISOTHES + "ThesaurusArray",
    "BibliographicResource": DCTERMS + "BibliographicResource",
}


def compact(iri: str, prefixes: Mapping[str, str] = PREFIXES) -> str:
    """Return an IRI by its prefix where the context has one, else whole."""
    for prefix, namespace in prefixes.items():
        local = iri.removeprefix(namespace)
        if local != iri and local and "/" not in local and "#" not in local:
            return f"{prefix}:{local}"
    return iri


# One text a language is the rule here; of the other texts there may be many, so they always stand in lists.
SINGLE = frozenset({"prefLabel", "definition", "title", "description", "label", "comment"})

CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    **PREFIXES,
    "id": "@id",
    "type": "@type",
    "graph": "@graph",
    **{
        name: {"@id": compact(iri), "@container": "@language" if name in SINGLE else ["@language", "@set"]}
        for name, iri in TEXTS.items()
    },
    **{name: {"@id": compact(iri), "@type": "@id", "@container": "@set"} for name, iri in LINKS.items()},
    **{name: {"@id": compact(iri), "@type": compact(kind)} for name, (iri, kind) in TYPED.items()},
    **{name: compact(iri) for name, iri in PLAIN.items()},
    **{name: compact(iri) for name, iri in CLASSES.items()},
}
TEXT_TERMS = {iri: name for name, iri in TEXTS.items()}
LINK_TERMS = {iri: name for name, iri in LINKS.items()}
TYPED_TERMS = {iri: (name, kind) for name, (iri, kind) in TYPED.items()}
PLAIN_TERMS = {iri: name for name, iri in PLAIN.items()}
CLASS_TERMS = {iri: name for name, iri in CLASSES.items()}
PLACES = {
    predicate: place for place, predicate in enumerate((TYPE, *TEXT_TERMS, *LINK_TERMS, *PLAIN_TERMS, *TYPED_TERMS))
}
CONTEXT_TEXT = json.dumps(CONTEXT, ensure_ascii=False)
