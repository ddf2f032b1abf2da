"""What a concept or collection is called where no page shows it."""

from __future__ import annotations

from samsprak.language.tags import best
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Collection, Concept, Resource


def term(vocabulary: Vocabulary, resource: Resource, lang: str) -> str:
    """Return the preferred label in `lang`, else in the vocabulary's language; else a notation or the id."""
    label = best(resource.preferred, (lang, vocabulary.default_language, "en"))
    if label:
        return label.text
    notations = resource.notations if isinstance(resource, Concept | Collection) else ()
    return (*notations, resource.id)[0]
