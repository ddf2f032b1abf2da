"""Answers to names: the candidates, as clients read them."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from typing_extensions import TypedDict

from samsprak.errors import N_
from samsprak.reconciliation.question import Candidate
from samsprak.web.context import service
from samsprak.web.failures import TooMuch
from samsprak.web.interfaces.fairness import spend
from samsprak.web.names import name_of
from samsprak.web.reconciliation.describing import Kind, described, kind
from samsprak.web.reconciliation.interface import reconciler
from samsprak.web.reconciliation.questions import MAX_QUERIES, Reconcilable, question

# Clients send ten at a time; so many count as one request.
A_REQUEST = 10


class Feature(TypedDict):
    """What a score is made of."""

    id: str
    value: bool | float


class Proposed(TypedDict):
    """A record that may be meant."""

    id: str
    name: str
    description: str
    type: list[Kind]
    score: float
    features: list[Feature]
    match: bool


class Result(TypedDict):
    """The records that may be meant, the likeliest first."""

    result: list[Proposed]


def answers(batch: dict[str, Reconcilable], lang: str, vocabulary: str) -> dict[str, Result]:
    """Return the candidates for each name of a batch; raises `TooMuch`."""
    if len(batch) > MAX_QUERIES:
        raise TooMuch(N_("A batch may have {most} queries at most, not {n}."), most=MAX_QUERIES, n=len(batch))
    if len(batch) > A_REQUEST:
        spend(len(batch) // A_REQUEST)
    return {key: answer(given, lang, vocabulary) for key, given in batch.items()}


def answer(given: Reconcilable, lang: str, vocabulary: str) -> Result:
    """Return the candidates for one name."""
    found = reconciler().reconcile(question(given), lang, vocabulary)
    return Result(result=[_told(each, lang) for each in found])


def single(text: str) -> Reconcilable:
    """Return a query that is written as JSON or as text."""
    try:
        return Reconcilable.model_validate_json(text)
    except ValidationError:
        return Reconcilable(query=text)


def _told(candidate: Candidate, lang: str) -> Proposed:
    vocabulary = service().snapshot.vocabulary(candidate.vocabulary)
    record = vocabulary.resource(candidate.iri)
    features: list[Any] = [Feature(id=name, value=value) for name, value in candidate.features]
    return Proposed(
        id=candidate.iri,
        name=name_of(vocabulary, record, lang).text,
        description=described(vocabulary, record, lang, candidate.instead_of),
        type=[kind(each, lang) for each in reconciler().kinds.of(vocabulary, record)],
        score=candidate.score,
        features=features,
        match=candidate.match,
    )
