"""A vocabulary in memory: the records, their look-ups, and what the files say for data replies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import BinaryIO

from samsprak.errors import NoGuide, UnknownResource
from samsprak.language.collation import initial, sort_key
from samsprak.language.tags import best, primary
from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary import serialisation
from samsprak.vocabulary.formats import Format
from samsprak.vocabulary.guide import Guide
from samsprak.vocabulary.hierarchy import closing_links, paths_up, roots
from samsprak.vocabulary.protocol import Entry
from samsprak.vocabulary.records import (
    Class,
    Collection,
    Concept,
    Finding,
    Label,
    LabelKind,
    Remark,
    Resource,
    Scheme,
    Source,
)
from samsprak.vocabulary.statements import NO_STATEMENTS, Statements

# A scheme that says it conforms to this has term records in the Swedish form (docs/design.md).
RECORD_PROFILE = "https://w3id.org/samsprak/shapes/record"


@dataclass(frozen=True, kw_only=True)
class MemoryVocabulary:
    """The records of one vocabulary and the statements that they were read from. Built by `loader`, then only read."""

    id: str
    namespace: str
    digest: str
    schemes: tuple[Scheme, ...]
    concepts: tuple[Concept, ...]
    collections: tuple[Collection, ...]
    sources: tuple[Source, ...]
    remarks: tuple[Remark, ...]
    statements: Statements = NO_STATEMENTS
    classes: tuple[Class, ...] = ()
    guides: tuple[Guide, ...] = ()

    @cached_property
    def _by_iri(self) -> dict[str, Resource]:
        everything = (*self.sources, *self.schemes, *self.collections, *self.concepts)
        return {resource.iri: resource for resource in everything}

    @cached_property
    def _by_id(self) -> dict[str, Resource]:
        return {resource.id: resource for resource in self._by_iri.values()}

    @cached_property
    def titles(self) -> tuple[Label, ...]:
        """The title of the main scheme, else the id."""
        return (self.schemes[0].preferred if self.schemes else ()) or (Label(self.id, ""),)

    @cached_property
    def term_records(self) -> bool:
        """Whether a scheme conforms to the record profile."""
        return any(RECORD_PROFILE in scheme.conforms_to for scheme in self.schemes)

    @property
    def has_guide(self) -> bool:
        """Whether there is a guided path."""
        return bool(self.guides)

    @property
    def guide(self) -> Guide:
        """The guided path."""
        if not self.guides:
            raise NoGuide(self.id)
        return self.guides[0]

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of preferred labels, commonest first; untagged labels do not count."""
        counts = Counter(label.lang for concept in self.concepts for label in concept.preferred if label.lang)
        return tuple(sorted(counts, key=lambda lang: (-counts[lang], UI_LANGUAGES[0] != lang, lang)))

    @cached_property
    def default_language(self) -> str:
        """The language that most concepts are named in; empty where no label has one."""
        return self.languages[0] if self.languages else ""

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """Where the tree begins so that every concept is in it."""
        tops = [iri for scheme in self.schemes for iri in scheme.top_concepts]
        tops += [concept.iri for concept in self.concepts if concept.top_of]
        return roots(dict.fromkeys(tops), *self._hierarchy())

    @cached_property
    def closing_links(self) -> frozenset[tuple[str, str]]:
        """The links that close the circles which were found when the vocabulary was loaded."""
        circles = [remark.subjects for remark in self.remarks if remark.finding is Finding.CYCLE]
        return closing_links(circles, self.roots, *self._hierarchy()) if circles else frozenset()

    def _hierarchy(self) -> tuple[Mapping[str, Sequence[str]], Mapping[str, Sequence[str]]]:
        """Return what is broader and what is narrower, by concept."""
        broader = {concept.iri: [link.iri for link in concept.broader] for concept in self.concepts}
        return broader, {concept.iri: concept.narrower for concept in self.concepts}

    @cached_property
    def _alphabets(self) -> dict[str, Mapping[str, Sequence[Entry]]]:
        languages = {self.display_language(lang) for lang in UI_LANGUAGES}
        return {lang: self._alphabet(lang) for lang in sorted(languages)}

    def prepare(self) -> None:
        """Compute every look-up now, so that requests only read, and forked workers share the memory."""
        for look_up in (self._by_id, self.titles, self.languages, self.roots, self.closing_links, self._alphabets):
            len(look_up)

    def resource(self, iri: str) -> Resource:
        """Return the record with this IRI."""
        try:
            return self._by_iri[iri]
        except KeyError:
            raise UnknownResource(iri) from None

    def by_id(self, resource_id: str) -> Resource:
        """Return the record with this id."""
        try:
            return self._by_id[resource_id]
        except KeyError:
            raise UnknownResource(resource_id) from None

    def concept(self, iri: str) -> Concept:
        """Return the concept with this IRI."""
        found = self._by_iri.get(iri)
        if isinstance(found, Concept):
            return found
        raise UnknownResource(iri)

    def holds(self, iri: str) -> bool:
        """Tell whether there is a record with this IRI."""
        return iri in self._by_iri

    def paths(self, iri: str) -> tuple[tuple[str, ...], ...]:
        """Return the ways down to a concept from the top, itself last."""
        return paths_up(iri, lambda here: [link.iri for link in self.concept(here).broader])

    def display_language(self, wanted: str) -> str:
        """Return `wanted` or a variety of it where the vocabulary has it, else its default language."""
        for lang in self.languages:
            if primary(lang) == wanted:
                return lang
        return self.default_language

    def alphabet(self, lang: str) -> Mapping[str, Sequence[Entry]]:
        """Return the index in a display language."""
        shown = self.display_language(lang)
        if shown not in self._alphabets:
            # That of a language which is none of the interface: few ask for it.
            self._alphabets[shown] = self._alphabet(shown)
        return self._alphabets[shown]

    def data(self, iri: str, form: Format) -> bytes:
        """Return the description of one resource in a format."""
        return serialisation.describe(self.statements, self, self.resource(iri), form)

    def dump(self, form: Format, out: BinaryIO) -> int:
        """Write the whole vocabulary in a format, and return how many triples it has."""
        return serialisation.write(self.statements, self, form, out)

    def _alphabet(self, lang: str) -> Mapping[str, Sequence[Entry]]:
        """Preferred and alternative labels of one language, and the preferred ones of concepts without it."""
        entries: list[Entry] = []
        for concept in self.concepts:
            preferred = best(concept.preferred, (lang,))
            if preferred:
                entries.append(Entry(preferred, LabelKind.PREFERRED, concept.iri))
            entries += [
                Entry(label, LabelKind.ALTERNATIVE, concept.iri) for label in concept.alternative if label.lang == lang
            ]
        keyed = [(sort_key(entry.label.text, lang), entry.iri, entry) for entry in entries]
        keyed.sort(key=itemgetter(0, 1))
        letters: dict[str, list[Entry]] = {}
        for key, _, entry in keyed:
            letters.setdefault(initial(key, lang), []).append(entry)
        return {letter: tuple(found) for letter, found in letters.items()}
