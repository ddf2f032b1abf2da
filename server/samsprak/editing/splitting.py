"""Splitting: a concept that turned out to be several goes out of use, and each of them takes its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from samsprak.editing.amendment import Amendment
from samsprak.editing.folder import Folder
from samsprak.editing.properties import (
    CONCEPT,
    CREATED,
    DEFINITION,
    IN_SCHEME,
    MEMBER,
    MODIFIED,
    PREFERRED,
    SOURCE,
    STATUS,
    TOP_OF,
    TYPE,
    UPWARDS,
    date,
    prose,
    status,
    term,
)
from samsprak.editing.proposal import Proposal, proposal
from samsprak.editing.reference import concept_of
from samsprak.editing.renaming import file_name
from samsprak.editing.retirement import in_use, move_narrower, put_out_of_use
from samsprak.editing.settling import namespace_of, neighbourhood
from samsprak.errors import N_, NotFound, UsageError
from samsprak.language.folding import without_case
from samsprak.vocabulary.facets import facets_of
from samsprak.vocabulary.records import Concept, Status
from samsprak.vocabulary.turtle_terms import Statement

FEWEST = 2
LANG = "sv"


@dataclass(frozen=True, slots=True)
class Part:
    """One of the concepts that a concept is split into: its term, its definition, and an id where it is new."""

    term: str
    definition: str
    id: str


def split(
    folder: Folder, reference: str, parts: Sequence[Part], *, today: dt.date, because: str = "", narrower_to: str = ""
) -> Proposal:
    """Propose that a concept is replaced by several; a part whose term there is already is that concept.

    A new one takes over the links upwards, the facet and the sources. Raises `UsageError` where there are not parts
    enough, or what lies below has nowhere to go.
    """
    concept = in_use(folder, reference)
    if len({without_case(part.term) for part in parts}) < FEWEST:
        raise UsageError(N_("Give at least two terms that differ."))
    amendment = Amendment(folder, today)
    made: dict[str, str] = {}
    for part in parts:
        made[without_case(part.term)] = _existing(folder, concept, part) or _new(amendment, concept, part)
    below = [folder.vocabulary.concept(iri) for iri in concept.narrower]
    current = [each for each in below if not each.retired]
    if current:
        _move(amendment, concept, current, made.get(without_case(narrower_to), ""), narrower_to)
    put_out_of_use(amendment, concept, list(dict.fromkeys(made.values())), because)
    return proposal(amendment, concept.iri)


def _existing(folder: Folder, concept: Concept, part: Part) -> str:
    """Return the concept in use that is called so already, or nothing."""
    try:
        found = concept_of(folder, part.term)
    except (NotFound, UsageError):
        return ""
    if found.iri == concept.iri:
        raise UsageError(N_("“{term}” cannot replace itself."), term=folder.name_of(concept.iri))
    return "" if found.retired else found.iri


def _new(amendment: Amendment, concept: Concept, part: Part) -> str:
    folder, today = amendment.folder, amendment.today
    iri = namespace_of(folder) + part.id
    label = term(part.term, LANG)
    if not part.definition.strip():
        raise UsageError(N_("Define “{term}”, so that it can be told from the other part."), term=label.value)
    path, prefixes = neighbourhood(amendment)
    amendment.create(file_name(amendment, path, label.value, part.id), iri, prefixes)
    amendment.add(iri, TYPE, CONCEPT)
    amendment.add(iri, PREFERRED, label)
    amendment.add(iri, DEFINITION, prose(part.definition, LANG))
    for predicate in (*UPWARDS, TOP_OF, SOURCE, IN_SCHEME):
        for value in amendment.objects(concept.iri, predicate):
            if not isinstance(value, ox.BlankNode):
                amendment.add(iri, predicate, value)
    for facet in set(concept.member_of) & set(facets_of(folder.vocabulary)):
        amendment.add(facet, MEMBER, ox.NamedNode(iri), beside=iri)
    amendment.add(iri, STATUS, status(Status.PROPOSED))
    amendment.add(iri, CREATED, date(today))
    amendment.add(iri, MODIFIED, date(today))
    return iri


def _move(amendment: Amendment, concept: Concept, below: Sequence[Concept], part: str, reference: str) -> None:
    """Put what lies below under one of the parts, or under another concept in use."""
    folder = amendment.folder
    if not part:
        move_narrower(amendment, concept, below, in_use(folder, reference))
        return
    for each in below:
        node, old = ox.NamedNode(each.iri), ox.NamedNode(concept.iri)
        for up, down in UPWARDS.items():
            for said in (Statement(node, up, old), Statement(old, down, node)):
                if amendment.says(said):
                    amendment.remove(said)
                    amendment.add(each.iri, up, ox.NamedNode(part))
        amendment.touch(each.iri)
