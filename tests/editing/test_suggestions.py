"""The guide follows what becomes of the concepts that it suggests, and stays sound."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from samsprak.editing.comparison import compare
from samsprak.editing.folder import read_folder
from samsprak.editing.proposal import Proposal
from samsprak.editing.reports.sections import account
from samsprak.editing.reports.text import lines
from samsprak.editing.retirement import retire
from samsprak.editing.splitting import Part, split
from samsprak.editing.writing import write
from samsprak.settings import VocabularyInput
from samsprak.vocabulary.formatting import format_files, replace
from samsprak.vocabulary.guide import Answer
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.states import state_of_files
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


def also_suggest(folder: Path, name: str, concept: str, certainty: str, given: str = "") -> None:
    """Let the answer make another suggestion, of a concept by its id, on a condition if one is given."""
    guide = folder / "guide.ttl"
    condition = f"guide:given g:{given} ;" if given else ""
    source = "<https://w3id.org/samsprak/prevention/source/stockholm-2012-serviceinsatser>"
    guide.write_text(
        f"""{guide.read_text("utf-8")}
g:{ANSWER} guide:suggests g:{name} .
g:{name} a guide:Suggestion ; guide:concept p:{concept} ; guide:certainty guide:{certainty} ; {condition}
    guide:reason "Ett annat skäl."@sv , "Another reason."@en ; dcterms:source {source} ; guide:place "x"@sv , "x"@en .
""",
        encoding="utf-8",
    )
    for each in format_files([folder]):
        replace(each)


@pytest.mark.parametrize(
    ("there", "left"),
    [
        # As sure and wherever the other holds: the reason that was written for the concept stays.
        (("certain", ""), [("certain", (), "Another reason.")]),
        # Less sure: what the answer is sure of stays.
        (("possible", ""), [("certain", (), "The course")]),
        (("usually", "vem-alla"), [("certain", (), "The course")]),
    ],
)
def test_answer_does_not_suggest_one_concept_twice(
    there: tuple[str, str], left: list[tuple[str, tuple[str, ...], str]], thesaurus: Path, today: dt.date
) -> None:
    also_suggest(thesaurus, "kurs-komet-annat", "cf86r5", *there)
    proposal = retire(read_folder(thesaurus), "Komet", replaced_by=["föräldrautbildning"], today=today)
    after, names = written(proposal, thesaurus)
    assert names == ["parent training"]
    ((certainty, given, reason),) = left
    assert (after.suggestions[0].certainty, after.suggestions[0].given) == (certainty, given)
    assert after.suggestions[0].reason[0].text.startswith(reason)
    guide = (thesaurus / "guide.ttl").read_text("utf-8")
    assert guide.count("a guide:Suggestion") == guide.count("guide:concept ")
    assert ("g:kurs-komet-annat a" in guide) != ("g:kurs-komet-komet a" in guide), "nothing is left without an answer"


def test_suggestions_that_hold_in_different_cases_both_stay(thesaurus: Path, today: dt.date) -> None:
    guide = thesaurus / "guide.ttl"
    kept, own, rest = guide.read_text("utf-8").partition("    guide:concept p:4qww2g ;  # Komet\n")
    guide.write_text(f"{kept}{own}    guide:given g:vem-alla ;\n{rest}", encoding="utf-8")
    also_suggest(thesaurus, "kurs-komet-annat", "cf86r5", "certain", "vem-problem")
    proposal = retire(read_folder(thesaurus), "Komet", replaced_by=["föräldrautbildning"], today=today)
    after, names = written(proposal, thesaurus)
    assert names == ["parent training"] * 2
    assert sorted(each.given for each in after.suggestions) == [("vem-alla",), ("vem-problem",)]


def test_two_concepts_that_one_answer_suggests_become_one(thesaurus: Path, today: dt.date) -> None:
    also_suggest(thesaurus, "kurs-komet-abc", "g6qp7c", "certain")
    for gone in ("Komet", "ABC"):
        proposal = retire(read_folder(thesaurus), gone, replaced_by=["föräldrautbildning"], today=today)
        _, names = written(proposal, thesaurus)
    assert names == ["parent training"]


def test_part_that_an_answer_suggests_already_is_not_suggested_again(thesaurus: Path, today: dt.date) -> None:
    also_suggest(thesaurus, "kurs-komet-komet-g6qp7c", "x6m747", "possible", "vem-alla")
    parts = [Part("Connect", "", "ddddd2"), Part("ABC", "", "ddddd3")]
    after, names = written(split(read_folder(thesaurus), "Komet", parts, today=today), thesaurus)
    assert sorted(names) == ["ABC", "Connect"], "a name that is taken is not used again"
    assert [each.given for each in after.suggestions] == [(), ()]


def test_difference_tells_the_concept_and_not_the_reason_anew(thesaurus: Path, today: dt.date) -> None:
    before = state_of_files(thesaurus)
    write(retire(read_folder(thesaurus), "Komet", replaced_by=["föräldrautbildning"], today=today))
    report = "\n".join(lines(account(compare(before, state_of_files(thesaurus)), "sv"), lambda text, _: text))
    told = report.partition("guide/kurs-komet\n")[2]
    assert told.strip().startswith("föreslår (säkert): [-Komet-] → {+föräldrautbildning+}\n\n")
