"""Placing: where a draft puts its concept, in the hierarchy, beside others, in a facet."""

from __future__ import annotations

import pyoxigraph as ox

from samsprak.editing.draft import upwards
from samsprak.editing.properties import LINKS, MEMBER, RELATED, UPWARDS
from samsprak.editing.reference import concept_of, facet_of
from samsprak.editing.underway import Drafting
from samsprak.errors import N_, SamsprakError, UnknownTerm, UsageError
from samsprak.vocabulary.facets import facets_of
from samsprak.vocabulary.records import Concept
from samsprak.vocabulary.turtle_terms import Statement

# So much of what is typed a message repeats.
SHOWN = 100


def place(drafting: Drafting) -> None:
    """Make the links and the facet of a concept those of its draft."""
    _hierarchy(drafting)
    _related(drafting)
    drafting.attempt("facet", lambda: _facet(drafting))


def _hierarchy(drafting: Drafting) -> None:
    amendment, iri, node = drafting.amendment, drafting.iri, ox.NamedNode(drafting.iri)
    wanted: dict[str, ox.NamedNode] = {}
    known = {each.iri: each for each in drafting.concept.broader} if drafting.concept else {}
    for text, kind in drafting.draft.broader():
        try:
            wanted[_other(drafting, text).iri] = LINKS[kind]
        except SamsprakError as error:
            drafting.fault("broader", error)
            return
    for above, predicate in upwards(amendment, iri).items():
        if wanted.get(above) != predicate:
            amendment.remove(Statement(node, predicate, ox.NamedNode(above)))
    for above in known.keys() - wanted.keys():
        for downwards in UPWARDS.values():
            amendment.remove(Statement(ox.NamedNode(above), downwards, node))
    for above, predicate in wanted.items():
        said_there = Statement(ox.NamedNode(above), UPWARDS[predicate], node)
        if not amendment.says(said_there):
            amendment.add(iri, predicate, ox.NamedNode(above))


def _related(drafting: Drafting) -> None:
    amendment, iri, node = drafting.amendment, drafting.iri, ox.NamedNode(drafting.iri)
    known = drafting.concept.related if drafting.concept else ()
    try:
        wanted = [_other(drafting, text).iri for text in drafting.draft.many("related")]
    except SamsprakError as error:
        drafting.fault("related", error)
        return
    for other in known:
        if other not in wanted:
            amendment.remove(Statement(node, RELATED, ox.NamedNode(other)))
            amendment.remove(Statement(ox.NamedNode(other), RELATED, node))
    for other in wanted:
        if other not in known:
            # In this file alone, so that two proposals at once do not change the same one.
            amendment.add(iri, RELATED, ox.NamedNode(other))


def _other(drafting: Drafting, text: str) -> Concept:
    """Return the concept that is meant, one in use and another than that of the draft."""
    folder = drafting.amendment.folder
    try:
        found = concept_of(folder, text)
    except UnknownTerm:
        template = N_("No concept is called “{term}”. Choose one that is here already, or leave the field empty.")
        raise UsageError(template, term=text.strip()[:SHOWN]) from None
    if found.iri == drafting.iri:
        raise UsageError(N_("A concept cannot be linked to itself."))
    if found.retired:
        raise UsageError(N_("“{term}” is no longer used. Choose what replaces it."), term=folder.name_of(found.iri))
    return found


def _facet(drafting: Drafting) -> None:
    amendment, node = drafting.amendment, ox.NamedNode(drafting.iri)
    facets = facets_of(amendment.folder.vocabulary)
    text = drafting.draft.one("facet")
    if not text:
        if facets and drafting.concept is None:
            raise UsageError(N_("Choose the facet that the concept stands in."))
        return
    wanted = facet_of(amendment.folder, text).iri
    for each in amendment.about(drafting.iri):
        facet = each.subject.value if isinstance(each.subject, ox.NamedNode) else ""
        if each.predicate == MEMBER and facet in facets and facet != wanted:
            amendment.remove(each)
    amendment.add(wanted, MEMBER, node, beside=drafting.iri)
