"""What an editor may write for a concept, and what is answered where that is not clear."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from samsprak.editing.folder import read_folder
from samsprak.editing.reference import concept_of, facet_of
from samsprak.editing.retirement import retire
from samsprak.editing.writing import write
from samsprak.errors import SamsprakError, UnknownTerm, UsageError
from tests.editing.folders import HEAD, NAMESPACE


@pytest.mark.parametrize(
    "reference",
    [
        "barngrupp",
        " Barngrupp ",
        "barngrupper",
        "children's group",
        "ccccc4",
        NAMESPACE + "ccccc4",
        f"<{NAMESPACE}ccccc4>",
        "concepts/barngrupp.ttl",
        "barngrupp.ttl",
        "/annanstans/ord/concepts/barngrupp.ttl",
    ],
)
def test_concept_is_found_by(reference: str, folder: Path) -> None:
    assert concept_of(read_folder(folder), reference).id == "ccccc4"


def test_several_are_listed(folder: Path) -> None:
    for name in ("stodsamtal", "krissamtal"):
        path = folder / f"concepts/{name}.ttl"
        concept = "ccccc6" if name == "stodsamtal" else "ccccc7"
        path.write_text(path.read_text("utf-8") + HEAD + f'o:{concept} skos:altLabel "samtal"@sv .', encoding="utf-8")
    with pytest.raises(UsageError, match=r"stödsamtal \(ccccc6\), krissamtal \(ccccc7\)"):
        concept_of(read_folder(folder), "samtal")


def test_concept_in_use_goes_before_one_that_is_not(folder: Path) -> None:
    write(retire(read_folder(folder), "krissamtal", today=dt.date(2025, 1, 1), because="Ovanligt"))
    path = folder / "concepts/stodsamtal.ttl"
    path.write_text(path.read_text("utf-8") + HEAD + 'o:ccccc6 skos:altLabel "krissamtal"@sv .', encoding="utf-8")
    # A preferred term goes before a synonym, whatever its status.
    assert concept_of(read_folder(folder), "krissamtal").id == "ccccc7"


@pytest.mark.parametrize("reference", ["", "..", "finns ej alls", "\udcff", "x" * 10_000, "../../etc/passwd.ttl", "\0"])
def test_unknown_is_said(reference: str, folder: Path) -> None:
    with pytest.raises(SamsprakError) as raised:
        concept_of(read_folder(folder), reference)
    assert len(str(raised.value)) < 300


def test_near_terms_are_suggested(folder: Path) -> None:
    with pytest.raises(UsageError, match="Did you mean barngrupp"):
        concept_of(read_folder(folder), "barngrup")
    with pytest.raises(UnknownTerm):
        concept_of(read_folder(folder), "qqqqqqqq")


@pytest.mark.parametrize(
    "reference", ["http://127.0.0.1:8000/sv/ord/ccccc4/barngrupp", "o:ccccc4", NAMESPACE.replace("s:", ":") + "ccccc4"]
)
def test_concept_whose_page_was_copied_is_proposed(reference: str, folder: Path) -> None:
    with pytest.raises(UsageError, match=r"Did you mean barngrupp \(ccccc4\)"):
        concept_of(read_folder(folder), reference)


@pytest.mark.parametrize("reference", ["innehåll", "innehåll (vad som görs)", "bbbbb2"])
def test_facet_is_found_by(reference: str, folder: Path) -> None:
    assert facet_of(read_folder(folder), reference).id == "bbbbb2"


def test_unknown_facet_is_answered_with_those_that_there_are(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"innehåll \(vad som görs\), lista, facetter"):
        facet_of(read_folder(folder), "väg")
