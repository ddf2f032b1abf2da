"""A guided path: questions whose answers end in the concepts to tag with, why, and what remains open.

Pure records and one pure function. What the questions are, where each answer leads and how certain it is stands in
the vocabulary's own data (`shapes/guide.ttl` says how); nothing here knows what any of them is about.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from samsprak.errors import AnsweredTwice, UnknownAnswer
from samsprak.vocabulary.records import Label

Texts = tuple[Label, ...]


class Certainty(StrEnum):
    """How surely a concept fits an answer, the surest first; named as in `shapes/guide.ttl`."""

    CERTAIN = "certain"
    USUALLY = "usually"
    POSSIBLE = "possible"

    @property
    def order(self) -> int:
        """0 for the surest."""
        return list(Certainty).index(self)


@dataclass(frozen=True, slots=True)
class Citation:
    """A source, by its IRI, and the place in it; texts in each language."""

    source: str
    place: Texts = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A concept, by its IRI, that an answer speaks for.

    `given` names answers by their ids: where there are any, the suggestion holds only if one of them was given too.
    """

    concept: str
    certainty: Certainty
    reason: Texts
    citation: Citation
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """What an answer leaves open; `given` as in `Suggestion`."""

    text: Texts
    citation: Citation
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer; `leads_to` is the id of the next question, empty where the path ends.

    `citation` is its own source, for an answer that only leads on.
    """

    id: str
    text: Texts
    explanation: Texts = ()
    leads_to: str = ""
    suggestions: tuple[Suggestion, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()
    citation: Citation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with its answers in order."""

    id: str
    text: Texts
    help: Texts = ()
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A guided path.

    `first` is the id of its first question, `groups` are the collections to show concepts under, and `parts` the IRIs
    of all that it consists of, itself among them.
    """

    iri: str
    title: Texts
    introduction: Texts
    first: str
    groups: tuple[str, ...]
    questions: tuple[Question, ...]
    parts: frozenset[str]

    def question(self, question_id: str) -> Question:
        """Return a question by its id, which is one that the guide itself gives."""
        return next(each for each in self.questions if each.id == question_id)


@dataclass(frozen=True, slots=True)
class Step:
    """A question that was answered, and the answer."""

    question: Question
    answer: Answer


@dataclass(frozen=True, slots=True)
class Advice:
    """A concept to tag with: everything that speaks for it, the surest first."""

    concept: str
    grounds: tuple[Suggestion, ...]

    @property
    def certainty(self) -> Certainty:
        """The surest of its grounds."""
        return self.grounds[0].certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Where answers lead: the path so far, what is asked next, the advice, and what remains open.

    `next` is None at the end of the path. `aside` holds answers to questions that the path has not come to.
    """

    steps: tuple[Step, ...]
    next: Question | None
    advice: tuple[Advice, ...]
    open_points: tuple[OpenPoint, ...]
    aside: tuple[Answer, ...]


def outcome(guide: Guide, answers: Iterable[str]) -> Outcome:
    """Follow a guide with the ids of answers, in any order.

    Answers to questions off the path are put aside, so that an earlier answer can be changed and the later ones kept.
    Raises `UnknownAnswer`, and `AnsweredTwice` where two answers are to one question.
    """
    given = _by_question(guide, answers)
    steps: list[Step] = []
    here: Question | None = guide.question(guide.first)
    while here is not None and here.id in given:
        answer = given.pop(here.id)
        steps.append(Step(here, answer))
        here = guide.question(answer.leads_to) if answer.leads_to else None
    chosen = frozenset(step.answer.id for step in steps)
    suggestions = [each for step in steps for each in step.answer.suggestions if _holds(each, chosen)]
    points = [each for step in steps for each in step.answer.open_points if _holds(each, chosen)]
    return Outcome(
        steps=tuple(steps),
        next=here,
        advice=_merged(suggestions),
        open_points=tuple(dict.fromkeys(points)),
        aside=tuple(given.values()),
    )


def _by_question(guide: Guide, answers: Iterable[str]) -> dict[str, Answer]:
    """Return the answers by the ids of their questions."""
    known = {answer.id: Step(question, answer) for question in guide.questions for answer in question.answers}
    given: dict[str, Answer] = {}
    for answer_id in dict.fromkeys(answers):
        if answer_id not in known:
            raise UnknownAnswer(answer_id)
        step = known[answer_id]
        if step.question.id in given:
            raise AnsweredTwice(given[step.question.id].id, answer_id)
        given[step.question.id] = step.answer
    return given


def _holds(each: Suggestion | OpenPoint, chosen: frozenset[str]) -> bool:
    return not each.given or not chosen.isdisjoint(each.given)


def _merged(suggestions: Iterable[Suggestion]) -> tuple[Advice, ...]:
    """Return one piece of advice a concept, in the order in which the path came to them."""
    by_concept: dict[str, dict[Suggestion, None]] = {}
    for each in suggestions:
        by_concept.setdefault(each.concept, {})[each] = None
    return tuple(
        Advice(concept, tuple(sorted(grounds, key=lambda ground: ground.certainty.order)))
        for concept, grounds in by_concept.items()
    )
