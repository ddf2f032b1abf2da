"""A rule is switched off for one concept, with a reason, and the report counts it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from samsprak.validation.checker import check
from samsprak.validation.findings import Place
from samsprak.validation.reports.text import lines
from samsprak.validation.rules import Profile
from tests.conftest import EX, PREFIXES
from tests.validation.conftest import INVALID

Write = Callable[[str, str | bytes], Path]
BROKEN = next(path for path in INVALID if path.stem == "definition-final-stop").read_text(encoding="utf-8")
PREFIX = "@prefix samsprak: <https://w3id.org/samsprak/shapes/> .\n"


def waiver(concept: str = "ex:c3", rule: str = "definition-final-stop", comment: str = '"Citat."@sv') -> str:
    reason = f" ; rdfs:comment {comment}" if comment else ""
    return PREFIXES + PREFIX + f'{concept} samsprak:waives [ samsprak:rule "{rule}"{reason} ] .\n'


def waived(write: Write, text: str) -> tuple[list[str], dict[str, int]]:
    write("v/broken.ttl", BROKEN)
    folder = write("v/waivers.ttl", text).parent
    report = check([folder], Profile.RECORD)
    return [finding.rule.id for finding in report.findings], dict(report.waived)


def test_waiver_with_a_reason_switches_the_rule_off_and_is_counted(write: Write) -> None:
    assert waived(write, waiver()) == ([], {"definition-final-stop": 1})


def test_waiver_may_stand_with_the_concept_and_have_an_address(write: Write) -> None:
    text = (
        PREFIXES
        + PREFIX
        + ('ex:c3 samsprak:waives ex:w . ex:w samsprak:rule "definition-final-stop" ; rdfs:comment "Quoted."@en .')
    )
    assert waived(write, text) == ([], {"definition-final-stop": 1})


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(waiver(comment=""), id="without a reason"),
        pytest.param(waiver(comment='"  "@sv'), id="with an empty reason"),
        pytest.param(waiver(comment="ex:why"), id="with a reason that is no text"),
        pytest.param(waiver(concept="ex:b2"), id="of another concept"),
        pytest.param(waiver(rule="definition-lowercase"), id="of another rule"),
        pytest.param(PREFIXES + PREFIX + 'ex:c3 samsprak:waives "definition-final-stop" .', id="written as text"),
    ],
)
def test_anything_else_switches_nothing_off(write: Write, text: str) -> None:
    assert waived(write, text) == (["definition-final-stop"], {})


def test_one_waiver_holds_for_one_concept_only(write: Write) -> None:
    other = BROKEN.replace("ex:c3", "ex:d4").replace('"samtal"@sv', '"hembesök"@sv').replace('"talk"', '"visit"')
    other = other[other.index("ex:d4 a") :].replace("varandra.", "grannen.")
    write("v/other.ttl", PREFIXES + other)
    assert waived(write, waiver()) == (["definition-final-stop"], {"definition-final-stop": 1})


def test_report_says_what_is_switched_off(write: Write) -> None:
    write("v/broken.ttl", BROKEN)
    folder = write("v/waivers.ttl", waiver()).parent
    report = check([folder], Profile.RECORD)
    for lang, words in (("sv", "undantag"), ("en", "waivers")):
        text = "\n".join(lines(report, lang, 0.1))
        assert "definition-final-stop (1)" in text
        assert words in text.lower()
    assert EX + "c3" not in {finding.focus for finding in report.findings}


def test_unknown_rule_is_named_with_file_line_and_what_was_meant(write: Write) -> None:
    write("v/broken.ttl", BROKEN)
    file = write("v/waivers.ttl", waiver(rule="definition-final-stopp"))
    (fault, unknown) = check([file.parent], Profile.RECORD).findings
    assert (fault.rule.id, unknown.rule.id) == ("definition-final-stop", "waiver-unknown")
    assert unknown.place == Place(str(file), waiver().count("\n"))
    assert "definition-final-stopp, som inte finns. Menade du definition-final-stop?" in unknown.messages["sv"]
    assert "Did you mean definition-final-stop?" in unknown.messages["en"]


def test_rule_of_another_profile_is_known(write: Write) -> None:
    write("v/broken.ttl", BROKEN)
    folder = write("v/waivers.ttl", waiver()).parent
    assert check([folder], Profile.SKOS).findings == ()
