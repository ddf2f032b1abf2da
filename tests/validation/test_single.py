"""The check of one text finds what the whole check finds of its concept."""

from __future__ import annotations

from pathlib import Path

import pytest

from samsprak.errors import UnreadableInput
from samsprak.settings import project_folder
from samsprak.validation.checker import check
from samsprak.validation.findings import Finding
from samsprak.validation.rules import Profile
from samsprak.validation.single import Background, check_text, load_background

CONCEPTS = project_folder("vocab") / "concepts"
NAME = "serviceinsats.ttl"
IRI = "https://w3id.org/samsprak/prevention/kjcg7r"
# What an editor may do to a concept, one thing at a time.
EDITS = {
    "nothing": ("", ""),
    "capital": ('skos:definition "insats', 'skos:definition "Insats'),
    "no definition": ("skos:definition", "skos:editorialNote"),
    "broken broader": ("skos:broader p:8kggd2", "skos:broader p:8kggd3"),
    "own broader": ("skos:broader p:8kggd2", "skos:broader p:kjcg7r"),
    "another's term": ('"serviceinsats"@sv', '"öppen insats"@sv'),
    "an inflection of another's": ('"insats som service"@sv', '"biståndet"@sv'),
    "no language": ('"serviceinsats"@sv', '"serviceinsats"'),
    "two states": ("adms:status <", "adms:status <http://purl.org/adms/status/Completed> , <"),
    "a circle": ("skos:broader p:8kggd2", "skos:broader p:8kggd2 , p:kjcg7r"),
    "markup": ('skos:definition "', 'skos:definition "<b>x</b> '),
    "misspelt property": ("skos:scopeNote", "skos:scopenote"),
    "no source": ("dcterms:source", "dcterms:relation"),
}


@pytest.fixture(scope="module")
def background() -> Background:
    return load_background([project_folder("vocab")])


def edited(edit: str) -> bytes:
    text = (CONCEPTS / NAME).read_text("utf-8")
    old, new = EDITS[edit]
    assert old in text
    return text.replace(old, new, 1).encode()


def told(findings: tuple[Finding, ...]) -> set[tuple[str, str, str, int, str]]:
    return {(f.rule.id, f.severity.value, f.path, f.place.line, f.messages["sv"]) for f in findings if f.focus == IRI}


@pytest.mark.parametrize("edit", EDITS)
def test_one_text_gives_what_the_whole_check_gives(edit: str, background: Background, tmp_path: Path) -> None:
    text = edited(edit)
    for path in project_folder("vocab").rglob("*.ttl"):
        copy = tmp_path / path.relative_to(project_folder("vocab"))
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(text if path.name == NAME else path.read_bytes())
    whole = told(check([tmp_path], Profile.RECORD).findings)
    assert told(check_text(text, NAME, background)) == whole
    assert bool(whole) == (edit != "nothing")


def test_background_is_not_changed_by_a_check(background: Background) -> None:
    before = len(background.store)
    check_text(edited("broken broader"), NAME, background)
    assert len(background.store) == before


def test_new_concept_is_checked_against_the_old_ones(background: Background) -> None:
    text = edited("nothing").replace(b"kjcg7r", b"zzzzzz")
    found = {finding.rule.id for finding in check_text(text, "ny.ttl", background)}
    assert {"preflabel-unique", "definition-shared"} <= found


def test_text_that_is_no_turtle_is_named_with_its_line(background: Background) -> None:
    with pytest.raises(UnreadableInput) as caught:
        check_text(b"@prefix a: <http://a/> .\na:b a:c z:d .\n", "ny.ttl", background)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == ("ny.ttl", 2)
