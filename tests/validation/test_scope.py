"""A file of a vocabulary is checked with the rest of it, and what is reported is its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from samsprak.settings import project_folder
from samsprak.validation.checker import check
from samsprak.validation.reports.text import lines
from samsprak.validation.rules import Profile
from samsprak.validation.scope import scope_of
from tests.conftest import PREFIXES

Write = Callable[[str, str | bytes], Path]
SCHEME = PREFIXES + "ex: a skos:ConceptScheme .\n"


@pytest.fixture
def vocabulary(tmp_path: Path) -> Path:
    return shutil.copytree(project_folder("vocab"), tmp_path / "vocab")


def test_sound_file_alone_has_no_broken_references(vocabulary: Path) -> None:
    report = check([vocabulary / "concepts" / "serviceinsats.ttl"], Profile.RECORD)
    assert report.findings == ()
    assert report.context == str(vocabulary)
    assert report.concepts > 1


def test_faults_of_the_named_file_are_reported_and_those_of_others_are_not(vocabulary: Path) -> None:
    concepts = vocabulary / "concepts"
    for name in ("serviceinsats.ttl", "aktor.ttl"):
        file = concepts / name
        file.write_text(file.read_text("utf-8").replace('skos:definition "', 'skos:definition "<b>x</b> ', 1), "utf-8")
    both = {finding.place.file for finding in check([vocabulary], Profile.RECORD).findings}
    assert both == {str(concepts / "serviceinsats.ttl"), str(concepts / "aktor.ttl")}
    alone = check([concepts / "aktor.ttl"], Profile.RECORD)
    assert {finding.rule.id for finding in alone.findings} == {"no-html"}
    assert {finding.place.file for finding in alone.findings} == {str(concepts / "aktor.ttl")}
    text = "\n".join(lines(alone, "sv", 0.1))
    assert "som en del av" in text


def test_several_files_of_one_vocabulary_are_checked_in_it(write: Write) -> None:
    write("v/scheme.ttl", SCHEME)
    one, two = write("v/a/one.ttl", PREFIXES), write("v/two.ttl", PREFIXES)
    scope = scope_of([one, two])
    assert scope.paths == (one.parents[1],)
    assert scope.only == {one, two}


def test_what_is_no_part_of_one_vocabulary_is_checked_as_it_is(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("v/scheme.ttl", SCHEME)
    part, old = write("v/part.ttl", PREFIXES), write("v/versions/1.ttl", PREFIXES)
    lone = write("lone.ttl", PREFIXES)
    write("w/scheme.ttl", SCHEME)
    other = write("w/part.ttl", PREFIXES)
    for paths in ([lone], [part, lone], [part, other], [part.parent], [part, part.parent], [old]):
        assert scope_of(paths).paths == tuple(paths)
        assert scope_of(paths).context == ""
    monkeypatch.chdir(part.parent)
    assert scope_of([Path("part.ttl")]).only == {part}
