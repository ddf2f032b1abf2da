"""A concept out of use: what its record says, what must move first, and what it replaced itself."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from samsprak.editing.folder import read_folder
from samsprak.editing.retirement import retire
from samsprak.editing.writing import write
from samsprak.errors import UsageError
from tests.editing.folders import green

TODAY = dt.date(2025, 3, 4)


def text(folder: Path, name: str) -> str:
    return (folder / f"concepts/{name}.ttl").read_text("utf-8")


def test_record_says_when_why_and_what_to_use_instead(folder: Path) -> None:
    proposal = retire(read_folder(folder), "barngrupp", today=TODAY, replaced_by=["föräldragrupp"], because="Ovanligt")
    write(proposal)
    retired = text(folder, "barngrupp")
    assert 'skos:changeNote "Avförd den 4 mars 2025. Ersatt av föräldragrupp. Ovanligt."@sv' in retired
    assert "adms:status <http://purl.org/adms/status/Deprecated>" in retired
    assert "owl:deprecated true" in retired
    assert "dcterms:isReplacedBy o:ccccc5 ;  # föräldragrupp" in retired
    assert 'dcterms:valid "2025-03-04"^^xsd:date' in retired
    assert "dcterms:replaces o:ccccc4 ;  # barngrupp" in text(folder, "foraldragrupp")
    green(folder)


def test_lists_that_still_show_it_are_named_but_its_facet_is_not(folder: Path) -> None:
    proposal = retire(read_folder(folder), "barngrupp", today=TODAY, because="Ingen använder den")
    (advice,) = proposal.advice
    assert dict(advice.values) == {"term": "barngrupp", "list": "lista"}
    write(proposal)
    assert "bbbbb2 skos:member o:ccccc4" in text(folder, "barngrupp")
    green(folder)


def test_records_whose_texts_still_name_it_are_told(folder: Path) -> None:
    proposal = retire(read_folder(folder), "gruppverksamhet", today=TODAY, because="För vid", narrower_to="insats")
    told = [dict(each.values)["list"] for each in proposal.advice if "texts of other records" in each.template]
    assert told == ["barngrupp, föräldragrupp"]


def test_part_of_a_vocabulary_is_not_taken_for_the_whole(folder: Path) -> None:
    with pytest.raises(UsageError, match="only a part of a vocabulary"):
        read_folder(folder / "concepts")


def test_several_may_replace_one(folder: Path) -> None:
    write(retire(read_folder(folder), "stödsamtal", today=TODAY, replaced_by=["krissamtal", "barngrupp"]))
    assert "Ersatt av krissamtal, barngrupp." in text(folder, "stodsamtal")
    green(folder)


def test_concepts_in_use_below_it_must_be_given_a_place(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"barngrupp \(ccccc4\), föräldragrupp \(ccccc5\)"):
        retire(read_folder(folder), "gruppverksamhet", today=TODAY, because="För vid")
    write(retire(read_folder(folder), "gruppverksamhet", today=TODAY, because="För vid", narrower_to="insats"))
    moved = text(folder, "barngrupp")
    assert "skos:broader o:ccccc2 ;  # insats" in moved
    assert "# hör hit" in moved, "an editor's comment is kept"
    assert 'dcterms:modified "2025-03-04"' in moved
    green(folder)


def test_one_below_it_may_take_its_place(folder: Path) -> None:
    write(retire(read_folder(folder), "gruppverksamhet", today=TODAY, because="För vid", narrower_to="barngrupp"))
    assert "skos:broader o:ccccc2 ;" in text(folder, "barngrupp")
    assert "skos:broader o:ccccc4 ;" in text(folder, "foraldragrupp")
    green(folder)


def test_top_concept_leaves_its_place_to_one_below(folder: Path) -> None:
    write(retire(read_folder(folder), "insats", today=TODAY, because="För vid", narrower_to="gruppverksamhet"))
    assert "skos:topConceptOf <https://example.org/ord>" in text(folder, "gruppverksamhet")
    green(folder)


def test_what_it_replaced_leads_on_to_its_own_successor(folder: Path) -> None:
    write(retire(read_folder(folder), "krissamtal", today=TODAY, replaced_by=["stödsamtal"]))
    write(retire(read_folder(folder), "stödsamtal", today=TODAY, replaced_by=["barngrupp"]))
    first = text(folder, "krissamtal")
    assert "dcterms:isReplacedBy o:ccccc4 ;  # barngrupp" in first
    assert "isReplacedBy o:ccccc6" not in first
    green(folder)


def test_what_it_replaced_still_has_a_reason_where_nothing_follows(folder: Path) -> None:
    write(retire(read_folder(folder), "krissamtal", today=TODAY, replaced_by=["stödsamtal"]))
    write(retire(read_folder(folder), "stödsamtal", today=TODAY, because="Ingen använder den"))
    assert "isReplacedBy" not in text(folder, "krissamtal")
    assert "Den 4 mars 2025 avfördes också det som ersatte detta: stödsamtal." in text(folder, "krissamtal")
    green(folder)


def test_move_below_what_is_below_is_refused_by_the_check(folder: Path) -> None:
    write(retire(read_folder(folder), "krissamtal", today=TODAY, because="Ovanligt"))
    proposal = retire(read_folder(folder), "insats", today=TODAY, because="För vid", narrower_to="barngrupp")
    assert not proposal.valid


@pytest.mark.parametrize(
    ("term", "replaced_by", "because", "told"),
    [
        ("barngrupp", [], " ", "Say what replaces"),
        ("barngrupp", ["barngrupp"], "", "cannot replace itself"),
        ("barngrupp", ["finns ej alls"], "", "No concept is called"),
    ],
)
def test_what_cannot_be_done_is_said(term: str, replaced_by: list[str], because: str, told: str, folder: Path) -> None:
    with pytest.raises(Exception, match=told):
        retire(read_folder(folder), term, replaced_by=replaced_by, because=because, today=TODAY)


def test_what_lies_below_does_not_stay_below_what_goes_out_of_use(folder: Path) -> None:
    with pytest.raises(UsageError, match="goes out of use"):
        retire(read_folder(folder), "gruppverksamhet", because="Vagt", narrower_to="gruppverksamhet", today=TODAY)


def test_retired_concept_is_neither_retired_again_nor_a_successor(folder: Path) -> None:
    write(retire(read_folder(folder), "krissamtal", today=TODAY, because="Ovanligt"))
    for term, successor in (("krissamtal", "stödsamtal"), ("stödsamtal", "krissamtal")):
        with pytest.raises(UsageError, match="out of use already"):
            retire(read_folder(folder), term, replaced_by=[successor], today=TODAY)
