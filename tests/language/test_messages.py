from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import samsprak
from samsprak.errors import Problem, UnknownTerm
from samsprak.language.messages import (
    CATALOGUES,
    explain,
    explain_problem,
    language_name,
    say,
    terminal_language,
)

PACKAGE = Path(samsprak.__file__).parent


def marked() -> set[str]:
    """Every template that the code marks."""
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords={"N_": None})
    return {message for _, _, message, _, _ in found if isinstance(message, str)}


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def swedish() -> dict[str, str]:
    with (CATALOGUES / "sv.po").open("rb") as source:
        catalogue = read_po(source, locale="sv")
    return {str(message.id): str(message.string) for message in catalogue if message.id}


def test_every_message_of_the_code_has_its_swedish() -> None:
    translated = swedish()
    assert sorted(template for template in marked() if not translated.get(template)) == []


def test_translations_fill_in_the_same_values() -> None:
    translated = swedish()
    assert [each for each in sorted(marked()) if fields(each) != fields(translated.get(each, each))] == []


def test_messages_come_in_the_language_asked_for() -> None:
    error = UnknownTerm("kometen")
    assert explain(error, "en") == "No concept is called “kometen”."
    assert explain(error, "sv") != explain(error, "en")
    assert "kometen" in explain(error, "sv")


def test_values_with_braces_are_shown_as_they_are() -> None:
    assert "{oops}" in explain(UnknownTerm("{oops}"), "sv")


def test_problem_names_file_and_line() -> None:
    problem = Problem("vocab/a.ttl", 7, "cannot be read as {format}: {reason}", (("format", "X"), ("reason", "Y")))
    assert explain_problem(problem, "en") == "vocab/a.ttl line 7: cannot be read as X: Y"
    assert re.match(r"vocab/a\.ttl rad 7: ", explain_problem(problem, "sv"))


def test_problem_of_a_whole_file_names_no_line() -> None:
    assert explain_problem(Problem("a.ttl", None, "gone"), "en") == "a.ttl: gone"


def test_unmarked_text_is_shown_in_english() -> None:
    assert say("no such message {n}", "sv", n=1) == "no such message 1"


@pytest.mark.parametrize(
    ("tag", "lang", "name"),
    [
        ("sv", "sv", "svenska"),
        ("sv", "en", "Swedish"),
        ("en", "sv", "engelska"),
        ("sv-FI", "en", "Swedish (Finland)"),
        ("x-privat", "sv", "x-privat"),
        ("not a tag", "sv", "not a tag"),
        ("", "sv", ""),
        ("i-klingon", "sv", "i-klingon"),
        ("en-us-x-twain", "sv", "en-us-x-twain"),
    ],
)
def test_languages_are_named_in_the_readers_language(tag: str, lang: str, name: str) -> None:
    assert language_name(tag, lang) == name


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "sv"),
        ({"LANG": "C.UTF-8"}, "sv"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "sv_SE.UTF-8", "SAMSPRAK_LANG": "en"}, "en"),
        ({"LANG": "fi_FI.UTF-8"}, "sv"),
    ],
)
def test_terminal_speaks_swedish_unless_told_otherwise(
    environment: dict[str, str], lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SAMSPRAK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert terminal_language() == lang
