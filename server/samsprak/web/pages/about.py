"""Pages about the service itself: what it is, how terms are decided, its interfaces, its accessibility."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from flask import Response

from samsprak.vocabulary.formats import FORMATS
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.web.context import origin, service
from samsprak.web.interfaces.examples import example_concept
from samsprak.web.presentation import Reader
from samsprak.web.rendering import Alike, page


@dataclass(frozen=True, slots=True)
class Examples:
    """What the interfaces are asked as examples: addresses that work where the page is read."""

    concept: str
    data: tuple[tuple[str, str], ...]
    whole: str
    entity: str
    search: str
    text: str
    annotate: str


def about(lang: str) -> Response:
    """Show what the service is, with examples that work as they are copied."""
    vocabularies = service().snapshot.vocabularies
    first = next(iter(vocabularies.values()), None)
    return page(
        "about.html",
        lang,
        Alike(lambda each: service().addresses.page("about", each)),
        readers=[Reader(each, service().addresses, lang) for each in vocabularies.values()],
        examples=lambda: _examples(first, lang) if first and first.concepts else None,
    )


def accessibility(lang: str) -> Response:
    """Show the template of an accessibility statement."""
    return page("accessibility.html", lang, Alike(lambda each: service().addresses.page("accessibility", each)))


def _examples(vocabulary: Vocabulary, lang: str) -> Examples:
    addresses, here = service().addresses, origin()
    concept = example_concept(vocabulary)
    name = Reader(vocabulary, addresses, lang).name(concept).text
    return Examples(
        here + addresses.resource(vocabulary, concept),
        tuple((form.title, here + addresses.data(vocabulary, concept, form)) for form in FORMATS),
        here + addresses.whole(vocabulary.id, FORMATS[1]),
        here + addresses.entity(concept.iri),
        f"{here}{addresses.base}/rest/v1/search?query={quote(name)}&lang={lang}",
        name,
        f"{here}{addresses.base}/rest/v1/annotate?lang={lang}",
    )
