"""The manifest: what the service offers a client, and where."""

from __future__ import annotations

from typing import Any, NotRequired
from urllib.parse import quote

from typing_extensions import TypedDict

from samsprak import __version__
from samsprak.errors import N_
from samsprak.language.tags import best
from samsprak.reconciliation.kinds import CONCEPT, SKOS
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.web.context import origin, service
from samsprak.web.names import preferences
from samsprak.web.reconciliation.describing import Kind, interface_language, kind, name_of_language, said
from samsprak.web.reconciliation.extending import languages
from samsprak.web.reconciliation.interface import address
from samsprak.web.reconciliation.properties import ALL_LANGUAGES
from samsprak.web.reconciliation.questions import MAX_QUERIES

# Where vocabularies with namespaces of their own are reconciled together, ids are IRIs and have no more in common.
ANY_IRI = "https://www.rfc-editor.org/rfc/rfc3987"
PREVIEW_WIDTH, PREVIEW_HEIGHT = 430, 300


class Template(TypedDict):
    """An address with a place for an id."""

    url: str


class Frame(TypedDict):
    """An address with a place for an id, and the size of its page."""

    url: str
    width: int
    height: int


class Suggesting(TypedDict):
    """Where suggestions are, and a short description of each."""

    service_url: str
    service_path: str
    flyout_service_url: str
    flyout_service_path: str


class Manifest(TypedDict):
    """What the service offers."""

    versions: list[str]
    name: str
    identifierSpace: str
    schemaSpace: str
    documentation: str
    serviceVersion: str
    logo: str
    defaultTypes: list[Kind]
    view: Template
    preview: Frame
    suggest: dict[str, Suggesting]
    extend: dict[str, Any]
    batchSize: NotRequired[int]


def manifest(vocabulary: str, lang: str, stated: str) -> Manifest:
    """Return the manifest of a vocabulary or of all; `stated` is the language that the client named, if any."""
    here, addresses = origin(), service().addresses
    stated = quote(stated, safe="")
    further = f"&lang={stated}" if stated else ""
    return Manifest(
        versions=["0.2"],
        name=_name(vocabulary, lang),
        identifierSpace=_space(vocabulary),
        schemaSpace=f"{SKOS}Concept",
        documentation=here + addresses.page("interfaces", interface_language(lang)),
        serviceVersion=__version__,
        logo=here + addresses.static("icon.svg", service().assets),
        defaultTypes=[kind(CONCEPT, lang)],
        view=Template(url=f"{here}{addresses.base}/entity?uri={{{{id}}}}"),
        preview=Frame(
            url=address(vocabulary, f"/preview?id={{{{id}}}}{further}"), width=PREVIEW_WIDTH, height=PREVIEW_HEIGHT
        ),
        suggest={each: _suggesting(vocabulary, each, stated) for each in ("entity", "type", "property")},
        extend={
            "propose_properties": {"service_url": address(vocabulary), "service_path": "/properties"},
            "property_settings": _settings(vocabulary, lang),
        },
        batchSize=MAX_QUERIES,
    )


def _name(vocabulary: str, lang: str) -> str:
    loaded = list(service().snapshot.vocabularies.values())
    asked = service().snapshot.vocabulary(vocabulary) if vocabulary else loaded[0] if len(loaded) == 1 else None
    return f"Samspråk: {_title(asked, lang)}" if asked else "Samspråk"


def _title(vocabulary: Vocabulary, lang: str) -> str:
    title = best(vocabulary.titles, preferences(vocabulary, lang))
    return title.text if title else vocabulary.id


def _space(vocabulary: str) -> str:
    """Return what the ids begin with."""
    snapshot = service().snapshot
    asked = [snapshot.vocabulary(vocabulary)] if vocabulary else list(snapshot.vocabularies.values())
    namespaces = {each.namespace for each in asked}
    return namespaces.pop() or ANY_IRI if len(namespaces) == 1 else ANY_IRI


def _suggesting(vocabulary: str, what: str, stated: str) -> Suggesting:
    return Suggesting(
        service_url=address(vocabulary),
        service_path=f"/suggest/{what}" + (f"?lang={stated}" if stated else ""),
        flyout_service_url=address(vocabulary),
        flyout_service_path=f"/flyout/{what}?id=${{id}}" + (f"&lang={stated}" if stated else ""),
    )


def _settings(vocabulary: str, lang: str) -> list[dict[str, Any]]:
    choices = [{"value": "", "name": said(N_("The reader's, else another"), lang)}]
    choices += [{"value": each, "name": name_of_language(each, lang)} for each in languages(vocabulary)]
    choices.append({"value": ALL_LANGUAGES, "name": said(N_("All languages"), lang)})
    return [
        {
            "name": "limit",
            "type": "number",
            "default": 0,
            "label": said(N_("Limit"), lang),
            "help_text": said(N_("So many values at most; 0 for all."), lang),
        },
        {
            "name": "language",
            "type": "select",
            "default": "",
            "label": said(N_("Language"), lang),
            "help_text": said(N_("The language of texts."), lang),
            "choices": choices,
        },
    ]
