"""Every rule finds the file that breaks it and leaves alone the file that only looks as if it did."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from samsprak.settings import project_folder
from samsprak.validation import suggestions
from samsprak.validation.checker import check
from samsprak.validation.findings import Report
from samsprak.validation.rules import LANGUAGES, Profile, RuleBook
from samsprak.validation.text_rulebook import TEXT_RULES
from tests.validation.conftest import ELSEWHERE, INVALID, VALID, expectations


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SKOS_RULES = words(
    """
    class-disjoint label-disjoint preflabel-unique-lang label-literal related-broader-clash exactmatch-clash
    relation-target collection-member memberlist-form scheme-link mapping-iri skos-undefined vocab-empty self-relation
    collection-cycle
    """
)
THESAURUS_RULES = words(
    """
    broader-cycle topconcept-broader concept-in-scheme concept-reachable scheme-top scheme-present hier-redundant
    transitive-asserted mapping-own-scheme exactmatch-shared preflabel-unique altlabel-is-preflabel altlabel-shared
    sibling-related
    """
)
RECORD_RULES = words(
    """
    preflabel-required language-coverage language-tag label-empty label-whitespace label-control-char label-nfc
    label-encoding label-case-duplicate label-one-term no-html definition-required definition-empty
    definition-unique-lang definition-lowercase definition-final-stop definition-whitespace definition-circular
    definition-shared definition-placeholder notation-unique notation-single notation-literal status-required
    status-list decision-recorded deprecated-replacement replaced-by-target deprecated-consistent
    relation-to-deprecated source-required link-iri date-required date-valid date-single date-order date-future
    iri-namespace iri-opaque iri-removed blank-concept scheme-title scheme-metadata collection-label collection-empty
    """
)
GUIDE_RULES = words(
    """
    guide-start guide-groups guide-answers guide-answer-shared guide-leads guide-cycle guide-reachable guide-link
    guide-concept guide-certainty guide-source guide-text
    """
)
RULES = SKOS_RULES | THESAURUS_RULES | RECORD_RULES | GUIDE_RULES
# Never reported: SKOS S8, S23, S25, S43 entail the inverse.
ENTAILED = "one-way-relation"
SEVERITIES = {
    "self-relation": {"violation", "warning"},
    "preflabel-unique": {"violation", "warning"},
    "label-whitespace": {"violation", "warning"},
    "language-tag": {"violation", "warning"},
    "sibling-related": {"info"},
}
SWEDISH_WORDS = words(
    """
    är och inte har en ett på av till som den det för med ska begreppet benämningen schemat samlingen definitionen
    texten saknas saknar finns datum ange skriv ta bort ingen inget används annan annat flera värden
    rad dela sig själv innehåller ligger före nya börja ord
    """
)
ENGLISH_WORDS = words(
    "the is of and has not with lacks give write remove does a an in one itself date missing before several"
)


def checked(path: Path) -> Report:
    return check([path], Profile.RECORD, hints=True)


def found(report: Report) -> list[tuple[str, str, int]]:
    return sorted((each.rule.id, each.severity.value, each.place.line) for each in report.findings)


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_broken_file_reports_its_rule_and_what_its_head_says(path: Path) -> None:
    expected = expectations(path)
    assert expected[0][0] == path.name.partition(".")[0]
    report = checked(path)
    assert found(report) == sorted(expected)
    assert report.conforms == all(severity != "violation" for _, severity, _ in expected)


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_tricky_file_is_left_alone_by_its_rule(path: Path) -> None:
    report = checked(path)
    assert [each.messages["en"] for each in report.findings if each.rule.id == path.stem] == []
    # Nor by any other but the hint: what is tricky for one rule should trouble none.
    assert {each.rule.id for each in report.findings} <= {"sibling-related"}


def test_there_are_86_rules_each_with_its_files() -> None:
    assert len(RULES) == 86
    broken = {path.name.partition(".")[0] for path in INVALID}
    assert broken - ELSEWHERE == RULES - ELSEWHERE
    assert {path.stem for path in VALID} - ELSEWHERE == (RULES - ELSEWHERE) | {ENTAILED}


def test_rule_of_two_severities_has_a_file_for_each() -> None:
    by_rule: dict[str, set[str]] = {}
    for path in INVALID:
        rule, severity, _ = expectations(path)[0]
        by_rule.setdefault(rule, set()).add(severity)
    for rule, severities in SEVERITIES.items():
        assert by_rule[rule] == severities


def test_every_rule_of_the_code_is_on_the_list_and_in_its_profile(book: RuleBook) -> None:
    by_profile = {
        Profile.SKOS: SKOS_RULES,
        Profile.THESAURUS: THESAURUS_RULES,
        Profile.RECORD: RECORD_RULES | GUIDE_RULES,
    }
    for profile, listed in by_profile.items():
        assert {rule.id for rule in book.rules if rule.profile is profile} <= listed
    coded = {rule.id for rule in (*book.rules, *TEXT_RULES)}
    assert coded == RULES - ELSEWHERE
    assert ENTAILED not in coded


def test_profiles_build_on_each_other() -> None:
    path = next(path for path in INVALID if path.stem == "related-broader-clash")
    concepts = {each.rule.id for each in check([path], Profile.SKOS).findings}
    assert concepts == {"related-broader-clash"}
    for name, lowest in (("broader-cycle", Profile.THESAURUS), ("status-required", Profile.RECORD)):
        broken = next(path for path in INVALID if path.stem == name)
        order = list(Profile)
        for profile in order:
            reported = name in {each.rule.id for each in check([broken], profile).findings}
            assert reported == (order.index(profile) >= order.index(lowest))


def test_hints_are_off_unless_asked_for() -> None:
    path = next(path for path in INVALID if path.stem == "sibling-related")
    assert check([path], Profile.RECORD).findings == ()


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_messages_are_whole_and_name_the_concept(path: Path) -> None:
    for finding in checked(path).findings:
        for lang in LANGUAGES:
            message = finding.messages[lang]
            assert message == message.strip()
            assert not re.search(
                r"[{}]|””|“”|<>|\bNone\b|  |\(\)|: :|_:|, ,", re.sub("”[^”]*”|“[^”]*”", "x", message)
            ), message
            assert message[-1] in ".?)…", message
        named = re.findall(r'"([^"]+)"@', path.read_text(encoding="utf-8"))
        if finding.rule.id not in {"vocab-empty", "scheme-present"}:
            address = finding.focus.rpartition("/")[2]
            for lang in LANGUAGES:
                message = finding.messages[lang]
                assert any(name in message for name in named) or address in message, message


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_swedish_messages_are_swedish_and_english_ones_english(path: Path) -> None:
    for finding in checked(path).findings:
        swedish, english = (_prose(finding.messages[lang]) for lang in ("sv", "en"))
        assert swedish & SWEDISH_WORDS
        assert not swedish & (ENGLISH_WORDS - {"a"}), finding.messages["sv"]
        assert english & ENGLISH_WORDS
        assert not english & (SWEDISH_WORDS - {"till", "en"}), finding.messages["en"]


def _prose(message: str) -> set[str]:
    """Return the words of a message that are its own, not quoted from the file."""
    own = re.sub(r"”[^”]*”|“[^”]*”|<[^>]*>|\([^)]*\)|\"[^\"]*\"|[\w-]+:\w+", " ", message)
    return {word.lower() for word in re.findall(r"[^\W\d_]+", own)}


def test_own_thesaurus_has_no_fault_and_no_warning_unanswered() -> None:
    report = check([project_folder("vocab")], Profile.RECORD)
    assert Counter(each.rule.id for each in report.findings) == {}


def test_broken_reference_is_answered_with_the_nearest_concept() -> None:
    path = next(path for path in INVALID if path.stem == "relation-target")
    (finding,) = checked(path).findings
    assert "Menade du p:b2 (insats)?" in finding.messages["sv"]
    assert "Did you mean p:b2 (insats)?" in finding.messages["en"]


def test_reference_by_term_is_answered_with_its_concept() -> None:
    path = next(path for path in INVALID if path.stem == "relation-target.text")
    (finding,) = checked(path).findings
    assert "Menade du p:b2 (insats)?" in finding.messages["sv"]
    assert "iso-thes:broaderPartitive" in finding.messages["sv"]


@pytest.mark.parametrize(
    ("name", "meant"), [("skos-undefined", "skos:prefLabel"), ("skos-undefined.class", "skos:Concept")]
)
def test_misspelt_word_of_skos_is_answered_with_the_nearest(name: str, meant: str) -> None:
    path = next(path for path in INVALID if path.stem == name)
    (finding,) = checked(path).findings
    assert f"Menade du {meant}?" in finding.messages["sv"]


def test_missing_source_is_answered_with_the_nearest_record() -> None:
    path = next(path for path in INVALID if path.stem == "link-iri.missing")
    (finding,) = checked(path).findings
    assert "Menade du <https://example.org/v/source/rapport-1> (rapport om stöd)?" in finding.messages["sv"]


def test_only_the_first_of_many_broken_references_are_guessed_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggestions, "MOST_GUESSES", 0)
    path = next(path for path in INVALID if path.stem == "relation-target")
    (finding,) = checked(path).findings
    assert "Menade du" not in finding.messages["sv"]


# Far ahead of UTC and far behind it: whenever the test runs, in one of them it is another day.
@pytest.mark.parametrize("zone", ["UTC-14", "UTC+12"])
def test_future_begins_with_tomorrow_where_one_is(
    zone: str, write: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        today = datetime.now().astimezone().date()
        text = next(path for path in VALID if path.stem == "date-future").read_text("utf-8")
        dated = {days: text.replace("2025-02-01", str(today + timedelta(days))) for days in (0, 1)}
        assert all(each != text for each in dated.values())
        late = {days: codes(checked(write(f"{days}.ttl", each))) for days, each in dated.items()}
    finally:
        monkeypatch.undo()
        time.tzset()
    assert "date-future" not in late[0]
    assert "date-future" in late[1]


def codes(report: Report) -> set[str]:
    return {finding.rule.id for finding in report.findings}
