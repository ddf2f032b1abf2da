"""The reports: text for people, JSON for programs, SARIF and annotations for code review."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from samsprak.validation.catalogue import all_rules
from samsprak.validation.checker import check
from samsprak.validation.findings import Finding, Place, Report
from samsprak.validation.reports.data import as_annotations, as_json, as_sarif
from samsprak.validation.reports.text import lines
from samsprak.validation.rules import LANGUAGES, Profile, Rule, Severity
from tests.validation.conftest import INVALID, VALID

Write = Callable[[str, str | bytes], Path]


def rule(name: str, severity: Severity) -> Rule:
    texts = {"sv": "Fel.", "en": "Wrong."}
    return Rule(
        id=name,
        severity=severity,
        profile=Profile.SKOS,
        labels=texts,
        descriptions={"sv": "Det som är fel.", "en": "What is wrong."},
        messages=texts,
        templates={},
        source="S9",
    )


def finding(severity: Severity, file: str = "", line: int = 0, message: str = "Fel.", name: str = "r") -> Finding:
    texts = {"sv": message, "en": message}
    return Finding(rule(name, severity), "https://example.org/v/a", "", "", texts, Place(file, line))


@pytest.fixture(scope="module")
def broken() -> Report:
    path = next(path for path in INVALID if path.stem == "broader-cycle")
    return check([path], Profile.RECORD)


def test_json_has_the_keys_that_programs_expect(broken: Report) -> None:
    read = json.loads(as_json(broken, "en"))
    assert list(read) == ["conforms", "results"]
    assert read["conforms"] is False
    assert len(read["results"]) == 4
    for result in read["results"]:
        assert list(result) == ["severity", "focus", "path", "value", "code", "message", "file", "line"]
        assert result["severity"] in {"violation", "warning", "info"}
        assert result["focus"].startswith("https://example.org/v/")
        assert result["file"].endswith("broader-cycle.ttl")
        assert isinstance(result["line"], int)
    assert {result["code"] for result in read["results"]} == {"broader-cycle", "concept-reachable"}


def test_json_says_null_where_there_is_nothing() -> None:
    (result,) = json.loads(as_json(Report((finding(Severity.WARNING),), {}, 1, 1), "sv"))["results"]
    assert {name: result[name] for name in ("path", "value", "file", "line")} == dict.fromkeys(
        ("path", "value", "file", "line")
    )


def test_json_of_a_sound_vocabulary_is_an_empty_list() -> None:
    assert json.loads(as_json(Report((), {}, 1, 1), "sv")) == {"conforms": True, "results": []}


def test_only_violations_break_conformity() -> None:
    assert Report((finding(Severity.WARNING), finding(Severity.INFO)), {}, 1, 1).conforms
    assert not Report((finding(Severity.VIOLATION),), {}, 1, 1).conforms


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_sarif_has_the_structure_that_2_1_0_requires(path: Path) -> None:
    log = json.loads(as_sarif(check([path], Profile.RECORD, hints=True), "sv"))
    assert_sarif(log)
    assert log["runs"][0]["results"]


def assert_sarif(log: dict[str, Any]) -> None:
    """The required properties and closed lists of SARIF 2.1.0, §3.13–3.30, that this report uses."""
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"]
    identifiers = [each["id"] for each in driver["rules"]]
    assert len(set(identifiers)) == len(identifiers)
    for each in driver["rules"]:
        assert each["shortDescription"]["text"]
        assert each["fullDescription"]["text"]
        assert each["help"]["text"].startswith(each["fullDescription"]["text"].partition("\n")[0])
    for result in run["results"]:
        assert result["ruleId"] in identifiers
        assert result["level"] in {"none", "note", "warning", "error"}
        assert result["message"]["text"]
        assert all(isinstance(value, str) for value in result["partialFingerprints"].values())
        for location in result.get("locations", []):
            physical = location["physicalLocation"]
            assert " " not in physical["artifactLocation"]["uri"]
            assert physical["artifactLocation"]["uri"].isascii()
            assert physical.get("region", {"startLine": 1})["startLine"] >= 1


def test_sarif_explains_a_rule_once_though_two_severities_are_found(tmp_path: Path) -> None:
    names = ('"träff "@sv', '"möte  i grupp"@sv')
    sound = next(path for path in VALID if path.stem == "label-whitespace").read_text(encoding="utf-8")
    path = tmp_path / "v.ttl"
    path.write_text(f"{sound}\n<https://example.org/v/b2> skos:altLabel {', '.join(names)} .\n", encoding="utf-8")
    log = json.loads(as_sarif(check([path], Profile.RECORD), "sv"))
    (described,) = [each for each in log["runs"][0]["tool"]["driver"]["rules"] if each["id"] == "label-whitespace"]
    severities = [rule for rule in all_rules() if rule.id == "label-whitespace"]
    assert described["fullDescription"]["text"] == "\n\n".join(rule.descriptions["sv"] for rule in severities)
    for rule_found in severities:
        assert rule_found.descriptions["sv"] in described["help"]["text"]
        assert rule_found.messages["sv"] in described["help"]["text"]


def test_sarif_writes_paths_as_addresses(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    inside = finding(Severity.VIOLATION, str(tmp_path / "mina begrepp" / "stöd.ttl"), 3)
    outside = finding(Severity.WARNING, "/elsewhere/a b.ttl", 1)
    log = json.loads(as_sarif(Report((inside, outside), {}, 1, 1), "sv"))
    places = [each["locations"][0]["physicalLocation"] for each in log["runs"][0]["results"]]
    assert [place["artifactLocation"]["uri"] for place in places] == [
        "mina%20begrepp/st%C3%B6d.ttl",
        "file:///elsewhere/a%20b.ttl",
    ]
    assert [each["level"] for each in log["runs"][0]["results"]] == ["error", "warning"]


def test_sarif_has_no_place_for_a_fault_of_the_whole() -> None:
    log = json.loads(as_sarif(Report((finding(Severity.VIOLATION),), {}, 0, 2), "sv"))
    assert "locations" not in log["runs"][0]["results"][0]


def test_annotations_name_file_line_and_rule(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    found = (
        finding(Severity.VIOLATION, str(tmp_path / "v.ttl"), 3),
        finding(Severity.WARNING, str(tmp_path / "v.ttl")),
        finding(Severity.INFO),
    )
    assert as_annotations(Report(found, {}, 1, 1), "sv").splitlines() == [
        "::error file=v.ttl,line=3,title=r::Fel.",
        "::warning file=v.ttl,line=1,title=r::Fel.",
        "::notice title=r::Fel.",
    ]


def test_annotations_are_escaped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A line break or a colon must not end the command early (GitHub's workflow commands)."""
    monkeypatch.chdir(tmp_path)
    nasty = finding(Severity.VIOLATION, str(tmp_path / "a,b:c%.ttl"), 1, "100 %\r\n::error::no", "x,y")
    text = as_annotations(Report((nasty,), {}, 1, 1), "sv")
    assert text == "::error file=a%2Cb%3Ac%25.ttl,line=1,title=x%2Cy::100 %25%0D%0A::error::no"


def test_text_is_grouped_by_file_with_violations_first(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = next(path for path in INVALID if path.stem == "language-tag").read_text(encoding="utf-8")
    one = write("v/a.ttl", broken.replace('"träff"', '"träff", "Samtal"@sv'))
    monkeypatch.chdir(one.parent)
    text = list(lines(check([one], Profile.RECORD), "sv", 1.2))
    assert text[0] == "a.ttl"
    assert [line.split(": ")[1] for line in text[1:3]] == ["fel", "varning"]
    assert text[1].endswith("[language-tag]")
    assert text[-1] == "Kontrollerat på 1.2 s: begrepp 2, filer 1, fel 1, varningar 1."


@pytest.mark.parametrize("lang", LANGUAGES)
def test_text_ends_with_counts_and_time(lang: str, broken: Report) -> None:
    last = list(lines(broken, lang, 2.0))[-1]
    assert " 2.0 s" in last
    assert re.findall(r" (\d+)[,.]", last.partition(":")[2]) == ["3", "1", "4", "0"]


def test_text_is_painted_by_severity(broken: Report) -> None:
    painted = "\n".join(lines(broken, "en", 1.0, lambda text, severity: f"<{severity or 'file'}>{text}"))
    assert "<violation>" in painted
    assert "<file>" in painted
