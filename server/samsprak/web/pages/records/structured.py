"""Structured data for search engines: a concept as a schema.org DefinedTerm."""

from __future__ import annotations

import json

from markupsafe import Markup

from samsprak.vocabulary.records import Concept, NoteKind
from samsprak.web.presentation import Reader

ENCODER = json.JSONEncoder(ensure_ascii=False)


def defined_term(reader: Reader, concept: Concept) -> Markup:
    """Return the JSON-LD of a concept, safe within a script element: `<` is written as an escape."""
    definitions = reader.texts(concept.notes, NoteKind.DEFINITION)
    described = {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "@id": concept.iri,
        "name": reader.name(concept).text,
        "alternateName": [label.text for label in reader.labels(concept.alternative)],
        "description": definitions[0].text if definitions else "",
        "termCode": concept.notations[0] if concept.notations else "",
        "inLanguage": reader.shown,
        "inDefinedTermSet": concept.schemes[0] if concept.schemes else reader.vocabulary.namespace,
    }
    said = {name: value for name, value in described.items() if value}
    return Markup(ENCODER.encode(said).replace("<", "\\u003c"))  # noqa: S704 - escaped right here
