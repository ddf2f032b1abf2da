"""Two concepts become one: what goes over, and what is left for a person to read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from samsprak.editing.folder import read_folder
from samsprak.editing.merger import merge
from samsprak.editing.writing import write
from samsprak.errors import UsageError
from tests.editing.folders import HEAD, green

TODAY = dt.date(2025, 3, 4)


def text(folder: Path, name: str) -> str:
    return (folder / f"concepts/{name}.ttl").read_text("utf-8")


def say(folder: Path, name: str, statements: str) -> None:
    path = folder / f"concepts/{name}.ttl"
    path.write_text(path.read_text("utf-8") + HEAD + statements, encoding="utf-8")


def test_terms_and_lists_go_over_and_the_facet_stays(folder: Path) -> None:
    proposal = merge(read_folder(folder), "barngrupp", "föräldragrupp", today=TODAY, because="Samma sak")
    write(proposal)
    kept, gone = text(folder, "foraldragrupp"), text(folder, "barngrupp")
    for label in ('"barngrupp"@sv', '"barngrupper"@sv', '"children\'s group"@en'):
        assert label in kept.partition("skos:definition")[0]
    assert "o:bbbbb3 skos:member o:ccccc5 .  # lista" in kept
    assert kept.count("o:bbbbb2 skos:member") == 1
    assert "Den 4 mars 2025 slogs ”barngrupp” ihop med det här begreppet. Samma sak." in kept
    assert "dcterms:isReplacedBy o:ccccc5" in gone
    assert "o:bbbbb2 skos:member o:ccccc4" in gone
    assert "o:bbbbb3" not in gone
    assert any("Read the definition" in advice.template for advice in proposal.advice)
    green(folder)


def test_concept_merged_into_one_below_it_leaves_it_its_place(folder: Path) -> None:
    write(merge(read_folder(folder), "gruppverksamhet", "barngrupp", today=TODAY))
    assert "skos:broader o:ccccc2 ;" in text(folder, "barngrupp")
    assert "skos:broader o:ccccc4 ;" in text(folder, "foraldragrupp")
    green(folder)


def test_concept_merged_into_the_one_above_it_is_gone_from_below(folder: Path) -> None:
    write(merge(read_folder(folder), "gruppverksamhet", "insats", today=TODAY))
    assert "skos:broader o:ccccc2 ;" in text(folder, "barngrupp")
    green(folder)


def test_related_concepts_and_mappings_move_whichever_side_says_them(folder: Path) -> None:
    say(folder, "stodsamtal", "o:ccccc6 skos:exactMatch <https://example.com/a> ; skos:related o:ccccc4 .")
    say(
        folder, "barngrupp", 'o:ccccc4 skos:closeMatch <https://example.com/a> . o:ccccc6 skos:historyNote "Förr."@sv .'
    )
    write(merge(read_folder(folder), "stödsamtal", "barngrupp", today=TODAY))
    kept = text(folder, "barngrupp")
    assert "skos:related o:ccccc7 ;  # krissamtal" in kept
    assert "skos:closeMatch <https://example.com/a>" in kept
    assert 'skos:historyNote "Förr."@sv' in kept
    assert "exactMatch" not in text(folder, "stodsamtal") + kept
    assert "related" not in text(folder, "krissamtal") + text(folder, "stodsamtal")
    green(folder)


def test_record_is_dated_only_where_it_says_something_else(folder: Path) -> None:
    say(folder, "barngrupp", "o:ccccc4 skos:related o:ccccc6 .")
    say(folder, "foraldragrupp", "o:ccccc5 skos:related o:ccccc6 .")
    before = text(folder, "stodsamtal")
    write(merge(read_folder(folder), "barngrupp", "föräldragrupp", today=TODAY))
    assert text(folder, "stodsamtal") == before
    write(merge(read_folder(folder), "stödsamtal", "krissamtal", today=TODAY))
    assert '"2025-03-04"' in text(folder, "foraldragrupp")
    green(folder)


def test_concept_is_not_merged_with_itself(folder: Path) -> None:
    with pytest.raises(UsageError, match="one concept already"):
        merge(read_folder(folder), "barngrupp", "barngrupper", today=TODAY)


def test_concept_takes_the_others_place_in_a_list_with_an_order(folder: Path) -> None:
    listed = 'o:bbbbb5 a skos:OrderedCollection ; skos:prefLabel "ordning"@sv ; skos:memberList'
    say(folder, "barngrupp", f"{listed} ( o:ccccc6 o:ccccc4 o:ccccc7 ) .")
    write(merge(read_folder(folder), "barngrupp", "föräldragrupp", today=TODAY))
    (found,) = (each for each in read_folder(folder).vocabulary.collections if each.id == "bbbbb5")
    assert [iri[-6:] for iri in found.members] == ["ccccc6", "ccccc5", "ccccc7"]
    proposal = merge(read_folder(folder), "stödsamtal", "krissamtal", today=TODAY)
    assert [dict(each.values)["list"] for each in proposal.advice if "has an order" in each.template] == ["ordning"]


def test_suggestions_of_the_guide_follow_and_are_to_be_read(thesaurus: Path) -> None:
    today = dt.datetime.now().astimezone().date()
    proposal = merge(read_folder(thesaurus), "stödsamtal", "enskilt samtalsstöd", today=today)
    assert sum("guide suggested" in advice.template for advice in proposal.advice) == 1
    write(proposal)
    assert "guide:concept p:c4r5g8" not in (thesaurus / "guide.ttl").read_text("utf-8")
    green(thesaurus)
