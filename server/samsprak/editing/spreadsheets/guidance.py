"""Guidance: the sheet that tells a working group how the table is filled in."""

from __future__ import annotations

from collections.abc import Iterator

from samsprak.errors import N_
from samsprak.language.messages import say

TITLE = N_("How to fill in the table")
TEXTS = (
    (N_("One row is one concept"), N_("Write in the sheet Concepts. A cell that you leave as it is, changes nothing.")),
    (
        N_("Several values in one cell"),
        N_(
            "Synonyms, examples, related concepts and the like stand on a line each: Alt+Enter makes "
            "a new line in a cell."
        ),
    ),
    (
        N_("A new concept"),
        N_(
            "Write in an empty row below the others and leave the id empty: the concept gets one "
            "when the table is read in."
        ),
    ),
    (
        N_("Other concepts"),
        N_(
            "They are written with term and id, as “intervention [jf23rs]”. The id decides, so that "
            "a term can change. Where "
            "you write the term alone, the id is looked up; new concepts of this table too are written by their term."
        ),
    ),
    (
        N_("Sources"),
        N_("Write a source as it stands in the sheet Lists. New sources are written in files of their own."),
    ),
    (
        N_("To take a concept out of use"),
        N_(
            "Never take its row away: that changes nothing. Set its status to “No longer used” and "
            "write in “Replaced by” "
            "what is to be used instead."
        ),
    ),
    (N_("Decisions"), N_("That a body has decided is not written here, but entered afterwards (samsprak decide).")),
    (
        N_("Columns that are not changed"),
        N_(
            "Id, dates, who decided and the address are only to be read; so are grey cells, which "
            "are changed in their files."
        ),
    ),
    (
        N_("Columns of your own"),
        N_(
            "Give them a heading that begins with “Comment”: then they are passed over. Other "
            "headings must stay as they are."
        ),
    ),
    (
        N_("What to keep away from"),
        N_("Merged cells, formulas, and sorting one column by itself. Dates are written as 2026-01-31."),
    ),
    (
        N_("The sheet is protected"),
        N_(
            "No password is needed to take the protection away (Review, Unprotect sheet), for example to sort the rows."
        ),
    ),
    (
        N_("When you are done"),
        N_(
            "Send the file back. Whoever reads it in (samsprak import) first sees in words what "
            "would change, and what is "
            "wrong, cell by cell. What is wrong stops everything: nothing is read in by half."
        ),
    ),
)


def guidance(lang: str) -> Iterator[tuple[str, str]]:
    """Yield headings with their texts."""
    for heading, text in TEXTS:
        yield say(heading, lang), say(text, lang)
