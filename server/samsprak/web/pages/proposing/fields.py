"""The fields of the form, in plain words: what each is called, what stands in it, and an example."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from samsprak.errors import N_


class Kind(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    TEXT = "text"
    LINES = "lines"
    CONCEPT = "concept"
    CONCEPTS = "concepts"
    BROADER = "broader"
    FACET = "facet"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Field:
    """A field: messages to translate, the language that is written in it, and whether it is for those who know more.

    An example is in the language of the field, where it has one.
    """

    name: str
    kind: Kind
    label: str
    help: str = ""
    example: str = ""
    lang: str = ""
    further: bool = False
    rows: int = 3

    @property
    def several(self) -> bool:
        """Whether it has many places to write in, each of one value."""
        return self.kind in {Kind.CONCEPTS, Kind.BROADER, Kind.SOURCES}


@dataclass(frozen=True, slots=True)
class Section:
    """Fields that belong together, under a heading."""

    heading: str
    fields: tuple[Field, ...]

    @property
    def first(self) -> tuple[Field, ...]:
        """The fields that are always in view."""
        return tuple(each for each in self.fields if not each.further)

    @property
    def further(self) -> tuple[Field, ...]:
        """The fields that are opened by those who know more."""
        return tuple(each for each in self.fields if each.further)


REASON = Field(
    "reason",
    Kind.TEXT,
    N_("Why"),
    N_("What the proposal is needed for. Those who review it read this first."),
)
SENDER = Section(
    N_("About the proposal"),
    (
        REASON,
        Field(
            "role",
            Kind.LINE,
            N_("From which role"),
            N_("A role or a group, not your name. May be left empty."),
            N_("the terminology group of Exempelby municipality"),
        ),
        Field(
            "mail",
            Kind.LINE,
            N_("E-mail address of the role"),
            N_("Only if those who review may write to it. It stands in the proposal, which is public."),
        ),
    ),
)


def all_fields(sections: Iterable[Section]) -> tuple[Field, ...]:
    """Return the fields of sections, in order."""
    return tuple(field for section in sections for field in section.fields)
