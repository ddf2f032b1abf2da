"""Where a running service is, as the world reaches it: absolute addresses, which only the web layer knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from samsprak.language.tags import best
from samsprak.publication.download import Download
from samsprak.vocabulary.formats import Format
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Agent, Label, Resource, Scheme


@dataclass(frozen=True, slots=True)
class Published:
    """A vocabulary and where it is: its front page by language, its files, and those of them that are prepared.

    `facets` are the IRIs of its facets.
    """

    vocabulary: Vocabulary
    homes: Mapping[str, str]
    files: Mapping[Format, str]
    downloads: Mapping[Format, Download] = field(default_factory=dict)
    facets: Sequence[str] = ()

    @property
    def scheme(self) -> Scheme | None:
        """The main scheme; vocabularies in the wild may have none."""
        return next(iter(self.vocabulary.schemes), None)

    @property
    def triples(self) -> int:
        """How many triples the downloads hold; 0 as long as none is prepared."""
        return max((download.triples for download in self.downloads.values()), default=0)


@dataclass(frozen=True, slots=True)
class Site:
    """The addresses of the service itself; an empty one is of something that it does not have.

    `homes` are its front pages by language. `publisher` is who runs it, where that is known.
    """

    homes: Mapping[str, str]
    catalogue: str
    void: str
    sparql: str = ""
    rest: str = ""
    openapi: str = ""
    publisher: Agent | None = None

    @property
    def home(self) -> str:
        """The front page in the first language."""
        return next(iter(self.homes.values()))


def name_of(vocabulary: Vocabulary, resource: Resource, lang: str) -> Label:
    """Return what a record is called for a reader, else its id."""
    return best(resource.preferred, (vocabulary.display_language(lang), lang)) or Label(resource.id, "")
