"""What the requests of the REST API have in common."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from samsprak.vocabulary.protocol import Vocabulary
from samsprak.web.context import service
from samsprak.web.interfaces.parameters import MAX_OFFSET, MAX_TEXT, WHOLE, Callback, Iri, Parameters
from samsprak.web.rest.speech import Speech, spoken

IN = "Language of the labels, as `sv`. What has none in it is named in another, which the key `lang` tells."
LabelsIn = Annotated[str, Field(max_length=MAX_TEXT, description=f"{IN} Empty: the vocabulary's own language.")]
# More than this is never told of at once.
MOST = 10_000


class Plain(Parameters):
    """Nothing but a callback."""

    callback: Callback = ""


class InLanguage(Plain):
    """A language."""

    lang: LabelsIn = ""


class InOneLanguage(Plain):
    """A language that must be named."""

    lang: Annotated[str, Field(min_length=1, max_length=MAX_TEXT, description=IN)]


class OfUri(InLanguage):
    """A record and a language."""

    uri: Iri


class AtAnyDistance(OfUri):
    """A concept, and how many of those above or below it are told of."""

    limit: Annotated[
        int,
        Field(ge=1, le=MAX_OFFSET, description=f"So many concepts at most, the nearest; never more than {MOST:,}."),
        WHOLE,
    ] = 1000


def in_language(vocid: str, lang: str) -> Speech:
    """Return the vocabulary with this id in a language, or raise `UnknownVocabulary`."""
    return spoken(one(vocid), lang)


def one(vocid: str) -> Vocabulary:
    """Return the vocabulary with this id, or raise `UnknownVocabulary`."""
    return service().snapshot.vocabulary(vocid)
