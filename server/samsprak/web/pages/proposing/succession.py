"""Concepts that go out of use, are merged or split: from what is entered to a proposal, each fault at its field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from samsprak.editing.folder import Folder
from samsprak.editing.merger import merge
from samsprak.editing.proposal import Proposal
from samsprak.editing.reference import concept_of
from samsprak.editing.retirement import retire
from samsprak.editing.splitting import FEWEST, Part, split
from samsprak.errors import N_, NotFound, SamsprakError, UsageError
from samsprak.language.folding import without_case
from samsprak.vocabulary.records import Concept
from samsprak.web.pages.proposing.entered import Entered
from samsprak.web.pages.proposing.succession_fields import PARTS
from samsprak.web.pages.proposing.tasks import Task

# So many names of what lies below are told.
MOST = 12


class Misplaced(Exception):
    """An error and the field that it is about; `every` holds it and others that were found with it."""

    def __init__(self, field: str, error: SamsprakError) -> None:
        super().__init__(field)
        self.field = field
        self.error = error
        self.every: tuple[Misplaced, ...] = (self,)


def succeed(folder: Folder, entered: Entered, today: dt.date) -> Proposal:
    """Return what becomes of the concepts that are named; raises `Misplaced` with all that is to be corrected."""
    faults = [*_faults(folder, entered)]
    if faults:
        faults[0].every = tuple(faults)
        raise faults[0]
    reason, about = entered.one("reason"), concept_of(folder, entered.one("about")).iri
    if entered.task is Task.MERGE:
        return merge(folder, about, concept_of(folder, entered.one("kept")).iri, today=today, because=reason)
    narrower = entered.one("narrower")
    if entered.task is Task.RETIRE:
        successors = [concept_of(folder, text).iri for text in entered.many("successor")]
        return retire(folder, about, today=today, replaced_by=successors, because=reason, narrower_to=narrower)
    parts = [
        Part(entered.one(f"part{number}"), entered.one(f"meaning{number}"), entered.ids[number - 1])
        for number in _numbers(entered)
    ]
    return split(folder, about, parts, today=today, because=reason, narrower_to=narrower)


def _numbers(entered: Entered) -> list[int]:
    return [number for number in range(1, PARTS + 1) if entered.one(f"part{number}")]


def _faults(folder: Folder, entered: Entered) -> Iterator[Misplaced]:
    """Yield what is to be corrected, in the order of the fields."""
    about: Concept | None = None
    try:
        about = _meant(folder, "about", entered.one("about"))
    except Misplaced as fault:
        yield fault
    if entered.task is Task.MERGE:
        yield from _others(folder, "kept", [entered.one("kept")], about)
        return
    if entered.task is Task.RETIRE:
        if entered.many("successor"):
            yield from _others(folder, "successor", entered.many("successor"), about)
        elif not entered.one("reason"):
            yield Misplaced("successor", UsageError(N_("Say what replaces it, or write below why nothing does.")))
    else:
        yield from _of_parts(folder, entered, about)
    if about:
        yield from _below(folder, entered, about)


def _meant(folder: Folder, field: str, text: str) -> Concept:
    if not text:
        raise Misplaced(field, UsageError(N_("Write which concept you mean.")))
    try:
        found = concept_of(folder, text)
    except SamsprakError as error:
        raise Misplaced(field, error) from None
    if found.retired:
        raise Misplaced(field, UsageError(N_("“{term}” is out of use already."), term=folder.name_of(found.iri)))
    return found


def _others(
    folder: Folder, field: str, texts: list[str] | tuple[str, ...], about: Concept | None
) -> Iterator[Misplaced]:
    """Yield what is wrong with concepts that must be in use, and others than the one that is `about`."""
    for text in texts:
        try:
            found = _meant(folder, field, text)
        except Misplaced as fault:
            yield fault
            continue
        if about and found.iri == about.iri:
            error = UsageError(N_("That is the concept that goes out of use. Write another one."))
            yield Misplaced(field, error)


def _of_parts(folder: Folder, entered: Entered, about: Concept | None) -> Iterator[Misplaced]:
    numbers = _numbers(entered)
    if len({without_case(entered.one(f"part{number}")) for number in numbers}) < FEWEST:
        free = next((number for number in (1, 2) if number not in numbers), 2)
        yield Misplaced(f"part{free}", UsageError(N_("Give at least two terms that differ.")))
    for number in range(1, PARTS + 1):
        text, meaning = entered.one(f"part{number}"), entered.one(f"meaning{number}")
        known = _known(folder, text)
        if not text and meaning:
            yield Misplaced(f"part{number}", UsageError(N_("Write the term.")))
        elif about and about in known:
            error = UsageError(N_("That is the concept that goes out of use. Write another one."))
            yield Misplaced(f"part{number}", error)
        elif known and meaning:
            template = N_(
                "“{term}” is here already with a definition of its own. Leave this field empty, or propose a change of "
                "“{term}” as well."
            )
            yield Misplaced(f"meaning{number}", UsageError(template, term=folder.name_of(known[0].iri)))
        elif text and not known and not meaning:
            template = N_("Define “{term}”, so that it can be told from the other part.")
            yield Misplaced(f"meaning{number}", UsageError(template, term=text))


def _known(folder: Folder, text: str) -> list[Concept]:
    """Return the concepts in use that are called so, which may be none."""
    try:
        found = concept_of(folder, text)
    except (NotFound, UsageError):
        return []
    return [] if found.retired else [found]


def _below(folder: Folder, entered: Entered, about: Concept) -> Iterator[Misplaced]:
    """Yield what is wrong with where it goes that lies below a concept."""
    below = [folder.name_of(iri) for iri in about.narrower if not folder.vocabulary.concept(iri).retired]
    given = entered.one("narrower")
    if below and not given:
        named = ", ".join(below[:MOST]) + (" …" if len(below) > MOST else "")
        yield Misplaced("narrower", UsageError(N_("Below it lies: {list}. Say where that goes."), list=named))
    elif below and without_case(given) not in {
        without_case(entered.one(f"part{number}")) for number in _numbers(entered)
    }:
        yield from _others(folder, "narrower", [given], about)
