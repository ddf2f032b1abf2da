"""The service and its vocabularies as catalogues name them: every address whole."""

from __future__ import annotations

from samsprak.publication.site import Published, Site
from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.formats import OF_WHOLE
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.web.context import origin, service

# Where each of the service's own things is, below its base.
CATALOGUE, VOID = "/dcat", "/.well-known/void"
SPARQL, REST, OPENAPI = "/sparql", "/rest/v1/", "/openapi.json"


def whole(path: str) -> str:
    """Return the whole address of a path below the service's base."""
    return f"{origin()}{service().addresses.base}{path}"


def site() -> Site:
    """Return where the service is."""
    return Site(
        homes={lang: origin() + service().addresses.home(lang) for lang in UI_LANGUAGES},
        catalogue=whole(CATALOGUE),
        void=whole(VOID),
        sparql=whole(SPARQL),
        rest=whole(REST),
        openapi=whole(OPENAPI),
    )


def published() -> tuple[Published, ...]:
    """Return the vocabularies and where they are."""
    return tuple(map(_published, service().snapshot.vocabularies.values()))


def _published(vocabulary: Vocabulary) -> Published:
    here, addresses = service(), service().addresses
    return Published(
        vocabulary,
        homes={lang: origin() + addresses.vocabulary_home(vocabulary.id, lang) for lang in UI_LANGUAGES},
        files={form: origin() + addresses.whole(vocabulary.id, form) for form in OF_WHOLE},
        downloads=here.downloads.prepared(vocabulary.id),
        facets=here.snapshot.facets.get(vocabulary.id, ()),
    )
