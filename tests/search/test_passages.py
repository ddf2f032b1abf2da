from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsprak.search.passages import Passage, parts, passage_of
from samsprak.vocabulary.records import Note, NoteKind

USAGE = (
    "Använd stödgrupp när barnen delar en påfrestning; använd barngrupp annars. Gränsfall: läger. Källorna: en rapport."
)


@pytest.mark.parametrize(
    ("kind", "lang", "text", "found"),
    [
        (NoteKind.DEFINITION, "sv", "grupp; av barn", [(Passage.DEFINITION, "grupp; av barn")]),
        (NoteKind.EXAMPLE, "sv", "Ja: ett läger.", [(Passage.HEART, "Ja: ett läger.")]),
        (NoteKind.EXAMPLE, "sv", "Nej: en kurs.", [(Passage.ASIDE, "Nej: en kurs.")]),
        (NoteKind.EXAMPLE, "en-GB", "No: a course.", [(Passage.ASIDE, "No: a course.")]),
        (NoteKind.EXAMPLE, "de", "No: ein Kurs.", [(Passage.HEART, "No: ein Kurs.")]),
        (NoteKind.HISTORY, "sv", "Hette kurs.", [(Passage.NOTES, "Hette kurs.")]),
        (NoteKind.EDITORIAL, "sv", "Fråga någon.", []),
        (NoteKind.SCOPE, "en", "Use it always", [(Passage.HEART, "Use it always")]),
        (
            NoteKind.SCOPE,
            "sv",
            USAGE,
            [
                (Passage.HEART, "Använd stödgrupp när barnen delar en påfrestning"),
                (Passage.NOTES, "; använd barngrupp annars. Gränsfall: läger. "),
                (Passage.ASIDE, "Källorna: en rapport."),
            ],
        ),
        (NoteKind.SCOPE, "sv", "Källorna: en.", [(Passage.ASIDE, "Källorna: en.")]),
    ],
)
def test_notes_are_parted_by_how_much_they_say_of_their_concept(
    kind: NoteKind, lang: str, text: str, found: list[tuple[Passage, str]]
) -> None:
    assert [(part.passage, part.text) for part in parts(Note(kind, text, lang))] == found


@given(st.sampled_from(NoteKind), st.text(), st.sampled_from(["sv", "en", ""]))
def test_no_word_of_a_note_that_is_searched_is_lost(kind: NoteKind, text: str, lang: str) -> None:
    note = Note(kind, text, lang)
    read = "".join(part.text for part in parts(note))
    assert read == (text if passage_of(note) or kind is NoteKind.SCOPE else "")
