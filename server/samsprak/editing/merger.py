"""Merger: two concepts are one; what the first said that the second should say is carried over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pyoxigraph as ox

from samsprak.editing.amendment import Advice, Amendment
from samsprak.editing.chronicle import names_of, reopen, tell
from samsprak.editing.folder import Folder
from samsprak.editing.properties import (
    ALTERNATIVE,
    CHANGE,
    EDITORIAL,
    FIRST,
    HIDDEN,
    HISTORY,
    LABELS,
    MAPPINGS,
    MEMBER,
    PREFERRED,
    RELATED,
    SOURCE,
)
from samsprak.editing.proposal import Proposal, proposal
from samsprak.editing.retirement import in_use, move_narrower, put_out_of_use
from samsprak.errors import N_, UsageError
from samsprak.language.folding import without_case
from samsprak.vocabulary.facets import facets_of
from samsprak.vocabulary.records import Collection, Concept
from samsprak.vocabulary.turtle_terms import Statement


def merge(folder: Folder, gone: str, kept: str, *, today: dt.date, because: str = "") -> Proposal:
    """Propose that one concept is retired into another.

    Its terms, sources, mappings, related and narrower concepts, lists and the guide's suggestions go over; definition,
    scope note and examples stay with the retired record, for a person to read.
    """
    old, new = in_use(folder, gone), in_use(folder, kept)
    if old.iri == new.iri:
        raise UsageError(N_("“{first}” and “{second}” are one concept already."), first=gone, second=kept)
    amendment = Amendment(folder, today)
    below = [folder.vocabulary.concept(iri) for iri in old.narrower]
    move_narrower(amendment, old, [each for each in below if not each.retired], new)
    _labels(amendment, old.iri, new.iri)
    for predicate in (HISTORY, EDITORIAL, SOURCE):
        for value in amendment.objects(old.iri, predicate):
            if not isinstance(value, ox.BlankNode):
                amendment.add(new.iri, predicate, value)
    _mappings(amendment, old.iri, new.iri)
    _related(amendment, old, new)
    _lists(amendment, old, new)
    tell(
        amendment,
        new.iri,
        CHANGE,
        N_("On {day} “{term}” was merged into this concept."),
        because,
        term=folder.name_of(old.iri),
    )
    reopen(amendment, new)
    put_out_of_use(amendment, old, [new.iri], because)
    values = (("old", folder.name_of(old.iri)), ("new", folder.name_of(new.iri)))
    amendment.advice.append(
        Advice(N_("Read the definition, scope note and examples of “{old}”: does “{new}” cover them?"), values)
    )
    return proposal(amendment, new.iri)


def _labels(amendment: Amendment, old: str, new: str) -> None:
    """Make every term of the old concept one of the new, but those that it has, however it has them."""
    known = {_compared(each) for predicate in LABELS for each in amendment.literals(new, predicate)}
    for predicate, becomes in ((PREFERRED, ALTERNATIVE), (ALTERNATIVE, ALTERNATIVE), (HIDDEN, HIDDEN)):
        for each in amendment.literals(old, predicate):
            if _compared(each) not in known:
                known.add(_compared(each))
                amendment.add(new, becomes, each)


def _compared(label: ox.Literal) -> tuple[str, str]:
    return (label.language or "").casefold(), without_case(label.value)


def _mappings(amendment: Amendment, old: str, new: str) -> None:
    """Move the mappings: two concepts with one exact match would be one."""
    mapped = {value for predicate in MAPPINGS for value in amendment.objects(new, predicate)}
    for predicate in MAPPINGS:
        for value in amendment.objects(old, predicate):
            amendment.remove(Statement(ox.NamedNode(old), predicate, value))
            if value not in mapped:
                amendment.add(new, predicate, value)


def _related(amendment: Amendment, old: Concept, new: Concept) -> None:
    """Move the related concepts, but those above or below the new one, which cannot be related to it too."""
    vocabulary = amendment.folder.vocabulary
    hers = {new.iri, *_around(vocabulary.paths(new.iri)), *new.related}
    for iri in old.related:
        for one, other in ((old.iri, iri), (iri, old.iri)):
            said = Statement(ox.NamedNode(one), RELATED, ox.NamedNode(other))
            # What only the other record says of it is no change of its own.
            if one == iri and amendment.says(said):
                amendment.touch(iri)
            amendment.remove(said)
        other_ways = _around(vocabulary.paths(iri))
        below_old = any(old.iri in way for way in vocabulary.paths(iri))
        if iri not in hers and new.iri not in other_ways and not below_old:
            first, second = _in_order(amendment, new.iri, iri)
            amendment.add(first, RELATED, ox.NamedNode(second))
            amendment.touch(first)


def _around(paths: Sequence[Sequence[str]]) -> set[str]:
    return {iri for way in paths for iri in way}


def _in_order(amendment: Amendment, one: str, other: str) -> tuple[str, str]:
    """Return two concepts in the order of their files: a relation is written in the first."""
    first, second = sorted((one, other), key=amendment.home)
    return first, second


def _lists(amendment: Amendment, old: Concept, new: Concept) -> None:
    """Put the new concept in the lists of the old one; each concept keeps its own facet."""
    vocabulary = amendment.folder.vocabulary
    facets = set(facets_of(vocabulary))
    ordered = [vocabulary.resource(iri) for iri in old.member_of]
    both = [each for each in ordered if isinstance(each, Collection) and each.ordered and new.iri in each.members]
    if both:
        template = N_("“{old}” and “{new}” both stand in a list that has an order: {list}. Take one of them away.")
        names = names_of(amendment, [each.iri for each in both])
        values = (("old", amendment.name_of(old.iri)), ("new", amendment.name_of(new.iri)), ("list", names))
        amendment.advice.append(Advice(template, values))
    for each in amendment.about(old.iri):
        if each.predicate == MEMBER and isinstance(each.subject, ox.NamedNode) and each.subject.value not in facets:
            amendment.remove(each)
            if each.subject.value not in new.member_of:
                amendment.add(each.subject.value, MEMBER, ox.NamedNode(new.iri), beside=new.iri)
        elif each.predicate == FIRST and not both:
            amendment.exchange(each, Statement(each.subject, FIRST, ox.NamedNode(new.iri)))
