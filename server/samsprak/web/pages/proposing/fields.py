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
    """A field: messages to translate, the language that is written in it, and whether it is for those who know more."""

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


WORDS = Section(
    N_("The words"),
    (
        Field(
            "term_sv",
            Kind.LINE,
            N_("Term"),
            N_("The word that should be used, as you would look it up in a dictionary: one word, in the singular."),
            N_("fältarbete"),
            "sv",
        ),
        Field(
            "also_sv",
            Kind.LINES,
            N_("Other words for the same thing"),
            N_("Synonyms, older names and inflected forms as the sources print them. One on each line."),
            N_("uppsökande arbete"),
            "sv",
        ),
        Field(
            "term_en",
            Kind.LINE,
            N_("Term in English"),
            N_("Only if there is an established one."),
            N_("field work"),
            "en",
            further=True,
        ),
        Field(
            "also_en",
            Kind.LINES,
            N_("Other words in English"),
            N_("One on each line."),
            lang="en",
            further=True,
        ),
        Field(
            "not_sv",
            Kind.LINES,
            N_("Words to avoid"),
            N_("Only words that a source advises against; name that source below. One on each line."),
            lang="sv",
            further=True,
        ),
    ),
)
MEANING = Section(
    N_("What it is"),
    (
        Field(
            "definition_sv",
            Kind.TEXT,
            N_("Definition"),
            N_(
                "First what kind of thing it is, then what sets it apart and can be observed. One phrase: begin with a "
                "small letter, without “en” or “ett”, no full stop, and not with the term itself."
            ),
            N_("gruppverksamhet där deltagarna är barn eller unga"),
            "sv",
        ),
        Field(
            "scope_sv",
            Kind.TEXT,
            N_("When the term is used, and when another"),
            N_(
                "Name the neighbour that it is easily mistaken for. Then decide a borderline case: one that people "
                "would disagree about."
            ),
            N_("Använd … när …; använd … när …. Gränsfall: …"),
            "sv",
            rows=6,
        ),
        Field(
            "inside_sv",
            Kind.LINES,
            N_("Example just inside the limit"),
            N_("A case that is one of these, but only just. Nobody who can be recognised. One on each line."),
            N_("tre samtal som en förälder bokar efter en avslutad kurs"),
            "sv",
        ),
        Field(
            "outside_sv",
            Kind.LINES,
            N_("Example just outside the limit"),
            N_("A case that is like it but is something else. One on each line."),
            N_("samma föräldrar går en kurs med åtta bestämda träffar"),
            "sv",
        ),
        Field(
            "definition_en",
            Kind.TEXT,
            N_("Definition in English"),
            lang="en",
            further=True,
        ),
        Field(
            "history_sv",
            Kind.LINES,
            N_("Earlier use"),
            N_("What was right before, when it changed and why. One note on each line."),
            lang="sv",
            further=True,
        ),
    ),
)
PLACE = Section(
    N_("Where it belongs"),
    (
        Field(
            "broader",
            Kind.BROADER,
            N_("Broader concept"),
            N_(
                "Say it aloud: “X is a kind of Y.” Write the name of Y. If no sentence is true, leave this empty and "
                "use “Compare with”."
            ),
        ),
        Field(
            "facet",
            Kind.FACET,
            N_("Facet"),
            N_("Which question the concept answers. Each concept stands in one facet."),
        ),
        Field(
            "related",
            Kind.CONCEPTS,
            N_("Compare with"),
            N_("Concepts that go together with it or are mistaken for it, elsewhere in the system."),
        ),
    ),
)
SOURCES = Section(
    N_("Where you have read it"),
    (
        Field(
            "source",
            Kind.SOURCES,
            N_("Source"),
            N_("Choose among the sources that are here already, or give a web address."),
        ),
        Field(
            "place",
            Kind.LINE,
            N_("Where in the source"),
            N_("The page or section. It is written last in the note above."),
            N_("avsnitt 3.2, s. 14"),
        ),
        Field(
            "title",
            Kind.LINE,
            N_("New source: title"),
            N_("If the source is not in the list, describe it here."),
            further=True,
        ),
        Field(
            "publisher",
            Kind.LINE,
            N_("New source: publisher"),
            N_("The authority, municipality or organisation."),
            further=True,
        ),
        Field("year", Kind.LINE, N_("New source: year"), N_("Four digits."), further=True),
        Field("page", Kind.LINE, N_("New source: web address"), further=True),
    ),
)
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
            N_("terminologigruppen i Exempelby kommun"),
        ),
        Field(
            "mail",
            Kind.LINE,
            N_("E-mail address of the role"),
            N_("Only if those who review may write to it. It stands in the proposal, which is public."),
        ),
    ),
)
OF_CONCEPT = Field(
    "about",
    Kind.CONCEPT,
    N_("Which concept"),
    N_("Write its term, its id or its address."),
)
NARROWER_TO = Field(
    "narrower",
    Kind.CONCEPT,
    N_("Where what lies below goes"),
    N_("Nothing in use may be left below a concept that is not. Needed only where something lies below it."),
)
OF_RECORD = (WORDS, MEANING, PLACE, SOURCES, SENDER)
OF_RETIREMENT = (
    Section(
        N_("What goes out of use"),
        (
            OF_CONCEPT,
            Field(
                "successor",
                Kind.CONCEPTS,
                N_("What replaces it"),
                N_("The concept to use instead, or several. May be left empty if nothing replaces it: then say why."),
            ),
            NARROWER_TO,
        ),
    ),
    SENDER,
)
OF_MERGER = (
    Section(
        N_("Two that are one"),
        (
            Field(
                "about",
                Kind.CONCEPT,
                N_("The concept that goes out of use"),
                N_("Its terms, sources and narrower concepts go over to the other; its address leads there."),
            ),
            Field("kept", Kind.CONCEPT, N_("The concept that stays")),
        ),
    ),
    SENDER,
)
PARTS = 3
OF_SPLIT = (
    Section(
        N_("One that is several"),
        (
            OF_CONCEPT,
            *(
                field
                for number in range(1, PARTS + 1)
                for field in (
                    Field(
                        f"part{number}",
                        Kind.CONCEPT,
                        (N_("First term"), N_("Second term"), N_("Third term"))[number - 1],
                        N_("A new term, or one that is here already.") if number == 1 else "",
                        lang="sv",
                        further=number > 2,  # noqa: PLR2004 - two are always in view
                    ),
                    Field(
                        f"meaning{number}",
                        Kind.TEXT,
                        (N_("Definition of the first"), N_("Definition of the second"), N_("Definition of the third"))[
                            number - 1
                        ],
                        N_("For a new term. Say what sets it apart from the other.") if number == 1 else "",
                        lang="sv",
                        further=number > 2,  # noqa: PLR2004 - likewise
                    ),
                )
            ),
            NARROWER_TO,
        ),
    ),
    SENDER,
)


def all_fields(sections: Iterable[Section]) -> tuple[Field, ...]:
    """Return the fields of sections, in order."""
    return tuple(field for section in sections for field in section.fields)
