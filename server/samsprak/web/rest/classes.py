"""`/types`: the classes that concepts and collections are instances of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NotRequired

from flask import Response
from typing_extensions import TypedDict

from samsprak.errors import N_
from samsprak.language.messages import say
from samsprak.language.tags import primary
from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.namespaces import ISOTHES, RDFS, SKOS
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Class, Collection, Concept, Label, Resource
from samsprak.web.context import service
from samsprak.web.interfaces.operations import Answer
from samsprak.web.rest.asking import InLanguage, InOneLanguage, in_language
from samsprak.web.rest.interface import interface
from samsprak.web.rest.replies import ONKI, base, context, json_of, reply
from samsprak.web.rest.speech import Told, marked, spoken, tag

CONCEPT, COLLECTION, ARRAY = SKOS + "Concept", SKOS + "Collection", ISOTHES + "ThesaurusArray"
# What the classes of the standards are called.
STANDARD = {CONCEPT: N_("Concept"), COLLECTION: N_("Collection"), ARRAY: N_("Characteristic of division")}
ABOVE = {ARRAY: COLLECTION}
PREFIXES = {SKOS: "skos:", ISOTHES: "isothes:"}


class Type(TypedDict):
    """A class, what it is called and which it refines."""

    uri: str
    label: NotRequired[str]
    superclass: NotRequired[str]


class Types(TypedDict):
    """The classes of concepts and collections."""

    uri: str
    types: list[Type]


CLASSES = Answer(200, "The classes that have instances, skos:Concept first.", json_of(Types))


@interface.offer("GET", "/types", CLASSES)
def types(query: InOneLanguage) -> Response:
    """List the classes of concepts and collections in all vocabularies."""
    return _answer(service().snapshot.vocabularies.values(), tag(query.lang), base(), query.callback)


@interface.offer("GET", "/<vocid>/types", CLASSES)
def types_of_one(vocid: str, query: InLanguage) -> Response:
    """List the classes of concepts and collections in a vocabulary."""
    speech = in_language(vocid, query.lang)
    return _answer([speech.vocabulary], speech.lang, base(f"{speech.vocabulary.id}/"), query.callback)


def _answer(vocabularies: Iterable[Vocabulary], lang: str, here: str, callback: str) -> Response:
    terms = context(
        lang,
        rdfs=RDFS,
        onki=ONKI,
        label="rdfs:label",
        superclass={"@id": "rdfs:subClassOf", "@type": "@id"},
        types="onki:hasType",
        **{"@base": here},
    )
    return reply(terms, lambda: {"uri": "", "types": list(_told(vocabularies, lang).values())}, callback)


def _told(vocabularies: Iterable[Vocabulary], lang: str) -> dict[str, Told]:
    found: dict[str, Told] = {}
    for vocabulary in vocabularies:
        arrays = {collection.array for collection in vocabulary.collections}
        for iri in (CONCEPT, *([COLLECTION] if arrays else ()), *([ARRAY] if True in arrays else ())):
            found.setdefault(iri, _standard(iri, lang))
        for each in vocabulary.classes:
            found.setdefault(each.iri, _own(vocabulary, each, lang))
    return found


def _standard(iri: str, lang: str) -> Told:
    told: Told = {"uri": iri, **marked(class_name(iri, lang), lang, "label", "rdfs:label")}
    return told | ({"superclass": ABOVE[iri]} if iri in ABOVE else {})


def class_name(iri: str, lang: str) -> Label:
    """Return what a class of the standards is called, in English where the interface does not speak the language."""
    spoken_here = primary(lang) if primary(lang) in UI_LANGUAGES else "en"
    return Label(say(STANDARD[iri], spoken_here), lang if primary(lang) == spoken_here else spoken_here)


def own_name(vocabulary: Vocabulary, found: Class, lang: str) -> Label:
    """Return what a class of a vocabulary is called; empty where nothing says so."""
    return spoken(vocabulary, lang).text(found.preferred)


def _own(vocabulary: Vocabulary, found: Class, lang: str) -> Told:
    name = own_name(vocabulary, found, lang)
    told: Told = {"uri": found.iri}
    if name.text:
        told |= marked(name, lang, "label", "rdfs:label")
    return told | ({"superclass": found.broader[0]} if found.broader else {})


def types_of(record: Resource) -> list[str]:
    """Return the classes of a record as `type` has them: by prefix where a context has one."""
    if isinstance(record, Concept):
        standard = ["skos:Concept"]
    elif isinstance(record, Collection):
        standard = ["skos:Collection", "isothes:ThesaurusArray"] if record.array else ["skos:Collection"]
    else:
        standard = []
    return standard + [in_short(iri) for iri in record.classes]


def in_short(iri: str) -> str:
    """Return an IRI by the prefix that contexts have for it, else whole."""
    for namespace, prefix in PREFIXES.items():
        if iri.startswith(namespace):
            return prefix + iri.removeprefix(namespace)
    return iri
