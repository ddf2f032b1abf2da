"""`/index/`: the letters that labels begin with, and the labels of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Annotated, NotRequired
from unicodedata import normalize

from flask import Response
from pydantic import Field
from typing_extensions import TypedDict

from samsprak.language.collation import OTHER
from samsprak.language.tags import primary
from samsprak.vocabulary.protocol import Entry, Vocabulary
from samsprak.vocabulary.records import LabelKind, Status
from samsprak.web.interfaces.operations import Answer
from samsprak.web.interfaces.parameters import WHOLE, Offset
from samsprak.web.rest.asking import MOST, InLanguage, in_language
from samsprak.web.rest.interface import interface, kept
from samsprak.web.rest.replies import CONTEXT, ONKI, context, json_of, reply
from samsprak.web.rest.speech import Speech, Told, marked

# What stands for labels that begin with a digit, with a sign, and with anything.
DIGITS, SIGNS, ANY = "0-9", "!*", "*"
Index = dict[str, tuple[Entry, ...]]


class Part(InLanguage):
    """A language, and which part of the labels."""

    offset: Offset = 0
    limit: Annotated[
        int, Field(ge=0, le=MOST, description=f"So many labels at most; 0 for as many as may be, {MOST:,}."), WHOLE
    ] = 0


class Letters(TypedDict):
    """What labels begin with: letters in order, then `0-9` and `!*`."""

    uri: str
    indexLetters: list[str]


class Indexed(TypedDict):
    """A label: the preferred one of a concept, or with `altLabel` another, which leads to that."""

    uri: str
    localname: str
    prefLabel: str
    lang: str
    altLabel: NotRequired[str]


class IndexConcepts(TypedDict):
    """The labels of a letter."""

    uri: str
    indexConcepts: list[Indexed]


@interface.offer("GET", "/<vocid>/index/", Answer(200, "Letters in the order of the language.", json_of(Letters)))
def letters(vocid: str, query: InLanguage) -> Response:
    """List what the labels of a vocabulary begin with."""
    speech = in_language(vocid, query.lang)
    listed = {"@id": "onki:indexLetters", "@container": "@list"}
    return reply(
        context(speech.lang, onki=ONKI, indexLetters=listed),
        lambda: {"uri": "", "indexLetters": list(_index(speech))},
        query.callback,
    )


@interface.offer("GET", "/<vocid>/index/<letter>", Answer(200, "Labels in order; maybe none.", json_of(IndexConcepts)))
def entries(vocid: str, letter: str, query: Part) -> Response:
    """List the labels of a vocabulary that begin with a letter."""
    speech = in_language(vocid, query.lang)
    terms = {**CONTEXT, "onki": ONKI, "prefLabel": "skos:prefLabel", "altLabel": "skos:altLabel"}
    terms |= {"indexConcepts": {"@id": "onki:indexConcepts", "@container": "@list"}}
    terms |= {"@language": speech.lang} if speech.lang else {}
    end = query.offset + (query.limit or MOST)
    return reply(
        terms,
        lambda: {
            "uri": "",
            "indexConcepts": [
                _told(speech, each) for each in islice(_beginning(_index(speech), letter), query.offset, end)
            ],
        },
        query.callback,
    )


def _beginning(index: Index, letter: str) -> Iterable[Entry]:
    if letter == ANY:
        return (entry for entries in index.values() for entry in entries)
    return index.get(normalize("NFC", letter).upper(), ())


def _index(speech: Speech) -> Index:
    """Return the labels in the language that is asked for, by letter; none where the vocabulary does not speak it."""
    wanted = primary(speech.lang)
    shown = speech.vocabulary.display_language(wanted)
    if shown and primary(shown) != wanted:
        return {}
    return kept(lambda: dict(_letters(speech.vocabulary, shown)), "index", speech.vocabulary.id, shown)


def _letters(vocabulary: Vocabulary, shown: str) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    found = dict(vocabulary.alphabet(primary(shown)))
    withdrawn = {concept.iri for concept in vocabulary.concepts if concept.status is Status.WITHDRAWN}
    others = found.pop(OTHER, ())
    digits = [each for each in others if _digit(each)]
    signs = [each for each in others if not _digit(each)]
    for letter, listed in (*found.items(), (DIGITS, digits), (SIGNS, signs)):
        spoken = tuple(each for each in listed if each.label.lang == shown and each.iri not in withdrawn)
        if spoken:
            yield letter, spoken


def _digit(entry: Entry) -> bool:
    return next(filter(str.isalnum, entry.label.text), "").isdigit()


def _told(speech: Speech, entry: Entry) -> Told:
    concept = speech.vocabulary.concept(entry.iri)
    preferred = speech.name(concept)
    told: Told = {
        "uri": concept.iri,
        "localname": concept.id,
        **marked(preferred, speech.lang),
        "lang": entry.label.lang,
    }
    if entry.kind is LabelKind.ALTERNATIVE:
        told["altLabel"] = entry.label.text
    return told
