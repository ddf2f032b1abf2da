"""The competency questions of tests/data/competency.yaml, asked of the thesaurus as the service gives it away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import yaml

from samsprak.settings import project_folder

FILE = Path(__file__).parents[1] / "data" / "competency.yaml"
MAX_QUOTED_WORDS = 15
WANTED_QUESTIONS = 60


@dataclass(frozen=True)
class Question:
    id: str
    question: str
    sparql: str
    expect: bool | list[str]
    source: str
    place: str
    quote: str = ""
    ordered: bool = False


def read() -> tuple[str, list[Question]]:
    """Return the prefixes and the questions; a key that is none of a question's is refused by `Question`."""
    document: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return document["prefixes"], [Question(**each) for each in document["questions"]]


PREFIXES, QUESTIONS = read()
each_question = pytest.mark.parametrize("question", QUESTIONS, ids=[question.id for question in QUESTIONS])


@each_question
def test_thesaurus_answers(question: Question, store: ox.Store) -> None:
    assert answer(question, store) == expected(question), question.question


def answer(question: Question, store: ox.Store) -> bool | list[str]:
    result = store.query(PREFIXES + question.sparql)
    if isinstance(result, ox.QueryBoolean):
        return bool(result)
    assert isinstance(result, ox.QuerySolutions)
    assert len(result.variables) == 1
    terms = []
    for solution in result:
        term = solution[0]
        assert isinstance(term, ox.Literal)
        terms.append(term.value)
    return terms if question.ordered else sorted(terms)


def expected(question: Question) -> bool | list[str]:
    if isinstance(question.expect, bool):
        return question.expect
    return question.expect if question.ordered else sorted(question.expect)


@each_question
def test_question_asks_for_something_in_the_thesaurus(question: Question, store: ox.Store) -> None:
    """A misspelt term would make every "false" true: each term that a question names is a label."""
    labels = {
        quad.object.value
        for name in ("prefLabel", "altLabel", "hiddenLabel")
        for quad in store.quads_for_pattern(None, ox.NamedNode(f"http://www.w3.org/2004/02/skos/core#{name}"), None)
        if isinstance(quad.object, ox.Literal)
    }
    missing = sorted(set(re.findall(r'"([^"]+)"@sv', question.sparql)) - labels)
    assert not missing


@each_question
def test_question_says_where_its_answer_stands(question: Question) -> None:
    """The place is a source record with the words quoted, or a heading of an editorial page."""
    assert question.question.endswith("?")
    assert question.place
    assert len(question.quote.split()) <= MAX_QUOTED_WORDS
    if question.source.startswith("docs/"):
        page = (FILE.parents[2] / question.source).read_text(encoding="utf-8")
        assert f"## {question.place}" in page.splitlines()
    else:
        assert (project_folder("vocab") / "sources" / f"{question.source}.ttl").is_file()
        assert question.quote


def test_there_are_enough_questions_and_each_has_a_name_of_its_own() -> None:
    names = [question.id for question in QUESTIONS]
    assert len(names) == len(set(names)) >= WANTED_QUESTIONS


def test_every_facet_and_every_named_programme_is_asked_for(store: ox.Store) -> None:
    asked = " ".join(str((question.sparql, question.expect)) for question in QUESTIONS)
    wanted = """
        SELECT ?term WHERE {
          ?list skos:prefLabel ?name ; skos:member/skos:prefLabel ?term .
          FILTER(?name IN ("facetter"@sv, "namngivna program"@sv) && LANG(?term) = "sv")
        }"""
    terms = answer(Question("", "", wanted, [], "", ""), store)
    assert isinstance(terms, list)
    assert terms
    assert [term for term in terms if term not in asked] == []
