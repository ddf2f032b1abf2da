"""Retirement: a concept goes out of use, and its record says when, why and what to use instead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pyoxigraph as ox

from samsprak.editing.amendment import Advice, Amendment
from samsprak.editing.chronicle import advise_of_mentions, names_of, tell
from samsprak.editing.folder import Folder
from samsprak.editing.properties import (
    BROADER,
    CHANGE,
    REPLACED_BY,
    REPLACES,
    RETIRED,
    STATUS,
    TOP_OF,
    TRUE,
    UPWARDS,
    VALID,
    date,
    status,
)
from samsprak.editing.proposal import Proposal, proposal
from samsprak.editing.reference import concept_of, listed
from samsprak.editing.suggestions import follow
from samsprak.errors import N_, UsageError
from samsprak.vocabulary.facets import facets_of
from samsprak.vocabulary.records import Collection, Concept, Status
from samsprak.vocabulary.turtle_terms import Statement


def retire(
    folder: Folder,
    reference: str,
    *,
    today: dt.date,
    replaced_by: Sequence[str] = (),
    because: str = "",
    narrower_to: str = "",
) -> Proposal:
    """Propose that a concept goes out of use. Raises `UsageError` where something must be moved first."""
    concept = in_use(folder, reference)
    successors = [_successor(folder, concept, each) for each in dict.fromkeys(replaced_by)]
    if not successors and not because.strip():
        raise UsageError(N_("Say what replaces “{term}”, or why nothing does."), term=folder.name_of(concept.iri))
    amendment = Amendment(folder, today)
    below = [folder.vocabulary.concept(iri) for iri in concept.narrower]
    current = [each for each in below if not each.retired]
    if current and not narrower_to:
        raise UsageError(
            N_("Below “{term}” are concepts in use: {list}. Say where they go (--move-narrower-to)."),
            term=folder.name_of(concept.iri),
            list=listed(folder, current),
        )
    if current:
        move_narrower(amendment, concept, current, in_use(folder, narrower_to))
    put_out_of_use(amendment, concept, [each.iri for each in successors], because)
    _advise_of_lists(amendment, concept)
    return proposal(amendment, concept.iri)


def in_use(folder: Folder, reference: str) -> Concept:
    """Return the concept that is meant; raises `UsageError` where it is out of use."""
    concept = concept_of(folder, reference)
    if concept.retired:
        raise UsageError(N_("“{term}” is out of use already."), term=folder.name_of(concept.iri))
    return concept


def put_out_of_use(amendment: Amendment, concept: Concept, successors: Sequence[str], because: str) -> None:
    """Mark a concept as retired, with what replaces it; what it replaced itself leads on to that."""
    iri = concept.iri
    amendment.put(iri, STATUS, status(Status.RETIRED))
    amendment.put(iri, RETIRED, TRUE)
    amendment.put(iri, VALID, date(amendment.today))
    names = names_of(amendment, successors)
    template = N_("Retired on {day}. Replaced by {names}.") if successors else N_("Retired on {day}.")
    tell(amendment, iri, CHANGE, template, because, names=names)
    amendment.touch(iri)
    follow(amendment, iri, successors)
    advise_of_mentions(amendment, amendment.folder.name_of(iri), iri)
    for successor in successors:
        _link(amendment, iri, successor)
    for earlier in [each for each in amendment.about(iri) if each.predicate == REPLACED_BY]:
        amendment.remove(earlier)
        if isinstance(earlier.subject, ox.NamedNode):
            for successor in successors:
                _link(amendment, earlier.subject.value, successor)
            changed = N_("On {day} what replaced this was retired itself: {term}.")
            tell(amendment, earlier.subject.value, CHANGE, changed, term=amendment.folder.name_of(iri))
            amendment.touch(earlier.subject.value)


def move_narrower(amendment: Amendment, concept: Concept, below: Sequence[Concept], target: Concept) -> None:
    """Put what lies below a concept below another; where that is one of them, it takes the concept's own place.

    Raises `UsageError` where the other is the concept itself.
    """
    if target.iri == concept.iri:
        raise UsageError(N_("That is the concept that goes out of use. Write another one."))
    for each in below:
        links = _links(amendment, each.iri, concept.iri)
        kinds = {kind for _, kind in links} or {BROADER}
        for statement, _ in links:
            amendment.remove(statement)
        if each.iri == target.iri:
            _inherit_place(amendment, concept, each.iri)
        elif not _is_below(amendment, each.iri, target.iri):
            for kind in sorted(kinds, key=str):
                amendment.add(each.iri, kind, ox.NamedNode(target.iri))
        amendment.touch(each.iri)


def _links(amendment: Amendment, lower: str, upper: str) -> list[tuple[Statement, ox.NamedNode]]:
    """Return the statements that one concept is below another, each with the property upwards that says it."""
    found = []
    for up, down in UPWARDS.items():
        found.append((Statement(ox.NamedNode(lower), up, ox.NamedNode(upper)), up))
        found.append((Statement(ox.NamedNode(upper), down, ox.NamedNode(lower)), up))
    return [(statement, up) for statement, up in found if amendment.says(statement)]


def _is_below(amendment: Amendment, lower: str, upper: str) -> bool:
    return bool(_links(amendment, lower, upper))


def _inherit_place(amendment: Amendment, concept: Concept, iri: str) -> None:
    for up in UPWARDS:
        for above in amendment.objects(concept.iri, up):
            amendment.add(iri, up, above)
    for scheme in amendment.objects(concept.iri, TOP_OF):
        amendment.add(iri, TOP_OF, scheme)


def _link(amendment: Amendment, old: str, new: str) -> None:
    amendment.add(old, REPLACED_BY, ox.NamedNode(new))
    amendment.add(new, REPLACES, ox.NamedNode(old))
    amendment.touch(new)


def _successor(folder: Folder, concept: Concept, reference: str) -> Concept:
    found = in_use(folder, reference)
    if found.iri == concept.iri:
        raise UsageError(N_("“{term}” cannot replace itself."), term=folder.name_of(concept.iri))
    return found


def _advise_of_lists(amendment: Amendment, concept: Concept) -> None:
    """Name the lists that still show what is out of use; its facet keeps it, so that it is found there."""
    vocabulary = amendment.folder.vocabulary
    facets = set(facets_of(vocabulary))
    lists = [iri for iri in concept.member_of if iri not in facets]
    names = [amendment.folder.name_of(iri) for iri in lists if isinstance(vocabulary.resource(iri), Collection)]
    if names:
        template = N_("“{term}” still stands in these lists: {list}. Decide what is to stand there instead.")
        values = (("term", amendment.folder.name_of(concept.iri)), ("list", ", ".join(names)))
        amendment.advice.append(Advice(template, values))
