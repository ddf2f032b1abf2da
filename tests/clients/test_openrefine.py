"""OpenRefine, the program itself: it reconciles interventions, and fetches values of what they were matched with."""

from __future__ import annotations

import csv
import io
import json
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest

from tests.clients.openrefine import OpenRefine, Project, running_openrefine
from tests.search.gold import DATA, slugs

INTERVENTIONS = DATA / "interventions.csv"
# Floors of what was measured when they were set, of 53 rows that fit a concept.
FIRST, AMONG, CERTAIN = 42, 45, 7
# A person may take all candidates with such a score together; so many they are, and all of them are right.
SURE, SURE_ROWS = 94, 17


@pytest.fixture(scope="module")
def refine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenRefine]:
    with running_openrefine(tmp_path_factory.mktemp("openrefine")) as openrefine:
        yield openrefine


@pytest.fixture(scope="module")
def service(thesaurus: str) -> str:
    return f"{thesaurus}/reconcile/prevention"


@pytest.fixture(scope="module")
def manifest(service: str) -> Any:
    with urllib.request.urlopen(service) as reply:
        return json.load(reply)


@pytest.fixture(scope="module")
def project(refine: OpenRefine, service: str, manifest: Any) -> Project:
    """The interventions, reconciled by what they are called."""
    project = refine.project(INTERVENTIONS)
    project.reconcile("namn", service, manifest)
    return project


@pytest.fixture(scope="module")
def wanted() -> list[str]:
    with INTERVENTIONS.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    return [row[3] for row in rows]


def named(candidate: dict[str, Any]) -> str:
    return slugs()[candidate["id"].rpartition("/")[2]]


def candidates(recon: dict[str, Any] | None) -> list[dict[str, Any]]:
    """Return what a cell may stand for: the match alone where there is one."""
    if not recon:
        return []
    return [recon["m"]] if recon["j"] == "matched" else recon.get("c", [])


def test_types_are_guessed(refine: OpenRefine, service: str) -> None:
    first, second, *_ = refine.project(INTERVENTIONS).guessed_types("namn", service)
    assert (first["id"], first["name"]) == ("skos:Concept", "Begrepp")
    assert second["name"] == "innehåll (vad som görs)"


def test_interventions_are_reconciled(project: Project, wanted: list[str]) -> None:
    found = [[named(each) for each in candidates(recon)] for recon in project.recons("namn")]
    assert len(found) == len(wanted)
    pairs = [(slug, names) for slug, names in zip(wanted, found, strict=True) if slug]
    assert sum(names[:1] == [slug] for slug, names in pairs) >= FIRST
    assert sum(slug in names[:3] for slug, names in pairs) >= AMONG


def test_no_automatic_match_is_wrong(project: Project, wanted: list[str]) -> None:
    matched = [
        (named(recon["m"]), slug)
        for recon, slug in zip(project.recons("namn"), wanted, strict=True)
        if recon and recon["j"] == "matched"
    ]
    assert len(matched) >= CERTAIN
    assert [pair for pair in matched if pair[0] != pair[1]] == []


def test_best_candidates_with_high_scores_are_right(project: Project, wanted: list[str]) -> None:
    sure = [
        (named(found[0]), slug)
        for recon, slug in zip(project.recons("namn"), wanted, strict=True)
        if (found := candidates(recon)) and found[0]["score"] >= SURE
    ]
    assert len(sure) >= SURE_ROWS
    assert [pair for pair in sure if pair[0] != pair[1]] == []


def test_columns_with_values_are_added_and_exported(project: Project, service: str, manifest: Any) -> None:
    properties: list[dict[str, Any]] = [
        {"id": "broader", "name": ""},
        {"id": "facet", "name": ""},
        {"id": "prefLabel@en", "name": ""},
        {"id": "definition", "name": "", "settings": {"limit": "1", "language": "en"}},
        {"id": "created", "name": ""},
    ]
    project.extend("namn", service, manifest, properties)
    project.add_column("namn", "iri", "grel:cell.recon.match.id")
    rows = {row["nr"]: row for row in csv.DictReader(io.StringIO(project.exported())) if row["nr"]}
    row = next(row for row in rows.values() if row["förväntat begrepp"] == "trappan" and row["iri"])
    assert slugs()[row["iri"].rpartition("/")[2]] == "trappan"
    assert row["namn"] == "Trappan"
    assert row["Överordnat"]
    assert row["Facett"] == "innehåll (vad som görs)"
    assert row["Term (engelska)"] == "Trappan"
    assert row["Definition"].startswith("named model for conversations")
    assert row["Skapad"].startswith("20")
    assert sum(bool(row["iri"]) for row in rows.values()) >= CERTAIN
    # What was fetched is reconciled itself.
    assert any(recon and recon["j"] == "matched" for recon in project.recons("Överordnat"))


def test_further_columns_tell_namesakes_apart(refine: OpenRefine, service: str, manifest: Any) -> None:
    project = refine.project(INTERVENTIONS)
    details = [{"column": "beskrivning", "propertyName": "Definition", "propertyID": "definition"}]
    project.reconcile("namn", service, manifest, columnDetails=details)
    assert sum(bool(candidates(recon)) for recon in project.recons("namn")) >= AMONG
