"""The check of one text finds what the whole check finds of its concept."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from samsprak.errors import UnreadableInput
from samsprak.settings import project_folder
from samsprak.validation.background import Background
from samsprak.validation.checker import check
from samsprak.validation.findings import Finding
from samsprak.validation.rules import Profile
from samsprak.validation.single import check_text, load_background

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
    "own term": ('skos:definition "insats', 'skos:definition "serviceinsats'),
    "soft hyphen": ('skos:definition "insats', 'skos:definition "in\u00adsats'),
    "unknown language": ('insatsen"@sv', 'insatsen"@qq'),
    "another's term in capitals": ('"serviceinsats"@sv', '"Öppen Insats"@sv'),
    "a full stop": ('utför insatsen"@sv', 'utför insatsen."@sv'),
    "a kind of hierarchy": (
        "skos:broader p:8kggd2",
        "<http://purl.org/iso25964/skos-thes#broaderPartitive> p:8kggd3",
    ),
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
    before = set(background.store)
    check_text(edited("broken broader"), NAME, background)
    assert set(background.store) == before


@pytest.mark.parametrize("edit", ["broken broader", "a kind of hierarchy", "nothing"])
def test_text_of_one_check_is_gone_in_the_next(edit: str, background: Background) -> None:
    with background.with_text([], []) as copy:
        before = set(copy)
    check_text(edited(edit), NAME, background)
    with background.with_text([], []) as copy:
        assert set(copy) == before


def test_check_that_fails_leaves_nothing_behind(background: Background) -> None:
    (quad,) = ox.parse(b"<https://a.org/a> <https://a.org/b> <https://a.org/c> .", ox.RdfFormat.N_TRIPLES)
    with pytest.raises(ValueError, match="broken off"), background.with_text([quad], []) as copy:
        raise ValueError("broken off")
    with background.with_text([], []) as copy:
        assert quad not in copy


def test_waiver_in_a_file_of_its_own_holds_for_the_text(background: Background) -> None:
    text = f"""@prefix samsprak: <https://w3id.org/samsprak/shapes/> .
<{IRI}> samsprak:waives [ samsprak:rule "definition-final-stop" ;
    <http://www.w3.org/2000/01/rdf-schema#comment> "Citat."@sv ] ."""
    store = ox.Store()
    store.extend(background.store)
    store.load(text.encode(), ox.RdfFormat.TURTLE)
    stopped = edited("a full stop")
    ids = [
        {finding.rule.id for finding in check_text(stopped, NAME, each)}
        for each in (background, replace(background, store=store, _copies=deque()))
    ]
    assert ids == [{"definition-final-stop"}, set()]


def test_unknown_rule_in_a_waiver_of_the_text_is_told(background: Background) -> None:
    waiver = (
        f'\n<{IRI}> <https://w3id.org/samsprak/shapes/waives> [ <https://w3id.org/samsprak/shapes/rule> "none" ] .\n'
    )
    text = edited("nothing") + waiver.encode()
    (finding,) = check_text(text, NAME, background)
    assert (finding.rule.id, finding.place.line) == ("waiver-unknown", text.count(b"\n"))


def test_new_concept_is_checked_against_the_old_ones(background: Background) -> None:
    text = edited("nothing").replace(b"kjcg7r", b"zzzzzz")
    found = {finding.rule.id for finding in check_text(text, "ny.ttl", background)}
    assert {"preflabel-unique", "definition-shared"} <= found


def test_text_that_is_no_turtle_is_named_with_its_line(background: Background) -> None:
    with pytest.raises(UnreadableInput) as caught:
        check_text(b"@prefix a: <http://a/> .\na:b a:c z:d .\n", "ny.ttl", background)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == ("ny.ttl", 2)
