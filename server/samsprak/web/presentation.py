"""Records as a page shows them: every reference named and linked, every text chosen in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from urllib.parse import unquote

from samsprak.language.collation import SortKey, sort_key
from samsprak.language.tags import best, primary
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import (
    Agent,
    Collection,
    Concept,
    Label,
    Note,
    NoteKind,
    Resource,
    Source,
)
from samsprak.web.addresses import Addresses
from samsprak.web.names import name_of, preferences

# A page shows so many members of a collection, and five times as many concepts side by side in a tree.
MAX_LISTED = 200


class Link(NamedTuple):
    """A name that leads somewhere; `address` is empty where there is nothing to lead to."""

    text: str
    lang: str
    address: str
    retired: bool = False


def on_the_web(value: str) -> Link:
    """Return a link to an address, called by what one reads of it; a text that is no address leads nowhere."""
    if not value.startswith(("http://", "https://")):
        return Link(value, "", "")
    return Link(unquote(value.partition("://")[2]).removesuffix("/"), "", value)


@dataclass(frozen=True, slots=True)
class InOtherLanguage:
    """Terms and definitions in a language that is not the page's."""

    lang: str
    terms: tuple[Label, ...]
    alternatives: tuple[Label, ...]
    definitions: tuple[Note, ...]


@dataclass(frozen=True)
class Reader:
    """Who reads which vocabulary in which language; there is one for each page, which names a record several times."""

    vocabulary: Vocabulary
    addresses: Addresses
    lang: str

    @cached_property
    def shown(self) -> str:
        """The language that the vocabulary is shown in to this reader."""
        return self.vocabulary.display_language(self.lang)

    @cached_property
    def _links(self) -> dict[str, Link]:
        return {}

    @cached_property
    def _sort_keys(self) -> dict[str, SortKey]:
        return {}

    def name(self, resource: Resource) -> Label:
        """Return what a record is called."""
        return name_of(self.vocabulary, resource, self.lang)

    def address(self, resource: Resource) -> str:
        """Return the page of a record in the reader's language."""
        return self.addresses.resource_page(self.vocabulary, resource, self.lang, self.name(resource))

    @property
    def vocabulary_title(self) -> Label:
        """The vocabulary's title."""
        return best(self.vocabulary.titles, preferences(self.vocabulary, self.lang)) or Label(self.vocabulary.id, "")

    def text(self, labels: Sequence[Label]) -> Label:
        """Return the text in the reader's language, else in the best that there is; empty where there is none."""
        return best(labels, preferences(self.vocabulary, self.lang)) or Label("", "")

    def descriptions(self) -> list[Label]:
        """Return what the main scheme says of itself."""
        schemes = self.vocabulary.schemes
        return self._best_of(schemes[0].descriptions) if schemes else []

    def described(self, source: Source) -> list[Label]:
        """Return what a source record says of the document."""
        return self._best_of(source.descriptions)

    def _best_of(self, labels: Sequence[Label]) -> list[Label]:
        chosen = best(labels, preferences(self.vocabulary, self.lang))
        return [chosen] if chosen else []

    def citing(self, source: Source) -> list[Link]:
        """Return the concepts that cite a source."""
        return self.links(each.iri for each in self.vocabulary.concepts if source.iri in each.sources)

    def link(self, iri: str) -> Link:
        """Return a link to a record, or to the web where the vocabulary does not hold the IRI."""
        known = self._links.get(iri)
        if known is None:
            known = self._links[iri] = self._link(iri)
        return known

    def _link(self, iri: str) -> Link:
        if not self.vocabulary.holds(iri):
            return Link(iri, "", iri if iri.startswith(("http://", "https://")) else "")
        found = self.vocabulary.resource(iri)
        name = self.name(found)
        address = self.addresses.resource_page(self.vocabulary, found, self.lang, name)
        return Link(name.text, name.lang, address, isinstance(found, Concept) and found.retired)

    def sorted_as(self, iri: str) -> SortKey:
        """Return the place of a record in alphabetical order."""
        known = self._sort_keys.get(iri)
        if known is None:
            link = self._links.get(iri) or self.name(self.vocabulary.resource(iri))
            known = self._sort_keys[iri] = sort_key(link.text, self.shown)
        return known

    def links(self, iris: Iterable[str]) -> list[Link]:
        """Return links in alphabetical order."""
        return self._alphabetical([self.link(iri) for iri in iris])

    def _alphabetical(self, links: list[Link]) -> list[Link]:
        if len(links) > 1:
            shown = self.shown
            links.sort(key=lambda link: sort_key(link.text, shown))
        return links

    def paths(self, concept: Concept) -> list[list[Link]]:
        """Return the ways from the top down to a concept, itself left out."""
        ways = [[self.link(iri) for iri in path[:-1]] for path in self.vocabulary.paths(concept.iri)]
        return [way for way in ways if way]

    def texts(self, notes: Sequence[Note], kind: NoteKind) -> list[Note]:
        """Return the notes of one kind in the reader's language, else in the best that there is."""
        found = [note for note in notes if note.kind is kind]
        if not found:
            return found
        for lang in preferences(self.vocabulary, self.lang):
            chosen = [note for note in found if primary(note.lang) == primary(lang)]
            if chosen:
                return chosen
        return found

    def labels(self, labels: Sequence[Label]) -> list[Label]:
        """Return the labels in the language shown, and those without one."""
        wanted = primary(self.shown)
        return [label for label in labels if not label.lang or primary(label.lang) == wanted]

    def other_languages(self, concept: Concept) -> list[InOtherLanguage]:
        """Return what the record says in every other language, the vocabulary's commonest first."""
        shown = {primary(self.shown)}
        everything = (*concept.preferred, *concept.alternative)
        spoken = {label.lang for label in everything if label.lang and primary(label.lang) not in shown}
        order = {lang: place for place, lang in enumerate(self.vocabulary.languages)}
        return [
            InOtherLanguage(
                lang,
                tuple(label for label in concept.preferred if label.lang == lang),
                tuple(label for label in concept.alternative if label.lang == lang),
                tuple(note for note in concept.notes_of(NoteKind.DEFINITION) if note.lang == lang),
            )
            for lang in sorted(spoken, key=lambda tag: (order.get(tag, len(order)), tag))
        ]

    def sources(self, values: Iterable[str]) -> list[Link]:
        """Return sources as references: a record's title, publisher and year, a web address, or plain text."""
        return [self._source(value) for value in values]

    def _source(self, value: str) -> Link:
        link = self.link(value)
        if not self.vocabulary.holds(value):
            return link
        record = self.vocabulary.resource(value)
        if not isinstance(record, Source):
            return link
        publishers = ", ".join(agent.name for agent in record.publishers if agent.name)
        details = ", ".join(part for part in (publishers, record.issued) if part)
        return Link(f"{link.text} ({details})" if details else link.text, link.lang, link.address)

    def agents(self, agents: Iterable[Agent]) -> list[Link]:
        """Return publishers and deciding bodies by name."""
        return [Link(agent.name or agent.iri, "", "" if agent.name else agent.iri) for agent in agents]

    def members(self, collection: Collection) -> list[Link]:
        """Return the members: in their own order where they have one, else in alphabetical order."""
        if collection.ordered:
            return [self.link(iri) for iri in collection.members[:MAX_LISTED]]
        return self.links(collection.members)[:MAX_LISTED]
