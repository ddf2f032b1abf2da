"""A draft on its way into the files, and why parts of it cannot be followed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from samsprak.editing.amendment import Amendment
from samsprak.editing.draft import Draft
from samsprak.editing.proposal import Proposal, proposal
from samsprak.errors import SamsprakError
from samsprak.vocabulary.records import Concept


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
