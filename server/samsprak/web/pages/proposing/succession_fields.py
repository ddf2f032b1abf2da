"""The fields of what puts concepts out of use: retirement, merger, split."""

from __future__ import annotations

from samsprak.errors import N_
from samsprak.web.pages.proposing.fields import SENDER, Field, Kind, Section

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
