"""Decisions: by a body, on a day, of several terms at once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from samsprak.editing.decision import decide
from samsprak.editing.folder import read_folder
from samsprak.editing.retirement import retire
from samsprak.editing.writing import write
from samsprak.errors import UsageError
from tests.editing.folders import HEAD, green

TODAY = dt.date(2025, 3, 4)


def test_terms_are_decided_together(folder: Path) -> None:
    day = dt.date(2025, 2, 3)
    done = write(decide(read_folder(folder), ["barngrupp", "ccccc6"], by="Provnämnden i Orten", on=day, today=TODAY))
    assert {path.name for path in done} == {"barngrupp.ttl", "stodsamtal.ttl"}
    for path in done:
        text = path.read_text("utf-8")
        assert "status/Completed" in text
        assert 'dcterms:publisher "Provnämnden i Orten"' in text
        assert 'dcterms:dateAccepted "2025-02-03"^^xsd:date' in text
        assert 'dcterms:modified "2025-03-04"^^xsd:date' in text
    green(folder)


def test_body_that_the_vocabulary_describes_is_named_by_its_address(folder: Path) -> None:
    foaf = "http://xmlns.com/foaf/0.1/"
    agent = f'o:namnd a <{foaf}Agent> ; <{foaf}name> "Nämnden" .'
    (folder / "agents.ttl").write_text(HEAD + agent, encoding="utf-8")
    write(decide(read_folder(folder), ["barngrupp"], by="Nämnden", on=TODAY, today=TODAY))
    text = (folder / "concepts/barngrupp.ttl").read_text("utf-8")
    assert "dcterms:publisher o:namnd" in text


@pytest.mark.parametrize("body", ["Prova Provsson", "prov@example.org", "P. Provsson Prov"])
def test_persons_are_refused(body: str, folder: Path) -> None:
    with pytest.raises(UsageError, match="looks like a person"):
        decide(read_folder(folder), ["barngrupp"], by=body, on=TODAY, today=TODAY)


@pytest.mark.parametrize("body", ["", "x" * 201, "Nämn\u202eden", "\udcff"])
def test_names_that_cannot_be_read_are_refused(body: str, folder: Path) -> None:
    with pytest.raises(UsageError):
        decide(read_folder(folder), ["barngrupp"], by=body, on=TODAY, today=TODAY)


@pytest.mark.parametrize(
    "body", ["Socialstyrelsen", "Region Prov", "Stockholms stad", "Sveriges Kommuner", "https://example.org/namnd"]
)
def test_bodies_are_taken_as_they_are(body: str, folder: Path) -> None:
    assert decide(read_folder(folder), ["barngrupp"], by=body, on=TODAY, today=TODAY).clean


def test_decision_in_the_future_is_refused(folder: Path) -> None:
    with pytest.raises(UsageError, match="2025-03-05"):
        decide(read_folder(folder), ["barngrupp"], by="Nämnden", on=dt.date(2025, 3, 5), today=TODAY)


def test_same_decision_again_changes_nothing(folder: Path) -> None:
    write(decide(read_folder(folder), ["barngrupp"], by="Nämnden", on=TODAY, today=TODAY))
    with pytest.raises(UsageError, match="Nothing would change"):
        decide(read_folder(folder), ["barngrupp"], by="Nämnden", on=TODAY, today=dt.date(2025, 4, 1))


def test_what_is_out_of_use_is_not_decided(folder: Path) -> None:
    write(retire(read_folder(folder), "krissamtal", today=TODAY, because="Ovanligt"))
    with pytest.raises(UsageError, match="out of use"):
        decide(read_folder(folder), ["barngrupp", "krissamtal"], by="Nämnden", on=TODAY, today=TODAY)
