"""What is told to follow from differences."""

from __future__ import annotations

from pathlib import Path

import pytest

from samsprak.editing.comparison import compare
from samsprak.editing.differences import Consequence, Effect
from samsprak.settings import project_folder
from samsprak.vocabulary.states import state_of_files
from tests.conftest import EX
from tests.editing.states import OUT, TREE, compared, of

WITHOUT_MID = TREE[: TREE.index("ex:mid a")] + TREE[TREE.index("ex:one a") :]
MID_RETIRED = TREE.replace("ex:mid a skos:Concept ;", f"ex:mid a skos:Concept ; {OUT} ;")


def follows(folder: Path, head: str, name: str, base: str = TREE) -> dict[Effect, Consequence]:
    return {one.effect: one for one in of(compared(folder, base, head), name).consequences}


def test_lost_concept_leaves_a_dead_address_references_and_narrower_concepts_without_a_path(tmp_path: Path) -> None:
    found = follows(tmp_path, WITHOUT_MID, "mid")
    both = (EX + "one", EX + "two")
    assert found.pop(Effect.GONE).effect.alarming
    assert found.pop(Effect.REFERRED_TO).about == both
    assert found.pop(Effect.PATHLESS) == Consequence(Effect.PATHLESS, both, n=2)
    assert set(found.pop(Effect.NOT_FOUND).texts) == {"samtal", "samtalsstöd"}
    assert found == {}


def test_narrower_concepts_that_are_moved_in_time_lose_nothing(tmp_path: Path) -> None:
    found = follows(tmp_path, WITHOUT_MID.replace("ex:mid", "ex:top"), "mid")
    assert {Effect.REFERRED_TO, Effect.PATHLESS}.isdisjoint(found)


def test_retired_concept_takes_the_path_from_what_is_under_it(tmp_path: Path) -> None:
    found = follows(tmp_path, MID_RETIRED, "mid")
    assert found[Effect.PATHLESS].n == 2
    assert Effect.LEADS_NOWHERE in found
    assert Effect.GONE not in found


def test_path_lost_counts_all_that_is_below(tmp_path: Path) -> None:
    deeper = 'ex:deep a skos:Concept ; skos:prefLabel "djup"@sv ; skos:broader ex:one .\n'
    assert follows(tmp_path, WITHOUT_MID + deeper, "mid", TREE + deeper)[Effect.PATHLESS].n == 3


def test_tag_leads_to_the_end_of_a_chain_of_successors(tmp_path: Path) -> None:
    head = MID_RETIRED.replace(
        "ex:one a skos:Concept ;", f"ex:one a skos:Concept ; {OUT} ; dcterms:isReplacedBy ex:two ;"
    )
    found = follows(tmp_path, head + "ex:mid dcterms:isReplacedBy ex:one .", "mid")
    assert found[Effect.LEADS_TO].about == (EX + "two",)


def test_tag_with_two_successors_needs_a_choice(tmp_path: Path) -> None:
    found = follows(tmp_path, MID_RETIRED + "ex:mid dcterms:isReplacedBy ex:other , ex:two .", "mid")
    assert found[Effect.CHOICE].about == (EX + "other", EX + "two")


def test_successor_that_does_not_exist_is_an_alarm(tmp_path: Path) -> None:
    found = follows(tmp_path, MID_RETIRED + "ex:mid dcterms:isReplacedBy ex:nowhere .", "mid")
    assert found[Effect.SUCCESSOR_MISSING].about == (EX + "nowhere",)


def test_withdrawn_concept_answers_410(tmp_path: Path) -> None:
    head = TREE.replace("ex:mid a skos:Concept ;", "ex:mid a skos:Concept ; adms:status status:Withdrawn ;")
    assert Effect.WITHDRAWN in follows(tmp_path, head, "mid")
    assert Effect.WITHDRAWN not in follows(tmp_path, head.replace("samtalsstöd", "prat"), "mid", head)


def test_moved_concept_takes_along_what_is_below_it(tmp_path: Path) -> None:
    head = TREE.replace('"samtalsstöd"@sv ; skos:broader ex:top', '"samtalsstöd"@sv ; skos:broader ex:other')
    assert follows(tmp_path, head, "mid") == {Effect.CARRIED: Consequence(Effect.CARRIED, n=2)}


def test_concept_that_nothing_is_above_any_more_loses_its_path_unless_it_is_put_at_the_top(tmp_path: Path) -> None:
    loose = TREE.replace('"kurs"@sv ; skos:broader ex:top', '"kurs"@sv')
    assert Effect.ROOTLESS in follows(tmp_path, loose, "other")
    put = TREE.replace('"kurs"@sv ; skos:broader ex:top', '"kurs"@sv ; skos:topConceptOf ex:s')
    assert Effect.ROOTLESS not in follows(tmp_path, put, "other")


def test_concept_may_stand_at_the_top_where_no_top_is_declared(tmp_path: Path) -> None:
    base = TREE.replace(" ; skos:topConceptOf ex:s", "")
    assert follows(tmp_path, base.replace('"kurs"@sv ; skos:broader ex:top', '"kurs"@sv'), "other", base) == {}


def test_synonym_that_goes_over_to_another_concept_is_told(tmp_path: Path) -> None:
    head = TREE.replace(' ; skos:altLabel "samtalsstöd"@sv', "").replace(
        '"kurs"@sv', '"kurs"@sv ; skos:altLabel "Samtalsstöd"@sv'
    )
    assert follows(tmp_path, head, "mid") == {
        Effect.FINDS_OTHER: Consequence(Effect.FINDS_OTHER, (EX + "other",), ("samtalsstöd",))
    }


def test_new_synonym_that_is_another_concepts_term_is_told(tmp_path: Path) -> None:
    head = TREE.replace('"kurs"@sv', '"kurs"@sv ; skos:altLabel "rådgivning"@sv')
    assert follows(tmp_path, head, "other")[Effect.SHARED].about == (EX + "one",)


def test_same_term_under_a_new_address_is_an_alarm(tmp_path: Path) -> None:
    head = TREE.replace("ex:other", "ex:new")
    found = follows(tmp_path, head, "other")
    assert found[Effect.NEW_ADDRESS] == Consequence(Effect.NEW_ADDRESS, (EX + "new",), ("kurs",))


@pytest.mark.parametrize(
    ("definition", "effect"),
    [
        ("stöd som består i att två personer talar med varandra", None),
        ("stödet som bestod i att två personer talade med varandra", Effect.WORD_FORMS),
        ("stöd som består i att flera personer talar med varandra", None),
        ("kortlek med bilder", Effect.UNLIKE),
    ],
)
def test_definition_is_weighed(definition: str, effect: Effect | None, tmp_path: Path) -> None:
    old = "stöd som består i att två personer talar med varandra"
    comparison = compared(tmp_path, TREE, TREE.replace(old, definition))
    assert [one.effect for each in comparison.differences for one in each.consequences] == ([effect] if effect else [])


def test_decided_concept_that_means_something_else_needs_a_new_decision(tmp_path: Path) -> None:
    decided = TREE.replace(
        "ex:mid a skos:Concept ;",
        'ex:mid a skos:Concept ; adms:status status:Completed ; dcterms:dateAccepted "2026-01-01" ;',
    )
    changed = decided.replace("två personer", "flera personer")
    assert Effect.DECISION in follows(tmp_path, changed, "mid", decided)
    assert Effect.DECISION not in follows(tmp_path, changed.replace("2026-01-01", "2026-02-01"), "mid", decided)
    assert Effect.DECISION not in follows(tmp_path, decided.replace("samtalsstöd", "prat"), "mid", decided)


def test_guide_that_suggests_a_lost_concept_is_told(tmp_path: Path) -> None:
    own = project_folder("vocab")
    guide = state_of_files(own).guides[0]
    (concept, *_) = [s.concept for q in guide.questions for a in q.answers for s in a.suggestions]
    for file in own.rglob("*.ttl"):
        text = file.read_text(encoding="utf-8")
        if f"p:{concept.rpartition('/')[2]} a skos:Concept" not in text:
            (tmp_path / file.name).write_text(text, encoding="utf-8")
    comparison = compare(state_of_files(own), state_of_files(tmp_path))
    effects = {each.iri: {one.effect for one in each.consequences} for each in comparison.differences}
    assert Effect.GUIDE_SUGGESTS in effects[concept]
    assert Effect.GUIDE_BROKEN in effects[guide.iri]
