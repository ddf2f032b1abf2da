"""What a record is called in the reader's language."""

from __future__ import annotations

from samsprak.language.tags import best
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Collection, Concept, Label, Resource


def preferences(vocabulary: Vocabulary, lang: str) -> tuple[str, ...]:
    """Return the languages to try: the reader's, the vocabulary's, English."""
    return (lang, vocabulary.default_language, "en")


def name_of(vocabulary: Vocabulary, resource: Resource, lang: str) -> Label:
    """Return the best label; a record without one is shown by its notation, else its id."""
    for label in resource.preferred:
        # What `best` would choose, found sooner: a page names dozens of records.
        if label.lang == lang:
            return label
    chosen = best(resource.preferred, preferences(vocabulary, lang))
    if chosen is not None:
        return chosen
    notations = resource.notations if isinstance(resource, Concept | Collection) else ()
    return Label((*notations, resource.id)[0], "")
