"""From what is entered to a proposal: a quick look as one writes, and the whole of it when it is to be sent."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import dataclass
from pathlib import Path

from samsprak.editing.amendment import Amendment
from samsprak.editing.comparison import compare
from samsprak.editing.draft import draft_of
from samsprak.editing.drafting import begin, change
from samsprak.editing.folder import Folder
from samsprak.editing.minting import drawn, new_id
from samsprak.editing.proposal import Proposal
from samsprak.editing.reference import concept_of
from samsprak.editing.reports.sections import Account, account
from samsprak.editing.underway import Drafting
from samsprak.errors import SamsprakError
from samsprak.validation.single import check_text
from samsprak.vocabulary.records import Concept
from samsprak.vocabulary.states import state_of_files
from samsprak.web.pages.proposing.entered import Entered
from samsprak.web.pages.proposing.preview import Preview, preview
from samsprak.web.pages.proposing.remarks import (
    Remarks,
    of_error,
    of_fault,
    of_findings,
    of_hints,
    of_others,
    of_twins,
)
from samsprak.web.pages.proposing.succession import Misplaced, succeed
from samsprak.web.pages.proposing.succession_fields import PARTS
from samsprak.web.pages.proposing.tasks import Task
from samsprak.web.pages.proposing.workshop import Workshop
from samsprak.web.presentation import Reader

# What a text is called to the checker; nobody sees it.
NAME = "proposal.ttl"


@dataclass(frozen=True, slots=True)
class Look:
    """What there is to say of what is entered, and how its record would look, where there is a record."""

    remarks: Remarks
    preview: Preview | None = None


@dataclass(frozen=True, slots=True)
class Composed:
    """A whole proposal with what it changes in words; where it cannot be sent, only the remarks."""

    remarks: Remarks
    entered: Entered
    proposal: Proposal | None = None
    account: Account | None = None


def of_record(folder: Folder, concept: Concept) -> Entered:
    """Return the record of a concept as it stands in the form."""
    draft = draft_of(Amendment(folder, dt.date.min), concept)
    return Entered(Task.CHANGE, {**draft.values, "about": (concept.id,)})


def look(workshop: Workshop, entered: Entered, reader: Reader) -> Look:
    """Return the remarks on a record as it is being written; other tasks have nothing to say before they are whole."""
    if entered.task not in {Task.NEW, Task.CHANGE}:
        return Look(Remarks.of(()))
    try:
        drafting = _drafting(workshop.folder, entered)
    except SamsprakError as error:
        return Look(Remarks.of([of_error("", error, reader.lang)]))
    texts = b"\n".join(text for _, text in drafting.amendment.texts())
    findings = check_text(texts, NAME, workshop.background) if texts else ()
    faulty = {each.part for each in drafting.faults if each.part}
    own = [each for each in findings if each.focus == drafting.iri]
    twins = list(of_twins(workshop.folder, entered.draft, drafting.iri, reader))
    remarks = [
        *(of_fault(each, reader.lang) for each in drafting.faults),
        *twins,
        # Of a part that could not be followed, the rules saw nothing.
        *(
            each
            for each in of_findings(own, entered.draft, reader, [each.field for each in twins])
            if each.field not in faulty
        ),
        *of_hints(entered.draft, reader.lang, new=drafting.concept is None),
    ]
    return Look(Remarks.of(remarks), preview(drafting.amendment, drafting.iri, reader))


def compose(workshop: Workshop, entered: Entered, reader: Reader) -> Composed:
    """Return the whole proposal, or what must be corrected first."""
    folder, lang = workshop.folder, reader.lang
    seen = look(workshop, entered, reader)
    if seen.remarks.to_correct:
        return Composed(seen.remarks, entered)
    ids = _ids(folder, entered)
    entered = Entered(entered.task, entered.values, ids)
    try:
        proposal = _proposal(folder, entered)
    except Misplaced as error:
        return Composed(Remarks.of([of_error(each.field, each.error, lang) for each in error.every]), entered)
    except SamsprakError as error:
        return Composed(Remarks.of([of_error("", error, lang)]), entered)
    # What concerns the record itself has been said beside its fields.
    written = entered.task in {Task.NEW, Task.CHANGE}
    others = [each for each in proposal.findings if not written or each.focus != proposal.about]
    found = [*seen.remarks.others, *of_others(others, reader)]
    remarks = Remarks.of(found)
    if remarks.to_correct and written:
        return Composed(remarks, entered)
    # What else must change when a concept goes out of use is for those who review it: the form has no field for it.
    return Composed(remarks, entered, proposal, _account(workshop, proposal, lang))


def _drafting(folder: Folder, entered: Entered) -> Drafting:
    today = dt.datetime.now(dt.UTC).date()
    if entered.task is Task.CHANGE:
        return change(folder, entered.draft, concept_of(folder, entered.one("about")), today)
    fresh = entered.ids[0] if entered.ids and not _held(folder, entered.ids[0]) else drawn()
    return begin(folder, entered.draft, fresh, today)


def _held(folder: Folder, concept_id: str) -> bool:
    return any(each.id == concept_id for each in (*folder.vocabulary.concepts, *folder.vocabulary.collections))


def _ids(folder: Folder, entered: Entered) -> tuple[str, ...]:
    """Return the ids for what is new: those that were drawn before, as long as nobody has them."""
    wanted = {Task.NEW: 1, Task.SPLIT: PARTS}.get(entered.task, 0)
    ids = [each for each in dict.fromkeys(entered.ids) if not _held(folder, each)][:wanted]
    while len(ids) < wanted:
        ids.append(new_id(folder))
    return tuple(ids)


def _proposal(folder: Folder, entered: Entered) -> Proposal:
    if entered.task in {Task.NEW, Task.CHANGE}:
        return _drafting(folder, entered).proposal()
    return succeed(folder, entered, dt.datetime.now(dt.UTC).date())


def _account(workshop: Workshop, proposal: Proposal, lang: str) -> Account:
    """Return what a proposal changes, in words."""
    contents = {name: source.content for name, source in workshop.folder.sources.items()}
    for each in proposal.alterations:
        contents.pop(each.name, None)
        if each.after is not None:
            contents[each.name] = each.after
    with tempfile.TemporaryDirectory(prefix="samsprak-") as scratch:
        for name, content in contents.items():
            place = Path(scratch) / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        return account(compare(workshop.state, state_of_files(Path(scratch), "")), lang)
