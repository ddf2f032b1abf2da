from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

import pytest

from samsprak.errors import UsageError
from samsprak.validation.checker import check
from samsprak.validation.history import latest_release
from samsprak.validation.rules import Profile

HEAD = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix e: <https://example.org/> .
"""
A = 'e:a a skos:Concept ; skos:prefLabel "ett"@sv ; dcterms:created "2020-01-01" ; dcterms:modified "2020-01-01" .\n'
B = 'e:b a skos:Concept ; skos:prefLabel "två"@sv ; dcterms:created "2020-01-01" ; dcterms:modified "2020-01-01" .\n'
RULES = {"iri-removed", "iri-reused", "date-follows-content"}


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Redaktion", "-c", "user.email=redaktion@example.org")
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a release of two concepts, in a folder below its top."""
    git(tmp_path, "init", "-q", "-b", "main")
    vocab = tmp_path / "vocab"
    (vocab / "versions").mkdir(parents=True)
    (vocab / "a.ttl").write_text(HEAD + A, "utf-8")
    (vocab / "b.ttl").write_text(HEAD + B, "utf-8")
    (vocab / "versions" / "0.ttl").write_text(HEAD + "e:gone a skos:Concept .", "utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "release")
    git(tmp_path, "tag", "v1.0")
    return vocab


def told(vocab: Path, base: str = "v1.0") -> list[tuple[str, str]]:
    report = check([vocab], Profile.RECORD, base=base)
    return [(f.rule.id, f.messages["sv"]) for f in report.findings if f.rule.id in RULES]


def test_nothing_changed_is_nothing_told(repository: Path) -> None:
    assert told(repository) == []


def test_removed_concept_is_named(repository: Path) -> None:
    (repository / "b.ttl").unlink()
    ((rule, message),) = told(repository)
    assert rule == "iri-removed"
    assert "https://example.org/b" in message
    assert "två" in message


def test_moved_concept_is_not_removed(repository: Path) -> None:
    (repository / "b.ttl").rename(repository / "c.ttl")
    assert told(repository) == []


def test_reused_id_is_told(repository: Path) -> None:
    (repository / "b.ttl").write_text(HEAD + B.replace("två", "tre").replace("2020-01-01", "2021-01-01"), "utf-8")
    assert [rule for rule, _ in told(repository)] == ["iri-reused"]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (B.replace("två", "tvåa"), ["date-follows-content"]),
        (B.replace('dcterms:modified "2020', 'dcterms:modified "2021'), ["date-follows-content"]),
        (B.replace("två", "tvåa").replace('dcterms:modified "2020', 'dcterms:modified "2021'), []),
    ],
    ids=["content without date", "date without content", "both"],
)
def test_date_of_modification_follows_the_content(repository: Path, text: str, rules: list[str]) -> None:
    (repository / "b.ttl").write_text(HEAD + text, "utf-8")
    assert [rule for rule, _ in told(repository)] == rules


def test_change_on_the_day_of_the_release_can_have_no_later_date(repository: Path) -> None:
    today = dt.datetime.now().astimezone().date().isoformat()
    path = repository / "a.ttl"
    path.write_text(HEAD + A.replace("2020-01-01", today), "utf-8")
    git(repository, "commit", "-qam", "release")
    git(repository, "tag", "v1.1")
    path.write_text(HEAD + A.replace("2020-01-01", today).replace("ett", "ettan"), "utf-8")
    assert told(repository, "v1.1") == []


def test_latest_release_is_found_and_its_lack_is_no_error(repository: Path, tmp_path: Path) -> None:
    assert latest_release([repository]) == "v1.0"
    git(repository, "tag", "v1.1")
    assert latest_release([repository]) in {"v1.0", "v1.1"}
    git(repository, "tag", "-d", "v1.0", "v1.1")
    assert latest_release([repository]) is None


def test_unknown_revision_is_a_clear_message(repository: Path) -> None:
    with pytest.raises(UsageError, match="earlier version"):
        told(repository, "no-such-revision")
