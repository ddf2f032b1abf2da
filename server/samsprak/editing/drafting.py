"""Drafting: from a draft to what becomes of the files; what cannot be followed is told by its part of the draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

import pyoxigraph as ox

from samsprak.editing.addition import namespace_of, source_of
from samsprak.editing.amendment import Amendment
from samsprak.editing.chronicle import advise_of_mentions, reopen, tell
from samsprak.editing.draft import SLOTS, Draft, Slot, owned, upwards
from samsprak.editing.folder import Folder
from samsprak.editing.new_source import cite
from samsprak.editing.properties import (
    ALTERNATIVE,
    CONCEPT,
    CREATED,
    HISTORY,
    IN_SCHEME,
    LINKS,
    MEMBER,
    MODIFIED,
    PREFERRED,
    RELATED,
    SCOPE,
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
from samsprak.editing.reference import concept_of, facet_of
from samsprak.editing.renaming import file_name, rename_file
from samsprak.editing.settling import neighbourhood
from samsprak.errors import N_, SamsprakError, UsageError
from samsprak.language.folding import without_case
from samsprak.vocabulary.facets import facets_of
from samsprak.vocabulary.records import Concept, Label, Status
from samsprak.vocabulary.turtle_terms import Statement

# So much of what is typed a message repeats.
SHOWN = 100
LINE_ENDS = ("\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a part of a draft cannot be followed, as a template and its values; an empty part is the draft as a whole."""

    part: str
    template: str
    values: tuple[tuple[str, object], ...] = ()


@dataclass(slots=True)
class Drafting:
    """A draft on its way into the files: of the concept `iri`, which is new where there is no `concept`."""

    amendment: Amendment
    draft: Draft
    iri: str
    concept: Concept | None = None
    faults: list[Fault] = field(default_factory=list)

    def proposal(self) -> Proposal:
        """Return the whole proposal, formatted and checked."""
        return proposal(self.amendment, self.iri)

    def fault(self, part: str, error: SamsprakError) -> None:
        """Note why a part cannot be followed."""
        self.faults.append(Fault(part, error.template, tuple(error.values.items())))

    def attempt(self, part: str, action: Callable[[], None]) -> None:
        """Do something of a part, and note where it cannot be done."""
        try:
            action()
        except SamsprakError as error:
            self.fault(part, error)


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
    _hierarchy(drafting)
    _related(drafting)
    drafting.attempt("facet", lambda: _facet(drafting))
    _sources(drafting)


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
    found = concept_of(folder, text)
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


def _sources(drafting: Drafting) -> None:
    amendment, iri = drafting.amendment, drafting.iri
    folder, draft = amendment.folder, drafting.draft
    known = {each.value: each for each in amendment.objects(iri, SOURCE) if isinstance(each, ox.NamedNode)}
    wanted: list[str] = []
    for text in draft.many("source"):
        try:
            wanted.append(known[text].value if text in known else _named(source_of(folder, text)))
        except SamsprakError:
            template = N_("No source is called “{name}”. Choose one of the list, give a web address or a new source.")
            drafting.fault("source", UsageError(template, name=text[:SHOWN]))
            return
    for source, node in known.items():
        if source not in wanted:
            amendment.remove(Statement(ox.NamedNode(iri), SOURCE, node))
    for source in wanted:
        amendment.add(iri, SOURCE, ox.NamedNode(source))
    cited: Label | None = None
    try:
        cited = cite(amendment, iri, draft, wanted)
    except SamsprakError as error:
        drafting.fault("title", error)
    if cited:
        _place(amendment, iri, cited)


def _place(amendment: Amendment, iri: str, cited: Label) -> None:
    """Say in the scope note where in a source it stands, once."""
    old = next((each for each in amendment.literals(iri, SCOPE) if each.language == cited.lang), None)
    if old is None:
        amendment.add(iri, SCOPE, prose(cited.text, cited.lang))
    elif cited.text not in old.value:
        node = ox.NamedNode(iri)
        new = prose(f"{old.value} {cited.text}", cited.lang)
        amendment.exchange(Statement(node, SCOPE, old), Statement(node, SCOPE, new))


def _named(value: object) -> str:
    return value.value if isinstance(value, ox.NamedNode) else ""
