from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from samsprak.cli import group
from samsprak.errors import UnknownTerm, UnreadableInput
from tests.conftest import EX, PREFIXES

VOCABULARY = """
    ex:s a skos:ConceptScheme ; dcterms:conformsTo <https://w3id.org/samsprak/shapes/record> .
    ex:samtal a skos:Concept ; skos:prefLabel "råd- och stödsamtal"@sv, "counselling"@en ;
      skos:altLabel "rådgivning"@sv ; skos:hiddenLabel "pratstund"@sv ;
      skos:definition "samtal som ges utan biståndsbeslut"@sv, "talks"@en ;
      adms:status status:UnderDevelopment .
    ex:gammal a skos:Concept ; skos:prefLabel "stödprat"@sv ; owl:deprecated true ;
      dcterms:isReplacedBy ex:samtal, <https://other.org/x> .
    ex:stod1 a skos:Concept ; skos:prefLabel "stöd ett"@sv . ex:stod2 a skos:Concept ; skos:prefLabel "stöd två"@sv .
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "v.ttl"
    file.write_text(PREFIXES + VOCABULARY, encoding="utf-8")
    return file


@pytest.fixture(autouse=True)
def swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSPRAK_LANG", "sv")


def lookup(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["lookup", "--vocab", str(path), *arguments])


def test_term_is_printed_with_its_definition_and_address(path: Path) -> None:
    result = lookup(path, "råd- och stödsamtal")
    assert result.exit_code == 0
    name, definition, address = result.output.splitlines()
    assert name.startswith("råd- och stödsamtal  [Förslag")
    assert definition == "  samtal som ges utan biståndsbeslut"
    assert address == f"  {EX}samtal"


def test_words_need_no_quotation_marks(path: Path) -> None:
    assert lookup(path, "RÅD-", "och", "stödsamtalen").output.endswith(lookup(path, "råd- och stödsamtal").output)


def test_answer_comes_in_the_language_asked_for(path: Path) -> None:
    lines = lookup(path, "--lang", "en", "counselling").output.splitlines()
    assert lines[:2] == ["counselling  [Proposal – not decided]", "  talks"]


def test_language_of_the_terminal_is_kept_to(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSPRAK_LANG", "en")
    assert lookup(path, "counselling").output.startswith("counselling  [Proposal")


def test_synonym_leads_to_the_preferred_term(path: Path) -> None:
    first, second, *_ = lookup(path, "--lang", "en", "rådgivning").output.splitlines()
    assert first == "synonym: rådgivning"
    assert second.startswith("counselling")


def test_discouraged_term_is_said_to_be_so(path: Path) -> None:
    assert lookup(path, "--lang", "en", "pratstund").output.startswith("discouraged term: pratstund; write counselling")


def test_hidden_label_is_no_discouraged_term_in_a_foreign_vocabulary(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("shapes/record", "shapes/other"), "utf-8")
    lines = lookup(path, "--lang", "en", "pratstund").output.splitlines()
    assert lines[:2] == ["by a spelling that is kept for searching", "counselling  [Proposal – not decided]"]


def test_retired_term_leads_to_what_to_use_instead(path: Path) -> None:
    lines = lookup(path, "--lang", "en", "stödprat").output.splitlines()
    assert lines[0] == "stödprat  [No longer used]"
    assert "  Use instead: counselling" in lines


def test_no_more_concepts_are_shown_than_asked_for(path: Path) -> None:
    assert lookup(path, "--limit", "1", "stöd").output.count(EX) == 1
    assert lookup(path, "--limit", "9", "stöd").output.count(EX) == 4
    assert lookup(path, "--limit", "0", "stöd").exit_code == 2


def test_json_holds_the_same_for_programs(path: Path) -> None:
    result = lookup(path, "--json", "rådgivning")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "query": "rådgivning",
        "total": 1,
        "results": [
            {
                "uri": EX + "samtal",
                "vocab": "v",
                "prefLabel": {"sv": "råd- och stödsamtal", "en": "counselling"},
                "altLabel": [{"value": "rådgivning", "lang": "sv"}],
                "definition": {"sv": "samtal som ges utan biståndsbeslut", "en": "talks"},
                "status": "UnderDevelopment",
                "replacedBy": [],
                "matched": {"value": "rådgivning", "lang": "sv", "kind": "altLabel"},
                "how": "exact",
            }
        ],
    }


def test_unknown_term_is_an_error(path: Path) -> None:
    result = lookup(path, "finns", "inte")
    assert isinstance(result.exception, UnknownTerm)
    assert result.exception.values == {"term": "finns inte"}


def test_json_of_an_unknown_term_is_an_empty_list(path: Path) -> None:
    result = lookup(path, "--json", "oj")
    assert json.loads(result.stdout) == {"query": "oj", "total": 0, "results": []}
    assert isinstance(result.exception, UnknownTerm)


def test_several_vocabularies_can_be_asked(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "w.ttl"
    other.write_text(PREFIXES + 'ex:w a skos:Concept ; skos:prefLabel "stöd"@sv .', encoding="utf-8")
    assert EX + "w" in lookup(path, "--vocab", f"andra={other}", "stöd").output


def test_unreadable_vocabulary_is_an_error(tmp_path: Path) -> None:
    assert isinstance(lookup(tmp_path / "missing.ttl", "stöd").exception, UnreadableInput)


def test_projects_own_vocabulary_is_asked_without_more_ado() -> None:
    result = CliRunner().invoke(group, ["lookup", "råd- och stödsamtal"])
    assert result.exit_code == 0
    assert "råd- och stödsamtal" in result.output
