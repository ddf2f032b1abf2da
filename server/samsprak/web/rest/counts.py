"""`/vocabularyStatistics`, `/labelStatistics`: how many concepts, collections and labels a vocabulary has."""

from __future__ import annotations

from collections import Counter
from typing import NotRequired

from flask import Response
from typing_extensions import TypedDict

from samsprak.errors import N_
from samsprak.language.messages import language_name, say
from samsprak.language.tags import UNDETERMINED, primary
from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.namespaces import RDFS, VOID
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Class, Concept, LabelKind
from samsprak.web.interfaces.operations import Answer
from samsprak.web.rest.asking import InLanguage, in_language
from samsprak.web.rest.classes import COLLECTION, CONCEPT, class_name, own_name
from samsprak.web.rest.interface import interface, kept
from samsprak.web.rest.replies import ONKI, base, context, json_of, reply
from samsprak.web.rest.speech import Speech, Told, marked
from samsprak.web.rest.vocabularies import title

VOID_EXT = "http://ldf.fi/void-ext#"
CLASS = {"@id": "void:class", "@type": "@id"}
PropertyCounts = dict[str, Counter[str]]
Counts = dict[str, dict[str, int]]


class Count(TypedDict):
    """How many there are of a class, and how many of them are out of use."""

    label: str
    count: int
    deprecatedCount: int


# Not as a class, since one of the keys is a word of the language.
ClassCount = TypedDict("ClassCount", {"class": str, "label": str, "count": int, "deprecatedCount": int})


class TypeCount(Count):
    """How many there are of a class of the vocabulary's own."""

    type: str


class VocabularyStatistics(TypedDict):
    """How many concepts and collections there are."""

    uri: str
    id: str
    title: str
    concepts: ClassCount
    subTypes: list[TypeCount]
    conceptGroups: NotRequired[ClassCount]


class LabelCount(TypedDict):
    """How many labels there are of a kind."""

    property: str
    labels: int


class Language(TypedDict):
    """How many labels of each kind a language has."""

    language: str
    literal: str
    properties: list[LabelCount]


class LabelStatistics(TypedDict):
    """How many labels there are, by language."""

    uri: str
    id: str
    title: str
    languages: list[Language]


@interface.offer("GET", "/<vocid>/vocabularyStatistics", Answer(200, "Counts by class.", json_of(VocabularyStatistics)))
def vocabulary_statistics(vocid: str, query: InLanguage) -> Response:
    """Count the concepts and collections of a vocabulary."""
    speech = in_language(vocid, query.lang)
    terms = context(
        speech.lang,
        rdfs=RDFS,
        void=VOID,
        onki=ONKI,
        id="onki:vocabularyIdentifier",
        title="rdfs:label",
        label="rdfs:label",
        concepts="void:classPartition",
        conceptGroups="void:classPartition",
        subTypes={"@id": "void:classPartition", "@context": {"type": CLASS}},
        count="void:entities",
        deprecatedCount="onki:deprecatedEntities",
        **{"class": CLASS, "@base": base(f"{speech.vocabulary.id}/")},
    )
    return reply(terms, lambda: _vocabulary(speech), query.callback)


def _vocabulary(speech: Speech) -> Told:
    vocabulary = speech.vocabulary
    counts = kept(lambda: by_class(vocabulary), "classes", vocabulary.id)
    told: Told = {
        "uri": "",
        "id": vocabulary.id,
        **marked(title(speech), speech.lang, "title", "rdfs:label"),
        "concepts": _standard(CONCEPT, counts, speech.lang),
        "subTypes": [_own(speech, each, counts) for each in vocabulary.classes],
    }
    return told | {"conceptGroups": _standard(COLLECTION, counts, speech.lang)} if vocabulary.collections else told


def by_class(vocabulary: Vocabulary) -> Counts:
    """Return how many concepts and collections there are of each class, and how many of them are out of use."""
    every, retired = Counter[str](), Counter[str]()
    for standard, records in ((CONCEPT, vocabulary.concepts), (COLLECTION, vocabulary.collections)):
        for record in records:
            classes = (standard, *record.classes)
            every.update(classes)
            if isinstance(record, Concept) and record.retired:
                retired.update(classes)
    return {name: {"count": every[name], "deprecatedCount": retired[name]} for name in every}


def _standard(iri: str, counts: Counts, lang: str) -> Told:
    return {"class": iri, **marked(class_name(iri, lang), lang, "label", "rdfs:label"), **counts[iri]}


def _own(speech: Speech, found: Class, counts: Counts) -> Told:
    name = own_name(speech.vocabulary, found, speech.lang)
    label = marked(name, speech.lang, "label", "rdfs:label") if name.text else {"label": found.iri}
    return {"type": found.iri, **label, **counts[found.iri]}


@interface.offer("GET", "/<vocid>/labelStatistics", Answer(200, "Counts by language.", json_of(LabelStatistics)))
def label_statistics(vocid: str, query: InLanguage) -> Response:
    """Count the labels of a vocabulary."""
    speech = in_language(vocid, query.lang)
    reader = primary(speech.lang) if primary(speech.lang) in UI_LANGUAGES else "en"
    terms = context(
        speech.lang,
        **{"rdfs": RDFS, "void": VOID, "void-ext": VOID_EXT, "onki": ONKI},
        id="onki:vocabularyIdentifier",
        title="rdfs:label",
        languages="void-ext:languagePartition",
        language={"@id": "void-ext:language", "@language": None},
        literal={"@id": "rdfs:label", "@language": reader},
        properties="void:propertyPartition",
        property={"@id": "void:property", "@type": "@id"},
        labels="void:triples",
        **{"@base": base(f"{speech.vocabulary.id}/")},
    )
    return reply(terms, lambda: _labels(speech, reader), query.callback)


def _labels(speech: Speech, reader: str) -> Told:
    vocabulary = speech.vocabulary
    counts = kept(lambda: labels_by_language(vocabulary), "labels", vocabulary.id)
    return {
        "uri": "",
        "id": vocabulary.id,
        **marked(title(speech), speech.lang, "title", "rdfs:label"),
        "languages": [_language(lang, counts[lang], reader) for lang in sorted(counts)],
    }


def labels_by_language(vocabulary: Vocabulary) -> PropertyCounts:
    """Return how many labels of each kind there are, by language."""
    counts: PropertyCounts = {}
    for concept in vocabulary.concepts:
        kinds = (concept.preferred, concept.alternative, concept.hidden)
        for kind, labels in zip(LabelKind, kinds, strict=True):
            for label in labels:
                counts.setdefault(label.lang or UNDETERMINED, Counter())[kind.value] += 1
    return counts


def _language(lang: str, counts: Counter[str], reader: str) -> Told:
    return {
        "language": lang,
        "literal": say(N_("No language given"), reader) if lang == UNDETERMINED else language_name(lang, reader),
        "properties": [{"property": f"skos:{kind}", "labels": counts[kind]} for kind in LabelKind if counts[kind]],
    }
