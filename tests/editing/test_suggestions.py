"""The guide follows what becomes of the concepts that it suggests, and stays sound."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from samsprak.editing.folder import read_folder
from samsprak.editing.proposal import Proposal
from samsprak.editing.retirement import retire
from samsprak.editing.splitting import Part, split
from samsprak.editing.writing import write
from samsprak.settings import VocabularyInput
from samsprak.vocabulary.guide import Answer
from samsprak.vocabulary.loader import load
from tests.editing.folders import green

ANSWER = "kurs-komet"


@pytest.fixture
def today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def answer(folder: Path) -> tuple[Answer, list[str]]:
    """Return the answer that suggests the programme, and what the concepts are called that it suggests."""
    vocabulary = load(VocabularyInput(folder))
    (found,) = (each for question in vocabulary.guide.questions for each in question.answers if each.id == ANSWER)
    return found, [vocabulary.concept(each.concept).preferred[0].text for each in found.suggestions]


def written(proposal: Proposal, folder: Path) -> tuple[Answer, list[str]]:
    assert proposal.valid
    assert sum("The guide suggested" in advice.template for advice in proposal.advice) == 1
    write(proposal)
    green(folder)
    return answer(folder)


def test_what_replaces_a_concept_is_suggested_in_its_place(thesaurus: Path, today: dt.date) -> None:
    before, names = answer(thesaurus)
    assert names == ["Komet"]
    proposal = retire(read_folder(thesaurus), "Komet", replaced_by=["föräldrautbildning"], today=today)
    after, names = written(proposal, thesaurus)
    assert names == ["parent training"]
    assert after.suggestions[0].reason == before.suggestions[0].reason


def test_all_parts_of_a_concept_are_suggested_until_somebody_tells_them_apart(thesaurus: Path, today: dt.date) -> None:
    before, _ = answer(thesaurus)
    parts = [Part("ABC", "", "ddddd2"), Part("Connect", "", "ddddd3")]
    after, names = written(split(read_folder(thesaurus), "Komet", parts, today=today), thesaurus)
    assert sorted(names) == ["ABC", "Connect"]
    assert {each.reason for each in after.suggestions} == {before.suggestions[0].reason}


def test_new_part_is_named_as_it_is_called(folder: Path, today: dt.date) -> None:
    parts = [Part("gruppsamtal", "gruppverksamhet som består i samtal", "ddddd2"), Part("stödsamtal", "", "ddddd3")]
    proposal = split(read_folder(folder), "krissamtal", parts, today=today)
    texts = {each.name: (each.after or b"").decode() for each in proposal.alterations}
    assert "Ersatt av gruppsamtal, stödsamtal." in texts["concepts/krissamtal.ttl"]


def test_answer_that_is_left_with_nothing_cites_what_its_suggestion_did(thesaurus: Path, today: dt.date) -> None:
    before, _ = answer(thesaurus)
    proposal = retire(read_folder(thesaurus), "Komet", because="Ges inte längre.", today=today)
    after, names = written(proposal, thesaurus)
    assert names == []
    assert after.citation == before.suggestions[0].citation
