"""A vocabulary in the language that a client asks for: what its records are called there, told truly as JSON-LD."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from samsprak.language.collation import sort_key
from samsprak.language.tags import best, canonical_tag
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Label, Resource
from samsprak.web.names import name_of, preferences

# What JSON-LD takes for a language tag (RFC 5646 §2.1, well-formed in short).
TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
SKOS_LABEL = "skos:prefLabel"
Told = dict[str, object]


def tag(lang: str) -> str:
    """Return a language as it is compared, empty where it is none at all."""
    return canonical_tag(lang) if TAG.fullmatch(lang) else ""


def marked(label: Label, lang: str, key: str = "prefLabel", predicate: str = SKOS_LABEL) -> Told:
    """Return a text under its key, with a context of its own where it is not in the language that the reply states."""
    if label.lang == lang:
        return {key: label.text}
    return {key: label.text, "@context": {key: {"@id": predicate, "@language": label.lang or None}}}


@dataclass(frozen=True, slots=True)
class Speech:
    """A vocabulary as it is told in a language; `lang` is what `@language` states for the whole reply.

    Labels come from the first of these that a record has: the language or a variety of it, the vocabulary's own,
    English, any other, none.
    """

    vocabulary: Vocabulary
    lang: str

    def name(self, record: Resource) -> Label:
        """Return what a record is called."""
        return name_of(self.vocabulary, record, self.lang)

    def named(self, record: Resource, key: str = "prefLabel") -> Told:
        """Return a record's IRI, what it is called and in which language."""
        label = self.name(record)
        told: Told = {"uri": record.iri, **marked(label, self.lang, key), "lang": label.lang}
        if not record.preferred:
            # A notation or an id stands in, which is no label.
            told["@context"] = {key: None}
        return told

    def named_all(self, iris: Iterable[str]) -> list[Told]:
        """Return records by their IRIs, named, in alphabetical order."""
        return [self.named(record) for record in self.alphabetical(iris)]

    def alphabetical(self, iris: Iterable[str]) -> list[Resource]:
        """Return records by their IRIs in the order of what they are called."""
        records = [self.vocabulary.resource(iri) for iri in iris]
        if len(records) > 1:
            records.sort(key=lambda record: (sort_key(self.name(record).text, self.lang), record.iri))
        return records

    def text(self, labels: Iterable[Label]) -> Label:
        """Return the best of some texts, empty where there is none."""
        return best(tuple(labels), preferences(self.vocabulary, self.lang)) or Label("", "")


def spoken(vocabulary: Vocabulary, lang: str) -> Speech:
    """Return a vocabulary in a language, in its own where none is asked for."""
    return Speech(vocabulary, tag(lang) or vocabulary.default_language)
