from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDFS, Literal, URIRef

from samsprak.errors import AnsweredTwice, NoGuide, UnfitVocabulary, UnknownAnswer
from samsprak.settings import VocabularyInput, project_folder
from samsprak.vocabulary.guide import Certainty, Guide, Outcome, outcome
from samsprak.vocabulary.loader import load
from samsprak.vocabulary.namespaces import GUIDE
from samsprak.vocabulary.protocol import Vocabulary
from samsprak.vocabulary.records import Source
from tests.conftest import EX, Turtle
from tests.guides import SMALL_GUIDE, every_answer, way_on, ways_to
from tests.vocabulary.graphs import dumped

SHORTEST, LONGEST = 4, 7


@pytest.fixture(scope="module")
def small(turtle: Turtle) -> Vocabulary:
    return turtle(SMALL_GUIDE)


@pytest.fixture(scope="module")
def thesaurus() -> Vocabulary:
    return load(VocabularyInput(project_folder("vocab")))


def concepts(found: Outcome) -> dict[str, str]:
    return {advice.concept.removeprefix(EX): advice.certainty.value for advice in found.advice}


def open_texts(found: Outcome) -> list[str]:
    return [point.text[0].text for point in found.open_points]


# --- Reading ----------------------------------------------------------------------------------------------------------


def test_guide_is_read_from_the_graph_in_its_own_order(small: Vocabulary) -> None:
    guide = small.guide
    assert small.has_guide
    assert [question.id for question in guide.questions] == ["q1", "q2", "q3"]
    assert [answer.id for answer in guide.question("q1").answers] == ["yes", "no"]
    assert guide.groups == (EX + "when", EX + "what")
    assert [label.text for label in guide.title] == ["What?", "Vad?"]
    (suggestion,) = guide.question("q3").answers[0].suggestions
    assert (suggestion.concept, suggestion.certainty, suggestion.given) == (EX + "early", Certainty.USUALLY, ("yes",))
    assert (suggestion.citation.source, suggestion.citation.place[0].text) == (EX + "report", "p. 4")
    no = guide.question("q1").answers[1]
    assert no.citation is not None
    assert no.citation.source == EX + "report"


def test_guide_never_changes(small: Vocabulary) -> None:
    with pytest.raises(FrozenInstanceError):
        small.guide.first = "q2"  # type: ignore[misc]


def test_vocabulary_without_a_guide_says_so(turtle: Turtle) -> None:
    vocabulary = turtle("ex:a a skos:Concept .")
    assert not vocabulary.has_guide
    with pytest.raises(NoGuide, match="“v” has no guide"):
        _ = vocabulary.guide


def test_parts_of_a_guide_are_no_records(small: Vocabulary) -> None:
    assert {concept.iri for concept in small.concepts} == {EX + "talk", EX + "group", EX + "early"}
    assert {source.iri for source in small.sources} == {EX + "report"}
    assert len(small.guide.parts) == 1 + 3 + 6 + 4 + 2
    assert not any(small.holds(part) for part in small.guide.parts)
    assert small.remarks == ()


def test_downloads_hold_the_guide_in_every_format(small: Vocabulary) -> None:
    graph = dumped(small)
    assert (URIRef(EX + "path/q1"), RDFS.label, Literal("Talar de?", lang="sv")) in graph
    answers = graph.value(URIRef(EX + "path/q1"), URIRef(GUIDE + "answers"))
    assert answers is not None
    assert [str(answer) for answer in graph.items(answers)] == [EX + "path/yes", EX + "path/no"]


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("guide:first g:q1 ;", "", "path"),
        ("guide:first g:q1", "guide:first g:q1, g:q2", "path"),
        ("guide:first g:q1", "guide:first g:yes", "path/yes"),
        ("guide:leadsTo g:q2", "guide:leadsTo g:q2, g:q3", "path/yes"),
        ("guide:leadsTo g:q2", "guide:leadsTo ex:nowhere", "nowhere"),
        ("guide:answers ( g:staff g:unknown )", "rdfs:seeAlso ex:report", "path/q2"),
        ("guide:concept ex:early", "guide:concept ex:what", "what"),
        ("guide:concept ex:early", "guide:concept ex:absent", "absent"),
        ("guide:groups ( ex:when ex:what )", "guide:groups ( ex:when ex:talk )", "talk"),
        ("guide:certainty guide:certain", "guide:certainty guide:surely", "path/s3"),
        ("guide:certainty guide:certain", 'guide:certainty "certain"', "path/s3"),
        ('"Vem är inte sagt."@sv, "Who is not said."@en ; dcterms:source ex:report', '"Vem?"@sv', "path/o1"),
    ],
)
def test_guide_that_cannot_be_followed_is_refused_with_the_place(
    right: str, wrong: str, place: str, turtle: Turtle
) -> None:
    assert SMALL_GUIDE.count(right) == 1
    with pytest.raises(UnfitVocabulary, match="samsprak check") as error:
        turtle(SMALL_GUIDE.replace(right, wrong))
    assert error.value.values == {"iri": EX + place}


# --- Following --------------------------------------------------------------------------------------------------------


def test_path_begins_at_the_first_question(small: Vocabulary) -> None:
    found = outcome(small.guide, [])
    assert (found.steps, found.advice, found.open_points, found.aside) == ((), (), (), ())
    assert found.next == small.guide.question("q1")


def test_answers_lead_to_the_next_question_whatever_their_order(small: Vocabulary) -> None:
    found = outcome(small.guide, ["unknown", "yes"])
    assert [(step.question.id, step.answer.id) for step in found.steps] == [("q1", "yes"), ("q2", "unknown")]
    assert found.next == small.guide.question("q3")
    assert found == outcome(small.guide, ["yes", "unknown", "yes"])


def test_concept_is_advised_once_with_the_strongest_certainty_and_every_reason(small: Vocabulary) -> None:
    found = outcome(small.guide, ["yes", "staff"])
    assert found.next is None
    assert concepts(found) == {"talk": "certain", "group": "possible"}
    talk = found.advice[0]
    assert [ground.reason[0].text for ground in talk.grounds] == ["With staff.", "They talk."]


def test_condition_holds_only_with_the_answer_that_it_names(small: Vocabulary) -> None:
    after_yes = outcome(small.guide, ["yes", "unknown", "soon"])
    assert concepts(after_yes)["early"] == "usually"
    assert open_texts(after_yes) == ["Who is not said."]
    after_no = outcome(small.guide, ["no", "soon"])
    assert concepts(after_no) == {}
    assert open_texts(after_no) == ["Who is not said.", "Why not?"]


def test_open_point_of_two_answers_is_told_once(small: Vocabulary) -> None:
    assert open_texts(outcome(small.guide, ["yes", "unknown", "late"])) == ["Who is not said."]


def test_answer_off_the_path_is_put_aside_and_does_not_count(small: Vocabulary) -> None:
    found = outcome(small.guide, ["no", "staff", "soon"])
    assert [answer.id for answer in found.aside] == ["staff"]
    assert concepts(found) == {}
    # It is kept, so that changing the first answer brings it back.
    assert concepts(outcome(small.guide, ["yes", "staff", "soon"])) == {"talk": "certain", "group": "possible"}


def test_unknown_answer_is_an_error_that_names_it(small: Vocabulary) -> None:
    with pytest.raises(UnknownAnswer, match="no answer “maybe”"):
        outcome(small.guide, ["yes", "maybe"])


def test_two_answers_to_one_question_are_an_error_that_names_both(small: Vocabulary) -> None:
    with pytest.raises(AnsweredTwice, match="“yes” and “no” answer the same question"):
        outcome(small.guide, ["yes", "no"])


def test_circle_ends_where_it_began(turtle: Turtle) -> None:
    guide = turtle(SMALL_GUIDE.replace("guide:suggests g:s3", "guide:leadsTo g:q1 ; guide:suggests g:s3")).guide
    found = outcome(guide, ["yes", "staff"])
    assert [step.answer.id for step in found.steps] == ["yes", "staff"]
    assert found.next == guide.question("q1")


# --- The thesaurus's own ----------------------------------------------------------------------------------------------


def lengths(guide: Guide, question_id: str) -> set[int]:
    """Return how many questions there are from one to each end."""
    found = set()
    for answer in guide.question(question_id).answers:
        found |= {1 + rest for rest in lengths(guide, answer.leads_to)} if answer.leads_to else {1}
    return found


def test_every_path_has_four_to_seven_questions(thesaurus: Vocabulary) -> None:
    found = lengths(thesaurus.guide, thesaurus.guide.first)
    assert min(found) >= SHORTEST
    assert max(found) <= LONGEST


def test_every_question_lets_the_reader_not_know(thesaurus: Vocabulary) -> None:
    for question in thesaurus.guide.questions:
        assert question.answers[-1].id == f"{question.id}-vet-inte"
        for label in question.answers[-1].text:
            assert label.text in {"Vet inte", "I do not know"}


def test_not_knowing_leaves_something_open_or_says_what_it_is_in_general(thesaurus: Vocabulary) -> None:
    for question in thesaurus.guide.questions:
        assert question.answers[-1].open_points, question.id


def test_every_text_is_in_both_languages(thesaurus: Vocabulary) -> None:
    guide = thesaurus.guide
    texts = [guide.title, guide.introduction]
    for question in guide.questions:
        texts += [question.text, *([question.help] if question.help else [])]
    for _, answer in every_answer(guide):
        texts += [answer.text, *([answer.explanation] if answer.explanation else [])]
        texts += [answer.citation.place] if answer.citation else []
        for suggestion in answer.suggestions:
            texts += [suggestion.reason, suggestion.citation.place]
        for point in answer.open_points:
            texts += [point.text, point.citation.place]
    assert [text for text in texts if [label.lang for label in text] != ["en", "sv"]] == []
    assert len(texts) > 400


def test_every_answer_cites_a_source_record(thesaurus: Vocabulary) -> None:
    for _, answer in every_answer(thesaurus.guide):
        cited = [suggestion.citation for suggestion in answer.suggestions]
        cited += [point.citation for point in answer.open_points]
        cited += [answer.citation] if answer.citation else []
        assert cited, answer.id
        assert all(isinstance(thesaurus.resource(each.source), Source) for each in cited)


def test_every_concept_is_in_use_and_nearly_all_are_under_a_group(thesaurus: Vocabulary) -> None:
    groups = set(thesaurus.guide.groups)
    suggested = {each.concept for _, answer in every_answer(thesaurus.guide) for each in answer.suggestions}
    concepts_suggested = [thesaurus.concept(iri) for iri in suggested]
    assert not any(concept.retired for concept in concepts_suggested)
    outside = [concept for concept in concepts_suggested if groups.isdisjoint(concept.member_of)]
    assert [label.text for concept in outside for label in concept.preferred] == ["local variant", "lokal variant"]


def advised(thesaurus: Vocabulary, *answers: str) -> dict[str, str]:
    """Return the Swedish terms that answers lead to, with their certainty."""
    found = {}
    for advice in outcome(thesaurus.guide, answers).advice:
        (term,) = (label.text for label in thesaurus.concept(advice.concept).preferred if label.lang == "sv")
        found[term] = advice.certainty.value
    return found


def test_selective_prevention_is_told_from_its_neighbours_by_why_people_may_come(thesaurus: Vocabulary) -> None:
    levels = {"universell prevention", "selektiv prevention", "indikerad prevention"}
    found = {answer: advised(thesaurus, answer) for answer in ("vem-alla", "vem-riskgrupp")}
    found["tecken-begynnande"] = advised(thesaurus, "vem-problem", "tecken-begynnande")
    certain = {answer: {term for term in levels if terms.get(term) == "certain"} for answer, terms in found.items()}
    assert certain == {
        "vem-alla": {"universell prevention"},
        "vem-riskgrupp": {"selektiv prevention"},
        "tecken-begynnande": {"indikerad prevention"},
    }


@pytest.mark.parametrize(
    ("who", "likely"),
    [
        (("vem-problem", "tecken-hindra"), "biståndsbedömd insats"),
        (("vem-riskgrupp", "riskgrupp-beroende"), "insats utan bistånd"),
        (("vem-alla",), "insats utan bistånd"),
        (("vem-vet-inte", "kant-vet-inte"), None),
    ],
)
def test_unknown_route_is_never_certain_and_usually_that_of_the_table_s_row(
    who: tuple[str, ...], likely: str | None, thesaurus: Vocabulary
) -> None:
    before, after = advised(thesaurus, *who), advised(thesaurus, *who, "lag-fore", "vag-fore-vet-inte")
    new = {term: certainty for term, certainty in after.items() if term not in before}
    assert new == ({likely: "usually"} if likely else {})
    assert advised(thesaurus, *who, "lag-efter", "vag-efter-vet-inte") == before


def test_what_is_known_of_one_thing_never_makes_another_certain(thesaurus: Vocabulary) -> None:
    """Who, route, time and content: a certain concept stands in the facet that its question asks about."""
    asks = {
        "vem": "målgrupper|preventionsbegrepp|socialtjänstens",
        "riskgrupp": "målgrupper",
        "tecken": "målgrupper|preventionsbegrepp|socialtjänstens",
        "kant": "målgrupper",
        "vag-fore": "insatsformer",
        "vag-efter": "insatsformer",
        "tid": "tidpunkt|preventionsbegrepp",
    }
    names = {
        iri: label.text
        for iri in thesaurus.guide.groups
        for label in thesaurus.resource(iri).preferred
        if label.lang == "sv"
    }
    for question, answer in every_answer(thesaurus.guide):
        for suggestion in answer.suggestions:
            if suggestion.certainty is Certainty.CERTAIN:
                held = [names[iri] for iri in thesaurus.concept(suggestion.concept).member_of if iri in names]
                wanted = tuple(asks.get(question.id, "innehåll").split("|"))
                assert held
                assert all(name.startswith(wanted) for name in held), (answer.id, held)


def test_every_answer_stands_on_a_path_that_ends_in_something_to_say(thesaurus: Vocabulary) -> None:
    guide = thesaurus.guide
    ways = ways_to(guide)
    for question, answer in every_answer(guide):
        found = outcome(guide, (*ways[question.id], *way_on(guide, answer)))
        assert found.next is None
        assert answer.id in {step.answer.id for step in found.steps}
        assert found.advice or found.open_points


@given(choices=st.lists(st.integers(0, 9), min_size=LONGEST, max_size=LONGEST))
def test_any_walk_ends_and_counts_what_it_was_answered(thesaurus: Vocabulary, choices: list[int]) -> None:
    guide, given_so_far = thesaurus.guide, list[str]()
    for choice in choices:
        found = outcome(guide, given_so_far)
        if found.next is None:
            break
        given_so_far.append(found.next.answers[choice % len(found.next.answers)].id)
    found = outcome(guide, given_so_far)
    assert found.next is None
    assert [step.answer.id for step in found.steps] == given_so_far
    assert len({advice.concept for advice in found.advice}) == len(found.advice)
    said = {each for step in found.steps for each in step.answer.suggestions}
    assert {ground for advice in found.advice for ground in advice.grounds} <= said
    for advice in found.advice:
        assert advice.certainty.order == min(ground.certainty.order for ground in advice.grounds)


def test_guide_file_is_in_the_thesaurus_folder(thesaurus: Vocabulary) -> None:
    text = Path(project_folder("vocab") / "guide.ttl").read_text(encoding="utf-8")
    assert text.count(" a guide:Answer ;") == len(list(every_answer(thesaurus.guide)))
