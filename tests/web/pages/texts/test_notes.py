from __future__ import annotations

import re

import pytest

from samsprak.settings import VocabularyInput, project_folder
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.records import Note, NoteKind
from samsprak.web.pages.texts.notes import cases, guidance


def note(text: str, lang: str = "sv", kind: NoteKind = NoteKind.SCOPE) -> Note:
    return Note(kind, text, lang)


def usage(text: str, lang: str = "sv") -> list[str]:
    return [each.text for each in guidance(note(text, lang)).usage]


def remarks(text: str, lang: str = "sv") -> list[tuple[str, list[str]]]:
    return [(remark.label, [each.text for each in remark.paragraphs]) for remark in guidance(note(text, lang)).remarks]


def test_each_choice_of_a_term_stands_by_itself() -> None:
    text = "Använd stöd när det behövs; använd hjälp när det inte gör det. Använd råd om samtal. Resten."
    assert usage(text) == ["Använd stöd när det behövs.", "Använd hjälp när det inte gör det.", "Använd råd om samtal."]
    assert remarks(text) == [("", ["Resten."])]
    assert usage("Use a when it is so; use b when not.", "en") == ["Use a when it is so.", "Use b when not."]


def test_semicolon_before_anything_else_parts_nothing() -> None:
    assert usage("Använd stöd när det behövs; det är ofta.") == ["Använd stöd när det behövs; det är ofta."]


def test_usage_is_known_by_the_language_of_the_note() -> None:
    assert usage("Use a when it is so.", "sv") == []
    assert usage("Använd det.", "") == []


def test_short_words_before_a_colon_are_a_label() -> None:
    text = "Använd stöd. Gränsfall: ett samtal är stöd. Källorna: en sägs. Två till. Utanför området: annat."
    assert remarks(text) == [
        ("Gränsfall", ["Ett samtal är stöd."]),
        ("Källorna", ["En sägs. Två till."]),
        ("Utanför området", ["Annat."]),
    ]


def test_many_words_before_a_colon_begin_a_paragraph_without_a_label() -> None:
    text = "Gränsfall: ett. Källorna drar inte gränsen: en säger så. Lagen (2001:453) gäller. Kl. 8:30 börjar det."
    assert remarks(text) == [
        ("Gränsfall", ["Ett."]),
        ("", ["Källorna drar inte gränsen: en säger så. Lagen (2001:453) gäller. Kl. 8:30 börjar det."]),
    ]


def test_long_text_is_parted_into_paragraphs_of_about_the_same_length() -> None:
    ((_, paragraphs),) = remarks(" ".join(f"Mening nummer {number} är av den vanliga längden." for number in range(12)))
    assert [paragraph.count(".") for paragraph in paragraphs] == [4, 4, 4]
    ((_, long),) = remarks(" ".join("Det " + "mycket " * 30 + "så." for _ in range(3)))
    assert len(long) == 2


def test_paragraphs_keep_language_and_kind() -> None:
    (remark,) = guidance(note("Ein Satz.", "de")).remarks
    assert remark.paragraphs == (note("Ein Satz.", "de"),)


def test_examples_are_parted_by_the_word_of_their_language() -> None:
    given = [
        note(text, lang, NoteKind.EXAMPLE)
        for text, lang in (
            ("Ja: en kurs.", "sv"),
            ("Nej: ett råd.", "sv"),
            ("Yes: a course.", "en"),
            ("Ja: ein.", "de"),
        )
    ]
    found = cases(given)
    assert [each.text for each in found.inside] == ["En kurs.", "A course."]
    assert [each.text for each in found.outside] == ["Ett råd."]
    assert found.other == (given[3],)


@pytest.fixture(scope="module")
def scope_notes() -> list[Note]:
    thesaurus = load(VocabularyInput(project_folder("vocab")))
    return [each for concept in thesaurus.concepts for each in concept.notes_of(NoteKind.SCOPE)]


def test_nothing_of_the_thesaurus_is_lost_and_all_of_it_begins_with_usage(scope_notes: list[Note]) -> None:
    for each in scope_notes:
        parts = guidance(each)
        assert parts.usage, each.text
        words = [word for clause in parts.usage for word in re.findall(r"\w+", clause.text)]
        for remark in parts.remarks:
            words += re.findall(r"\w+", remark.label)
            words += [word for paragraph in remark.paragraphs for word in re.findall(r"\w+", paragraph.text)]
        assert [word.casefold() for word in words] == [word.casefold() for word in re.findall(r"\w+", each.text)]
