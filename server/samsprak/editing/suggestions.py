"""Suggestions: what the guide says instead when a concept that it suggests goes out of use."""

from __future__ import annotations

from collections.abc import Sequence

import pyoxigraph as ox

from samsprak.editing.amendment import Advice, Amendment
from samsprak.editing.chronicle import names_of
from samsprak.editing.properties import LEAVES_OPEN, PLACE, SOURCE, SUGGESTED, SUGGESTS
from samsprak.errors import N_
from samsprak.vocabulary.turtle_terms import Statement


def follow(amendment: Amendment, gone: str, successors: Sequence[str]) -> None:
    """Let the guide suggest what replaces a concept, else nothing in its place; a person is to read what it says then.

    Of several successors each is suggested, for the same reason, until somebody tells them apart.
    """
    links = [each for each in amendment.about(gone) if each.predicate == SUGGESTED]
    suggestions = [(each, each.subject.value) for each in links if isinstance(each.subject, ox.NamedNode)]
    for link, suggestion in suggestions:
        if not successors:
            _withdraw(amendment, suggestion)
            continue
        said = amendment.said(suggestion)
        amendment.exchange(link, Statement(link.subject, SUGGESTED, ox.NamedNode(successors[0])))
        for successor in successors[1:]:
            _repeat(amendment, suggestion, said, successor)
    if suggestions:
        old, new = amendment.name_of(gone), names_of(amendment, successors)
        replaced = N_("The guide suggested “{old}” and suggests “{new}” now: read its reasons.")
        withdrawn = N_("The guide suggested “{old}” and does so no longer: read what its answers say now.")
        values = (("old", old), ("new", new)) if successors else (("old", old),)
        amendment.advice.append(Advice(replaced if successors else withdrawn, values))


def _repeat(amendment: Amendment, suggestion: str, said: Sequence[Statement], successor: str) -> None:
    """Let whatever makes a suggestion make another, with the same words, of a concept."""
    another = f"{suggestion}-{successor.rpartition('/')[2]}"
    for each in said:
        value = ox.NamedNode(successor) if each.predicate == SUGGESTED else each.object
        amendment.add(another, each.predicate, value, beside=suggestion)
    for answer in _answers(amendment, suggestion):
        amendment.add(answer, SUGGESTS, ox.NamedNode(another))


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
