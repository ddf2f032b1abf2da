"""Every address of the service is written here, once, with the path prefix that it runs under.

Flask's `url_for` is not used: it costs as much as the rest of a small page, and pages hold a hundred links.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, quote_plus, urlencode

from samsprak.language.slugs import slug
from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.formats import Format
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Label, Resource

# What a rule of a route takes for an interface language.
LANGUAGE = f"any({','.join(UI_LANGUAGES)})"
# The pages of each interface language, by the word in their address.
PAGES = {
    "search": {"sv": "sok", "en": "search"},
    "propose": {"sv": "foresla", "en": "propose"},
    "about": {"sv": "om", "en": "about"},
    "accessibility": {"sv": "tillganglighet", "en": "accessibility"},
    "alphabet": {"sv": "a-o", "en": "a-z"},
    "hierarchy": {"sv": "hierarki", "en": "hierarchy"},
    "facets": {"sv": "facetter", "en": "facets"},
    "guide": {"sv": "vagledning", "en": "guide"},
    "diagrams": {"sv": "diagram", "en": "diagrams"},
    "compare": {"sv": "jamfor", "en": "compare"},
    "statistics": {"sv": "statistik", "en": "statistics"},
    "changes": {"sv": "andringar", "en": "changes"},
    "versions": {"sv": "versioner", "en": "versions"},
    "differences": {"sv": "skillnader", "en": "differences"},
    "interfaces": {"sv": "api", "en": "api"},
    "sparql": {"sv": "sparql", "en": "sparql"},
}

# What stands below the page for proposals, and answers as one writes.
CHECK = {"sv": "kontroll", "en": "check"}


def page_name(word: str, lang: str) -> str | None:
    """Return which page a word of an address stands for in a language, or None."""
    for name, words in PAGES.items():
        if words[lang] == word:
            return name
    return None


@lru_cache(maxsize=16384)
def segment(text: str) -> str:
    """Return an id as it stands in a path: percent-encoded, but for slashes that no client would tidy away."""
    parts = text.split("/")
    tidied = any(part in {"", ".", ".."} for part in parts)
    return quote(text, safe="" if tidied else "/")


@dataclass(frozen=True, slots=True)
class Addresses:
    """Writes the addresses of a service that runs under `base`, empty or as `/begrepp`."""

    base: str = ""

    def home(self, lang: str) -> str:
        """Return the front page's address."""
        return f"{self.base}/{lang}/"

    def page(self, name: str, lang: str, **query: object) -> str:
        """Return the address of a page about the whole service."""
        return f"{self.base}/{lang}/{PAGES[name][lang]}{_query(query)}"

    def proposal_check(self, lang: str) -> str:
        """Return the address that says what there is to correct in a proposal as one writes it."""
        return f"{self.page('propose', lang)}/{CHECK[lang]}"

    def suggestions(self, lang: str) -> str:
        """Return the address that suggests terms as one types."""
        return f"{self.base}/{lang}/suggestions"

    def vocabulary_page(self, name: str, vocabulary: str, lang: str, **query: object) -> str:
        """Return the address of a page about one vocabulary."""
        return f"{self.base}/{lang}/{vocabulary}/{PAGES[name][lang]}{_query(query)}"

    def comparison(self, vocabulary: str, lang: str, ids: Iterable[str]) -> str:
        """Return the address that sets concepts side by side, by their ids."""
        return self.vocabulary_page("compare", vocabulary, lang, concept=tuple(ids))

    def vocabulary_home(self, vocabulary: str, lang: str) -> str:
        """Return the address of the front page of one vocabulary."""
        return f"{self.base}/{lang}/{vocabulary}/"

    def resource_page(self, vocabulary: Vocabulary, resource: Resource, lang: str, name: Label) -> str:
        """Return the page of a concept, collection, scheme or source, its name as decoration at the end."""
        if vocabulary.schemes and resource.iri == vocabulary.schemes[0].iri:
            return self.vocabulary_home(vocabulary.id, lang)
        decoration = slug(name.text)
        address = f"{self.base}/{lang}/{vocabulary.id}/{segment(resource.id)}"
        return f"{address}/{decoration}" if decoration else address

    def diagram_file(self, vocabulary: Vocabulary, resource: Resource, lang: str) -> str:
        """Return the address of a concept's diagram as a file."""
        return f"{self.base}/{lang}/{vocabulary.id}/{segment(resource.id)}/diagram.svg"

    def resource(self, vocabulary: Vocabulary, resource: Resource) -> str:
        """Return the negotiated address of a resource: what its IRI is to lead to."""
        if vocabulary.schemes and resource.iri == vocabulary.schemes[0].iri:
            return f"{self.base}/{vocabulary.id}"
        return f"{self.base}/{vocabulary.id}/{segment(resource.id)}"

    def data(self, vocabulary: Vocabulary, resource: Resource, form: Format) -> str:
        """Return the address of the data about one resource."""
        return f"{self.base}/{vocabulary.id}/{segment(resource.id)}.{form.suffix}"

    def whole(self, vocabulary: str, form: Format) -> str:
        """Return the address of a whole vocabulary as data."""
        return f"{self.base}/{vocabulary}.{form.suffix}"

    def entity(self, iri: str) -> str:
        """Return the address that finds a resource by any IRI."""
        return f"{self.base}/entity?{urlencode({'uri': iri})}"

    def version(self, vocabulary: str, version: str) -> str:
        """Return the address of a released version as data."""
        return f"{self.base}/{vocabulary}/versions/{segment(version)}.ttl"

    def feed(self, vocabulary: str, lang: str) -> str:
        """Return the address of the feed of a vocabulary, or of all where it is empty."""
        below = f"/{vocabulary}" if vocabulary else ""
        return f"{self.base}{below}/feed.atom?lang={lang}"

    def changes_as_data(self, vocabulary: str) -> str:
        """Return the address of what happened in a vocabulary, as data."""
        return f"{self.base}/{vocabulary}/changes.jsonld"

    def static(self, name: str, version: str) -> str:
        """Return the address of a file of the interface; the version lets it be kept for ever."""
        return f"{self.base}/static/{name}?v={version}"


def _query(values: dict[str, object]) -> str:
    """Return what follows a path; what is empty is left out. Python's own `urlencode` takes three times as long."""
    given = [
        f"{name}={quote_plus(str(each))}"
        for name, value in values.items()
        if value not in (None, "", ())
        for each in (value if isinstance(value, tuple | list) else (value,))
    ]
    return f"?{'&'.join(given)}" if given else ""
