"""`/mappings`: what a concept corresponds to in other vocabularies, as JSKOS."""

from __future__ import annotations

from typing import Annotated, NotRequired

from flask import Response
from pydantic import Field
from typing_extensions import TypedDict

from samsprak.errors import N_, UnknownResource
from samsprak.language.messages import say
from samsprak.language.tags import primary
from samsprak.settings import UI_LANGUAGES
from samsprak.vocabulary.formats import JSON_LD
from samsprak.vocabulary.namespaces import RDF
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Concept, Mapping, MappingKind
from samsprak.web.context import service
from samsprak.web.interfaces.operations import Answer
from samsprak.web.interfaces.parameters import Flag, is_set
from samsprak.web.rendering import MAPPING_NAMES
from samsprak.web.rest.asking import LabelsIn, OfUri, in_language
from samsprak.web.rest.interface import interface
from samsprak.web.rest.replies import ONKI, context, json_of, reply
from samsprak.web.rest.speech import Speech, Told, spoken
from samsprak.web.rest.vocabularies import title

DESCRIPTIONS = {
    MappingKind.EXACT: N_("The two concepts mean the same and may stand for each other everywhere."),
    MappingKind.CLOSE: N_("The two concepts mean nearly the same and may stand for each other in places."),
    MappingKind.BROAD: N_("The other concept is broader than this one."),
    MappingKind.NARROW: N_("The other concept is narrower than this one."),
    MappingKind.RELATED: N_("The other concept has to do with this one."),
}
# A mapping says of itself which concepts it joins and how; their own `uri` is an IRI again.
ENDS = {"uri": "@id", "memberSet": "skos:member", "prefLabel": {"@id": "skos:prefLabel", "@container": "@language"}}
MAPPING: Told = {
    "uri": {"@id": "rdf:subject", "@type": "@id"},
    "type": {"@id": "rdf:predicate", "@type": "@id"},
    "from": {"@id": "onki:from", "@context": ENDS},
    "to": {"@id": "onki:to", "@context": ENDS},
    "fromScheme": {"@id": "onki:fromScheme", "@context": {"uri": "@id"}},
    "toScheme": {"@id": "onki:toScheme", "@context": {"uri": "@id"}},
}


class OfMappings(OfUri):
    """A concept, and how its mappings are told."""

    external: Annotated[
        Flag, Field(description="Whether the concepts of other vocabularies here are named; `false` leaves it.")
    ] = "true"
    clang: Annotated[LabelsIn, Field(description="Language of the concepts' labels. Empty: that of `lang`.")] = ""


class Scheme(TypedDict):
    """The concept scheme of one side."""

    uri: str


class Joined(TypedDict):
    """A concept of a mapping."""

    uri: str
    prefLabel: NotRequired[dict[str, str]]
    notation: NotRequired[str]


class Side(TypedDict):
    """The concepts on one side of a mapping, always one."""

    memberSet: list[Joined]


# A mapping; `prefLabel`, `notation` and `lang` are those of the other concept, `hrefLink` leads to it. Not as a class,
# since one of the keys is a word of the language.
Mapped = TypedDict(
    "Mapped",
    {
        "uri": str,
        "type": list[str],
        "prefLabel": str,
        "lang": str,
        "notation": NotRequired[str],
        "from": Side,
        "to": Side,
        "description": str,
        "hrefLink": str,
        "vocabName": str,
        "typeLabel": str,
        "fromScheme": NotRequired[Scheme],
        "toScheme": NotRequired[Scheme],
    },
)


class Mappings(TypedDict):
    """The mappings of a concept; `graph` is its data as JSON-LD in a text."""

    mappings: list[Mapped]
    graph: str


@interface.offer("GET", "/<vocid>/mappings", Answer(200, "The closest first; maybe none.", json_of(Mappings)))
def mappings(vocid: str, query: OfMappings) -> Response:
    """List the mappings of a concept."""
    speech = in_language(vocid, query.clang or query.lang)
    concept = speech.vocabulary.concept(query.uri)
    reader = primary(query.lang) if primary(query.lang) in UI_LANGUAGES else _own_reader(speech)
    external = is_set(query.external)
    terms = context(rdf=RDF, onki=ONKI, mappings={"@id": "onki:mapping", "@context": MAPPING})
    return reply(
        terms,
        lambda: {
            "mappings": [_told(speech, concept, each, reader, external=external) for each in concept.mappings],
            "graph": speech.vocabulary.data(concept.iri, JSON_LD).decode(),
        },
        query.callback,
    )


def _own_reader(speech: Speech) -> str:
    return primary(speech.lang) if primary(speech.lang) in UI_LANGUAGES else "en"


def _told(speech: Speech, concept: Concept, mapping: Mapping, reader: str, *, external: bool) -> Told:
    told: Told = {
        "uri": concept.iri,
        "type": [f"skos:{mapping.kind.value}"],
        "from": {"memberSet": [{"uri": concept.iri}]},
        "description": say(DESCRIPTIONS[mapping.kind], reader),
        "typeLabel": say(MAPPING_NAMES[mapping.kind.value], reader),
    }
    if speech.vocabulary.schemes:
        told["fromScheme"] = {"uri": speech.vocabulary.schemes[0].iri}
    try:
        vocabulary, target = _target(speech.vocabulary, mapping.target, external=external)
    except UnknownResource:
        return told | _elsewhere(mapping.target)
    return told | _here(spoken(vocabulary, speech.lang), target, reader)


def _target(own: Vocabulary, iri: str, *, external: bool) -> tuple[Vocabulary, Concept]:
    """Return the concept with an IRI, from the vocabulary itself or another one here; raises `UnknownResource`."""
    if own.holds(iri) or not external:
        return own, own.concept(iri)
    vocabulary, _ = service().snapshot.find(iri)
    return vocabulary, vocabulary.concept(iri)


def _elsewhere(iri: str) -> Told:
    """Return what can be said of a concept that is not here."""
    return {
        "prefLabel": iri,
        "lang": "",
        "to": {"memberSet": [{"uri": iri}]},
        "hrefLink": iri,
        "vocabName": iri.partition("://")[2].partition("/")[0],
    }


def _here(speech: Speech, concept: Concept, reader: str) -> Told:
    name = speech.name(concept)
    notation: Told = {"notation": concept.notations[0]} if concept.notations else {}
    joined = {"uri": concept.iri, "prefLabel": {name.lang or "@none": name.text}} | notation
    address = service().addresses.resource_page(speech.vocabulary, concept, reader, name)
    told: Told = {
        "prefLabel": name.text,
        "lang": name.lang,
        "to": {"memberSet": [joined]},
        "hrefLink": address,
        "vocabName": title(speech).text,
    }
    if speech.vocabulary.schemes:
        told["toScheme"] = {"uri": speech.vocabulary.schemes[0].iri}
    return told | notation
