"""Releases: what they write, when they are refused, and that a snapshot says all and loads by itself."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from samsprak.editing.comparison import compare
from samsprak.editing.edition import edition
from samsprak.editing.folder import read_folder
from samsprak.editing.release import release
from samsprak.editing.renaming import rename
from samsprak.editing.writing import write
from samsprak.errors import UsageError
from samsprak.settings import VocabularyInput
from samsprak.vocabulary.formatting import format_files
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.states import state_of_files
from tests.editing.folders import HEAD, contents, git, green

TODAY = dt.date(2025, 3, 4)


def released(folder: Path, version: str, today: dt.date = TODAY) -> None:
    write(release(read_folder(folder), version, today=today))


def test_scheme_snapshot_and_list_are_written(folder: Path) -> None:
    released(folder, "1.0.0")
    scheme = (folder / "scheme.ttl").read_text("utf-8")
    assert 'owl:versionInfo "1.0.0"' in scheme
    assert 'dcterms:issued "2025-03-04"^^xsd:date' in scheme
    assert 'dcterms:modified "2025-03-04"^^xsd:date' in scheme
    assert (folder / "versions/1.0.0.md").read_text("utf-8") == (
        "# Ord, version 1.0.0\n\n4 mars 2025\n\nDen första utgåvan: begrepp 6, facetter och listor 3, källor 1.\n"
    )
    green(folder)


def test_snapshot_says_what_the_folder_says_and_loads_by_itself(folder: Path, tmp_path: Path) -> None:
    released(folder, "1.0.0")
    alone = tmp_path / "ensam.ttl"
    alone.write_bytes((folder / "versions/1.0.0.ttl").read_bytes())
    assert not compare(state_of_files(folder), state_of_files(alone))
    assert len(load(VocabularyInput(alone)).concepts) == 6
    assert [each.path.name for each in format_files([alone]) if each.changed] == []


def test_snapshot_is_the_same_whatever_the_order_of_files(folder: Path, tmp_path: Path) -> None:
    first = read_folder(folder)
    reverse = dict(sorted(first.sources.items(), reverse=True))
    assert edition(first.sources, first.known) == edition(reverse, first.known)
    other = tmp_path / "annan mapp"
    folder.rename(other)
    again = read_folder(other)
    assert edition(again.sources, again.known) == edition(first.sources, first.known)


def test_changes_since_the_last_release_are_told_in_swedish(folder: Path) -> None:
    released(folder, "1.0.0")
    write(rename(read_folder(folder), "barngrupp", "grupp för barn", today=TODAY))
    released(folder, "1.1", dt.date(2025, 4, 5))
    told = (folder / "versions/1.1.md").read_text("utf-8")
    assert told.startswith("# Ord, version 1.1\n\n5 april 2025\n")
    assert "Från 1.0.0 till 1.1." in told
    assert "<del>barngrupp</del> → <ins>grupp för barn</ins>" in told
    green(folder)


@pytest.mark.parametrize(
    "version", ["", "1", "v1.0", "1.0-rc1", "../1.0", "1.0/2", "1..0", "01.0", "1.0\n", "x" * 999, "1.0.0.0.0"]
)
def test_version_is_numbers(version: str, folder: Path) -> None:
    with pytest.raises(UsageError, match="numbers with full stops"):
        release(read_folder(folder), version, today=TODAY)


def test_version_must_be_above_the_last(folder: Path) -> None:
    released(folder, "1.9.0")
    before = contents(folder)
    for version in ("1.9.0", "1.8.9", "0.10.0", "1.9"):
        with pytest.raises(UsageError, match=r"not above the last one, 1\.9\.0"):
            release(read_folder(folder), version, today=TODAY)
    assert contents(folder) == before
    released(folder, "1.10.0")


def test_fault_stops_a_release(folder: Path) -> None:
    path = folder / "concepts/barngrupp.ttl"
    path.write_text(path.read_text("utf-8").replace('"gruppverksamhet för barn"', '" "'), encoding="utf-8")
    before = contents(folder)
    proposal = release(read_folder(folder), "1.0.0", today=TODAY)
    assert {each.rule.id for each in proposal.findings} == {"definition-empty"}
    with pytest.raises(UsageError, match="breaks a rule"):
        write(proposal)
    assert contents(folder) == before


def test_concept_that_is_gone_since_the_last_release_stops_the_next(folder: Path) -> None:
    released(folder, "1.0.0")
    (folder / "concepts/foraldragrupp.ttl").unlink()
    proposal = release(read_folder(folder), "1.1.0", today=TODAY)
    assert [(each.rule.id, each.focus[-6:]) for each in proposal.findings] == [("iri-removed", "ccccc5")]


def test_concept_that_is_gone_since_the_last_tag_stops_it_too(folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "ett")
    git(folder, "tag", "v0.9")
    (folder / "concepts/foraldragrupp.ttl").unlink()
    proposal = release(read_folder(folder), "1.0.0", today=TODAY)
    assert [each.rule.id for each in proposal.findings] == ["iri-removed"]


def test_vocabulary_without_a_scheme_has_no_releases(folder: Path) -> None:
    (folder / "scheme.ttl").write_text(HEAD, encoding="utf-8")
    with pytest.raises(UsageError, match="one concept scheme"):
        release(read_folder(folder), "1.0.0", today=TODAY)


def test_own_thesaurus_is_released_whole(thesaurus: Path) -> None:
    today = dt.datetime.now().astimezone().date()
    released(thesaurus, "1.0.0", today)
    snapshot = thesaurus / "versions/1.0.0.ttl"
    assert not compare(state_of_files(thesaurus), state_of_files(snapshot))
    assert load(VocabularyInput(snapshot)).has_guide
    green(thesaurus)
