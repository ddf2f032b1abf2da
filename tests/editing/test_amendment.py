"""Statements in files: each stands where its subject is described, and an editor's comments are kept."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pyoxigraph as ox
import pytest

from samsprak.editing.amendment import Amendment
from samsprak.editing.folder import read_folder
from samsprak.editing.properties import (
    ALTERNATIVE,
    BROADER,
    DEFINITION,
    PREFERRED,
    RELATED,
    STATUS,
    prose,
    status,
    term,
)
from samsprak.editing.proposal import proposal
from samsprak.errors import UnreadableInput, UsageError
from samsprak.vocabulary.records import Status
from samsprak.vocabulary.turtle_terms import Statement
from tests.editing.folders import NAMESPACE

BARNGRUPP = NAMESPACE + "ccccc4"


def amendment(folder: Path) -> Amendment:
    return Amendment(read_folder(folder), dt.date(2025, 3, 4))


def test_what_is_said_already_is_no_change(folder: Path) -> None:
    edited = amendment(folder)
    edited.add(BARNGRUPP, ALTERNATIVE, term("barngrupper", "sv"))
    assert not edited.put(BARNGRUPP, STATUS, status(Status.PROPOSED))
    assert list(edited.texts()) == []
    with pytest.raises(UsageError, match="Nothing would change"):
        proposal(edited)


def test_comment_before_a_value_follows_to_the_new_value(folder: Path) -> None:
    edited = amendment(folder)
    edited.put(BARNGRUPP, DEFINITION, prose("verksamhet i grupp för barn", "sv"))
    ((name, text),) = edited.texts()
    assert name == "concepts/barngrupp.ttl"
    assert '    # varför den finns\n    skos:definition "verksamhet i grupp för barn"@sv' in text.decode()


def test_comment_of_a_value_that_is_gone_stays_with_the_record(folder: Path) -> None:
    edited = amendment(folder)
    edited.clear(BARNGRUPP, DEFINITION)
    ((_, text),) = edited.texts()
    assert "# varför den finns\no:ccccc4 a skos:Concept" in text.decode()


def test_statement_that_two_files_have_is_gone_from_both(folder: Path) -> None:
    path = folder / "concepts/krissamtal.ttl"
    extra = f"<{BARNGRUPP}> <{BROADER.value}> <{NAMESPACE}ccccc3> .\n"
    path.write_text(path.read_text("utf-8") + extra, encoding="utf-8")
    edited = amendment(folder)
    edited.remove(Statement(ox.NamedNode(BARNGRUPP), BROADER, ox.NamedNode(NAMESPACE + "ccccc3")))
    assert {name for name, _ in edited.texts()} == {"concepts/barngrupp.ttl", "concepts/krissamtal.ttl"}


def test_what_no_file_describes_or_no_turtle_file_cannot_be_edited(folder: Path) -> None:
    triples = f"<{NAMESPACE}zzzzz2> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:x> .\n"
    (folder / "other.nt").write_text(triples, encoding="utf-8")
    edited = amendment(folder)
    with pytest.raises(UsageError, match="No file here describes"):
        edited.add(NAMESPACE + "zzzzz9", PREFERRED, term("a", "sv"))
    with pytest.raises(UsageError, match=r"other\.nt is no plain Turtle"):
        edited.add(NAMESPACE + "zzzzz2", PREFERRED, term("a", "sv"))


def test_loose_files_of_others_are_left_as_they_are(folder: Path) -> None:
    loose = folder / "concepts/krissamtal.ttl"
    loose.write_text(loose.read_text("utf-8").replace(" ;\n", ";\n"), encoding="utf-8")
    edited = amendment(folder)
    edited.add(BARNGRUPP, RELATED, ox.NamedNode(NAMESPACE + "ccccc6"))
    assert [each.name for each in proposal(edited).alterations] == ["concepts/barngrupp.ttl"]


def test_values_that_are_no_text_are_refused(folder: Path) -> None:
    edited = amendment(folder)
    with pytest.raises((UnreadableInput, UsageError)):
        edited.add(BARNGRUPP, ALTERNATIVE, term("\udcff", "sv"))
    for lang in ("", "inte ett språk", "åäö", "x" * 200):
        with pytest.raises(UsageError):
            term("ord", lang)


def test_folder_must_be_one_and_hold_a_vocabulary(tmp_path: Path) -> None:
    for path in (tmp_path / "saknas", Path("x" * 5000), Path("a\0b"), Path(__file__)):
        with pytest.raises(UsageError, match="is no folder"):
            read_folder(path)
    with pytest.raises(UnreadableInput, match="nothing to read"):
        read_folder(tmp_path)
