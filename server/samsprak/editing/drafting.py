"""Drafting: from a draft to what becomes of the files; what cannot be followed is told by its part of the draft."""

from __future__ import annotations

import datetime as dt

import pyoxigraph as ox

from samsprak.editing.amendment import Amendment
from samsprak.editing.chronicle import advise_of_mentions, reopen, tell
from samsprak.editing.citing import cite_sources
from samsprak.editing.draft import SLOTS, Draft, Slot, owned
from samsprak.editing.folder import Folder
from samsprak.editing.placing import place
from samsprak.editing.properties import (
    ALTERNATIVE,
    CONCEPT,
    CREATED,
    HISTORY,
    IN_SCHEME,
    MODIFIED,
    PREFERRED,
    STATUS,
    TOP_OF,
    TYPE,
    date,
    prose,
    status,
    term,
)
from samsprak.editing.renaming import file_name, rename_file
from samsprak.editing.settling import namespace_of, neighbourhood
from samsprak.editing.underway import Drafting
from samsprak.errors import N_, UsageError
from samsprak.language.folding import without_case
from samsprak.vocabulary.records import Concept, Status
from samsprak.vocabulary.turtle_terms import Statement

LINE_ENDS = ("\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c")


def begin(folder: Folder, draft: Draft, concept_id: str, today: dt.date) -> Drafting:
    """Return a new concept as a draft says; where it has no term, its file is called by its id."""
    amendment = Amendment(folder, today)
    iri = namespace_of(folder) + concept_id
    drafting = Drafting(amendment, draft, iri)
    if not draft.one("term_sv"):
        drafting.fault("term_sv", UsageError(N_("Write the term.")))
    path, prefixes = neighbourhood(amendment)
    amendment.create(file_name(amendment, path, draft.one("term_sv"), concept_id), iri, prefixes)
    amendment.add(iri, TYPE, CONCEPT)
    _fill(drafting)
    amendment.add(iri, STATUS, status(Status.PROPOSED))
    amendment.add(iri, CREATED, date(today))
    amendment.add(iri, MODIFIED, date(today))
    scheme = folder.known.scheme
    if scheme:
        amendment.add(iri, IN_SCHEME, ox.NamedNode(scheme))
        if not draft.many("broader") and any(each.top_of for each in folder.vocabulary.concepts):
            amendment.add(iri, TOP_OF, ox.NamedNode(scheme))
    return drafting


def change(folder: Folder, draft: Draft, concept: Concept, today: dt.date) -> Drafting:
    """Return what becomes of a concept that is to be as a draft says; what the draft has no part for stays."""
    amendment = Amendment(folder, today)
    drafting = Drafting(amendment, draft, concept.iri, concept)
    _fill(drafting)
    if drafting.faults:
        return drafting
    if not any(amendment.texts()):
        drafting.fault("", UsageError(N_("Nothing is changed yet: the record says so already.")))
        return drafting
    reopen(amendment, concept)
    amendment.touch(concept.iri)
    return drafting


def _fill(drafting: Drafting) -> None:
    # The preferred terms last: where one is new, the old one is kept and told of in parts that are settled by then.
    for slot in sorted(SLOTS, key=lambda slot: slot.predicate == PREFERRED):
        drafting.attempt(slot.name, lambda slot=slot: _texts(drafting, slot))  # type: ignore[misc]
    _without_repeats(drafting)
    place(drafting)
    cite_sources(drafting)


def _texts(drafting: Drafting, slot: Slot) -> None:
    """Make the values of a part those of the draft; those that stay are not touched."""
    amendment, iri = drafting.amendment, drafting.iri
    old = {slot.shown(each): each for each in owned(amendment, iri, slot)}
    texts = drafting.draft.many(slot.name)
    wanted = [text for text in (texts if slot.many else texts[:1]) if text not in old]
    new = [_literal(slot, text) for text in wanted]
    # Spaces and line ends may have gone in and out of the form: what reads the same is the same.
    kept = {_read(text) for text in texts}
    gone = [each for text, each in old.items() if _read(text) not in kept]
    new = [each for each in new if _read(slot.shown(each)) not in {_read(text) for text in old}]
    if slot.predicate == PREFERRED and gone and not new:
        raise UsageError(N_("The term cannot be taken away."))
    if slot.predicate == PREFERRED and gone:
        _rename(drafting, slot, gone[0], new[0])
        return
    node = ox.NamedNode(iri)
    for before, after in zip(gone, new, strict=False):
        amendment.exchange(Statement(node, slot.predicate, before), Statement(node, slot.predicate, after))
    for before in gone[len(new) :]:
        amendment.remove(Statement(node, slot.predicate, before))
    for after in new[len(gone) :]:
        amendment.add(iri, slot.predicate, after)


def _literal(slot: Slot, text: str) -> ox.Literal:
    if not slot.is_label:
        return prose(slot.mark + text.strip(), slot.lang)
    if any(sign in text.strip() for sign in LINE_ENDS):
        raise UsageError(N_("A term stands on one line. Take away the line break."))
    return term(text, slot.lang)


def _read(text: str) -> str:
    return " ".join(text.split())


def _rename(drafting: Drafting, slot: Slot, before: ox.Literal, after: ox.Literal) -> None:
    """Give a concept another preferred term; the old one still leads to it, and its record says since when."""
    amendment, iri, node = drafting.amendment, drafting.iri, ox.NamedNode(drafting.iri)
    amendment.exchange(Statement(node, PREFERRED, before), Statement(node, PREFERRED, after))
    others = (*drafting.draft.many("also_sv"), *drafting.draft.many("also_en"), *drafting.draft.many("not_sv"))
    known = {without_case(text) for text in (after.value, *others)}
    if without_case(before.value) not in known:
        amendment.add(iri, ALTERNATIVE, before)
    template = N_("Until {day} the preferred term was “{old}”; since then it is “{new}”.")
    tell(amendment, iri, HISTORY, template, old=before.value, new=after.value)
    advise_of_mentions(amendment, before.value, iri)
    if drafting.concept and slot.lang == "sv":
        rename_file(amendment, drafting.concept, before.value, after.value)


def _without_repeats(drafting: Drafting) -> None:
    """Take away what would stand twice: a preferred term that is a synonym of the same concept as well."""
    amendment, iri = drafting.amendment, drafting.iri
    preferred = {(each.language, without_case(each.value)) for each in amendment.literals(iri, PREFERRED)}
    for each in amendment.literals(iri, ALTERNATIVE):
        if (each.language, without_case(each.value)) in preferred:
            amendment.remove(Statement(ox.NamedNode(iri), ALTERNATIVE, each))
