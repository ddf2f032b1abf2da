"""`/vocabularies` and `/{vocid}/`: which vocabularies there are, and what one says of itself."""

from __future__ import annotations

from flask import Response
from typing_extensions import TypedDict

from samsprak.language.tags import best
from samsprak.vocabulary.namespaces import DCTERMS, RDFS
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Label, Scheme
from samsprak.web.context import service
from samsprak.web.interfaces.operations import Answer
from samsprak.web.names import preferences
from samsprak.web.rest.asking import InLanguage, InOneLanguage, in_language
from samsprak.web.rest.interface import interface
from samsprak.web.rest.replies import ONKI, base, context, json_of, reply
from samsprak.web.rest.speech import Speech, Told, marked, spoken, tag


class Listed(TypedDict):
    """A vocabulary in the list of all."""

    uri: str
    id: str
    title: str


class Listing(TypedDict):
    """All vocabularies."""

    uri: str
    vocabularies: list[Listed]


class ConceptScheme(TypedDict):
    """A concept scheme: its title, which is also its label."""

    uri: str
    type: str
    title: str
    prefLabel: str
    label: str


class Presented(TypedDict):
    """What a vocabulary says of itself."""

    uri: str
    id: str
    title: str
    defaultLanguage: str
    languages: list[str]
    conceptschemes: list[ConceptScheme]


@interface.offer("GET", "/vocabularies", Answer(200, "The vocabularies by id.", json_of(Listing)))
def vocabularies(query: InOneLanguage) -> Response:
    """List the vocabularies."""
    lang = tag(query.lang)
    terms = context(
        lang,
        rdfs=RDFS,
        onki=ONKI,
        title="rdfs:label",
        vocabularies="onki:hasVocabulary",
        id="onki:vocabularyIdentifier",
        **{"@base": base("vocabularies")},
    )
    loaded = sorted(service().snapshot.vocabularies.items())
    return reply(
        terms,
        lambda: {"uri": "", "vocabularies": [_listed(spoken(each, lang), lang) for _, each in loaded]},
        query.callback,
    )


def _listed(speech: Speech, lang: str) -> Told:
    name = speech.vocabulary.id
    return {"uri": name, "id": name, **marked(title(speech), lang, "title", "rdfs:label")}


def title(speech: Speech) -> Label:
    """Return what a vocabulary is called."""
    return speech.text(speech.vocabulary.titles)


@interface.offer("GET", "/<vocid>/", Answer(200, "Its title, languages and concept schemes.", json_of(Presented)))
def vocabulary(vocid: str, query: InLanguage) -> Response:
    """Tell what a vocabulary says of itself."""
    speech = in_language(vocid, query.lang)
    terms = context(
        speech.lang,
        rdfs=RDFS,
        onki=ONKI,
        dct=DCTERMS,
        conceptschemes="onki:hasConceptScheme",
        id="onki:vocabularyIdentifier",
        defaultLanguage={"@id": "onki:defaultLanguage", "@language": None},
        languages={"@id": "onki:language", "@language": None},
        label="rdfs:label",
        prefLabel="skos:prefLabel",
        title="dct:title",
        **{"@base": base(f"{speech.vocabulary.id}/")},
    )
    return reply(terms, lambda: _presented(speech), query.callback)


def _presented(speech: Speech) -> Told:
    found: Vocabulary = speech.vocabulary
    return {
        "uri": "",
        "id": found.id,
        **marked(title(speech), speech.lang, "title", "dct:title"),
        "defaultLanguage": found.default_language,
        "languages": list(found.languages),
        "conceptschemes": [_scheme(speech, scheme) for scheme in found.schemes],
    }


def _scheme(speech: Speech, scheme: Scheme) -> Told:
    found = best(scheme.preferred, preferences(speech.vocabulary, speech.lang)) or Label(scheme.id, "")
    terms = {"title": "dct:title", "prefLabel": "skos:prefLabel", "label": "rdfs:label"}
    told: Told = {"uri": scheme.iri, "type": "skos:ConceptScheme", **dict.fromkeys(terms, found.text)}
    if found.lang != speech.lang:
        told["@context"] = {key: {"@id": iri, "@language": found.lang or None} for key, iri in terms.items()}
    return told
