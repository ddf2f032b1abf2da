"""Suggestions: what the guide says instead when a concept that it suggests goes out of use."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

import pyoxigraph as ox

from samsprak.editing.amendment import Advice, Amendment
from samsprak.editing.chronicle import names_of
from samsprak.editing.properties import CERTAINTY, GIVEN, LEAVES_OPEN, PLACE, SOURCE, SUGGESTED, SUGGESTS
from samsprak.errors import N_
from samsprak.vocabulary.guide import Certainty
from samsprak.vocabulary.namespaces import GUIDE
from samsprak.vocabulary.turtle_terms import Statement

ORDER = {GUIDE + each.value: each.order for each in Certainty}


def follow(amendment: Amendment, gone: str, successors: Sequence[str]) -> None:
    """Let the guide suggest what replaces a concept, else nothing in its place; a person is to read what it says then.

    Of several successors each is suggested, for the same reason, until somebody tells them apart. Where an answer
    suggests one of them already, the suggestion stays that holds wherever the other does and is as sure.
    """
    links = [each for each in amendment.about(gone) if each.predicate == SUGGESTED]
    suggestions = [(each, each.subject.value) for each in links if isinstance(each.subject, ox.NamedNode)]
    for link, suggestion in suggestions:
        if not successors:
            _withdraw(amendment, suggestion)
            continue
        said, answers = amendment.said(suggestion), _answers(amendment, suggestion)
        amendment.exchange(link, Statement(link.subject, SUGGESTED, ox.NamedNode(successors[0])))
        made = [suggestion, *(_repeat(amendment, suggestion, said, answers, each) for each in successors[1:])]
        for each, successor in zip(made, successors, strict=True):
            for answer in answers:
                _say_once(amendment, answer, each, successor)
    if suggestions:
        old, new = amendment.name_of(gone), names_of(amendment, successors)
        replaced = N_("The guide suggested “{old}” and suggests “{new}” now: read its reasons.")
        withdrawn = N_("The guide suggested “{old}” and does so no longer: read what its answers say now.")
        values = (("old", old), ("new", new)) if successors else (("old", old),)
        amendment.advice.append(Advice(replaced if successors else withdrawn, values))


def _repeat(
    amendment: Amendment, suggestion: str, said: Sequence[Statement], answers: Sequence[str], successor: str
) -> str:
    """Let the answers that make a suggestion make another, with the same words, of a concept; return it."""
    name = f"{suggestion}-{successor.rpartition('/')[2]}"
    names = (name if number == 1 else f"{name}-{number}" for number in count(1))
    another = next(each for each in names if not amendment.said(each))
    for each in said:
        value = ox.NamedNode(successor) if each.predicate == SUGGESTED else each.object
        amendment.add(another, each.predicate, value, beside=suggestion)
    for answer in answers:
        amendment.add(answer, SUGGESTS, ox.NamedNode(another))
    return another


def _say_once(amendment: Amendment, answer: str, suggestion: str, concept: str) -> None:
    """Leave out what an answer suggests twice: what was there before stays where it says as much."""
    for other in amendment.objects(answer, SUGGESTS):
        if not isinstance(other, ox.NamedNode) or other.value == suggestion:
            continue
        if ox.NamedNode(concept) not in amendment.objects(other.value, SUGGESTED):
            continue
        if _says_as_much(amendment, other.value, suggestion):
            _unsay(amendment, answer, suggestion)
            return
        if _says_as_much(amendment, suggestion, other.value):
            _unsay(amendment, answer, other.value)


def _says_as_much(amendment: Amendment, one: str, other: str) -> bool:
    """Tell whether a suggestion holds wherever another does, and is as sure."""
    given, conditions = set(amendment.objects(one, GIVEN)), set(amendment.objects(other, GIVEN))
    return (not given or (bool(conditions) and conditions <= given)) and _sureness(amendment, one) <= _sureness(
        amendment, other
    )


def _sureness(amendment: Amendment, suggestion: str) -> int:
    """Return 0 for the surest."""
    said = {each.value for each in amendment.objects(suggestion, CERTAINTY) if isinstance(each, ox.NamedNode)}
    return min((ORDER[each] for each in said & ORDER.keys()), default=len(ORDER))


def _unsay(amendment: Amendment, answer: str, suggestion: str) -> None:
    """Take a suggestion from an answer, and away where no other makes it."""
    amendment.remove(Statement(ox.NamedNode(answer), SUGGESTS, ox.NamedNode(suggestion)))
    if not _answers(amendment, suggestion):
        for each in amendment.said(suggestion):
            amendment.remove(each)


def _withdraw(amendment: Amendment, suggestion: str) -> None:
    """Take a suggestion away; an answer that is left with nothing to say cites what the suggestion did."""
    said = amendment.said(suggestion)
    for answer in _answers(amendment, suggestion):
        amendment.remove(Statement(ox.NamedNode(answer), SUGGESTS, ox.NamedNode(suggestion)))
        if not any(amendment.objects(answer, each) for each in (SUGGESTS, LEAVES_OPEN, SOURCE)):
            for each in said:
                if each.predicate in {SOURCE, PLACE}:
                    amendment.add(answer, each.predicate, each.object)
    for each in said:
        amendment.remove(each)


def _answers(amendment: Amendment, suggestion: str) -> list[str]:
    links = [each for each in amendment.about(suggestion) if each.predicate == SUGGESTS]
    return [each.subject.value for each in links if isinstance(each.subject, ox.NamedNode)]
